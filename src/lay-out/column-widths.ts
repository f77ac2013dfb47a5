// Widths of a form's columns, from what stands in them: numbers whole, words of headings unbroken, names wrapped.

import type { ColumnKind, FormColumn } from "./form-columns.js";
import type { CellValue, TableValues } from "./table-values.js";
import { longestWord, numberWidth, textWidth } from "./text-size.js";

const NARROWEST = 7.5;
const WIDEST_NAME = 30;
/** Room that issuer and national heading take side by side. */
const NARROWEST_TABLE = 112;
/** A heading in more lines than this asks for a wider column. */
const HEADING_LINES = 6;

/**
 * Width of each column in characters. A table with few columns is widened to the width of the lines above it, its
 * names first.
 */
export function columnWidths(columns: readonly FormColumn[], values: TableValues): readonly number[] {
  const needed = columns.map((column, position) => neededWidth(column, position, values));
  const lack = NARROWEST_TABLE - needed.reduce((sum, width) => sum + width, 0);
  if (lack <= 0) return needed;
  const name = columns.findIndex((column) => column.field.code === "unit.name");
  const toName = Math.min(lack, WIDEST_NAME);
  const share = Math.ceil((lack - toName) / Math.max(1, columns.filter((column) => column.kind !== "text").length));
  return needed.map((width, position) => {
    if (position === name) return width + toName;
    return columns[position]?.kind === "text" ? width : width + share;
  });
}

function neededWidth(column: FormColumn, position: number, values: TableValues): number {
  if (column.field.code === "row.number") return 5;
  const shown = [...values.rows, values.total].map((row) => roomOf(row[position] ?? null, column.kind));
  const heading = Math.max(longestWord(column.heading) * 1.1, textWidth(column.heading) / (HEADING_LINES - 1));
  const needed = Math.max(heading, ...shown) + 2;
  if (column.kind === "text") return Math.round(Math.max(NARROWEST, Math.min(needed, WIDEST_NAME)));
  return Math.ceil(Math.max(NARROWEST, needed));
}

function roomOf(value: CellValue, kind: ColumnKind): number {
  if (typeof value === "string") return textWidth(value);
  if (value === null) return 0;
  return kind === "ratio" ? numberWidth(value * 100) + 4 : numberWidth(value) * 1.05;
}
