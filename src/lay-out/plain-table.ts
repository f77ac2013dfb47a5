// A sheet that is a title, some lines and one table: coverage, findings, sources. Rows as high as their texts need.

import type { PlannedCell, PlannedSheet } from "../model/workbook-plan.js";
import { addOwnSheetMark } from "./own-sheet-mark.js";
import { addSpanning, beginSheet } from "./sheet-lines.js";
import { heightOf, linesNeeded } from "./text-size.js";

export interface PlainTable {
  readonly name: string;
  /** Visible where absent. */
  readonly visibility?: PlannedSheet["visibility"];
  readonly title: string;
  /** Lines below the title. */
  readonly lines: readonly string[];
  readonly headings: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly PlannedCell[])[];
  /** Printed instead of rows where there are none. */
  readonly whenEmpty: string;
  /** Text at the foot of each page. */
  readonly footer: string;
  /** Columns out of sight. */
  readonly hiddenColumns?: readonly number[];
}

/** Rows above the first row of the table: mark, title, lines, an empty one, headings. */
export function rowsAbove(lines: number): number {
  return lines + 4;
}

/** The sheet as planned. */
export function plainTableSheet(table: PlainTable): PlannedSheet {
  const { widths } = table;
  const sheet = beginSheet();
  addOwnSheetMark(sheet);
  const hidden = table.hiddenColumns ?? [];
  const shown = widths.filter((_, index) => !hidden.includes(index + 1));
  const span = { left: 1, right: shown.length, widths };
  addSpanning(sheet, { value: table.title.toUpperCase(), look: "title" }, span);
  for (const value of table.lines) addSpanning(sheet, { value, look: "subtitle" }, span);
  sheet.skip();
  const heading = sheet.add(
    table.headings.map((value, index) => ({ column: index + 1, value, look: "heading" })),
    heightOf(Math.max(...shown.map((width, index) => linesNeeded(table.headings[index] ?? "", width)))),
  );
  for (const cells of table.rows) sheet.add(cells, heightOf(tallest(cells, widths, hidden)));
  if (table.rows.length === 0) addSpanning(sheet, { value: table.whenEmpty, look: "note" }, span);
  return sheet.finish({
    name: table.name,
    visibility: table.visibility ?? "visible",
    widths,
    ...(hidden.length === 0 ? {} : { hiddenColumns: hidden }),
    freeze: { rows: heading, columns: 0 },
    print: { landscape: true, repeatRows: { from: heading, to: heading }, footer: table.footer, header: "" },
  });
}

function tallest(cells: readonly PlannedCell[], widths: readonly number[], hidden: readonly number[]): number {
  let lines = 1;
  for (const { value, column } of cells) {
    if (typeof value !== "string" || hidden.includes(column)) continue;
    lines = Math.max(lines, linesNeeded(value, widths[column - 1] ?? 1));
  }
  return lines;
}
