// Rows of headings → one list of tiers per column, whatever was merged and whatever only looks merged.

import type { CellAddress, CellRange } from "../model/cell-address.js";
import type { Grid } from "../model/grid.js";
import { shownText } from "../model/grid.js";
import { at } from "../model/outcome.js";
import { tidyText } from "../model/text.js";
import { isShown } from "./cell-kinds.js";
import type { HeadingBand } from "./heading-band.js";

/** A column and the texts above it, the highest first; `row` is where the lowest of them stands. */
export interface ColumnTiers {
  readonly column: number;
  readonly row: number;
  readonly tiers: readonly string[];
  /** Where each tier's text stands. */
  readonly cells: readonly CellAddress[];
}

interface TierCell {
  readonly text: string;
  readonly row: number;
  /** First column of the cell, where its text stands. */
  readonly anchor: number;
}

/**
 * Tiers of each column that has a text of its own.
 *
 *   STT   Gia đình học tập            STT
 *         Tổng số   Công nhận    →    Gia đình học tập, Tổng số
 *                                     Gia đình học tập, Công nhận
 *
 * A text merged to the right belongs to all its columns, one merged downwards counts once. A text without a merge
 * that has blanks beside it and texts below belongs to the columns up to the next text of its tier, but not beyond
 * the tier above.
 */
export function tiersOf(grid: Grid, band: HeadingBand): readonly ColumnTiers[] {
  const height = band.bottom - band.top + 1;
  const own: Map<number, TierCell>[] = Array.from({ length: height }, () => new Map());
  const spread: Map<number, TierCell>[] = Array.from({ length: height }, () => new Map());
  const columns = new Set<number>();
  for (let tier = 0; tier < height; tier += 1) {
    const row = band.top + tier;
    if (row > grid.rowCount) break;
    for (let index = at(grid.rowStarts, row); index < at(grid.rowStarts, row + 1); index += 1) {
      if (!isShown(grid, index)) continue;
      const column = at(grid.columns, index);
      const cell = { text: tidyText(shownText(grid, index)), row, anchor: column };
      at(own, tier).set(column, cell);
      columns.add(column);
      for (let right = column; right <= rightOf(band.merges, row, column); right += 1)
        at(spread, tier).set(right, cell);
    }
  }
  const ordered = [...columns].sort((a, b) => a - b);
  for (let tier = 0; tier < height - 1; tier += 1) extendRight({ own, spread, merges: band.merges, ordered }, tier);
  return ordered.flatMap((column) => columnTiers(spread, column));
}

interface Tiers {
  readonly own: readonly Map<number, TierCell>[];
  readonly spread: readonly Map<number, TierCell>[];
  readonly merges: readonly CellRange[];
  readonly ordered: readonly number[];
}

/** Lets unmerged texts of a tier reach over the blanks to their right that have texts of their own below. */
function extendRight({ own, spread, merges, ordered }: Tiers, tier: number): void {
  const here = at(spread, tier);
  const hasBelow = (column: number): boolean => own.some((cells, other) => other > tier && cells.has(column));
  let open: TierCell | undefined;
  for (const column of ordered) {
    const text = at(own, tier).get(column);
    if (text !== undefined) {
      open = hasBelow(column) && !isMerged(merges, text) ? text : undefined;
    } else if (here.has(column) || isGroupStart(own, tier, column)) {
      open = undefined;
    } else if (open !== undefined && hasBelow(column)) {
      here.set(column, open);
    }
  }
}

/** True where a higher tier has a text of its own in this column: what stands left of it ends there. */
function isGroupStart(own: readonly Map<number, TierCell>[], tier: number, column: number): boolean {
  return own.some((cells, other) => other < tier && cells.has(column));
}

function isMerged(merges: readonly CellRange[], cell: TierCell): boolean {
  return merges.some((merge) => merge.top === cell.row && merge.left === cell.anchor && merge.right > merge.left);
}

function rightOf(merges: readonly CellRange[], row: number, column: number): number {
  return merges.find((merge) => merge.top === row && merge.left === column)?.right ?? column;
}

/** The tiers of a column; none where its lowest text belongs to a column further left. */
function columnTiers(spread: readonly Map<number, TierCell>[], column: number): readonly ColumnTiers[] {
  const tiers: string[] = [];
  const places: CellAddress[] = [];
  let lowest: TierCell | undefined;
  for (const cells of spread) {
    const cell = cells.get(column);
    if (cell === undefined) continue;
    if (tiers.at(-1) !== cell.text) {
      tiers.push(cell.text);
      places.push({ row: cell.row, column: cell.anchor });
    }
    lowest = cell;
  }
  if (lowest === undefined || lowest.anchor !== column) return [];
  return [{ column, row: lowest.row, tiers, cells: places }];
}
