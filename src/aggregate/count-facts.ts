// Counts of rows by category: chi hội thôn, ban dòng họ, … A stock one level up, never typed beside the rows.

import type { Fact, Source } from "../model/fact.js";
import type { RowCount } from "../model/indicator.js";
import { known, missing, notApplicable, type Quantity } from "../model/quantity.js";
import type { FormTable, TableRow } from "../model/submission.js";
import { categoriesAt, roleAt, rowAt, rowCount } from "../model/table-rows.js";
import type { UnitKey } from "../model/unit.js";
import type { FactMemory } from "./fact-memory.js";
import { columnSource, joinSources, type RunBook } from "./fact-source.js";
import { plainFact } from "./plain-fact.js";

/** Rows of one table, by their places in it, in the order of the table. */
interface RowsOfTable {
  readonly table: FormTable;
  indexes: readonly number[];
}

/** The rows of one form that may be counted and have the same categories. */
interface RowsAlike {
  readonly categories: TableRow["categories"];
  readonly tables: { readonly table: FormTable; readonly indexes: number[] }[];
}

const NO_ROWS: readonly number[] = [];
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
    const rows = fittingRows(counted, count);
    const quantity = countOf(rows);
    const source = typeof rows === "string" ? undefined : nameCells(rows, { file, runs: memory.runs });
    facts.push(plainFact({ unit, indicator: code, holder: undefined, quantity, source }));
  }
}

function countOf(rows: ReturnType<typeof fittingRows>): Quantity {
  if (typeof rows === "string") return rows === "blank" ? BLANK : NOT_ON_FORM;
  let count = 0;
  for (const { indexes } of rows) count += indexes.length;
  return known(count);
}

function rowsByForm(tables: readonly FormTable[]): ReadonlyMap<string, readonly RowsAlike[]> {
  const byForm = new Map<string, RowsAlike[]>();
  for (const table of tables) {
    const id = countedAs(table, tables);
    const alike = byForm.get(id) ?? [];
    byForm.set(id, alike);
    for (let index = 0; index < rowCount(table); index += 1) {
      if (roleAt(table, index) === "data") rowsLike(alike, categoriesAt(table, index), table).push(index);
    }
  }
  return byForm;
}

/** Where a row with these categories belongs. The same categories are the same object, and there are few of them. */
function rowsLike(alike: RowsAlike[], categories: TableRow["categories"], table: FormTable): number[] {
  let same = alike.find((one) => one.categories === categories);
  if (same === undefined) {
    same = { categories, tables: [] };
    alike.push(same);
  }
  const known = same.tables.find((one) => one.table === table);
  if (known !== undefined) return known.indexes;
  const indexes: number[] = [];
  same.tables.push({ table, indexes });
  return indexes;
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
function fittingRows(alike: readonly RowsAlike[], { where }: RowCount): readonly RowsOfTable[] | "blank" | "not told" {
  if (alike.length === 0) return "blank";
  for (const field of where.keys()) if (!alike.some(({ categories }) => categories.has(field))) return "not told";
  const fitting: RowsOfTable[] = [];
  for (const { categories, tables } of alike) {
    const isTaken = fits(categories, where);
    for (const { table, indexes } of tables) {
      const known = fitting.find((one) => one.table === table);
      if (known === undefined) fitting.push({ table, indexes: isTaken ? indexes : NO_ROWS });
      else if (isTaken) known.indexes = inOrder(known.indexes, indexes);
    }
  }
  return fitting;
}

function inOrder(some: readonly number[], more: readonly number[]): readonly number[] {
  return some.length === 0 ? more : [...some, ...more].sort((a, b) => a - b);
}

function fits(categories: TableRow["categories"], where: RowCount["where"]): boolean {
  for (const [field, allowed] of where) {
    const value = categories.get(field);
    if (value === undefined || !allowed.includes(value)) return false;
  }
  return true;
}

/** The cells of the rows' names, to be counted; no cells where no row fits. */
function nameCells(
  rows: readonly RowsOfTable[],
  { file, runs }: { readonly file: number; readonly runs: RunBook },
): Source | undefined {
  const sources: Source[] = [];
  for (const { table, indexes } of rows) {
    const [first] = indexes;
    if (first === undefined) continue;
    const { nameColumn } = rowAt(table, first);
    const { sheet, cells } = columnSource({ file, sheet: table.sheet }, nameColumn, runs.ofRows(table, indexes));
    sources.push({ file, sheet, cells, isCounted: true });
  }
  const [{ table } = { table: undefined }] = rows;
  if (sources.length > 0 || table === undefined) return joinSources(sources);
  return { file, sheet: table.sheet, cells: "", isCounted: true };
}
