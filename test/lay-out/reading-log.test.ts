// «Nhật ký đọc»: where the cells went that were not used, briefly, and never what stood in them.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { layOutAggregate } from "../../src/lay-out/lay-out-aggregate.js";
import type { CellTally } from "../../src/model/submission.js";
import type { PlannedSheet } from "../../src/model/workbook-plan.js";
import { COMMUNE_ROWS } from "../kit/commune-table.js";
import { exampleReport } from "../kit/example-aggregation.js";
import { exampleCatalogue } from "../kit/example-catalogue.js";
import { runReport } from "../kit/run-report.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { sheetJsBytes } from "../kit/sheet-js-book.js";

const FIRST_ROW = 6;

function logSheet(tallies: readonly (CellTally | undefined)[]): PlannedSheet {
  const verdicts = tallies.map((cells) => (cells === undefined ? "unreadable" : "accepted"));
  const plan = layOutAggregate(exampleReport({ tallies, verdicts }), exampleCatalogue());
  const sheet = plan.sheets.find(({ name }) => name === "Nhật ký đọc");
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

function rowOf(sheet: PlannedSheet, file: number): readonly unknown[] {
  const row = sheet.rows.find((one) => one.row === FIRST_ROW + file);
  return row?.cells.slice(2).map(({ value }) => value) ?? [];
}

function listed(count: number, rest: { readonly sheet?: string; readonly reason?: string } = {}) {
  const { sheet = "01", reason = "ghi chú dưới bảng" } = rest;
  return Array.from({ length: count }, (_, index) => ({ sheet, reason, cells: `A${index + 1}`, count: 2 }));
}

describe("the reading log", () => {
  it("is hidden, and counts each file's cells", () => {
    const sheet = logSheet([{ seen: 10, used: 6, listed: listed(2) }, undefined]);
    expect(sheet.visibility).toBe("hidden");
    expect(rowOf(sheet, 0)).toEqual([10, 6, 4, "01 – ghi chú dưới bảng: A1, A2 (4 ô)"]);
    expect(rowOf(sheet, 1)).toEqual([null, null, null, "không đọc được"]);
  });

  it("puts places of one sheet and reason together, wherever they come in the list", () => {
    const mixed = [...listed(1), ...listed(1, { sheet: "02" }), ...listed(2), ...listed(1, { reason: "khác" })];
    expect(rowOf(logSheet([{ seen: 10, used: 0, listed: mixed }]), 0).at(-1)).toBe(
      ["01 – ghi chú dưới bảng: A1, A1, A2 (6 ô)", "02 – ghi chú dưới bảng: A1 (2 ô)", "01 – khác: A1 (2 ô)"].join(
        "\n",
      ),
    );
  });

  it("stays short, however much was left, and says how much more there is", () => {
    const reasons = Array.from({ length: 500 }, (_, index) => listed(40, { reason: `${"dài ".repeat(900)}${index}` }));
    const told = String(rowOf(logSheet([{ seen: 40_000, used: 0, listed: reasons.flat() }]), 0).at(-1));
    const lines = told.split("\n");
    expect(lines).toHaveLength(13);
    expect(lines[0]).toMatch(/A1, A2, A3, A4, A5, A6 và 34 chỗ khác \(80 ô\)$/);
    expect(lines.at(-1)).toBe("và 488 nhóm khác (39.040 ô)");
    expect(told.length).toBeLessThan(5000);
  });
});

it("stands in the workbook of a run, adds up, and tells no content of a cell", async () => {
  const folder = scratchFolder();
  const secret = "Nguyễn Thị Bí Mật";
  writeFileSync(join(folder, "xa.xlsx"), sheetJsBytes([...COMMUNE_ROWS, [], ["", secret]], "xlsx"));
  const out = join(folder, "ra", "tong-hop.xlsx");
  const { report } = await runReport(["aggregate", folder, "--out", out]);
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(out);
  const sheet = book.getWorksheet("Nhật ký đọc");
  expect(sheet?.state).toBe("hidden");
  const [seen, used, left] = [3, 4, 5].map((column) => sheet?.getRow(FIRST_ROW).getCell(column).value);
  expect({ seen, used, listed: left }).toEqual(report.files[0]?.cells);
  expect(Number(seen)).toBe(Number(used) + Number(left));
  const texts = JSON.stringify(sheet?.getSheetValues());
  expect(texts).toContain("B14 (1 ô)");
  expect(texts).not.toContain(secret);
});
