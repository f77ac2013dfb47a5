// Label–value pairs of the cover → a FormTable of one row: the figures of the reporting unit itself.

import { CELL_KINDS, cellIndex, type Grid } from "../model/grid.js";
import { at } from "../model/outcome.js";
import type { RecognisedPairs } from "../model/recognised.js";
import type { FormTable, TableRow } from "../model/submission.js";
import { markUsed, type SheetMarks } from "./cell-tally.js";
import type { CoverLayout } from "./cover-layout.js";
import { cleanNumberText } from "./decimal-text.js";
import { type FormColumn, withHabits } from "./figure-columns.js";
import {
  createFigureLog,
  type FigureLog,
  type FigureStore,
  filledPart,
  KNOWN,
  keepTyped,
  storeReading,
} from "./figure-store.js";
import { habitsOf } from "./number-column.js";
import { isSharedCell, pairText } from "./pair-text.js";
import { LINKED, noteFigure, plainFigure, readFigureCell, refusalOf } from "./read-figures.js";
import { readNumberText } from "./read-number.js";
import { reportLog, type TableSettings } from "./read-table.js";

type Pair = RecognisedPairs["pairs"][number];

const NUMBER = CELL_KINDS.indexOf("number");

/** Reads the figures of a cover; labels and values of identity and figures are used. Findings as for tables. */
export function readPairs(cover: RecognisedPairs, settings: TableSettings): FormTable {
  const { grid, pairs } = cover;
  for (const pair of pairs) markPair(settings.sheet, pair);
  const layout = settings.coverLayoutOf(pairs, settings.coverUnit);
  const { figures } = layout;
  const store = settings.figureRoom(figures.length);
  const log = createFigureLog();
  for (let slot = 0; slot < figures.length; slot += 1) {
    const pair = at(pairs, at(figures, slot));
    const value = isSharedCell(pair) ? Number.NaN : plainValue(grid, pair, at(layout.columns, slot));
    if (Number.isNaN(value)) readOddPair(pair, { grid, slot, layout, store, log, settings });
    else {
      store.values[slot] = value;
      store.states[slot] = KNOWN;
    }
  }
  reportLog(log, grid.name, settings);
  return {
    form: cover.form,
    grain: "value",
    sheet: grid.name,
    fields: layout.fields,
    rows: [rowOf(cover, settings)],
    ...filledPart(store, figures.length),
    place: (_row, field) => at(pairs, at(figures, field)).value,
    headings: layout.headings,
    moneyFactor: layout.moneyFactor,
    factors: layout.factors,
    isMoneyDeclared: layout.isMoneyDeclared,
  };
}

function plainValue(grid: Grid, { value: { row, column } }: Pair, { factor }: FormColumn): number {
  const index = cellIndex(grid, row, column);
  const isStored = index >= 0 && grid.kinds[index] === NUMBER && grid.formulas[index] !== LINKED;
  return isStored ? plainFigure(at(grid.numbers, index), factor ?? Number.NaN) : Number.NaN;
}

interface OddPair {
  readonly grid: Grid;
  readonly slot: number;
  readonly layout: CoverLayout;
  readonly store: FigureStore;
  readonly log: FigureLog;
  readonly settings: TableSettings;
}

function readOddPair(pair: Pair, { grid, slot, layout, store, log, settings }: OddPair): void {
  const { file, date1904, ownUnit: unit } = settings;
  const cell = pair.value;
  const typed = pairText(grid, pair);
  const column = withHabits(at(layout.columns, slot), () => habitsOf([cleanNumberText(typed)]));
  const index = cellIndex(grid, cell.row, cell.column);
  const reading = isSharedCell(pair)
    ? readNumberText(typed, column)
    : readFigureCell(grid, index, { column, date1904 });
  storeReading(store, slot, reading);
  noteFigure(log, reading, { cell, typed, column, isLinked: index >= 0 && at(grid.formulas, index) === LINKED });
  const isPlain = reading.kind === "known" && typed === String(reading.value / at(layout.factors, slot));
  if (typed !== "" && !isPlain) keepTyped(store, slot, typed);
  const refusal = refusalOf(reading, { file, sheet: grid.name, cell, column, unit, typed });
  if (refusal !== undefined) log.findings.add(refusal);
}

function rowOf(cover: RecognisedPairs, { ownUnit }: TableSettings): TableRow {
  const textOf = (code: string): string => {
    const pair = cover.pairs.find(({ field }) => field.code === code);
    return pair === undefined ? "" : pairText(cover.grid, pair);
  };
  const named = cover.pairs.find(({ field }) => field.code === "unit.name") ?? cover.pairs[0];
  return {
    role: "data",
    row: 0,
    name: textOf("unit.name"),
    code: textOf("unit.code"),
    unit: ownUnit,
    nameColumn: named?.value.column ?? 1,
    categories: new Map(),
    covers: undefined,
  };
}

function markPair(sheet: SheetMarks, { label, value }: Pair): void {
  markUsed(sheet, cellIndex(sheet.grid, label.row, label.column));
  markUsed(sheet, cellIndex(sheet.grid, value.row, value.column));
}
