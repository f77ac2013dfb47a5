// Which rows a subtotal stands for. Told by position only, never by which sum happens to fit.

import type { TableRow, TableRowRole } from "../model/submission.js";

export interface Subtotal {
  /** Index of its row. */
  readonly index: number;
  /** A subtotal that stands above its rows: a Roman-numbered or district row. «Cộng …» stands below them. */
  readonly isAbove: boolean;
}

/** Rows as they are asked for here. */
export interface CoverableRows {
  readonly count: number;
  roleAt(index: number): TableRowRole;
  at(index: number): TableRow;
}

/**
 * The subtotals with `covers` set, by index; a group's heading stands right above each of the rows in `headed`.
 *
 *   above its rows     up to the next subtotal, total or group heading
 *   below its rows     back to the last subtotal, total or group heading
 *
 * A subtotal without rows covers nothing and keeps `undefined`; a district row without communes below it is the report
 * of the district itself.
 */
export function coveringRows(
  rows: CoverableRows,
  headed: ReadonlySet<number>,
  subtotals: readonly Subtotal[],
): ReadonlyMap<number, TableRow> {
  const covering = new Map<number, TableRow>();
  const isCovered = (index: number): boolean => {
    const role = index < 0 || index >= rows.count ? undefined : rows.roleAt(index);
    return role === "data" || role === "own";
  };
  for (const { index, isAbove } of subtotals) {
    const row = rows.at(index);
    const step = isAbove ? 1 : -1;
    let last = index;
    while (isCovered(last + step) && !headed.has(isAbove ? last + 1 : last)) last += step;
    if (last !== index) {
      covering.set(index, { ...row, covers: isAbove ? { first: index + 1, last } : { first: last, last: index - 1 } });
    } else if (row.unit !== undefined) covering.set(index, { ...row, role: "data" });
  }
  return covering;
}
