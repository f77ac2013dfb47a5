// One measured process: a report from figures at hand, or the same table written bare by exceljs.
// `report-task.js <long|kl49> <report|bare> <scratch file>`. Prints milliseconds and the peak memory of the process; what
// `bare` is to write lies in the scratch file, where `report` left it.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { reportFile } from "../../src/deliver.js";
import type { PlannedSheet } from "../../src/model/workbook-plan.js";
import { fiveYearReview } from "./five-year-review.js";
import { longReport } from "./long-report.js";

/** What the process says of itself. */
export interface ReportTaskReport {
  readonly milliseconds: number;
  readonly peakMegabytes: number;
}

/** Rows of a table: what its cells hold, nothing where they are empty. */
type BareSheet = readonly (readonly (string | number | null)[])[];

const ROOT = fileURLToPath(new URL("../../../../../", import.meta.url));
const [which = "", mode = "", scratch = ""] = process.argv.slice(2);
const milliseconds = mode === "bare" ? await writeBare() : await writeReport();
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const report: ReportTaskReport = { milliseconds, peakMegabytes };
process.stdout.write(JSON.stringify(report));

/** Figures at hand → bytes. */
async function writeReport(): Promise<number> {
  await import("exceljs");
  const make = which === "long" ? longReport(ROOT) : await fiveYearReview(ROOT);
  const started = performance.now();
  const { input, catalogue } = make();
  const { plan, bytes } = await reportFile(input, "xlsx", catalogue);
  const spent = performance.now() - started;
  if (bytes.length === 0) throw new Error("nothing was made");
  writeFileSync(scratch, JSON.stringify(plan.sheets.filter(isTable).map(bareSheet)));
  return spent;
}

/** The table that was asked for; of a review its annexes, and the tables of figures and of sources. */
function isTable({ name }: PlannedSheet): boolean {
  return which === "long" ? name === "Các xã" : !/^Báo cáo$|^Biểu đồ$/.test(name);
}

function bareSheet({ rows, widths }: PlannedSheet): BareSheet {
  return rows.map(({ cells }) => {
    const values = new Map(cells.map(({ column, value }) => [column, value]));
    return widths.map((_, index) => values.get(index + 1) ?? null);
  });
}

async function writeBare(): Promise<number> {
  const { default: exceljs } = await import("exceljs");
  const sheets: readonly BareSheet[] = JSON.parse(readFileSync(scratch, "utf8"));
  const started = performance.now();
  const book = new exceljs.Workbook();
  for (const [index, rows] of sheets.entries()) {
    const page = book.addWorksheet(`Bảng ${index + 1}`);
    for (const row of rows) page.addRow(row);
  }
  await book.xlsx.writeBuffer();
  return performance.now() - started;
}
