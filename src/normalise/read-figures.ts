// The figure cells of a row → the store. One pass over the stored cells; a plain number costs nothing more. Every cell
// of the row gets its mark on the way, so that none falls out of the control total.

import type { CellAddress } from "../model/cell-address.js";
import type { FindingDraft } from "../model/finding.js";
import { CELL_KINDS, type Grid, kindAt, shownText, storedText } from "../model/grid.js";
import { vietnameseNumber } from "../model/number-text.js";
import { assertNever, at } from "../model/outcome.js";
import type { UnitKey } from "../model/unit.js";
import { type SheetMarks, USED } from "./cell-tally.js";
import { columnHabits, type FigureArea, type FigureColumn, type FormColumn, withHabits } from "./figure-columns.js";
import { type FigureLog, type FigureStore, KNOWN, keepTyped, storeReading } from "./figure-store.js";
import { type NumberReading, refusedNumber } from "./number-column.js";
import { type FigurePlace, refusalDraft } from "./number-findings.js";
import { readNumberText, readStoredNumber, refuseDate } from "./read-number.js";
import { plainRatio } from "./read-ratio.js";
import type { TableLayout } from "./table-layout.js";

export interface FigureReader {
  readonly file: string;
  readonly sheet: SheetMarks;
  readonly date1904: boolean;
  readonly layout: TableLayout;
  /** Rows that hold figures. */
  readonly area: FigureArea;
  /** Columns that were looked at more closely, by slot. */
  readonly looked: (FigureColumn | undefined)[];
  /** Mark for a cell of a column that holds no figure. */
  readonly otherMarks: Uint16Array;
  readonly store: FigureStore;
  readonly log: FigureLog;
  readonly percent: KnownFormat;
}

export interface RowOfFigures {
  readonly row: number;
  /** Index of the row's first figure in the store. */
  readonly base: number;
  readonly unit: UnitKey | undefined;
}

const NUMBER = CELL_KINDS.indexOf("number");
const BLANK = CELL_KINDS.indexOf("blank");
const TEXT = CELL_KINDS.indexOf("text");
/** Marks of a cell without a formula, and of a formula that reads another workbook. */
const NO_FORMULA = 0;
export const LINKED = 2;
/** Above it an amount on a sheet in thousands, millions or more is looked at more closely. */
const PLAIN_LIMIT = 1e12;

/** Reads all figure cells of one sheet row. Findings: V-K05 … V-K09 at the cell; the log takes what is said per sheet. */
export function readRowFigures(reader: FigureReader, place: RowOfFigures): void {
  const { otherMarks, store } = reader;
  const { slots, factors, shownFactors } = reader.layout;
  const { grid, marks } = reader.sheet;
  const { numbers, columns, kinds, formulas, rowStarts } = grid;
  const { values, states } = store;
  const end = rowStarts[place.row + 1] ?? -1;
  for (let index = rowStarts[place.row] ?? end; index < end; index += 1) {
    const column = columns[index] ?? -1;
    const slot = slots[column] ?? -1;
    if (slot < 0) {
      markOther(marks, index, otherMarks[column]);
      continue;
    }
    marks[index] = USED;
    const kind = kinds[index];
    if (kind === BLANK) continue;
    const target = place.base + slot;
    // NaN, not undefined, in the place of a number: the engine would make an object of every number that may be either.
    const number = kind === NUMBER && formulas[index] !== LINKED ? (numbers[index] ?? Number.NaN) : Number.NaN;
    const plain = plainFigure(number, factors[slot] ?? Number.NaN);
    if (Number.isNaN(plain)) {
      readLessPlain(reader, index, { slot, target, unit: place.unit });
      continue;
    }
    values[target] = plain;
    states[target] = KNOWN;
    if (plain / (shownFactors[slot] ?? Number.NaN) !== number) keepTyped(store, target, number);
  }
}

/** A cell of a column without figures: its mark, where what was read from it did not mark it yet. */
function markOther(marks: Uint16Array, index: number, mark: number | undefined): void {
  if (marks[index] !== USED) marks[index] = mark ?? 0;
}

/** A cell that is no whole number: most often blank, or a ratio that can be read in one way only. */
function readLessPlain(reader: FigureReader, index: number, target: Target): void {
  const { grid } = reader.sheet;
  if (saysNothing(grid, index)) return;
  const ratio = ratioAt(reader, index, target.slot);
  if (Number.isNaN(ratio)) {
    readOddCell(reader, index, target);
    return;
  }
  reader.store.values[target.target] = ratio;
  reader.store.states[target.target] = KNOWN;
  const number = grid.numbers[index];
  const shown = ratio / (reader.layout.shownFactors[target.slot] ?? Number.NaN);
  if (shown !== number) keepTyped(reader.store, target.target, number);
}

/** True for a blank cell, and for the empty text of a formula that has nothing to say: «=IF(C5=0;"";D5/C5)». */
function saysNothing({ kinds, textIds }: Grid, index: number): boolean {
  return kinds[index] === BLANK || (kinds[index] === TEXT && textIds[index] === 0);
}

/** The ratio of a stored number, where its column holds ratios and it can be read in one way only; else NaN. */
function ratioAt({ sheet: { grid }, layout, percent }: FigureReader, index: number, slot: number): number {
  const number = grid.numbers[index];
  const column = layout.columns[slot];
  if (number === undefined || column?.kind !== "ratio") return Number.NaN;
  if (grid.kinds[index] !== NUMBER || grid.formulas[index] === LINKED) return Number.NaN;
  return plainRatio({ value: number, isPercentFormat: isPercentFormat(grid, index, percent) }, column);
}

