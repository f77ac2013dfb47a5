// Where the headings of a table may stand: the rows of one to four tiers around a row that looks like headings.
// Judges by words and merges only; whether a form fits is decided later.

import type { CellRange } from "../model/cell-address.js";
import type { Grid } from "../model/grid.js";
import { at } from "../model/outcome.js";
import { BLANK, COVERED, columnOf, isBlankRow, NUMBER, rowStart, textIn } from "./cell-kinds.js";
import { type HeadingHint, NO_HEADING } from "./heading-hint.js";
import type { TextHints } from "./text-hints.js";

/** Rows of headings, both inclusive, and the merges that touch them. */
export interface HeadingBand {
  readonly top: number;
  readonly bottom: number;
  readonly merges: readonly CellRange[];
}

const MOST_TIERS = 4;
/** No form has so many columns: a row with more texts is no row of headings, and is not matched for minutes. */
const MOST_HEADINGS = 600;
/** Known texts in a row that has a name column, the row below included; in a row that has none. */
const WITH_NAME = 3;
const WITHOUT_NAME = 4;

/** A text of a row that may be headings; of a year only its place counts. */
interface FoundText {
  readonly column: number;
  readonly text: string;
  readonly hint: HeadingHint;
}

/** A band with what finding it rested on beside its own texts. */
export interface FoundBand {
  readonly band: HeadingBand;
  /** The row from which it was found. */
  readonly row: number;
  /** All merges around that row. */
  readonly near: readonly CellRange[];
  /** Columns whose heading may name rows; «Chi hội» may also be the upper tier of figures. */
  readonly names: readonly number[];
  readonly firstColumn: number;
}

/**
 * The band of headings at `row`; undefined where the row does not look like headings: too few of its texts are known
 * from headings, or it stands alone and no figure could stand below it. A single blank row between tiers is passed over.
 */
export function bandAt(grid: Grid, row: number, hints: TextHints): FoundBand | undefined {
  if (isUnfit(grid, row)) return undefined;
  const texts = textsOf(grid, row, hints) ?? [];
  const names: number[] = [];
  for (const { column, hint } of texts) if (hint.isName) names.push(column);
  const hits = hitsIn(texts);
  if (names.length === 0 && hits < WITHOUT_NAME) return undefined;
  if (names.length > 0 && hits + hitsIn(textsOf(grid, row + 1, hints) ?? []) < WITH_NAME) return undefined;
  const near = grid.merges.filter((merge) => isNear(merge, row));
  const given = { grid, near, hints, names, firstColumn: at(texts, 0).column };
  let top = row;
  while (row - top < MOST_TIERS - 1 && isUpperTier(given, top - 1)) top -= 1;
  let bottom = bottomOfMerges(near, row);
  for (let next = below(given, top, bottom); next !== undefined; next = below(given, top, bottom)) bottom = next;
  if (top === bottom && !texts.some(({ hint }) => hint.isFigure)) return undefined;
  const merges = near.filter((merge) => merge.bottom >= top && merge.top <= bottom);
  return { band: { top, bottom, merges }, row, near, names, firstColumn: given.firstColumn };
}

/**
 * True where a band that stands in a sheet, text for text and merge for merge, is all of the band there: no row above
 * joins it and none below, and its own rows are enough to find it.
 */
export function isWholeBand(grid: Grid, found: FoundBand, hints: TextHints): boolean {
  const { band, row, near, names, firstColumn } = found;
  const given = { grid, near, hints, names, firstColumn };
  const isSingle = names.length > 0 && row === band.bottom;
  if (isSingle && hitsIn(textsOf(grid, row, hints) ?? []) < WITH_NAME) return false;
  if (row - band.top < MOST_TIERS - 1 && isUpperTier(given, band.top - 1)) return false;
  return below(given, band.top, band.bottom) === undefined;
}

/** True for a merge that may touch a band found from `row`. */
export function isNear(merge: CellRange, row: number): boolean {
  return merge.bottom >= row - MOST_TIERS && merge.top <= row + MOST_TIERS;
}

