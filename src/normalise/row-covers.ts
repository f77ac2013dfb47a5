// Which rows a subtotal stands for. Told by position only, never by which sum happens to fit.

import { at } from "../model/outcome.js";
import type { TableRow } from "../model/submission.js";

export interface Subtotal {
  /** Index of its row. */
  readonly index: number;
  /** A subtotal that stands above its rows: a Roman-numbered or district row. «Cộng …» stands below them. */
  readonly isAbove: boolean;
}

/**
 * The rows with `covers` of every subtotal set; `groups` counts the group headings above each row.
 *
 *   above its rows     up to the next subtotal, total or group heading
 *   below its rows     back to the last subtotal, total or group heading
 *
 * A subtotal without rows covers nothing and keeps `undefined`; a district row without communes below it is the report
 * of the district itself.
 */
export function coverRows(
  rows: readonly TableRow[],
  groups: readonly number[],
  subtotals: readonly Subtotal[],
): readonly TableRow[] {
  const covered = [...rows];
  for (const { index, isAbove } of subtotals) {
    const row = at(rows, index);
    const step = isAbove ? 1 : -1;
    let last = index;
    while (isCovered(rows[last + step]) && groups[last + step] === groups[index]) last += step;
    if (last !== index) {
      covered[index] = { ...row, covers: isAbove ? { first: index + 1, last } : { first: last, last: index - 1 } };
    } else if (row.unit !== undefined) covered[index] = { ...row, role: "data" };
  }
  return covered;
}

function isCovered(candidate: TableRow | undefined): boolean {
  return candidate !== undefined && (candidate.role === "data" || candidate.role === "own");
}
