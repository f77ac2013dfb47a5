// Counts of rows by category: chi hội thôn, ban dòng họ, … A stock one level up, never typed beside the rows.

import type { Fact, Source } from "../model/fact.js";
import type { RowCount } from "../model/indicator.js";
import { at } from "../model/outcome.js";
import { QUANTITY_STATES, type Quantity } from "../model/quantity.js";
import type { FormTable, TableRow } from "../model/submission.js";
import type { UnitKey } from "../model/unit.js";
import type { FactMemory } from "./fact-memory.js";
import { columnSource, joinSources, type RunBook } from "./fact-source.js";
import { plainFact } from "./plain-fact.js";
import { KNOWN, type SharedQuantity } from "./shared-quantity.js";

/** The rows of one form that may be counted, by their categories: indexes into the rows of the table they stand on. */
interface CountedRows {
  readonly byCategories: Map<TableRow["categories"], Map<FormTable, number[]>>;
}

type TableRows = ReadonlyMap<FormTable, readonly number[]>;
const NO_ROWS: TableRows = new Map();

const BLANK = QUANTITY_STATES.indexOf("blank");
const NOT_ON_FORM = QUANTITY_STATES.indexOf("not-on-form");

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
    const quantity = countOf(rows, memory.quantity);
    const source = typeof rows === "string" ? undefined : nameCells(rows, { file, runs: memory.runs });
    facts.push(plainFact({ unit, indicator: code, holder: undefined, quantity, source }));
  }
}

function countOf(rows: ReturnType<typeof fittingRows>, quantity: SharedQuantity): Quantity {
  if (typeof rows === "string") return quantity(rows === "blank" ? BLANK : NOT_ON_FORM, Number.NaN);
  let count = 0;
  for (const indexes of rows.values()) count += indexes.length;
  return quantity(KNOWN, count);
}

function rowsByForm(tables: readonly FormTable[]): ReadonlyMap<string, CountedRows> {
  const byForm = new Map<string, CountedRows>();
  for (const table of tables) {
    const id = countedAs(table, tables);
    const counted: CountedRows = byForm.get(id) ?? { byCategories: new Map() };
    byForm.set(id, counted);
    for (const [index, { role, categories }] of table.rows.entries()) {
      if (role === "data") addRow(counted, { table, index, categories });
    }
  }
  return byForm;
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

function addRow(
  { byCategories }: CountedRows,
  row: { readonly table: FormTable; readonly index: number; readonly categories: TableRow["categories"] },
): void {
  const tables = byCategories.get(row.categories) ?? new Map<FormTable, number[]>();
  byCategories.set(row.categories, tables);
  const indexes = tables.get(row.table);
  if (indexes === undefined) tables.set(row.table, [row.index]);
  else indexes.push(row.index);
}

/** The rows that are counted; or why none can be: there are no rows, or the form does not tell them apart. */
function fittingRows({ byCategories }: CountedRows, { where }: RowCount): TableRows | "blank" | "not told" {
  if (byCategories.size === 0) return "blank";
  for (const field of where.keys()) if (!isTold(byCategories, field)) return "not told";
  const rows = new Map<FormTable, number[]>();
  for (const [categories, tables] of byCategories) {
    const taken = fits(categories, where) ? tables : NO_ROWS;
    for (const [table, indexes] of tables) {
      const before = rows.get(table) ?? [];
      rows.set(table, taken.has(table) ? before.concat(indexes) : before);
    }
  }
  return rows;
}

/** True where some row carries the category. */
function isTold(byCategories: CountedRows["byCategories"], field: string): boolean {
  for (const categories of byCategories.keys()) if (categories.has(field)) return true;
  return false;
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
  rows: TableRows,
  { file, runs }: { readonly file: number; readonly runs: RunBook },
): Source | undefined {
  const sources = [...rows].map(([table, indexes]): Source => {
    const sorted = indexes.toSorted((a, b) => a - b);
    const [first] = sorted;
    if (first === undefined) return { file, sheet: table.sheet, cells: "", isCounted: true };
    const { nameColumn } = at(table.rows, first);
    return { ...columnSource({ file, sheet: table.sheet }, nameColumn, runs.ofRows(table, sorted)), isCounted: true };
  });
  const filled = sources.filter(({ cells }) => cells !== "");
  return joinSources(filled.length > 0 ? filled : sources.slice(0, 1));
}
