// The cells of some rows as they stand, kept beyond their sheet and compared with another one's. Knows no meaning.

import type { CellRange } from "../model/cell-address.js";
import { type Grid, storedText } from "../model/grid.js";
import { BLANK, COVERED, rowStart } from "./cell-kinds.js";

/** What stands in the rows `top` to `bottom`, cell by cell; blank and covered cells are left out. */
export interface BandCells {
  readonly top: number;
  readonly bottom: number;
  readonly cells: readonly BandCell[];
}

interface BandCell {
  readonly row: number;
  readonly column: number;
  readonly kind: number;
  readonly text: string;
  readonly number: number;
}

/** The cells of the rows, both inclusive. */
export function bandCells(grid: Grid, top: number, bottom: number): BandCells {
  const cells: BandCell[] = [];
  const end = endOf(grid, bottom);
  for (let index = rowStart(grid, top); index < end; index += 1) {
    const [row, column, kind] = [grid.rows[index], grid.columns[index], grid.kinds[index]];
    const [text, number] = [storedText(grid, index), grid.numbers[index]];
    if (row === undefined || column === undefined || number === undefined) continue;
    if (kind !== undefined && kind !== BLANK && kind !== COVERED) cells.push({ row, column, kind, text, number });
  }
  return { top, bottom, cells };
}

/** True where the same rows of a sheet hold the very same. */
export function hasCells(grid: Grid, { top, bottom, cells }: BandCells): boolean {
  let position = 0;
  const end = endOf(grid, bottom);
  for (let index = rowStart(grid, top); index < end; index += 1) {
    const kind = grid.kinds[index];
    if (kind === BLANK || kind === COVERED) continue;
    const cell = cells[position];
    if (cell === undefined || cell.column !== grid.columns[index] || cell.row !== grid.rows[index]) return false;
    if (cell.kind !== kind || cell.text !== storedText(grid, index)) return false;
    if (!Object.is(cell.number, grid.numbers[index])) return false;
    position += 1;
  }
  return position === cells.length;
}

/** True where the merges that come into question are the very same, in the same order. */
export function hasMerges(grid: Grid, merges: readonly CellRange[], isAsked: (merge: CellRange) => boolean): boolean {
  let position = 0;
  for (const merge of grid.merges) {
    if (!isAsked(merge)) continue;
    const other = merges[position];
    if (other === undefined || other.top !== merge.top || other.left !== merge.left) return false;
    if (other.bottom !== merge.bottom || other.right !== merge.right) return false;
    position += 1;
  }
  return position === merges.length;
}

function endOf(grid: Grid, bottom: number): number {
  return rowStart(grid, Math.min(bottom, grid.rowCount) + 1);
}
