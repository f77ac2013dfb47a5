// Counts of rows by category: chi hội thôn, ban dòng họ, … A stock one level up, never typed beside the rows.

import type { Fact, Source } from "../model/fact.js";
import type { RowCount } from "../model/indicator.js";
import { at } from "../model/outcome.js";
import { QUANTITY_STATES, type Quantity } from "../model/quantity.js";
import type { FormTable, TableRow } from "../model/submission.js";
import type { UnitKey } from "../model/unit.js";
import type { FactMemory } from "./fact-memory.js";
import { columnSource, type RunBook } from "./fact-source.js";
import { plainFact } from "./plain-fact.js";
import { KNOWN, type SharedQuantity } from "./shared-quantity.js";

/** The rows of one form that may be counted: how many have which categories, and the cells of their names. */
interface CountedRows {
  readonly byCategories: Map<TableRow["categories"], number>;
  source: Source | undefined;
}

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
  const byForm = rowsByForm(tables, file, memory.runs);
  for (const { code, count } of memory.counts) {
    const counted = byForm.get(count.form);
    if (counted === undefined) continue;
    const quantity = countRows(counted, count, memory.quantity);
    facts.push(plainFact({ unit, indicator: code, holder: undefined, quantity, source: counted.source }));
  }
}

function rowsByForm(tables: readonly FormTable[], file: number, runs: RunBook): ReadonlyMap<string, CountedRows> {
  const byForm = new Map<string, CountedRows>();
  for (const table of tables) {
    const counted: CountedRows = byForm.get(table.form.id) ?? { byCategories: new Map(), source: undefined };
    byForm.set(table.form.id, counted);
    const rows: number[] = [];
    for (const [index, { role, categories }] of table.rows.entries()) {
      if (role !== "data") continue;
      rows.push(index);
      const before = counted.byCategories.get(categories);
      counted.byCategories.set(categories, before === undefined ? 1 : before + 1);
    }
    counted.source ??= nameCells(table, rows, { file, runs });
  }
  return byForm;
}

function countRows({ byCategories }: CountedRows, { where }: RowCount, quantity: SharedQuantity): Quantity {
  if (byCategories.size === 0) return quantity(BLANK, Number.NaN);
  for (const field of where.keys()) {
    if (!isTold(byCategories, field)) return quantity(NOT_ON_FORM, Number.NaN);
  }
  let sum = 0;
  for (const [categories, count] of byCategories) if (fits(categories, where)) sum += count;
  return quantity(KNOWN, sum);
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

function nameCells(
  table: FormTable,
  rows: readonly number[],
  { file, runs }: { readonly file: number; readonly runs: RunBook },
): Source | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const { nameColumn } = at(table.rows, first);
  return columnSource({ file, sheet: table.sheet }, nameColumn, runs.ofRows(table, rows));
}
