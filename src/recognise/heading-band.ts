// Where the headings of a table may stand: the rows of one to four tiers around a row that looks like headings.
// Judges by words and merges only; whether a form fits is decided later.

import type { CellRange } from "../model/cell-address.js";
import type { Grid } from "../model/grid.js";
import { at } from "../model/outcome.js";
import { BLANK, COVERED, isBlankRow, NUMBER, textIn } from "./cell-kinds.js";
import type { TextHint, TextHints } from "./text-hints.js";

/** Rows of headings, both inclusive, and the merges that touch them. */
export interface HeadingBand {
  readonly top: number;
  readonly bottom: number;
  readonly merges: readonly CellRange[];
}

const MOST_TIERS = 4;

interface HeadingRow {
  /** Columns whose heading may name rows; «Chi hội» may also be the upper tier of figures. */
  readonly names: readonly number[];
  readonly firstColumn: number;
  readonly hits: number;
}

/**
 * The band of headings at `row`; undefined where the row does not look like headings. A single blank row between tiers
 * is passed over.
 */
export function bandAt(grid: Grid, row: number, hints: TextHints): HeadingBand | undefined {
  const here = headingRowAt(grid, row, hints);
  if (here.hits === 0) return undefined;
  const below = here.names.length === 0 ? 0 : headingRowAt(grid, row + 1, hints).hits;
  const looksRight = here.names.length === 0 ? here.hits >= 4 : here.hits + below >= 3;
  if (!looksRight) return undefined;
  const near = grid.merges.filter((merge) => merge.bottom >= row - MOST_TIERS && merge.top <= row + MOST_TIERS);
  let top = row;
  while (row - top < MOST_TIERS - 1 && isUpperTier({ grid, near, hints, ...here }, top - 1)) top -= 1;
  let bottom = bottomOfMerges(near, row);
  while (bottom - top < MOST_TIERS - 1) {
    const next = isBlankRow(grid, bottom + 1) ? bottom + 2 : bottom + 1;
    if (!isLowerTier({ grid, near, hints, ...here }, next)) break;
    bottom = next;
  }
  return { top, bottom, merges: near.filter((merge) => merge.bottom >= top && merge.top <= bottom) };
}

/** The name heading of a row and how many of its texts are known from headings; none where a figure stands in it. */
function headingRowAt(grid: Grid, row: number, hints: TextHints): HeadingRow {
  const names: number[] = [];
  let firstColumn = 0;
  let hits = 0;
  for (const { column, hint, isFigure } of textsOf(grid, row, hints)) {
    if (isFigure) return { names: [], firstColumn, hits: 0 };
    if (firstColumn === 0) firstColumn = column;
    if (hint.isName) names.push(column);
    if (hint.isHeading || hint.isUpperTier || hint.isLowerTier) hits += 1;
  }
  return { names, firstColumn, hits };
}

interface Surroundings {
  readonly grid: Grid;
  readonly near: readonly CellRange[];
  readonly hints: TextHints;
  readonly names: readonly number[];
  readonly firstColumn: number;
}

/** A row above: known beginnings of headings, not above the name (that would be a title) and not in the first column. */
function isUpperTier({ grid, near, hints, names }: Surroundings, row: number): boolean {
  let known = 0;
  let wide = 0;
  let position = 0;
  for (const { column, hint, isFigure } of textsOf(grid, row, hints)) {
    const merge = near.find((range) => range.top <= row && range.bottom >= row && range.left === column);
    const right = merge?.right ?? column;
    const isAboveName = names.length > 0 && names.every((name) => column <= name && right >= name);
    if (isFigure || isAboveName || (hint.label !== undefined && hint.label.rest !== "")) return false;
    if (hint.isUpperTier && (position > 0 || names.length === 0 || column > Math.min(...names))) known += 1;
    if (right > column) wide += 1;
    position += 1;
  }
  return known > 0 || wide > 1;
}

/** A row below: nothing under the name, no figures, a known ending of a heading, and not a group's line («Trường học»). */
function isLowerTier({ grid, hints, names, firstColumn }: Surroundings, row: number): boolean {
  let known = 0;
  const texts = textsOf(grid, row, hints);
  if (names.length > 0 && names.every((name) => texts.some(({ column }) => column === name))) return false;
  for (const { hint, isFigure } of texts) {
    if (isFigure) return false;
    if (hint.isLowerTier || hint.isHeading) known += 1;
  }
  const isGroupLine = texts.length === 1 && texts.some(({ column }) => column <= firstColumn);
  return known > 0 && !isGroupLine;
}

interface FoundText {
  readonly column: number;
  readonly hint: TextHint;
  /** A cell that is no text: its hint counts for nothing. A year is no figure. */
  readonly isFigure: boolean;
}

function textsOf(grid: Grid, row: number, hints: TextHints): readonly FoundText[] {
  if (row < 1 || row > grid.rowCount) return [];
  const found: FoundText[] = [];
  for (let index = at(grid.rowStarts, row); index < at(grid.rowStarts, row + 1); index += 1) {
    const kind = at(grid.kinds, index);
    if (kind === BLANK || kind === COVERED) continue;
    const text = textIn(grid, index);
    const column = at(grid.columns, index);
    if (text !== undefined) found.push({ column, hint: hints(text), isFigure: false });
    else if (kind === NUMBER && isYear(at(grid.numbers, index)))
      found.push({ column, hint: hints(""), isFigure: false });
    else if (at(grid.texts, index) === "") found.push({ column, hint: hints(""), isFigure: true });
  }
  return found;
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1990 && value <= 2100;
}

function bottomOfMerges(merges: readonly CellRange[], row: number): number {
  let bottom = row;
  for (const merge of merges) {
    if (merge.top === row && merge.bottom > bottom && merge.bottom < row + MOST_TIERS) bottom = merge.bottom;
  }
  return bottom;
}
