// Which rows a subtotal stands for. Told by position only, never by which sum happens to fit.

import type { TableRow } from "../model/submission.js";

/** A row with what its place says about subtotals. */
export interface PlacedRow {
  readonly row: TableRow;
  /** Counts the group headings above it. */
  readonly group: number;
  /** A subtotal that stands above its rows: a Roman-numbered or district row. «Cộng …» stands below them. */
  readonly isAbove: boolean;
}

/**
 * Sets `covers` of every subtotal.
 *
 *   above its rows     up to the next subtotal, total or group heading
 *   below its rows     back to the last subtotal, total or group heading
 *
 * A subtotal without rows covers nothing and keeps `undefined`.
 */
export function coverRows(placed: readonly PlacedRow[]): readonly TableRow[] {
  return placed.map(({ row, group, isAbove }, index) => {
    if (row.role !== "subtotal") return row;
    const step = isAbove ? 1 : -1;
    let last = index;
    for (let next = index + step; isCovered(placed[next], group); next += step) last = next;
    if (last === index) return row;
    const covers = isAbove ? { first: index + 1, last } : { first: last, last: index - 1 };
    return { ...row, covers };
  });
}

function isCovered(candidate: PlacedRow | undefined, group: number): boolean {
  if (candidate === undefined || candidate.group !== group) return false;
  return candidate.row.role === "data" || candidate.row.role === "own";
}
