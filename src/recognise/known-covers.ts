// Covers met before. Workbooks of one collection share their cover: the same labels in the same cells, other values beside
// them. Where only values differ, and none of them means anything by itself, the pairs are those already found.

import type { CellRange } from "../model/cell-address.js";
import type { Form } from "../model/form.js";
import { type Grid, storedText } from "../model/grid.js";
import type { RecognisedPairs } from "../model/recognised.js";
import { hasMerges } from "./band-cells.js";
import { BLANK, COVERED, columnOf, isShown, NUMBER, textIn } from "./cell-kinds.js";
import { isBetween, type LabelFound, type MeasureOf } from "./find-pairs.js";
import { bandAt, isYear } from "./heading-band.js";
import type { CoverReading } from "./read-cover.js";
import type { SheetReading } from "./read-sheet.js";
import { type LabelHit, NO_HINT, type TextHints } from "./text-hints.js";

/** A sheet that is a cover and nothing else. */
export interface KnownCover {
  readonly sheet: SheetReading;
  readonly cover: CoverReading;
}

export interface KnownCovers {
  /** The cover that a sheet is; undefined where it differs from all known ones in more than its values. */
  readonly recall: (grid: Grid) => KnownCover | undefined;
  /** Keeps a cover, if what was found on it does not depend on its values. */
  readonly keep: (sheet: SheetReading, cover: CoverReading | undefined) => void;
}

interface Meaning {
  readonly hints: TextHints;
  readonly measureOf: MeasureOf;
}

/** A cell that every sheet of the kind has. */
interface CoverCell {
  readonly row: number;
  readonly column: number;
  readonly kind: number;
  /** What stands in it; undefined where anything may that means nothing. */
  readonly fixed: { readonly text: string | undefined; readonly number: number | undefined } | undefined;
  /** The label to the left, between which and its value measures and codes are passed over. */
  readonly label: LabelHit | undefined;
}

/** What is kept of a cover: all but its grid. */
interface Kept {
  readonly labels: readonly LabelFound[];
  readonly form: Form;
  readonly pairs: RecognisedPairs["pairs"];
  readonly met: CoverReading["met"];
  readonly said: CoverReading["said"];
  readonly cells: readonly CoverCell[];
  readonly merges: readonly CellRange[];
  readonly hasYear: boolean;
}

const MOST_CELLS = 400;
const KEPT_NAMES = 50;
const KEPT_PER_NAME = 4;

/** An empty store of covers; it keeps the last few under each name of a sheet. */
export function createKnownCovers(meaning: Meaning): KnownCovers {
  const kept = new Map<string, readonly Kept[]>();
  return {
    recall: (grid) => {
      const known = kept.get(grid.name)?.find((cover) => isSame(grid, cover, meaning));
      return known === undefined ? undefined : coverOn(grid, known);
    },
    keep: ({ grid, tables, titles, labels }, cover) => {
      if (cover === undefined || tables.length > 0 || !cover.isSettled || hasBands(grid, meaning)) return;
      if (!titles.every(({ code }) => cover.said.has(code))) return;
      const cells = coverCells(grid, meaning);
      if (cells === undefined) return;
      if (kept.size >= KEPT_NAMES) kept.clear();
      const others = kept.get(grid.name) ?? [];
      const { met, said } = cover;
      const { form, pairs } = cover.pairs;
      const known = { labels, form, pairs, met, said, cells, merges: grid.merges, hasYear: hasYear(grid) };
      kept.set(grid.name, [known, ...others.slice(0, KEPT_PER_NAME - 1)]);
    },
  };
}

/** What was found on the sheets before, on this one. Its title lines say only what its own labels say. */
function coverOn(grid: Grid, { labels, form, pairs, met, said }: Kept): KnownCover {
  return {
    sheet: { grid, tables: [], titles: [], labels, isCut: false },
    cover: { pairs: { kind: "pairs", grid, form, pairs }, met, said, findings: [], isSettled: true },
  };
}

function hasBands(grid: Grid, meaning: Meaning): boolean {
  for (let row = 1; row <= grid.rowCount; row += 1) if (bandAt(grid, row, meaning.hints) !== undefined) return true;
  return false;
}

/**
 * The cells of a cover; undefined where they are too many, or where more than one cell stands beside a label: then a
 * column of running numbers may stand among them, which is told by its values.
 */
function coverCells(grid: Grid, meaning: Meaning): readonly CoverCell[] | undefined {
  const cells: CoverCell[] = [];
  let open: { readonly row: number; readonly hit: LabelHit; values: number } | undefined;
  for (let index = 0; index < grid.rows.length; index += 1) {
    const [row, kind] = [grid.rows[index], grid.kinds[index]];
    if (row === undefined || kind === undefined || kind === BLANK || kind === COVERED) continue;
    if (cells.length === MOST_CELLS) return undefined;
    if (open?.row !== row) open = undefined;
    const text = textIn(grid, index);
    const hit = text === undefined ? undefined : meaning.hints(text).label;
    const label = open?.hit;
    if (hit !== undefined) open = { row, hit, values: 0 };
    else if (open !== undefined && isShown(grid, index)) open.values += 1;
    if (open !== undefined && open.values > 1) return undefined;
    const fixed = isFree(grid, index, { label, meaning })
      ? undefined
      : { text: storedText(grid, index), number: grid.numbers[index] };
    cells.push({ row, column: columnOf(grid, index), kind, fixed, label });
  }
  return cells;
}

/** Numbers that may be years may also stand among headings: where there are any, the sheet is looked through for them. */
function isSame(grid: Grid, cover: Kept, meaning: Meaning): boolean {
  if (!hasSameCells(grid, cover.cells, meaning) || !hasMerges(grid, cover.merges, () => true)) return false;
  return !(cover.hasYear || hasYear(grid)) || !hasBands(grid, meaning);
}

function hasYear(grid: Grid): boolean {
  for (let index = 0; index < grid.rows.length; index += 1) if (isYear(grid, index)) return true;
  return false;
}

function hasSameCells(grid: Grid, cells: readonly CoverCell[], meaning: Meaning): boolean {
  let position = 0;
  for (let index = 0; index < grid.rows.length; index += 1) {
    const kind = grid.kinds[index];
    if (kind === BLANK || kind === COVERED) continue;
    const cell = cells[position];
    if (cell === undefined || cell.row !== grid.rows[index] || cell.column !== grid.columns[index]) return false;
    if (cell.kind !== kind) return false;
    const { fixed, label } = cell;
    if (fixed === undefined) {
      if (!isFree(grid, index, { label, meaning })) return false;
    } else if (fixed.text !== storedText(grid, index) || !Object.is(fixed.number, grid.numbers[index])) return false;
    position += 1;
  }
  return position === cells.length;
}

interface Beside {
  readonly label: LabelHit | undefined;
  readonly meaning: Meaning;
}

/**
 * True for a cell on which nothing hangs: a number, or a text that is no heading, no label, no statement, and nothing that
 * is passed over beside its label.
 */
function isFree(grid: Grid, index: number, { label, meaning }: Beside): boolean {
  if (grid.kinds[index] === NUMBER) return true;
  const text = textIn(grid, index);
  if (text === undefined || meaning.hints(text) !== NO_HINT) return false;
  return label === undefined || !isBetween(text, label, meaning.measureOf);
}
