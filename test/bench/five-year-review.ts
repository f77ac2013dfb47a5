// The review of Kết luận 49 for Bình Thuận, 2019 to 2024 with 2018 as base. Every year is read and added up beforehand.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { declarationsIn } from "../../fixtures/kit/catalogue.js";
import { loadCatalogue } from "../../src/catalogue/load-catalogue.js";
import { reportInput } from "../../src/deliver.js";
import { conclude, type RunResult } from "../../src/pipeline/conclude.js";
import { createTakeIn } from "../../src/pipeline/take-in.js";
import type { MakeInput } from "./long-report.js";

/** Makes the report's input when called; the figures of each year are there before. */
export async function fiveYearReview(root: string): Promise<MakeInput> {
  const catalogue = loadCatalogue(declarationsIn(`${root}src/catalogue`), []);
  const report = catalogue.reports.get("kl49");
  const take = createTakeIn(catalogue);
  const folder = join(root, "fixtures/binh-thuan-2018-2024/bai-nop");
  const runs: RunResult[] = [];
  for (const path of readdirSync(folder).map((name) => join(folder, name))) {
    const taken = await take({ path, modified: "", bytes: readFileSync(path) }, 0);
    const { unit, period, asOf } = taken.submission ?? {};
    if (unit === undefined || period === undefined || asOf === undefined) throw new Error(`${path} was not read`);
    const request = { unit: unit.key, period, asOf, standing: "final", provisional: false, latest: false } as const;
    runs.push(conclude([taken], { ...request, before: { history: undefined, unused: [] } }, catalogue));
  }
  const basis = runs.at(-1)?.aggregation;
  if (basis === undefined || report?.defaultPeriod === undefined) throw new Error("nothing to review");
  const made = { created: "2025-12-05T02:30:00.000Z", toolVersion: "0" };
  const request = { report, period: report.defaultPeriod, runs, basis, otherTerritory: [], ...made };
  return () => ({
    catalogue,
    input: reportInput({ ...request, heading: "state", issuedUnder: "association" }, catalogue),
  });
}
