// Numbers of cell kinds as a Grid stores them, so that loops over cells compare small integers.

import { CELL_KINDS, type Grid, storedText } from "../model/grid.js";

export const BLANK = CELL_KINDS.indexOf("blank");
export const NUMBER = CELL_KINDS.indexOf("number");
export const TEXT = CELL_KINDS.indexOf("text");
export const COVERED = CELL_KINDS.indexOf("covered");
export const UNCALCULATED = CELL_KINDS.indexOf("uncalculated");

/** Index of the first stored cell of a row; the row after the last one has its own. Asked for in every loop over cells. */
export function rowStart(grid: Grid, row: number): number {
  const start = grid.rowStarts[row];
  if (start === undefined) throw new Error(`row ${row} outside 1..${grid.rowCount}`);
  return start;
}

/** Column of a stored cell. */
export function columnOf(grid: Grid, index: number): number {
  const column = grid.columns[index];
  if (column === undefined) throw new Error(`cell ${index} outside 0..${grid.columns.length - 1}`);
  return column;
}

/** True where a person sees something in the stored cell: not blank, not under a merge, no text of spaces only. */
export function isShown(grid: Grid, index: number): boolean {
  const kind = grid.kinds[index];
  if (kind === BLANK || kind === COVERED || kind === undefined) return false;
  return kind !== TEXT || !isEmptyText(storedText(grid, index));
}

/** The text of a text cell, else undefined; a text of spaces only counts as nothing. */
export function textIn(grid: Grid, index: number): string | undefined {
  if (grid.kinds[index] !== TEXT) return undefined;
  const text = storedText(grid, index);
  return isEmptyText(text) ? undefined : text;
}

/** True where nothing at all stands in the row. */
export function isBlankRow(grid: Grid, row: number): boolean {
  if (row < 1 || row > grid.rowCount) return true;
  const end = rowStart(grid, row + 1);
  for (let index = rowStart(grid, row); index < end; index += 1) {
    if (isShown(grid, index)) return false;
  }
  return true;
}

function isEmptyText(text: string): boolean {
  const first = text.charCodeAt(0);
  return Number.isNaN(first) || ((first <= 32 || first === 160) && text.trim() === "");
}