/** The row below that belongs to the band, if any. */
function below(given: Surroundings, top: number, bottom: number): number | undefined {
  if (bottom - top >= MOST_TIERS - 1) return undefined;
  const next = isBlankRow(given.grid, bottom + 1) ? bottom + 2 : bottom + 1;
  return isLowerTier(given, next) ? next : undefined;
}

/** True for a row with too many texts for headings, or, with the next one, too few, as title lines have; none is looked up. */
function isUnfit(grid: Grid, row: number): boolean {
  const here = countTexts(grid, row);
  return here === 0 || here > MOST_HEADINGS || (here < WITH_NAME && here + countTexts(grid, row + 1) < WITH_NAME);
}

function countTexts(grid: Grid, row: number): number {
  if (row > grid.rowCount) return 0;
  let count = 0;
  const end = rowStart(grid, row + 1);
  for (let index = rowStart(grid, row); index < end; index += 1) {
    if (isFigure(grid, index)) return 0;
    if (textIn(grid, index) !== undefined) count += 1;
  }
  return count;
}

function hitsIn(texts: readonly FoundText[]): number {
  let hits = 0;
  for (const { hint } of texts) if (hint.isHeading || hint.isUpperTier || hint.isLowerTier) hits += 1;
  return hits;
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
  for (const { column, text, hint } of textsOf(grid, row, hints) ?? []) {
    const merge = near.find((range) => range.top <= row && range.bottom >= row && range.left === column);
    const right = merge?.right ?? column;
    const isAboveName = names.length > 0 && names.every((name) => column <= name && right >= name);
    const label = hints(text).label;
    if (isAboveName || (label !== undefined && label.rest !== "")) return false;
    if (hint.isUpperTier && (position > 0 || names.length === 0 || column > Math.min(...names))) known += 1;
    if (right > column) wide += 1;
    position += 1;
  }
  return known > 0 || wide > 1;
}

/** A row below: nothing under the name, no figures, a known ending of a heading, and not a group's line («Trường học»). */
function isLowerTier({ grid, hints, names, firstColumn }: Surroundings, row: number): boolean {
  const texts = textsOf(grid, row, hints) ?? [];
  if (names.length > 0 && names.every((name) => texts.some(({ column }) => column === name))) return false;
  const isKnown = texts.some(({ hint }) => hint.isLowerTier || hint.isHeading);
  const isGroupLine = texts.length === 1 && texts.some(({ column }) => column <= firstColumn);
  return isKnown && !isGroupLine;
}

/** The texts of a row; undefined where a figure stands in it or where there is no such row. */
function textsOf(grid: Grid, row: number, hints: TextHints): readonly FoundText[] | undefined {
  if (row < 1 || row > grid.rowCount) return undefined;
  const end = rowStart(grid, row + 1);
  for (let index = rowStart(grid, row); index < end; index += 1) if (isFigure(grid, index)) return undefined;
  const found: FoundText[] = [];
  for (let index = rowStart(grid, row); index < end; index += 1) {
    const text = textIn(grid, index);
    if (text !== undefined) found.push({ column: columnOf(grid, index), text, hint: hints(text).heading });
    else if (isYear(grid, index)) found.push({ column: columnOf(grid, index), text: "", hint: NO_HEADING });
  }
  return found;
}

/** True for a cell with something other than a text or an error in it; a year is no figure. */
function isFigure(grid: Grid, index: number): boolean {
  const kind = grid.kinds[index];
  return kind !== BLANK && kind !== COVERED && grid.textIds[index] === 0 && !isYear(grid, index);
}

/** True for a number that may be the year of a column. */
export function isYear(grid: Grid, index: number): boolean {
  const value = grid.numbers[index];
  return (
    grid.kinds[index] === NUMBER && value !== undefined && Number.isInteger(value) && value >= 1990 && value <= 2100
  );
}

function bottomOfMerges(merges: readonly CellRange[], row: number): number {
  let bottom = row;
  for (const merge of merges) {
    if (merge.top === row && merge.bottom > bottom && merge.bottom < row + MOST_TIERS) bottom = merge.bottom;
  }
  return bottom;
}
