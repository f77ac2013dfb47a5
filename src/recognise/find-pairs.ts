// Labels with their values: covers laid out downwards, sideways, in several columns, or «label: value» in one cell.
// Finds cells only; no value is read here.

import type { CellAddress } from "../model/cell-address.js";
import { cellIndex, type Grid, shownText } from "../model/grid.js";
import { at } from "../model/outcome.js";
import { sameText } from "../model/text.js";
import { isShown, NUMBER, textIn } from "./cell-kinds.js";
import type { LabelHit, TextHints } from "./text-hints.js";

/** A label, and the cell its value stands in or would stand in. */
export interface LabelFound {
  readonly hit: LabelHit;
  readonly label: CellAddress;
  readonly value: CellAddress;
  readonly hasValue: boolean;
}

/** The measure printed between a label and its value («hộ», «người»), by field code. */
export type MeasureOf = (code: string) => string | undefined;

interface Label {
  readonly hit: LabelHit;
  readonly cell: CellAddress;
  /** Filled cells to the right, up to the next label of the row. */
  readonly right: readonly number[];
  readonly isAlone: boolean;
}

/** No cover has so many labels; a sheet that has them is none, and is not searched for hours. */
const MOST_LABELS = 5_000;
const NO_LABELS: readonly LabelFound[] = [];
const CODE_IN_BRACKETS = /^[([]\s*\p{L}?\d{0,3}\s*[)\]]$/u;

/** Labels of the rows `from` to `to` with the places of their values. */
export function labelsIn(
  grid: Grid,
  rows: { readonly from: number; readonly to: number },
  know: { readonly hints: TextHints; readonly measureOf: MeasureOf },
): readonly LabelFound[] {
  const all: Label[] = [];
  for (let row = Math.max(1, rows.from); row <= Math.min(rows.to, grid.rowCount); row += 1) {
    const labels = labelsOfRow(grid, row, know);
    if (labels === undefined) break;
    for (const label of labels) all.push(label);
    if (all.length > MOST_LABELS) return [];
  }
  return all.length === 0 ? NO_LABELS : placed(grid, all);
}

/** The labels with their values. Most rows above a table have none: that is seen without what is done here. */
function placed(grid: Grid, all: readonly Label[]): readonly LabelFound[] {
  const columns = groupByColumn(all);
  const main = mainColumn(columns);
  const isLabel = new Set(all.map(({ cell }) => cellIndex(grid, cell.row, cell.column)));
  const found: LabelFound[] = [];
  for (const labels of columns.values()) {
    const kept: Label[] = [];
    for (const label of labels) if (!isColumnTitle(grid, label, { main, isLabel })) kept.push(label);
    for (const value of valuesOf(grid, kept, isLabel)) found.push(value);
  }
  return found.sort((a, b) => a.label.row - b.label.row || a.label.column - b.label.column);
}

function groupByColumn(labels: readonly Label[]): ReadonlyMap<number, readonly Label[]> {
  const columns = new Map<number, Label[]>();
  for (const label of labels) {
    const list = columns.get(label.cell.column);
    if (list === undefined) columns.set(label.cell.column, [label]);
    else list.push(label);
  }
  return columns;
}

/** The column in which most labels stand, three at least. */
function mainColumn(columns: ReadonlyMap<number, readonly Label[]>): number | undefined {
  let main: number | undefined;
  let most = 2;
  for (const [column, labels] of columns) {
    if (labels.length <= most) continue;
    most = labels.length;
    main = column;
  }
  return main;
}

/** True for «Mã số», «Đơn vị tính» above the columns of a cover: beside them another title stands above the labels. */
function isColumnTitle(
  grid: Grid,
  { hit, cell }: Label,
  { main, isLabel }: { readonly main: number | undefined; readonly isLabel: ReadonlySet<number> },
): boolean {
  if (main === undefined || cell.column <= main || hit.rest !== "") return false;
  const beside = cellIndex(grid, cell.row, main);
  return beside >= 0 && isShown(grid, beside) && !isLabel.has(beside);
}

