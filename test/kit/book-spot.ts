// Single cells of an invented workbook, named by form, field and row instead of by address.

import { type Book, type BookCell, firstDataRow, type TableSheet } from "../../fixtures/kit/book.js";
import type { Layout } from "../../fixtures/kit/submission-book.js";
import { addressText } from "../../src/model/cell-address.js";
import { fieldsOf, GRAINS } from "../../src/model/form.js";

export interface Spot {
  readonly form: string;
  /** Code of the field: `HV04`, `row.name`. */
  readonly field: string;
  /** Place among the rows from 0, or the row «Tổng cộng». */
  readonly row: number | "total";
}

/** The sheet's name and the cell's address as Excel shows it. */
export function addressOf(book: Book, spot: Spot, layout: Layout): { readonly sheet: string; readonly cell: string } {
  const { sheet, row, column } = find(book, spot, layout);
  return { sheet: sheet.name, cell: addressText({ row: firstDataRow(sheet) + row, column: column + 1 }) };
}

/** The workbook with another value in one cell; the sums of «Tổng cộng» follow, as in Excel. */
export function withCell(book: Book, spot: Spot, layout: Layout, value: BookCell): Book {
  const { sheet, row, column } = find(book, spot, layout);
  const rows = sheet.rows.map((cells, index) =>
    index === row ? cells.map((cell, place) => (place === column ? value : cell)) : cells,
  );
  return withSheet(book, { ...sheet, rows: spot.row === "total" ? rows : summed(rows) });
}

/** The workbook with one row of a form sent twice. */
export function withRowTwice(book: Book, spot: Omit<Spot, "field">, layout: Layout): Book {
  const { sheet, row } = find(book, { ...spot, field: "row.name" }, layout);
  const rows = sheet.rows.toSpliced(row, 0, ...sheet.rows.slice(row, row + 1));
  return withSheet(book, { ...sheet, rows: summed(rows) });
}

/** The workbook with a sheet replaced by one of the same name. */
export function withSheet(book: Book, sheet: TableSheet): Book {
  return { sheets: book.sheets.map((one) => (one.name === sheet.name ? sheet : one)) };
}

/** A table sheet by the id of its form. */
export function sheetOf(book: Book, form: string, layout: Layout): TableSheet {
  const name = layout.forms.get(form)?.sheet;
  const sheet = book.sheets.find((one) => one.name === name);
  if (sheet?.kind !== "table") throw new Error(`no table ${form}`);
  return sheet;
}

function find(book: Book, spot: Spot, layout: Layout) {
  const sheet = sheetOf(book, spot.form, layout);
  const form = layout.forms.get(spot.form);
  const fields = form === undefined ? [] : GRAINS.flatMap((grain) => fieldsOf(form, grain));
  const headings = new Set(fields.filter((field) => field.code === spot.field).map((field) => field.heading));
  const column = sheet.columns.findIndex(({ tiers }) => headings.has(tiers.join(": ")));
  if (column < 0) throw new Error(`no column ${spot.field} on ${spot.form}`);
  return { sheet, column, row: spot.row === "total" ? sheet.rows.length - 1 : spot.row };
}

/** The last row's formulas with the results that Excel would store now. */
function summed(rows: readonly (readonly BookCell[])[]): readonly (readonly BookCell[])[] {
  const body = rows.slice(0, -1);
  const totals = (rows.at(-1) ?? []).map((cell, column): BookCell => {
    if (typeof cell !== "object" || cell === null) return cell;
    const sum = body.reduce((total, cells) => {
      const value = cells[column];
      return typeof value === "number" ? total + value : total;
    }, 0);
    return { formula: cell.formula, result: Math.round(sum * 1000) / 1000 };
  });
  return [...body, totals];
}
