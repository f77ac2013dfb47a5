// A sheet in the making: rows are added from the top down, and what is finished is a plain PlannedSheet.

import { addressText, type CellAddress, type CellRange } from "../model/cell-address.js";
import type { Look, PlannedCell, PlannedRow, PlannedSheet } from "../model/workbook-plan.js";
import type { PageFrame } from "./page-frame.js";
import { heightOf, linesNeeded } from "./text-size.js";

export interface SheetLines {
  /** Number of the row that will be added next. */
  next(): number;
  /** Adds a row and gives its number. */
  add(cells: readonly PlannedCell[], height?: number): number;
  /** Leaves a row empty. */
  skip(): void;
  merge(range: CellRange): void;
  finish(rest: Omit<PlannedSheet, "rows" | "merges">): PlannedSheet;
}

/** A cell of another place in the workbook. */
export interface CellRef extends CellAddress {
  readonly sheet: string;
}

/** An empty sheet to be filled from row 1. */
export function beginSheet(): SheetLines {
  const rows: PlannedRow[] = [];
  const merges: CellRange[] = [];
  let next = 1;
  return {
    next: () => next,
    add: (cells, height) => {
      rows.push({ row: next, cells, ...(height === undefined ? {} : { height }) });
      next += 1;
      return next - 1;
    },
    skip: () => {
      next += 1;
    },
    merge: (range) => {
      if (range.top !== range.bottom || range.left !== range.right) merges.push(range);
    },
    finish: (rest) => ({ ...rest, rows, merges }),
  };
}

/** Adds one text over the columns left … right, high enough for all its lines. */
export function addSpanning(
  lines: SheetLines,
  cell: { readonly value: string; readonly look: Look },
  span: Pick<PageFrame, "left" | "right" | "widths">,
): void {
  const room = span.widths.slice(span.left - 1, span.right).reduce((sum, width) => sum + width, 0);
  const isLarge = cell.look === "title" || cell.look === "report-title";
  const needed = linesNeeded(cell.value, isLarge ? room * 0.75 : room);
  const height = isLarge ? heightOf(needed) + 7 * needed : heightOf(needed);
  const row = lines.add([{ column: span.left, ...cell }], height);
  lines.merge({ top: row, left: span.left, bottom: row, right: span.right });
}

/** Reference to a cell of another sheet, for formulas and links: `'02 Quỹ'!F35`. */
export function referenceText(cell: CellRef): string {
  return `'${cell.sheet.replaceAll("'", "''")}'!${addressText(cell)}`;
}
