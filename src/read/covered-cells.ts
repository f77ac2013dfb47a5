// Marks cells that a merge hides: inside a merged range, but not its first cell. What they hold is kept, because a number
// hidden under a merge is worth a question.

import type { CellRange } from "../model/cell-address.js";
import { at } from "../model/outcome.js";
import { COVERED } from "./cell-buffer.js";
import type { CellColumns } from "./cell-room.js";

/**
 * Sets the kind of hidden cells; cells stand in row-major order. One pass down the rows, with the merge that began last
 * kept per column, so that many or overlapping merges cost no more than their widths. It ends with the last merge.
 */
export function markCovered(cells: CellColumns, columnCount: number, merges: readonly CellRange[]): void {
  if (merges.length === 0) return;
  const { rows, columns, kinds } = cells;
  const fromTop = [...merges].sort((a, b) => a.top - b.top);
  const bottom = merges.reduce((lowest, merge) => Math.max(lowest, merge.bottom), 0);
  const owner = new Int32Array(columnCount + 1).fill(-1);
  let next = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = at(rows, index);
    if (row > bottom) return;
    for (let merge = fromTop[next]; merge !== undefined && merge.top <= row; merge = fromTop[next]) {
      owner.fill(next, merge.left, merge.right + 1);
      next++;
    }
    const column = at(columns, index);
    const merge = fromTop[at(owner, column)];
    if (merge === undefined || merge.bottom < row) continue;
    if (merge.top !== row || merge.left !== column) kinds[index] = COVERED;
  }
}
