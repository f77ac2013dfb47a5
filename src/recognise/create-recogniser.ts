// Grid → Recognised: which form, which heading, which row is what. Forms are known by their declarations alone.

import type { Catalogue } from "../model/catalogue.js";
import { LIST_HEADINGS } from "../model/explanation.js";
import { type FindingDraft, values } from "../model/finding.js";
import { fieldsOf } from "../model/form.js";
import { cellIndex, type Grid, type WorkbookGrid } from "../model/grid.js";
import { vietnameseNumber } from "../model/number-text.js";
import { at, type Outcome } from "../model/outcome.js";
import type { RecognisedWorkbook, TitleStatement } from "../model/recognised.js";
import { fileName } from "../model/submission.js";
import { textIn } from "./cell-kinds.js";
import { clashFinding, twiceFinding } from "./clash-finding.js";
import { withLayoutFindings } from "./compare-layout.js";
import { declaresCommune } from "./declared-level.js";
import { createHeadingFinder } from "./find-headings.js";
import type { MeasureOf } from "./find-pairs.js";
import { indexForms } from "./form-index.js";
import { formerTitleFindings } from "./former-title.js";
import { issuerFinding, issuerStatements } from "./issuer-lines.js";
import { createKnownCovers, type KnownCovers } from "./known-covers.js";
import { likelyHeadings } from "./likely-headings.js";
import { partsMet } from "./parts-met.js";
import { type CoverReading, coverOf } from "./read-cover.js";
import { createHeadingReader } from "./read-headings.js";
import { type Fingerprint, layoutIn } from "./read-layout.js";
import { type Knowledge, MOST_TABLES, readSheet, type SheetReading } from "./read-sheet.js";
import type { TableReading } from "./read-table.js";
import { type AbsentFindings, createAbsentFindings, unknownFileFinding } from "./required-fields.js";
import { createLabelKinds } from "./row-label.js";
import { RowReadings } from "./row-readings.js";
import { createTableShapes } from "./row-shape.js";
import { createTextHints } from "./text-hints.js";
import { unreadColumns, unreadSheet } from "./unread-findings.js";

export type Recognise = (book: WorkbookGrid, file: string) => Outcome<RecognisedWorkbook>;

/** The sheet in which the program carries its facts; it is no form. */
const FACT_SHEET = "_so-lieu";
/** How cell A1 begins on sheets the program adds beside the forms (coverage, findings, sources). */
const OWN_SHEET = "khuyenhoc:";
const NAME = "unit.name";
const UNIT_NAMES = [NAME, "unit.code"];
/** Rows in which the headings of a list of findings stand. */
const LIST_HEADING_ROWS = 40;

/**
 * A recogniser for the forms of a catalogue; it keeps what it learnt about headings from one workbook to the next.
 *
 * Reports V-K01 (a required column or label is absent), V-K11 (no form at all, or numbers of no form), V-K12 (a heading
 * fits two fields, or two headings one field: neither is used), V-M08 (a title of former years); of forms that the program
 * sent out V-L01 and V-L02 (what became of them; `fingerprint` tells whether what they say of themselves holds). Hidden sheets are read like visible ones.
 */
export function createRecogniser(catalogue: Catalogue, fingerprint?: Fingerprint): Recognise {
  const index = indexForms(catalogue);
  const hints = createTextHints(index);
  const measureOf: MeasureOf = (code) => catalogue.indicators.get(code)?.measuredIn;
  const know: BookKnowledge = {
    hints,
    measureOf,
    findHeadings: createHeadingFinder({ hints, readHeadings: createHeadingReader(index) }),
    kinds: createLabelKinds(),
    shapes: createTableShapes(),
    rows: new RowReadings(),
    covers: createKnownCovers({ hints, measureOf }),
    absentFindings: createAbsentFindings(),
    indicators: catalogue.indicators,
    nameLabel: labelOfName(catalogue),
    fingerprint,
  };
  return (book, file) => recogniseBook(book, file, know);
}

/** What is kept for whole workbooks, beside what their sheets need. */
interface BookKnowledge extends Knowledge {
  readonly covers: KnownCovers;
  readonly absentFindings: AbsentFindings;
  readonly indicators: Catalogue["indicators"];
  readonly nameLabel: string;
  readonly fingerprint: Fingerprint | undefined;
}

interface Reading {
  readonly sheet: SheetReading;
  readonly cover: CoverReading | undefined;
}

function recogniseBook(book: WorkbookGrid, file: string, know: BookKnowledge): Outcome<RecognisedWorkbook> {
  const sorted = sortSheets(book);
  const { factSheet, lists, unread } = sorted;
  const readings = readSheets(book, sorted.forms, { file, know });
  const tables: TableReading[] = [];
  const covers: CoverReading[] = [];
  for (const { sheet, cover } of readings) {
    for (const table of sheet.tables) tables.push(table);
    if (cover !== undefined) covers.push(cover);
  }
  const stated = unsaidTitles(readings, covers);
  const issuers = namesUnit(stated, covers) ? [] : issuerStatements(tables.map(({ table }) => table));
  const titles = [...stated, ...issuers];
  const parts = partsMet(tables, covers, titles);
  const unused = readings.filter((reading) => !isUsed(reading, titles)).map(({ sheet }) => sheet.grid);
  const plain: FindingDraft[] = [];
  for (const { sheet } of readings) addSheetFindings(plain, sheet, file);
  for (const { findings } of covers) plain.push(...findings);
  for (const issuer of issuers.slice(0, 1)) plain.push(issuerFinding(issuer, file, know.nameLabel));
  plain.push(...know.absentFindings(parts, file));
  if (parts.length > 0) for (const grid of unused) plain.push(...unreadSheet(grid, file));
  else if (lists.length === 0) plain.push(unknownFileFinding(file, likelyHeadings(book, know.hints)));
  const layout = layoutIn(unread, know.fingerprint);
  const findings =
    layout === undefined
      ? plain
      : withLayoutFindings({ layout, tables, covers, indicators: know.indicators, file }, plain);
  return {
    value: {
      tables: tables.map(({ table }) => table),
      pairs: covers.map(({ pairs }) => pairs),
      titles,
      factSheet,
      unused: [...unread, ...unused].sort((a, b) => a.index - b.index),
      lists,
      date1904: book.date1904,
    },
    findings,
  };
}

