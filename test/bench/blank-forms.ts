// One measured process: a blank form for each of 1.522 communes, and some of the same forms each made afresh by exceljs.
// Prints milliseconds a form and the peak memory of the first part.

import { fileURLToPath } from "node:url";
import { declarationsIn } from "../../fixtures/kit/catalogue.js";
import { createBlankForms } from "../../src/blank-forms.js";
import { loadCatalogue } from "../../src/catalogue/load-catalogue.js";
import { createTemplateLayout } from "../../src/lay-out/template/lay-out-template.js";
import { treeAt } from "../../src/model/org-tree.js";
import { writeWorkbook } from "../../src/write/write-workbook.js";

/** What the process says of itself. */
export interface BlankFormsReport {
  readonly forms: number;
  readonly each: number;
  readonly eachAfresh: number;
  readonly peakMegabytes: number;
}

const ROOT = fileURLToPath(new URL("../../../../../", import.meta.url));
const FORMS = 1522;
const AFRESH = 40;
const AS_OF = "2025-12-31" as const;
const PERIOD = { kind: "year", year: 2025 } as const;
const MAKING = { created: "2025-12-01T00:00:00Z", toolVersion: "0" };

const catalogue = loadCatalogue(declarationsIn(`${ROOT}src/catalogue`), []);
const units = [...treeAt(catalogue.register, AS_OF).units()].filter(({ level }) => level === "commune").slice(0, FORMS);

const started = performance.now();
const forms = createBlankForms(catalogue, MAKING);
let bytes = 0;
for (const unit of units) {
  bytes += (await forms.make({ unit, period: PERIOD, asOf: AS_OF, children: [], branchRows: 40 })).length;
}
const each = (performance.now() - started) / units.length;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
if (bytes === 0) throw new Error("nothing was made");

const layOut = createTemplateLayout(catalogue, () => "");
const again = performance.now();
for (const unit of units.slice(0, AFRESH)) {
  await writeWorkbook(layOut({ unit, period: PERIOD, asOf: AS_OF, rows: [], funds: [], rowCount: 40, ...MAKING }));
}
const eachAfresh = (performance.now() - again) / AFRESH;
const report: BlankFormsReport = { forms: units.length, each, eachAfresh, peakMegabytes };
process.stdout.write(JSON.stringify(report));
