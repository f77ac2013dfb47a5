// LibreOffice opens what is written and, made to compute every formula anew, gets the stored results.
// Where no LibreOffice is at hand the test is skipped.

import { expect, test } from "vitest";
import { expectRecalculatedAlike } from "../kit/recalculated.js";
import { soffice } from "../kit/soffice.js";
import { writeExample } from "./write-example.js";

test.skipIf(soffice === undefined)("a recalculation in LibreOffice changes no value", async () => {
  expect(expectRecalculatedAlike(await writeExample())).toBeGreaterThan(20);
});