/** What the sheets of a workbook are for. */
interface SortedSheets {
  /** Sheets that may hold forms. */
  readonly forms: readonly Grid[];
  readonly factSheet: Grid | undefined;
  /** Lists of findings that came back with answers. */
  readonly lists: readonly Grid[];
  /** Other sheets that the program added. */
  readonly unread: readonly Grid[];
}

function sortSheets({ sheets }: WorkbookGrid): SortedSheets {
  const forms: Grid[] = [];
  const lists: Grid[] = [];
  const unread: Grid[] = [];
  let factSheet: Grid | undefined;
  for (const grid of sheets) {
    if (factSheet === undefined && grid.name === FACT_SHEET) factSheet = grid;
    else if (!isOwnSheet(grid)) forms.push(grid);
    else if (hasAnswers(grid)) lists.push(grid);
    else unread.push(grid);
  }
  return { forms, factSheet, lists, unread };
}

/** True for a sheet from which anything was taken. */
function isUsed({ sheet, cover }: Reading, titles: readonly TitleStatement[]): boolean {
  return sheet.tables.length > 0 || cover !== undefined || titles.some(({ grid }) => grid === sheet.grid);
}

function readSheets(
  book: WorkbookGrid,
  grids: readonly Grid[],
  { file, know }: { readonly file: string; readonly know: BookKnowledge },
): readonly Reading[] {
  const readings: Reading[] = [];
  const isCommune = onceAsked(() =>
    declaresCommune(
      book,
      know,
      readings.map(({ sheet }) => sheet),
    ),
  );
  for (const grid of grids) {
    const known = know.covers.recall(grid);
    if (known !== undefined) {
      readings.push(known);
      continue;
    }
    const sheet = readSheet(grid, know, isCommune);
    const cover = coverOf(grid, sheet.labels, { file, hasTables: sheet.tables.length > 0 });
    know.covers.keep(sheet, cover);
    readings.push({ sheet, cover });
  }
  return readings;
}

/** Title statements on what no cover says with a value of its own. */
function unsaidTitles(readings: readonly Reading[], covers: readonly CoverReading[]): readonly TitleStatement[] {
  const unsaid: TitleStatement[] = [];
  for (const { sheet } of readings) {
    for (const title of sheet.titles) if (!covers.some(({ said }) => said.has(title.code))) unsaid.push(title);
  }
  return unsaid;
}

function namesUnit(titles: readonly TitleStatement[], covers: readonly CoverReading[]): boolean {
  return UNIT_NAMES.some(
    (name) => titles.some(({ code }) => code === name) || covers.some(({ said }) => said.has(name)),
  );
}

/** Printed label of the unit's name on the form that carries it. */
function labelOfName({ forms }: Catalogue): string {
  const fields = [...forms.values()].flatMap((form) => fieldsOf(form, "value"));
  return fields.find(({ code }) => code === NAME)?.heading ?? NAME;
}

/** The forms of a band of headings share their unknown columns: these are spoken of once. */
function addSheetFindings(findings: FindingDraft[], { tables, isCut, grid }: SheetReading, file: string): void {
  for (const table of tables) findings.push(...tableFindings(table, file));
  let top: number | undefined;
  for (const table of tables) {
    if (table.table.headingTop !== top) findings.push(...unreadColumns(table, file));
    top = table.table.headingTop;
  }
  if (isCut) findings.push(tooManyTables(grid, file));
}

/** V-K15: what stands below the last of so many tables was not read. */
function tooManyTables(grid: Grid, file: string): FindingDraft {
  const number = vietnameseNumber(MOST_TABLES);
  return {
    code: "V-K15",
    place: { file, sheet: grid.name },
    values: values({ tệp: fileName(file), "giới hạn": "số bảng trên một trang", số: number }),
    expected: number,
  };
}

function tableFindings({ table, candidate }: TableReading, file: string): readonly FindingDraft[] {
  if (candidate.clashes.length === 0 && candidate.formerColumns.length === 0) return NO_FINDINGS;
  const place = { file, sheet: table.grid.name };
  const clashes = candidate.clashes.map(({ cells, text, fields }) =>
    cells.length > 1 || fields.length < 2
      ? twiceFinding({ place, cells, text })
      : clashFinding({ place, cell: at(cells, 0), text, fields }),
  );
  return [...clashes, ...formerTitleFindings(candidate.formerColumns, place)];
}

const NO_FINDINGS: readonly FindingDraft[] = [];

function isOwnSheet(grid: Grid): boolean {
  const first = cellIndex(grid, 1, 1);
  return first >= 0 && (textIn(grid, first) ?? "").startsWith(OWN_SHEET);
}

/** True for a list of findings: its headings name a column for answers. */
function hasAnswers(grid: Grid): boolean {
  const end = at(grid.rowStarts, Math.min(grid.rowCount, LIST_HEADING_ROWS) + 1);
  for (let index = 0; index < end; index += 1) if (textIn(grid, index)?.trim() === LIST_HEADINGS.text) return true;
  return false;
}

function onceAsked<T>(ask: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => {
    answer ??= { value: ask() };
    return answer.value;
  };
}
