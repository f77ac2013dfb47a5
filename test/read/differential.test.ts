// The reader against another one: SheetJS reads the same files, and both must see the same cells. Workbooks of a seeded
// generator, written by exceljs; every workbook that stands in fixtures/.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as SheetJS from "@e965/xlsx";
import ExcelJS from "exceljs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressText, rangeText } from "../../src/model/cell-address.js";
import { type Grid, kindAt, storedText } from "../../src/model/grid.js";
import { at } from "../../src/model/outcome.js";
import { isDateFormat } from "../../src/read/number-format.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { readBook } from "./shown-cells.js";

type Shown = { readonly [place: string]: string };

/** Cells of a sheet as this reader sees them: place → value, format, formula mark. */
function ownCells(grid: Grid): Shown {
  const shown = new Map<string, string>();
  for (let index = 0; index < grid.rows.length; index++) {
    const place = addressText({ row: at(grid.rows, index), column: at(grid.columns, index) });
    const number = at(grid.numbers, index);
    const text = storedText(grid, index);
    const kind = kindAt(grid, index);
    const isFormula = at(grid.formulas, index) > 0;
    const value =
      kind === "boolean" ? String(number === 1) : Number.isNaN(number) ? JSON.stringify(text) : String(number);
    const isPlain = kind === "number" || kind === "date";
    const format = isPlain ? ` ${at(grid.styleTable, at(grid.styles, index)).numberFormat}` : "";
    // Formulas without a result have a value for neither reader; what a merge covers has no format to compare.
    const shownValue = kind === "uncalculated" ? "" : kind === "covered" ? `covered ${value}` : value + format;
    shown.set(place, `${shownValue}${isFormula ? " =" : ""}`);
  }
  return Object.fromEntries(shown);
}

/** The same as SheetJS sees them. */
function theirCells(sheet: SheetJS.WorkSheet, grid: Grid): Shown {
  const shown = new Map<string, string>();
  for (const place of Object.keys(sheet).filter((key) => !key.startsWith("!"))) {
    const cell: SheetJS.CellObject = sheet[place];
    const isFormula = cell.f !== undefined || cell.F !== undefined;
    const isBlank = cell.t === "z" || cell.v === "";
    if (isBlank && !isFormula) continue;
    const { r, c } = SheetJS.utils.decode_cell(place);
    const value = theirValue(cell);
    const shownValue = isCovered(grid, r + 1, c + 1)
      ? `covered ${value === "" ? '""' : value}`
      : value + theirFormat(cell);
    shown.set(place, `${shownValue}${isFormula ? " =" : ""}`);
  }
  return Object.fromEntries(shown);
}

function theirValue(cell: SheetJS.CellObject): string {
  if (cell.t === "e") return JSON.stringify(cell.w ?? "");
  // Ours gives texts composed; what it was given decomposed is the same text.
  return typeof cell.v === "string" ? JSON.stringify(cell.v.normalize("NFC")) : String(cell.v ?? "");
}

/** SheetJS names format 14 as American Excel shows it, not as the standard does. */
function theirFormat(cell: SheetJS.CellObject): string {
  if (cell.t !== "n") return "";
  return ` ${cell.z === "m/d/yy" ? "mm-dd-yy" : (cell.z ?? "General")}`;
}

/** Compares all that both readers give. */
function expectSame(bytes: Uint8Array): void {
  const ours = readBook(bytes);
  const theirs = SheetJS.read(bytes, {
    cellNF: true,
    cellStyles: true,
    cellText: true,
    cellDates: false,
    cellFormula: true,
  });
  const states = ["visible", "hidden", "very-hidden"];
  expect(ours.sheets.map(({ name, visibility }) => [name, visibility])).toEqual(
    theirs.Workbook?.Sheets?.map((sheet) => [sheet.name, states[sheet.Hidden ?? 0]]),
  );
  expect(ours.date1904).toBe(theirs.Workbook?.WBProps?.date1904 ?? false);
  for (const grid of ours.sheets) {
    const sheet = theirs.Sheets[grid.name] ?? {};
    expect(ownCells(grid)).toEqual(theirCells(sheet, grid));
    const merges = (sheet["!merges"] ?? []).map((range) => SheetJS.utils.encode_range(range));
    expect(grid.merges.map(rangeText).sort()).toEqual(merges.sort());
    expect([...grid.hiddenRows].sort()).toEqual(hiddenPlaces(sheet["!rows"]).sort());
    expect([...grid.hiddenColumns].sort()).toEqual(hiddenPlaces(sheet["!cols"]).sort());
    expectDates(grid);
  }
}

function isCovered(grid: Grid, row: number, column: number): boolean {
  return grid.merges.some(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right && !(row === top && column === left),
  );
}

function hiddenPlaces(list: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): number[] {
  return (list ?? []).flatMap((item, index) => (item?.hidden === true ? [index + 1] : []));
}

