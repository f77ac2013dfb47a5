// The summary workbook as it is reviewed: read the difference before accepting it (vitest -u).

import { expect, test } from "vitest";
import { layOutAggregate } from "../../src/lay-out/lay-out-aggregate.js";
import { exampleReport } from "../kit/example-aggregation.js";
import { exampleCatalogue } from "../kit/example-catalogue.js";
import { planAsText } from "./plan-as-text.js";

test("the summary workbook of the example", async () => {
  await expect(planAsText(layOutAggregate(exampleReport(), exampleCatalogue()))).toMatchFileSnapshot("aggregate.txt");
});
