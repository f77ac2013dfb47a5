// The text of a label's value: its own cell, or the part after the colon where label and value share one.

import { cellIndex, type Grid, shownText } from "../model/grid.js";
import type { RecognisedPairs } from "../model/recognised.js";

type Pair = Pick<RecognisedPairs["pairs"][number], "label" | "value">;

/** True for «Dân số: 5.200» in one cell. */
export function isSharedCell({ label, value }: Pair): boolean {
  return label.row === value.row && label.column === value.column;
}

/** The value as typed, without white space at the ends; "" for nothing. */
export function pairText(grid: Grid, pair: Pair): string {
  const text = shownText(grid, cellIndex(grid, pair.value.row, pair.value.column));
  return (isSharedCell(pair) ? text.slice(text.indexOf(":") + 1) : text).trim();
}