/** What was said last of a format; most cells of a sheet's ratios have the same. */
export interface KnownFormat {
  format: string;
  isPercent: boolean;
}

function isPercentFormat({ styleTable, styles }: Grid, index: number, known: KnownFormat): boolean {
  const format = styleTable[styles[index] ?? -1]?.numberFormat ?? "";
  if (known.format !== format) {
    known.format = format;
    known.isPercent = format.includes("%");
  }
  return known.isPercent;
}

/** The figure of a stored whole number that needs no closer look; NaN where it does, and where one of them is NaN. */
export function plainFigure(number: number, factor: number): number {
  if (number < 0 || !Number.isInteger(number)) return Number.NaN;
  const value = number * factor;
  return value < PLAIN_LIMIT ? value : Number.NaN;
}

interface Target {
  readonly slot: number;
  readonly target: number;
  readonly unit: UnitKey | undefined;
}

function readOddCell(reader: FigureReader, index: number, { slot, target, unit }: Target): void {
  const { store, log, sheet, file, layout } = reader;
  const { grid } = sheet;
  const column = columnAt(reader, slot);
  const reading = readFigureCell(grid, index, { column, date1904: reader.date1904 });
  storeReading(store, target, reading);
  const cell = { row: at(grid.rows, index), column: at(grid.columns, index) };
  const typed = shownText(grid, index);
  noteFigure(log, reading, { cell, typed, column, isLinked: at(grid.formulas, index) === LINKED });
  const isPlain = reading.kind === "known" && typed === String(reading.value / at(layout.shownFactors, slot));
  if (typed !== "" && !isPlain) keepTyped(store, target, typed);
  const refusal = refusalOf(reading, { file, sheet: grid.name, cell, column, unit, typed });
  if (refusal === undefined) return;
  const isComputed = at(grid.formulas, index) !== NO_FORMULA;
  log.findings.add(isComputed ? followingFrom(log, refusal) : refusal);
  if (!log.firstRefused.has(cell.column)) log.firstRefused.set(cell.column, refusal);
}

/** A formula that cannot be taken follows from the first refused cell above it in its column, as a sum does. */
function followingFrom({ firstRefused }: FigureLog, refusal: FindingDraft): FindingDraft {
  const cause = firstRefused.get(refusal.place.cell?.column ?? -1);
  return cause === undefined ? refusal : { ...refusal, cause };
}

/** The column of a slot with its habits on this sheet. */
function columnAt({ layout, area, looked }: FigureReader, slot: number): FigureColumn {
  const known = looked[slot];
  if (known !== undefined) return known;
  const column = withHabits(at(layout.columns, slot), () => columnHabits(area, at(layout.places, slot)));
  looked[slot] = column;
  return column;
}

/** The draft of a figure refused at its own cell; a date is shown as the day that Excel shows. */
export function refusalOf(
  reading: NumberReading,
  place: Pick<FigurePlace, "file" | "sheet" | "cell" | "unit"> & {
    readonly column: FormColumn;
    readonly typed: string;
  },
): FindingDraft | undefined {
  if (reading.kind !== "refused" || reading.code === "V-K04" || reading.code === "V-K13") return undefined;
  const { file, sheet, cell, unit, column, typed } = place;
  const found = reading.code === "V-K08" ? (reading.readings?.[0] ?? typed) : typed;
  return refusalDraft(reading, { file, sheet, cell, unit, code: column.code, heading: column.heading, found });
}

/** Notes what is said once for a sheet: no unit of money, formulas without a result or on other workbooks, tidying. */
export function noteFigure(log: FigureLog, reading: NumberReading, figure: NotedFigure): void {
  const { cell, typed, column } = figure;
  if (reading.kind === "refused" && reading.code === "V-K04") log.isMoneyUndeclared = true;
  if (reading.kind === "refused" && reading.code === "V-K13") log.uncalculated.push(cell);
  if (reading.kind !== "known") return;
  if (figure.isLinked) log.linked.push(cell);
  if (reading.note === undefined) return;
  const alike = log.tidied.get(reading.note);
  const unit = column.kind === "money" ? " đồng" : column.times === 100 ? "%" : "";
  const value = vietnameseNumber(column.kind === "ratio" ? reading.value * column.times : reading.value) + unit;
  if (alike === undefined) log.tidied.set(reading.note, { cells: [cell], typed, value });
  else alike.cells.push(cell);
}

export interface NotedFigure {
  readonly cell: CellAddress;
  readonly typed: string;
  readonly column: FormColumn;
  /** True for a formula that reads another workbook. */
  readonly isLinked: boolean;
}

/** Reads one stored cell as a figure of its column, whatever it holds. */
export function readFigureCell(
  grid: Grid,
  index: number,
  { column, date1904 }: { readonly column: FigureColumn; readonly date1904: boolean },
): NumberReading {
  const kind = kindAt(grid, index);
  switch (kind) {
    case "number":
      return readStoredNumber(
        at(grid.numbers, index),
        at(grid.styleTable, at(grid.styles, index)).numberFormat,
        column,
      );
    case "text":
      return readNumberText(storedText(grid, index), column);
    case "date":
      return refuseDate(at(grid.numbers, index), date1904);
    case "boolean":
      return refusedNumber("V-K05");
    case "error":
      return refusedNumber("V-K09");
    case "uncalculated":
      return refusedNumber("V-K13");
    case "blank":
    case "covered":
      return { kind: "blank" };
    default:
      return assertNever(kind);
  }
}
