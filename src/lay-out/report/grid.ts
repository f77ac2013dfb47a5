// A table of a report before it is put on a sheet: its columns, and rows whose formulas know their row.

import { columnLetters } from "../../model/cell-address.js";
import type { Look, PlannedCell } from "../../model/workbook-plan.js";

/** A cell without its place. */
export type GridCell = Omit<PlannedCell, "column">;

export interface GridRow {
  /** data: ruled cells · span: one text over all columns, a group's name or a break. */
  readonly kind: "data" | "span";
  readonly cells: readonly GridCell[];
  /** What the row is about, where it is one of many alike: a unit's key, a year, an indicator. Not for totals. */
  readonly subject?: string;
}

export const EMPTY: GridCell = { value: null, look: "text" };

/** A text over the whole width of the table. */
export function spanRow(value: string, look: Look): GridRow {
  return { kind: "span", cells: [{ value, look }] };
}

/** Address of a cell of the table's own sheet; `column` counts from 0. */
export function cellText(column: number, row: number): string {
  return `${columnLetters(column + 1)}${row}`;
}

/** The cell with a formula where there is one. */
export function live(cell: GridCell, formula: string | undefined): GridCell {
  return formula === undefined ? cell : { ...cell, formula };
}
