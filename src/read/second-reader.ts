// Binary workbooks (.xls, .xlsb) → WorkbookGrid, through SheetJS, which is loaded only when such a file comes. None of its
// types goes further than here. It gives no fonts, and nothing in the file is carried out.

import type { CellObject, WorkSheet } from "@e965/xlsx";
import type { Grid, WorkbookGrid } from "../model/grid.js";
import type { Limits } from "../ooxml/limits.js";
import { encrypted, otherFormat, overLimit } from "../ooxml/package-fault.js";
import { ZipPackage } from "../ooxml/zip-package.js";
import { packPart, writeZip } from "../ooxml/zip-writer.js";
import { BookBuilder } from "./book-builder.js";
import { readsOutside } from "./outside-reference.js";
import type { SheetJsBook, SheetJsThread } from "./sheet-js-thread.js";

const VISIBILITIES: readonly Grid["visibility"][] = ["visible", "hidden", "very-hidden"];
/** Errors by their numbers in binary workbooks ([MS-XLS] 2.5.10). */
const ERROR_CODES = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
]);
/** LibreOffice stores 0 for the text of a formula in a cell that has the format of text: that is no result. */
const LOST_TEXT = "@";
/** Parts of an .xlsb that hold sheets, texts, styles, and the way to them; macros and drawings stay behind. */
const NEEDED_PARTS = /^\[Content_Types\]\.xml$|(?:^|\/)_rels\/(?:workbook\.bin)?\.rels$|\.bin$/i;
const LEFT_OUT = /vbaProject|printerSettings|(?:^|\/)activeX/i;

/**
 * Reads a binary workbook. Faults: V-K16 with a password, V-K15 beyond a limit (of time and memory too), V-K02 where the
 * reader fails or finds no cell at all.
 */
export async function readBinary(given: BinaryFile, thread: SheetJsThread): Promise<WorkbookGrid> {
  const { bytes, format, limits } = given;
  if (bytes.length > limits.packageBytes) throw overLimit("packageBytes", limits);
  const answer = await thread.read(format === "xlsb" ? onlyNeeded(bytes, limits) : bytes, limits);
  if (answer.kind === "failed") throw /password|encrypt/i.test(answer.reason) ? encrypted() : unreadable(format);
  const grid = gridOf(answer.book, limits);
  if (grid.sheets.every(({ rowCount }) => rowCount === 0)) throw unreadable(format);
  return grid;
}

export interface BinaryFile {
  readonly bytes: Uint8Array;
  readonly format: "xls" | "xlsb";
  readonly limits: Limits;
}

function unreadable(format: "xls" | "xlsb"): Error {
  return otherFormat(
    format === "xls" ? "tệp Excel đời cũ .xls, có thể đã hỏng" : "bảng tính nhị phân .xlsb, có thể đã hỏng",
  );
}

/** The same package with fewer parts, none of them compressed: unpacking happened here, under our limits. */
function onlyNeeded(bytes: Uint8Array, limits: Limits): Uint8Array {
  const archive = new ZipPackage(bytes, limits);
  const needed = archive.entries.filter(({ name }) => NEEDED_PARTS.test(name) && !LEFT_OUT.test(name));
  return writeZip(needed.map((entry) => packPart(entry.name, archive.readEntry(entry), 0)));
}

function gridOf(book: SheetJsBook, limits: Limits): WorkbookGrid {
  const builder = new BookBuilder(limits);
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (sheet === undefined || (sheet["!type"] !== undefined && sheet["!type"] !== "sheet")) continue;
    takeSheet(builder, sheet);
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden;
    builder.endSheet({
      name,
      visibility: (hidden === undefined ? undefined : VISIBILITIES[hidden]) ?? "visible",
      hiddenRows: hiddenIn(sheet["!rows"], limits.rows),
      hiddenColumns: hiddenIn(sheet["!cols"], limits.columns),
    });
  }
  const names = (book.Workbook?.Names ?? []).map(({ Name, Ref }) => [Name, Ref] as const);
  return builder.book({ date1904: book.Workbook?.WBProps?.date1904 ?? false, definedNames: new Map(names) });
}

function takeSheet(builder: BookBuilder, sheet: WorkSheet): void {
  for (const { s, e } of sheet["!merges"] ?? []) {
    builder.merge({ top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1 });
  }
  // Rows and cells that are not stored are holes, which forEach passes over.
  sheet["!data"]?.forEach((row, rowIndex) => {
    row?.forEach((cell, columnIndex) => {
      if (cell !== undefined && cell !== null) takeCell(builder, cell, [rowIndex + 1, columnIndex + 1]);
    });
  });
}

function takeCell(builder: BookBuilder, cell: CellObject, [row, column]: readonly [number, number]): void {
  const isFormula = cell.f !== undefined || cell.F !== undefined;
  const formula = !isFormula ? 0 : readsOutside(cell.f ?? "") ? 2 : 1;
  builder.at(row, column, formula);
  const { v: value } = cell;
  if (cell.t === "e") builder.error(ERROR_CODES.get(Number(value)) ?? "#N/A");
  else if (typeof value === "boolean") builder.boolean(value);
  else if (isFormula && value === 0 && cell.z === LOST_TEXT) builder.uncalculated();
  else if (typeof value === "number") builder.number(value, builder.style(formatOf(cell), ""));
  else if (typeof value === "string") builder.text(value, builder.style(formatOf(cell), ""));
  else if (isFormula) builder.uncalculated();
}

function formatOf({ z }: CellObject): string {
  return typeof z === "string" ? z : "General";
}

function hiddenIn(
  list: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined,
  last: number,
): ReadonlySet<number> {
  const hidden = new Set<number>();
  list?.forEach((item, index) => {
    if (item?.hidden === true && index < last) hidden.add(index + 1);
  });
  return hidden;
}
