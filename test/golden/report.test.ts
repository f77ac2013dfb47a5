// A report as it is reviewed: read the difference before accepting it (vitest -u).

import { expect, test } from "vitest";
import { layOutReport } from "../../src/lay-out/report/lay-out-report.js";
import { exampleReportCatalogue, exampleReportInput } from "../kit/example-report.js";
import { planAsText } from "./plan-as-text.js";

test("the report of the example", async () => {
  await expect(planAsText(layOutReport(exampleReportInput(), exampleReportCatalogue()))).toMatchFileSnapshot(
    "report.txt",
  );
});
