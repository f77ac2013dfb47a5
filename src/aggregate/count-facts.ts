// Counts of rows by category: chi hội thôn, ban dòng họ, … A stock one level up, never typed beside the rows.

import type { Fact, Source } from "../model/fact.js";
import type { RowCount } from "../model/indicator.js";
import { at } from "../model/outcome.js";
import { known, missing, notApplicable, type Quantity } from "../model/quantity.js";
import { type FormTable, type LongRows, TABLE_ROW_ROLES, type TableRow } from "../model/submission.js";
import { rowAt, sheetRowAt } from "../model/table-rows.js";
import type { UnitKey } from "../model/unit.js";
import type { FactMemory } from "./fact-memory.js";
import { columnSource, joinSources, RowGathering, type RowRuns, type RunBook } from "./fact-source.js";
import { plainFact } from "./plain-fact.js";

type Categories = TableRow["categories"];
type RowNumbers = readonly number[] | Int32Array;

/** The rows of one form that may be counted, by their categories: each of those that occur has a number. */
interface SortedRows {
  readonly categories: Categories[];
  readonly tables: SortedTable[];
}

interface SortedTable {
  readonly table: FormTable;
  /** Of each row the number of its categories; `NOT_COUNTED` for a row that is no data. */
  readonly numbers: RowNumbers;
  /** The rows of each number, where they are so many that they are not looked through for every count. */
  readonly gathered: readonly RowGathering[] | undefined;
}

/** Rows of one table: how many, where they stand on the sheet, and the column of the first one's name. */
interface FittingRows {
  readonly table: FormTable;
  readonly count: number;
  readonly runs: RowRuns;
  readonly nameColumn: number;
}

const NOT_COUNTED = -1;
const DATA_ROLE = TABLE_ROW_ROLES.indexOf("data");
const BLANK = missing("blank");
const NOT_ON_FORM = notApplicable("not-on-form");

/**
 * Adds to `about.facts` one fact per COUNT indicator whose form is among the branch tables. Where no row carries a
 * category that the count asks for, the form does not tell rows apart: not applicable (not-on-form), never 0. Without
 * rows: missing.
 */
export function addCountFacts(
  tables: readonly FormTable[],
  about: { readonly facts: Fact[]; readonly unit: UnitKey; readonly file: number },
  memory: FactMemory,
): void {
  const { facts, unit, file } = about;
  const byForm = rowsByForm(tables);
  for (const { code, count } of memory.counts) {
    const counted = byForm.get(count.form);
    if (counted === undefined) continue;
    const rows = fittingRows(counted, count, memory.runs);
    const quantity = countOf(rows);
    const source = typeof rows === "string" ? undefined : nameCells(rows, file);
    facts.push(plainFact({ unit, indicator: code, holder: undefined, quantity, source }));
  }
}

function countOf(rows: ReturnType<typeof fittingRows>): Quantity {
  if (typeof rows === "string") return rows === "blank" ? BLANK : NOT_ON_FORM;
  return known(rows.reduce((sum, fitting) => sum + fitting.count, 0));
}

function rowsByForm(tables: readonly FormTable[]): ReadonlyMap<string, SortedRows> {
  const byForm = new Map<string, SortedRows>();
  for (const table of tables) {
    const id = countedAs(table, tables);
    const sorted = byForm.get(id) ?? { categories: [], tables: [] };
    byForm.set(id, sorted);
    const numbers = numbersOf(table, sorted.categories);
    if (!numbers.some((number) => number !== NOT_COUNTED)) continue;
    const gathered = table.long === undefined ? undefined : gatherByNumber(table, numbers, sorted.categories.length);
    sorted.tables.push({ table, numbers, gathered });
  }
  return byForm;
}

function gatherByNumber(table: FormTable, numbers: RowNumbers, count: number): readonly RowGathering[] {
  const gathered = Array.from({ length: count }, () => new RowGathering());
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] ?? NOT_COUNTED;
    if (number !== NOT_COUNTED) at(gathered, number).add(sheetRowAt(table, index));
  }
  return gathered;
}

