// Rows of a sheet that only programs read, put straight into its part: a province's facts are hundreds of thousands of
// cells, and the library keeps a thousand bytes for each.

import { addressText } from "../model/cell-address.js";
import type { PlannedCell, PlannedRow, PlannedSheet } from "../model/workbook-plan.js";
import { escapeText } from "../ooxml/splice-text.js";
import { safeText } from "./safe-text.js";

/** How the library writes a sheet without rows. */
const NO_ROWS = "<sheetData/>";
const DIMENSION = /<dimension ref="[^"]*"\/>/;
/** Rows turned into bytes together. */
const TOGETHER = 1_000;

/** The part of a sheet without rows → the same with the planned ones, texts in place. Looks and heights are passed over. */
export function insertRows(xml: string, { rows }: PlannedSheet): Buffer {
  const [before = "", after, ...more] = xml.replace(DIMENSION, "").split(NO_ROWS);
  if (after === undefined || more.length > 0) throw new Error("a sheet for programs was written with rows");
  const pieces = [Buffer.from(`${before}<sheetData>`, "utf8")];
  for (let first = 0; first < rows.length; first += TOGETHER) {
    const texts = rows.slice(first, first + TOGETHER).map(rowText);
    pieces.push(Buffer.from(texts.join(""), "utf8"));
  }
  return Buffer.concat([...pieces, Buffer.from(`</sheetData>${after}`, "utf8")]);
}

function rowText({ row, cells }: PlannedRow): string {
  return `<row r="${row}">${cells.map((cell) => cellText(row, cell)).join("")}</row>`;
}

function cellText(row: number, { column, value }: PlannedCell): string {
  if (value === null) return "";
  const address = addressText({ row, column });
  if (typeof value === "number") return `<c r="${address}"><v>${value}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeText(safeText(value))}</t></is></c>`;
}
