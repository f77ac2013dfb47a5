// Grid → Recognised: which form, which heading, which row is what. Forms are known by their declarations alone.

import type { Catalogue } from "../model/catalogue.js";
import type { FindingDraft } from "../model/finding.js";
import { cellIndex, type Grid, shownText, type WorkbookGrid } from "../model/grid.js";
import { at, type Outcome } from "../model/outcome.js";
import type { RecognisedPairs, RecognisedWorkbook, TitleStatement } from "../model/recognised.js";
import { textIn } from "./cell-kinds.js";
import { clashFinding, twiceFinding } from "./clash-finding.js";
import { declaresCommune } from "./declared-level.js";
import { indexForms } from "./form-index.js";
import { partsMet } from "./parts-met.js";
import { type CoverReading, coverOf } from "./read-cover.js";
import { createHeadingReader } from "./read-headings.js";
import { type Knowledge, readSheet, type SheetReading, type TableReading } from "./read-sheet.js";
import { absentFindings, unknownFileFinding } from "./required-fields.js";
import { createLabelKinds } from "./row-label.js";
import { createTextHints } from "./text-hints.js";

export type Recognise = (book: WorkbookGrid, file: string) => Outcome<RecognisedWorkbook>;

/** The sheet in which the program carries its facts; it is no form. */
const FACT_SHEET = "_so-lieu";
/** How cell A1 begins on sheets the program adds beside the forms (coverage, findings, sources). */
const OWN_SHEET = "khuyenhoc:";

/**
 * A recogniser for the forms of a catalogue; it keeps what it learnt about headings from one workbook to the next.
 *
 * Reports V-K01 (a required column or label is absent), V-K11 (no form at all) and V-K12 (a heading fits two fields, or
 * two headings one field: neither is used). Hidden sheets are read like visible ones.
 */
export function createRecogniser(catalogue: Catalogue): Recognise {
  const index = indexForms(catalogue);
  const know: Knowledge = {
    hints: createTextHints(index),
    readHeadings: createHeadingReader(index),
    kindOf: createLabelKinds(),
    measureOf: (code) => catalogue.indicators.get(code)?.measuredIn,
  };
  return (book, file) => recogniseBook(book, file, know);
}

interface Reading {
  readonly sheet: SheetReading;
  readonly cover: CoverReading | undefined;
}

function recogniseBook(book: WorkbookGrid, file: string, know: Knowledge): Outcome<RecognisedWorkbook> {
  const isCommune = onceAsked(() => declaresCommune(book, know));
  const factSheet = book.sheets.find(({ name }) => name === FACT_SHEET);
  const own = book.sheets.filter((grid) => grid !== factSheet && isOwnSheet(grid));
  const readings = book.sheets
    .filter((grid) => grid !== factSheet && !own.includes(grid))
    .map((grid): Reading => {
      const sheet = readSheet(grid, know, isCommune);
      return { sheet, cover: coverOf(grid, sheet.labels, { file, hasTables: sheet.tables.length > 0 }) };
    });
  const tables = readings.flatMap(({ sheet }) => sheet.tables);
  const covers = readings.flatMap(({ cover }) => (cover === undefined ? [] : [cover]));
  const pairs = covers.map((cover) => cover.pairs);
  const titles = unsaidTitles(
    readings.flatMap(({ sheet }) => sheet.titles),
    pairs,
  );
  const parts = partsMet(tables, covers, titles);
  const recognised = new Set(parts.map(({ form }) => form.id));
  const findings = [
    ...tables.flatMap((table) => tableFindings(table, file)),
    ...covers.flatMap((cover) => cover.findings),
    ...parts.flatMap((part) => absentFindings(part, recognised, file)),
    ...(parts.length === 0 ? [unknownFileFinding(file, likelyHeadings(book))] : []),
  ];
  const unused = readings.filter(
    ({ sheet, cover }) => sheet.tables.length + sheet.titles.length === 0 && cover === undefined,
  );
  return {
    value: {
      tables: tables.map(({ table }) => table),
      pairs,
      titles,
      factSheet,
      unused: [...own, ...unused.map(({ sheet }) => sheet.grid)].sort((a, b) => a.index - b.index),
    },
    findings,
  };
}

/** Title statements on what no cover says with a value of its own. */
function unsaidTitles(
  titles: readonly TitleStatement[],
  covers: readonly RecognisedPairs[],
): readonly TitleStatement[] {
  const said = new Set<string>();
  for (const { grid, pairs } of covers) {
    for (const { field, value } of pairs) {
      if (shownText(grid, cellIndex(grid, value.row, value.column)).trim() !== "") said.add(field.code);
    }
  }
  return titles.filter(({ code }) => !said.has(code));
}

function tableFindings({ table, candidate }: TableReading, file: string): readonly FindingDraft[] {
  const place = { file, sheet: table.grid.name };
  return candidate.clashes.map(({ cells, text, fields }) => {
    const [field, rival] = fields;
    if (cells.length > 1 || field === undefined || rival === undefined) return twiceFinding({ place, cells, text });
    return clashFinding({ place, cell: at(cells, 0), text, a: field.heading, b: rival.heading });
  });
}

function isOwnSheet(grid: Grid): boolean {
  const first = cellIndex(grid, 1, 1);
  return first >= 0 && (textIn(grid, first) ?? "").startsWith(OWN_SHEET);
}

/** Texts of the fullest text row of each sheet: what a person would take for its headings. */
function likelyHeadings(book: WorkbookGrid): readonly string[] {
  return book.sheets.flatMap((grid) => {
    let best: readonly string[] = [];
    for (let row = 1; row <= Math.min(grid.rowCount, 60); row += 1) {
      const texts: string[] = [];
      for (let index = at(grid.rowStarts, row); index < at(grid.rowStarts, row + 1); index += 1) {
        const text = textIn(grid, index);
        if (text !== undefined) texts.push(text.trim().slice(0, 60));
      }
      if (texts.length > best.length) best = texts;
    }
    return best;
  });
}

function onceAsked<T>(ask: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => {
    answer ??= { value: ask() };
    return answer.value;
  };
}