/** The categories of each row as a number; those that occur first are added to `categories`. */
function numbersOf(table: FormTable, categories: Categories[]): RowNumbers {
  const numberOf = (own: Categories): number => {
    const known = categories.indexOf(own);
    return known >= 0 ? known : categories.push(own) - 1;
  };
  if (table.long !== undefined) return numbersOfLong(table.long, numberOf);
  const numbers: number[] = [];
  for (const row of table.rows) numbers.push(row.role === "data" ? numberOf(row.categories) : NOT_COUNTED);
  return numbers;
}

/** The same for rows kept by columns. The same categories are the same object: they are looked up once each. */
function numbersOfLong(long: LongRows, numberOf: (categories: Categories) => number): RowNumbers {
  const { count, roles, sets, categorySets } = long;
  const numbers = new Int32Array(count).fill(NOT_COUNTED);
  const known: number[] = [];
  for (let index = 0; index < count; index += 1) {
    if (roles[index] !== DATA_ROLE) continue;
    const set = sets[index] ?? Number.NaN;
    const number = known[set] ?? numberOf(at(categorySets, set));
    known[set] = number;
    numbers[index] = number;
  }
  return numbers;
}

/**
 * The form whose rows they are counted as: another one only where that form is not in the file, and no
 * other table is counted so.
 */
function countedAs({ form }: FormTable, tables: readonly FormTable[]): string {
  const { id, countsAs } = form;
  if (countsAs === undefined) return id;
  const same = tables
    .map((other) => other.form)
    .filter((other) => other.id === countsAs || other.countsAs === countsAs);
  return same.some((other) => other.id === countsAs) || same[0] !== form ? id : countsAs;
}

/** The rows that are counted; or why none can be: there are no rows, or the form does not tell them apart. */
function fittingRows(
  { categories, tables }: SortedRows,
  { where }: RowCount,
  runs: RunBook,
): readonly FittingRows[] | "blank" | "not told" {
  if (categories.length === 0) return "blank";
  for (const field of where.keys()) if (!categories.some((own) => own.has(field))) return "not told";
  const isTaken: boolean[] = [];
  for (const own of categories) isTaken.push(fits(own, where));
  const taken: FittingRows[] = [];
  for (const sorted of tables) taken.push(rowsTaken(sorted, isTaken, runs));
  return taken;
}

function rowsTaken(sorted: SortedTable, isTaken: readonly boolean[], runs: RunBook): FittingRows {
  const { table, numbers, gathered } = sorted;
  const number = isTaken.indexOf(true);
  const isOnly = number >= 0 && number === isTaken.lastIndexOf(true);
  const rows = (isOnly ? gathered?.[number] : undefined) ?? lookThrough(sorted, isTaken, runs.gather());
  const first = rows.count === 0 ? -1 : numbers.findIndex((one) => isTaken[one] === true);
  const nameColumn = first < 0 ? 0 : rowAt(table, first).nameColumn;
  return { table, count: rows.count, runs: runs.ofRows(rows), nameColumn };
}

function lookThrough({ table, numbers }: SortedTable, isTaken: readonly boolean[], rows: RowGathering): RowGathering {
  if (!isTaken.includes(true)) return rows;
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] ?? NOT_COUNTED;
    if (number !== NOT_COUNTED && isTaken[number] === true) rows.add(sheetRowAt(table, index));
  }
  return rows;
}

function fits(categories: TableRow["categories"], where: RowCount["where"]): boolean {
  for (const [field, allowed] of where) {
    const value = categories.get(field);
    if (value === undefined || !allowed.includes(value)) return false;
  }
  return true;
}

/** The cells of the rows' names, to be counted; no cells where no row fits. */
function nameCells(fitting: readonly FittingRows[], file: number): Source | undefined {
  const sources: Source[] = [];
  for (const { table, count, runs, nameColumn } of fitting) {
    if (count === 0) continue;
    const { sheet, cells } = columnSource({ file, sheet: table.sheet }, nameColumn, runs);
    sources.push({ file, sheet, cells, isCounted: true });
  }
  const [{ table } = { table: undefined }] = fitting;
  if (sources.length > 0 || table === undefined) return joinSources(sources);
  return { file, sheet: table.sheet, cells: "", isCounted: true };
}
