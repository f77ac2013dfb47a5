// The heading of a form's table: one or two tiers with merged cells, and the row of column codes (A, B, 1, 2 …).

import { columnLetters } from "../model/cell-address.js";
import type { PlannedCell } from "../model/workbook-plan.js";
import type { FormColumn } from "./form-columns.js";
import type { SheetLines } from "./sheet-lines.js";
import { heightOf, linesNeeded } from "./text-size.js";

/** Rows of the heading, both inclusive, codes included. */
export interface HeadingRows {
  readonly from: number;
  readonly to: number;
}

/** Adds the heading. A group stands once above its columns; a heading in one piece takes both tiers. */
export function addFormHeading(
  lines: SheetLines,
  columns: readonly FormColumn[],
  widths: readonly number[],
): HeadingRows {
  const from = lines.next();
  if (columns.some((column) => column.group !== undefined)) addTwoTiers(lines, columns, widths);
  else {
    const cells = columns.map((column, index) => headingCell(index + 1, column.heading));
    lines.add(cells, heightOf(mostLines(columns, widths)));
  }
  const to = lines.add(
    columns.map((_, index) => ({ column: index + 1, value: codeOf(columns, index), look: "codes" })),
  );
  return { from, to };
}

function addTwoTiers(lines: SheetLines, columns: readonly FormColumn[], widths: readonly number[]): void {
  const top = lines.next();
  const groups = groupSpans(columns);
  const upper = columns.map((column, index) => headingCell(index + 1, upperText(columns, column, index)));
  const upperLines = groups.map(({ text, left, right }) =>
    linesNeeded(
      text,
      widths.slice(left - 1, right).reduce((sum, width) => sum + width, 0),
    ),
  );
  const upperHeight = heightOf(Math.max(1, ...upperLines));
  lines.add(upper, upperHeight);
  const isSingle = (column: FormColumn) => column.group === undefined;
  const lowerNeeded = mostLines(
    columns.filter((column) => !isSingle(column)),
    widths.filter((_, index) => columns[index]?.group !== undefined),
  );
  const singleNeeded = mostLines(
    columns.filter(isSingle),
    widths.filter((_, index) => columns[index]?.group === undefined),
  );
  const lower = columns.map((column, index) => headingCell(index + 1, isSingle(column) ? null : column.heading));
  const bottom = lines.add(lower, Math.max(heightOf(lowerNeeded), heightOf(singleNeeded) - upperHeight));
  for (const { left, right } of groups) lines.merge({ top, left, bottom: top, right });
  columns.forEach((column, index) => {
    if (isSingle(column)) lines.merge({ top, left: index + 1, bottom, right: index + 1 });
  });
}

/** The upper tier's text: a group's name over its first column, nothing over the others. */
function upperText(columns: readonly FormColumn[], column: FormColumn, index: number): string | null {
  if (column.group === undefined) return column.heading;
  return columns[index - 1]?.group === column.group ? null : column.group;
}

function groupSpans(columns: readonly FormColumn[]): readonly { text: string; left: number; right: number }[] {
  const spans: { text: string; left: number; right: number }[] = [];
  columns.forEach(({ group }, index) => {
    const last = spans.at(-1);
    if (group === undefined) return;
    if (last?.text === group && last.right === index) last.right = index + 1;
    else spans.push({ text: group, left: index + 1, right: index + 1 });
  });
  return spans;
}

function headingCell(column: number, value: string | null): PlannedCell {
  return { column, value, look: "heading" };
}

function mostLines(columns: readonly FormColumn[], widths: readonly number[]): number {
  return Math.max(1, ...columns.map((column, index) => linesNeeded(column.heading, (widths[index] ?? 10) * 0.92)));
}

/** Letters for columns that say who, numbers for figures. */
function codeOf(columns: readonly FormColumn[], index: number): string | number {
  const isText = (column: FormColumn | undefined) => column?.kind === "text";
  const before = columns.slice(0, index + 1).filter((column) => isText(column) === isText(columns[index])).length;
  return isText(columns[index]) ? columnLetters(before) : before;
}
