// One recognised table → FormTable: layout, unit of money, rows, figures, and the marks of its cells.

import type { FindingDraft } from "../model/finding.js";
import type { Field } from "../model/form.js";
import { cellIndex } from "../model/grid.js";
import { at } from "../model/outcome.js";
import type { RecognisedTable } from "../model/recognised.js";
import type { FormTable } from "../model/submission.js";
import type { UnitKey } from "../model/unit.js";
import { markUsed, reasonMark, type SheetMarks, USED } from "./cell-tally.js";
import type { TraitsOf } from "./column-traits.js";
import { type FigureColumn, figureColumns } from "./figure-columns.js";
import { createFigureLog, createFigureStore, type FigureLog } from "./figure-store.js";
import { linkedFormulas, noMoneyUnit, notCalculated, tidiedFigures } from "./number-findings.js";
import { type FigureReader, readRowFigures } from "./read-figures.js";
import type { CategoryReader } from "./read-identity-words.js";
import { readMoneyUnit } from "./read-money-unit.js";
import { readRows } from "./read-rows.js";
import type { RowSubjects } from "./row-subject.js";
import { layOutTable, type TableLayout } from "./table-layout.js";

export interface TableSettings {
  readonly file: string;
  readonly sheet: SheetMarks;
  readonly date1904: boolean;
  readonly traits: TraitsOf;
  readonly categoryReader: (field: Field) => CategoryReader;
  readonly same: (text: string) => string;
  readonly subjects: RowSubjects;
  readonly ownUnit: UnitKey | undefined;
  /** đồng per unit stated on the cover. */
  readonly coverUnit: number | undefined;
  readonly report: (draft: FindingDraft) => void;
}

/**
 * Reads a table. Findings: V-K04 once where amounts stand without a unit of money, V-K05 … V-K09 at cells, V-K13 once
 * for formulas without a result, and what `subjects` reports of its rows.
 */
export function readTable(table: RecognisedTable, settings: TableSettings): FormTable {
  const { sheet } = settings;
  const layout = layOutTable(table, sheet, settings.categoryReader);
  const columns = readableColumns(table, layout, settings);
  const reader = readerOf(table, columns, { layout, settings });
  markHeadings(table, layout, sheet);
  const width = columns.length;
  const rows = readRows({
    table,
    layout,
    sheet,
    subjects: settings.subjects,
    ownUnit: settings.ownUnit,
    same: settings.same,
    figures: (row, index, unit) => readRowFigures(reader, { row, base: index * width, unit }),
  });
  reportLog(reader.log, table.grid.name, settings);
  const count = rows.length * width;
  return {
    form: table.form,
    grain: table.grain,
    sheet: table.grid.name,
    fields: layout.figures.map(({ field }) => field),
    rows,
    values: reader.store.values.subarray(0, count),
    states: reader.store.states.subarray(0, count),
    place: (row, field) => ({ row: at(rows, row).row, column: at(layout.figures, field).column }),
    headings: columns.map(({ heading }) => heading),
    typed: reader.store.typed,
    moneyFactor: reader.mainFactor,
    isMoneyDeclared: columns.every(({ power }) => power !== undefined),
  };
}

function readableColumns(
  table: RecognisedTable,
  layout: TableLayout,
  settings: TableSettings,
): readonly FigureColumn[] {
  const { grid, firstRow } = table;
  const onSheet = table.moneyUnit === undefined ? undefined : readMoneyUnit(table.moneyUnit.text);
  return figureColumns(layout.figures, {
    traits: settings.traits,
    area: { grid, firstRow, lastRow: firstRow + table.rowRoles.length - 1 },
    stated: onSheet ?? settings.coverUnit,
  });
}

function readerOf(
  table: RecognisedTable,
  columns: readonly FigureColumn[],
  { layout, settings }: { readonly layout: TableLayout; readonly settings: TableSettings },
): FigureReader {
  const figured = table.rowRoles.filter((role) => role === "data" || role === "subtotal" || role === "total").length;
  return {
    file: settings.file,
    sheet: settings.sheet,
    date1904: settings.date1904,
    columns,
    factors: Float64Array.from(columns, ({ factor }) => factor),
    slots: layout.slots,
    otherMarks: layout.otherMarks,
    mainFactor: mainFactor(columns),
    store: createFigureStore(figured * columns.length),
    log: createFigureLog(),
  };
}

/** The unit of the sheet's amounts; where columns differ, the largest, because it rounds the most. */
export function mainFactor(columns: readonly FigureColumn[]): number {
  let largest = 1;
  for (const { kind, factor } of columns) if (kind === "money" && factor > largest) largest = factor;
  return largest;
}

/** Headings and the line with the unit of money are used; headings of unknown columns are listed with their column. */
function markHeadings(table: RecognisedTable, layout: TableLayout, sheet: SheetMarks): void {
  const { grid, headingTop, firstRow, moneyUnit } = table;
  const end = at(grid.rowStarts, firstRow);
  const unknown = new Set(table.unknownColumns.map(({ column }) => column));
  const above = reasonMark(sheet, "dòng đầu trang, không phải số liệu");
  for (let index = 0; index < at(grid.rowStarts, headingTop); index += 1) {
    if (sheet.marks[index] === 0) sheet.marks[index] = above;
  }
  for (let index = at(grid.rowStarts, headingTop); index < end; index += 1) {
    const column = at(grid.columns, index);
    sheet.marks[index] = unknown.has(column) ? at(layout.otherMarks, column) : USED;
  }
  if (moneyUnit !== undefined) markUsed(sheet, cellIndex(grid, moneyUnit.cell.row, moneyUnit.cell.column));
}

/** What is said once for a sheet. */
export function reportLog(
  log: FigureLog,
  sheet: string,
  { file, report }: { readonly file: string; readonly report: (draft: FindingDraft) => void },
): void {
  if (log.isMoneyUndeclared) report(noMoneyUnit(file, sheet));
  for (const draft of log.findings) report(draft);
  for (const draft of notCalculated(file, sheet, log.uncalculated)) report(draft);
  for (const draft of tidiedFigures(file, sheet, log.tidied)) report(draft);
  for (const draft of linkedFormulas(file, sheet, log.linked)) report(draft);
}
