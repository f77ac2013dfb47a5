// One recognised table → FormTable: layout, unit of money, rows, figures, and the marks of its cells.

import type { FindingDraft } from "../model/finding.js";
import { cellIndex } from "../model/grid.js";
import { at } from "../model/outcome.js";
import type { RecognisedTable } from "../model/recognised.js";
import type { FormTable } from "../model/submission.js";
import { rowCount, sheetRowAt } from "../model/table-rows.js";
import type { UnitKey } from "../model/unit.js";
import { unsortedRows } from "./category-sets.js";
import { markUsed, reasonMark, type SheetMarks, USED } from "./cell-tally.js";
import type { CoverLayoutOf } from "./cover-layout.js";
import { createFigureLog, type FigureLog, type FigureRoom, filledPart } from "./figure-store.js";
import type { LayoutOf } from "./known-layouts.js";
import type { WordsOf } from "./name-words.js";
import { linkedFormulas, noMoneyUnit, notCalculated, otherMoneyUnit, tidiedFigures } from "./number-findings.js";
import type { FigureReader } from "./read-figures.js";
import { readRecordRows } from "./read-records.js";
import { type ReadRows, readRows } from "./read-rows.js";
import type { RowSubjects } from "./row-subject.js";
import { otherMarks, type TableLayout } from "./table-layout.js";

export interface TableSettings {
  readonly file: string;
  readonly sheet: SheetMarks;
  readonly date1904: boolean;
  readonly layoutOf: LayoutOf;
  readonly coverLayoutOf: CoverLayoutOf;
  readonly figureRoom: FigureRoom;
  readonly moneyUnitOf: (text: string) => number | undefined;
  readonly wordsOf: WordsOf;
  readonly subjects: RowSubjects;
  readonly ownUnit: UnitKey | undefined;
  /** Year of the cut-off; undefined where the cover does not tell it. */
  readonly year: number | undefined;
  /** đồng per unit stated on the cover. */
  readonly coverUnit: number | undefined;
  /** The same as it stands there; "" where nothing does. */
  readonly coverUnitText: string;
  readonly report: (draft: FindingDraft) => void;
}

/**
 * Reads a table. Findings: V-K04 once where amounts stand without a unit of money or the cover states another, V-K05 … V-K09 at cells, V-K13 once
 * for formulas without a result, V-T03 (chưa rõ loại) at categories that are not declared, and what `subjects` reports of
 * its rows.
 */
export function readTable(table: RecognisedTable, settings: TableSettings): FormTable {
  const { sheet, subjects, ownUnit, wordsOf } = settings;
  const layout = settings.layoutOf(table, statedUnit(table, settings));
  const reader = readerOf(table, layout, settings);
  markHeadings(table, layout, reader);
  const reading = { table, layout, sheet, subjects, ownUnit, wordsOf, figures: reader };
  const rows = table.grain === "record" ? { rows: readRecordRows({ ...settings, ...reading }) } : readRows(reading);
  reportLog(reader.log, table.grid.name, settings);
  const unsorted = unsortedRows(layout.categories, rows, { grid: table.grid, file: settings.file });
  for (const draft of unsorted) settings.report(draft);
  const { places } = layout;
  const read: Omit<FormTable, "rows" | "long"> = {
    form: table.form,
    grain: table.grain,
    sheet: table.grid.name,
    fields: layout.fields,
    ...filledPart(reader.store, rowCount(rows) * places.length),
    place: (row, field) => ({ row: sheetRowAt(rows, row), column: at(places, field) }),
    headings: layout.headings,
    moneyFactor: layout.moneyFactor,
    factors: layout.shownFactors,
    isMoneyDeclared: layout.isMoneyDeclared,
  };
  return withRows(read, rows);
}

/** Rows of a long table are made when they are asked for. All others are plain: an accessor slows whatever asks the table. */
function withRows(read: Omit<FormTable, "rows" | "long">, rows: ReadRows): FormTable {
  if (rows.long === undefined) return { rows: rows.rows, ...read };
  return {
    ...read,
    long: rows.long,
    get rows() {
      return rows.rows;
    },
  };
}

/** đồng per unit as the sheet states it; what it says unclearly is not known, and only where it says nothing the cover counts. */
function statedUnit({ moneyUnit, grid, form }: RecognisedTable, settings: TableSettings): number | undefined {
  const { moneyUnitOf, coverUnit, coverUnitText, file, report } = settings;
  if (moneyUnit === undefined) return coverUnit;
  const factor = moneyUnitOf(moneyUnit.text);
  const rival = [coverUnitText, ...moneyUnit.others].find((text) => isOther(moneyUnitOf(text), factor));
  if (form.hasMoney && rival !== undefined) report(otherMoneyUnit({ file, sheet: grid.name, ...moneyUnit, rival }));
  return factor;
}

function isOther(rival: number | undefined, factor: number | undefined): boolean {
  return rival !== undefined && factor !== undefined && rival !== factor;
}

function readerOf(table: RecognisedTable, layout: TableLayout, settings: TableSettings): FigureReader {
  const { file, sheet, date1904, figureRoom } = settings;
  const { grid, firstRow, rowRoles } = table;
  let figured = 0;
  for (const role of rowRoles) if (role === "data" || role === "subtotal" || role === "total") figured += 1;
  return {
    file,
    sheet,
    date1904,
    layout,
    area: { grid, firstRow, lastRow: firstRow + rowRoles.length - 1 },
    looked: [],
    otherMarks: otherMarks(layout, sheet),
    store: figureRoom(figured * layout.columns.length),
    log: createFigureLog(),
    percent: { format: "", isPercent: false },
  };
}

/** Headings and the line with the unit of money are used; headings of unknown columns are listed with their column. */
function markHeadings(table: RecognisedTable, layout: TableLayout, { sheet, otherMarks: others }: FigureReader): void {
  const { grid, headingTop, firstRow, moneyUnit } = table;
  const { marks } = sheet;
  const top = at(grid.rowStarts, headingTop);
  const end = at(grid.rowStarts, firstRow);
  const above = reasonMark(sheet, "dòng đầu trang, không phải số liệu");
  for (let index = sheet.above; index < top; index += 1) if (marks[index] === 0) marks[index] = above;
  sheet.above = Math.max(sheet.above, top);
  for (let index = top; index < end; index += 1) {
    const column = grid.columns[index];
    marks[index] = column !== undefined && layout.unknown[column] === 1 ? (others[column] ?? USED) : USED;
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
  for (const draft of log.findings.all()) report(draft);
  for (const draft of notCalculated(file, sheet, log.uncalculated)) report(draft);
  for (const draft of tidiedFigures(file, sheet, log.tidied)) report(draft);
  for (const draft of linkedFormulas(file, sheet, log.linked)) report(draft);
}
