// Recognised → Submission: text becomes numbers, names become unit keys, every cell gets a role.

import type { Catalogue } from "../model/catalogue.js";
import type { FindingDraft } from "../model/finding.js";
import { FindingList } from "../model/finding-list.js";
import { type Field, fieldsOf } from "../model/form.js";
import type { Grid } from "../model/grid.js";
import { isMoney } from "../model/indicator.js";
import { partsOf } from "../model/iso-date.js";
import type { Outcome } from "../model/outcome.js";
import { lastDayOf } from "../model/period.js";
import type { RecognisedTable, RecognisedWorkbook } from "../model/recognised.js";
import type { FileRef, FormTable, Submission } from "../model/submission.js";
import { createMarkRoom, type SheetMarks, tallyCells } from "./cell-tally.js";
import { createTraits } from "./column-traits.js";
import { createCoverLayouts } from "./cover-layout.js";
import { createFigureRoom } from "./figure-store.js";
import { createGroupingFinder } from "./find-grouping.js";
import { markIdentity, missingIdentity } from "./identity-cells.js";
import { createLayouts } from "./known-layouts.js";
import { matchCarried } from "./match-carried.js";
import { memoise } from "./memoise.js";
import { createNameWords } from "./name-words.js";
import { createUnitNames } from "./named-unit.js";
import { type Cover, createCoverWords, readCover } from "./read-cover.js";
import { readExplanations } from "./read-explanations.js";
import { readFactSheet } from "./read-fact-sheet.js";
import { type CategoryReader, createCategoryReader } from "./read-identity-words.js";
import { readPairs } from "./read-pairs.js";
import { readTable, type TableSettings } from "./read-table.js";
import { createReporter, type Reporter } from "./reporter.js";
import { createUnitBook } from "./units-at-date.js";

export type Normalise = (recognised: RecognisedWorkbook, file: FileRef) => Outcome<Submission>;

/** What is kept from one workbook to the next. */
type Memory = ReturnType<typeof createMemory>;

/**
 * A normaliser over a catalogue's register and forms; it keeps what it learnt about names from one file to the next.
 * Findings: V-K01 (no period or unit on the cover), V-K04 … V-K09, V-K13, V-K18, V-D01 … V-D04, V-D09.
 */
export function createNormaliser(catalogue: Catalogue): Normalise {
  const memory = createMemory(catalogue);
  return (recognised, file) => normalise(recognised, file, memory);
}

function createMemory(catalogue: Catalogue) {
  const { register } = catalogue;
  const readers = new Map<Field, CategoryReader>();
  const categoryReader = (field: Field): CategoryReader => {
    const known = readers.get(field) ?? memoise(createCategoryReader(field));
    readers.set(field, known);
    return known;
  };
  const traits = createTraits(catalogue.indicators);
  const wordsOf = createNameWords();
  return {
    catalogue,
    register,
    layoutOf: createLayouts(traits, categoryReader),
    coverLayoutOf: createCoverLayouts(traits),
    figureRoom: createFigureRoom(),
    markRoom: createMarkRoom(),
    coverWords: createCoverWords(),
    wordsOf,
    names: createUnitNames(register, wordsOf),
    findGrouping: createGroupingFinder(register),
    unitsAt: createUnitBook(register),
    labelOf: coverLabels(catalogue),
    isAmount: (code: string): boolean => {
      const indicator = catalogue.indicators.get(code);
      return indicator !== undefined && isMoney(indicator);
    },
  };
}

