// Label–value pairs of the cover → a FormTable of one row: the figures of the reporting unit itself.

import { cellIndex, type Grid } from "../model/grid.js";
import { at } from "../model/outcome.js";
import type { RecognisedPairs } from "../model/recognised.js";
import type { FormTable, TableRow } from "../model/submission.js";
import { markUsed, type SheetMarks } from "./cell-tally.js";
import { cleanNumberText } from "./decimal-text.js";
import { type FigureColumn, figureColumn } from "./figure-columns.js";
import { createFigureLog, createFigureStore, storeReading } from "./figure-store.js";
import { habitsOf } from "./number-column.js";
import { isSharedCell, pairText } from "./pair-text.js";
import { LINKED, noteFigure, readFigureCell, refusalOf } from "./read-figures.js";
import { readNumberText } from "./read-number.js";
import { mainFactor, reportLog, type TableSettings } from "./read-table.js";

/** Reads the figures of a cover; labels and values of identity and figures are used. Findings as for tables. */
export function readPairs(cover: RecognisedPairs, settings: TableSettings): FormTable {
  const { grid } = cover;
  const { sheet, ownUnit } = settings;
  for (const pair of cover.pairs) markPair(sheet, pair);
  const pairs = cover.pairs.filter(({ field }) => field.role === "indicator" || field.role === "check");
  const columns = pairs.map((pair) => columnOf(grid, pair, settings));
  const store = createFigureStore(columns.length);
  const log = createFigureLog();
  const factor = mainFactor(columns);
  for (const [slot, pair] of pairs.entries()) {
    const cell = pair.value;
    const index = cellIndex(grid, cell.row, cell.column);
    const column = at(columns, slot);
    const reading = isSharedCell(pair)
      ? readNumberText(pairText(grid, pair), column)
      : readFigureCell(grid, index, { column, date1904: settings.date1904 });
    storeReading(store, slot, reading);
    const typed = pairText(grid, pair);
    noteFigure(log, reading, { cell, typed, column, isLinked: index >= 0 && at(grid.formulas, index) === LINKED });
    const isPlain = reading.kind === "known" && typed === String(reading.value / factor);
    if (typed !== "" && !isPlain) store.typed.set(slot, typed);
    const refusal = refusalOf(reading, { file: settings.file, sheet: grid.name, cell, column, unit: ownUnit, typed });
    if (refusal !== undefined) log.findings.push(refusal);
  }
  reportLog(log, grid.name, settings);
  return {
    form: cover.form,
    grain: "value",
    sheet: grid.name,
    fields: pairs.map(({ field }) => field),
    rows: [rowOf(cover, settings)],
    values: store.values,
    states: store.states,
    place: (_row, field) => at(pairs, field).value,
    headings: pairs.map(({ labelText }) => labelText),
    typed: store.typed,
    moneyFactor: factor,
    isMoneyDeclared: columns.every(({ power }) => power !== undefined),
  };
}

/** A figure that stands alone is its own column. */
function columnOf(grid: Grid, pair: RecognisedPairs["pairs"][number], settings: TableSettings): FigureColumn {
  return figureColumn(settings.traits(pair.field.code, pair.labelText), {
    code: pair.field.code,
    heading: pair.labelText,
    stated: settings.coverUnit,
    habits: () => habitsOf([cleanNumberText(pairText(grid, pair))]),
  });
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
    nameCell: named?.value ?? { row: 1, column: 1 },
    categories: new Map(),
    covers: undefined,
  };
}

function markPair(sheet: SheetMarks, { label, value }: RecognisedPairs["pairs"][number]): void {
  markUsed(sheet, cellIndex(sheet.grid, label.row, label.column));
  markUsed(sheet, cellIndex(sheet.grid, value.row, value.column));
}