function expectDates(grid: Grid): void {
  for (let index = 0; index < grid.rows.length; index++) {
    const kind = kindAt(grid, index);
    const { numberFormat } = at(grid.styleTable, at(grid.styles, index));
    if (kind !== "number" && kind !== "date") continue;
    expect(kind === "date").toBe(SheetJS.SSF.is_date(numberFormat));
    expect(isDateFormat(numberFormat)).toBe(kind === "date");
  }
}

const FORMATS = [
  "General",
  "#,##0",
  "0.00%",
  "dd/mm/yyyy",
  "[Red]#,##0;-0",
  '#,##0 "đồng"',
  "mmm-yy",
  "h:mm",
  "@",
  "0.00E+00",
];
const text = fc.oneof(
  fc.constantFrom("Xã Tân Phú", " Nữ ", "1.522", "a\nb", "<&>\"'", "_x000D_", "=1+1", "’", "😀", "Hoà"),
  fc.string({ maxLength: 8 }).filter((value) => value !== ""),
);
const number = fc.oneof(fc.integer({ min: -10, max: 1_000_000 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
const result = fc.oneof(number, text, fc.boolean());
const content = fc.oneof(
  { weight: 4, arbitrary: number.map((value): ExcelJS.CellValue => value) },
  { weight: 3, arbitrary: text.map((value): ExcelJS.CellValue => value) },
  { weight: 1, arbitrary: fc.boolean().map((value): ExcelJS.CellValue => value) },
  { weight: 1, arbitrary: fc.constantFrom<ExcelJS.CellValue>({ error: "#REF!" }, { error: "#N/A" }) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 0, max: 80_000 })
      .map((day): ExcelJS.CellValue => new Date(Date.UTC(1900, 2, 1 + day))),
  },
  { weight: 2, arbitrary: result.map((value): ExcelJS.CellValue => ({ formula: "SUM(A1:B2)", result: value })) },
  {
    weight: 1,
    arbitrary: fc
      .array(text, { minLength: 1, maxLength: 3 })
      .map((runs): ExcelJS.CellValue => ({ richText: runs.map((run) => ({ text: run })) })),
  },
);
const place = { row: fc.integer({ min: 1, max: 40 }), column: fc.integer({ min: 1, max: 30 }) };
const sheetShape = fc.record({
  state: fc.constantFrom("visible", "hidden", "veryHidden"),
  cells: fc.array(fc.record({ ...place, content, format: fc.constantFrom(...FORMATS) }), { maxLength: 60 }),
  merges: fc.array(fc.record({ ...place, height: fc.nat(3), width: fc.nat(3) }), { maxLength: 3 }),
  hiddenRows: fc.array(place.row, { maxLength: 3 }),
  hiddenColumns: fc.array(place.column, { maxLength: 3 }),
});
const bookShape = fc.record({ date1904: fc.boolean(), sheets: fc.array(sheetShape, { minLength: 1, maxLength: 3 }) });

async function write(shape: typeof bookShape extends fc.Arbitrary<infer T> ? T : never): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = shape.date1904;
  for (const [index, { state, cells, merges, hiddenRows, hiddenColumns }] of shape.sheets.entries()) {
    const sheet = book.addWorksheet(`Trang ${index + 1}`);
    sheet.state = state === "visible" || state === "hidden" || state === "veryHidden" ? state : "visible";
    // Merges that overlap are refused by the writer, so each stands in a block of rows of its own.
    for (const [block, { column, height, width }] of merges.entries()) {
      sheet.mergeCells(1 + block * 5, column, 1 + block * 5 + height, column + width);
    }
    for (const { row, column, content: value, format } of cells) {
      const cell = sheet.getCell(row, column);
      if (cell.isMerged && cell.master !== cell) continue;
      cell.value = value;
      if (!(value instanceof Date)) cell.numFmt = format;
    }
    for (const row of hiddenRows) sheet.getRow(row).hidden = true;
    for (const column of hiddenColumns) sheet.getColumn(column).hidden = true;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe("against SheetJS", () => {
  it("sees the same in workbooks of every shape", async () => {
    await fc.assert(
      fc.asyncProperty(bookShape, async (shape) => expectSame(await write(shape))),
      { numRuns: 60, seed: 20221130 },
    );
  });
});

describe("fixtures", () => {
  const folder = fileURLToPath(new URL("../../fixtures/", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".xlsx"));

  it("are read as SheetJS reads them, wherever they can be read", { timeout: 600_000 }, () => {
    for (const name of files) {
      const bytes = new Uint8Array(readFileSync(folder + name));
      const { value, findings } = readWorkbook(bytes, name);
      if (value === undefined) expect(findings.map((finding) => finding.code)).not.toEqual([]);
      else expectSame(bytes);
    }
  });
});