function normalise(recognised: RecognisedWorkbook, file: FileRef, memory: Memory): Outcome<Submission> {
  const findings = new FindingList();
  const report = createReport(findings);
  const cover = readCover(recognised, memory.coverWords);
  const { register, names, unitsAt, findGrouping, wordsOf } = memory;
  const scope = { file: file.path, cover, register, names, unitsAt, findGrouping, wordsOf, report };
  const reporter = createReporter(scope, recognised.tables);
  for (const draft of missingIdentity({ file: file.path, cover, recognised, labelOf: memory.labelOf })) report(draft);
  const marks = sheetMarks(memory.markRoom);
  const settings: Omit<TableSettings, "sheet" | "subjects"> = {
    file: file.path,
    date1904: recognised.date1904 === true,
    layoutOf: memory.layoutOf,
    coverLayoutOf: memory.coverLayoutOf,
    figureRoom: memory.figureRoom,
    moneyUnitOf: memory.coverWords.moneyUnit,
    wordsOf: memory.wordsOf,
    ownUnit: reporter.unit?.key,
    year: closingYear(cover),
    coverUnit: cover.moneyUnit,
    coverUnitText: cover.entries.get("moneyUnit")?.text ?? "",
    report,
  };
  markIdentity(recognised, marks.of);
  const { tables, records } = readTables(recognised, { settings, marksOf: marks.of, reporter });
  const facts =
    recognised.factSheet === undefined ? [] : readFactSheet(marks.of(recognised.factSheet), memory.register);
  const explanations = recognised.lists.flatMap((grid) => readExplanations(marks.of(grid)));
  const carried = matchCarried(facts, tables, { file: file.path, report, isMoney: memory.isAmount });
  return {
    value: {
      file,
      unit: reporter.unit,
      grouping: reporter.grouping?.id,
      ...statedBy(cover),
      tables,
      ...(records.length === 0 ? {} : { records }),
      carried,
      cells: tallyCells(marks.all(), recognised.unused),
      explanations,
      lists: recognised.lists.map(({ name }) => name),
    },
    findings: findings.all(),
  };
}

/** Adds what was not said of the same cell before: the tables of several forms may share their rows. */
function createReport(findings: FindingList): (draft: FindingDraft) => void {
  const byRow = new Map<number, FindingDraft[]>();
  return (draft) => {
    const { cell } = draft.place;
    const known = cell === undefined ? undefined : byRow.get(cell.row);
    if (known?.some((other) => isSame(other, draft)) === true) return;
    if (known !== undefined) known.push(draft);
    else if (cell !== undefined) byRow.set(cell.row, [draft]);
    findings.add(draft);
  };
}

function isSame(known: FindingDraft, { code, variant, place, found }: FindingDraft): boolean {
  const isHere = known.place.sheet === place.sheet && known.place.cell?.column === place.cell?.column;
  return isHere && known.code === code && known.variant === variant && known.found === found;
}

function closingYear({ asOf, period }: Cover): number | undefined {
  const last = asOf ?? (period === undefined ? undefined : lastDayOf(period));
  return last === undefined ? undefined : partsOf(last)[0];
}

/** What the cover says beside the unit. */
function statedBy({ period, asOf, standing, revision, entries }: Cover) {
  const preparedBy = entries.get("preparedBy")?.text ?? "";
  return { period, asOf, standing, revision, preparedBy, phone: entries.get("phone")?.text ?? "" };
}

interface Reading {
  readonly settings: Omit<TableSettings, "sheet" | "subjects">;
  readonly marksOf: (grid: Grid) => SheetMarks;
  readonly reporter: Reporter;
}

/**
 * Tables of figures and lists of records. Both are filled one by one: lists that `map` and `filter` give look different
 * to the engine before and after it compiles them, and it compiles all that reads them anew.
 */
function readTables(
  recognised: RecognisedWorkbook,
  { settings, marksOf, reporter }: Reading,
): { readonly tables: readonly FormTable[]; readonly records: readonly FormTable[] } {
  const settingsFor = (grid: Grid, table: RecognisedTable | undefined): TableSettings => ({
    sheet: marksOf(grid),
    subjects: reporter.subjectsOf(table),
    ...settings,
  });
  const tables: FormTable[] = [];
  const records: FormTable[] = [];
  for (const cover of recognised.pairs) tables.push(readPairs(cover, settingsFor(cover.grid, undefined)));
  for (const table of recognised.tables) {
    const read = readTable(table, settingsFor(table.grid, table));
    if (read.grain === "record") records.push(read);
    else tables.push(read);
  }
  return { tables, records };
}

function sheetMarks(room: (grid: Grid) => SheetMarks): {
  readonly of: (grid: Grid) => SheetMarks;
  readonly all: () => Iterable<SheetMarks>;
} {
  const sheets = new Map<Grid, SheetMarks>();
  return {
    of: (grid) => {
      const known = sheets.get(grid) ?? room(grid);
      sheets.set(grid, known);
      return known;
    },
    all: () => sheets.values(),
  };
}

/** Printed label of an identity word on the form that carries it, and that form's sheet. */
function coverLabels({ forms }: Catalogue): (code: string) => { readonly heading: string; readonly sheet: string } {
  return (code) => {
    for (const form of forms.values()) {
      const field = fieldsOf(form, "value").find((candidate) => candidate.code === code);
      if (field !== undefined) return { heading: field.heading, sheet: form.sheet };
    }
    return { heading: code, sheet: "" };
  };
}