/** The labels of a row; undefined where a signature block begins, below which «Người lập biểu» is no label. */
function labelsOfRow(
  grid: Grid,
  row: number,
  { hints, measureOf }: { readonly hints: TextHints; readonly measureOf: MeasureOf },
): readonly Label[] | undefined {
  const found: { readonly hit: LabelHit; readonly cell: CellAddress; readonly right: number[] }[] = [];
  for (let index = at(grid.rowStarts, row); index < at(grid.rowStarts, row + 1); index += 1) {
    if (!isShown(grid, index)) continue;
    const text = textIn(grid, index);
    const hint = text === undefined ? undefined : hints(text);
    if (hint?.isSigned === true) return undefined;
    const open = found.at(-1);
    if (text !== undefined && open !== undefined && isBetween(text, open.hit, measureOf)) continue;
    const hit = hint?.label;
    if (hit !== undefined) found.push({ hit, cell: { row, column: at(grid.columns, index) }, right: [] });
    else open?.right.push(index);
  }
  const labels: Label[] = [];
  for (const { hit, cell, right } of found) labels.push({ hit, cell, right, isAlone: found.length === 1 });
  return labels;
}

/** True for what is printed between a label and its value: «(1)», «người». */
export function isBetween(text: string, hit: LabelHit, measureOf: MeasureOf): boolean {
  if ((text.includes("(") || text.includes("[")) && CODE_IN_BRACKETS.test(text.trim())) return true;
  return hit.entries.some(({ field }) => {
    const measure = measureOf(field.code);
    return measure !== undefined && text.length <= measure.length * 2 + 2 && sameText(measure) === sameText(text);
  });
}

/** Values for labels that stand under one another. Most of them have theirs in one column: there the others' would be. */
function valuesOf(grid: Grid, labels: readonly Label[], isLabel: ReadonlySet<number>): readonly LabelFound[] {
  const skip = numberingColumn(grid, labels);
  const rights = labels.map(({ right }) => right.find((index) => at(grid.columns, index) !== skip));
  const usual = mostCommon(rights.flatMap((index) => (index === undefined ? [] : [at(grid.columns, index)])));
  return labels.map((label, position) => {
    const { hit, cell } = label;
    if (hit.rest !== "") return { hit, label: cell, value: cell, hasValue: true };
    const index = rights[position];
    const column = index === undefined ? undefined : at(grid.columns, index);
    if (column !== undefined && (usual === undefined || column <= usual)) {
      return { hit, label: cell, value: { row: cell.row, column }, hasValue: true };
    }
    const below =
      usual === undefined && (!label.isAlone || labels.length === 1) ? valueBelow(grid, cell, isLabel) : undefined;
    if (below !== undefined) return { hit, label: cell, value: below, hasValue: true };
    return { hit, label: cell, value: { row: cell.row, column: usual ?? cell.column + 1 }, hasValue: false };
  });
}

/** The cell under a label, if it is filled and no label itself. */
function valueBelow(grid: Grid, label: CellAddress, isLabel: ReadonlySet<number>): CellAddress | undefined {
  const merge = grid.merges.find(({ top, left }) => top === label.row && left === label.column);
  const row = (merge?.bottom ?? label.row) + 1;
  const index = cellIndex(grid, row, label.column);
  return index < 0 || isLabel.has(index) || !isShown(grid, index) ? undefined : { row, column: label.column };
}

/** A column of running numbers (1, 2, 3 …) between labels and values, which is no value. */
function numberingColumn(grid: Grid, labels: readonly Label[]): number | undefined {
  const firsts = labels.map(({ right }) => right[0]).filter((index) => index !== undefined);
  if (firsts.length < 3 || firsts.length < labels.length) return undefined;
  const column = at(grid.columns, at(firsts, 0));
  const isRunning = firsts.every((index, position) => {
    const before = firsts[position - 1];
    if (at(grid.columns, index) !== column) return false;
    const value = plainNumber(grid, index);
    return value !== undefined && (before === undefined || value === (plainNumber(grid, before) ?? Number.NaN) + 1);
  });
  const isFollowed = labels.some(({ right }) => right.length > 1);
  return isRunning && isFollowed ? column : undefined;
}

function plainNumber(grid: Grid, index: number): number | undefined {
  const text = shownText(grid, index).trim();
  return at(grid.kinds, index) === NUMBER || /^\d{1,3}$/.test(text) ? Number(text) : undefined;
}

function mostCommon(columns: readonly number[]): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const column of new Set(columns)) {
    const count = columns.filter((other) => other === column).length;
    if (count <= most) continue;
    most = count;
    best = column;
  }
  return best;
}
