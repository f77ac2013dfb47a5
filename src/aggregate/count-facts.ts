// Counts of rows by category: chi hội thôn, ban dòng họ, … A stock one level up, never typed beside the rows.

import type { Catalogue } from "../model/catalogue.js";
import type { Fact, Source } from "../model/fact.js";
import type { RowCount } from "../model/indicator.js";
import { at } from "../model/outcome.js";
import { known, missing, notApplicable, type Quantity } from "../model/quantity.js";
import type { FormTable, TableRow } from "../model/submission.js";
import type { UnitKey } from "../model/unit.js";
import { columnSource, runsOf } from "./fact-source.js";
import { plainFact } from "./plain-fact.js";

/** The rows of one form that may be counted, and the cells of their names. */
interface CountedRows {
  readonly rows: readonly TableRow[];
  readonly source: Source | undefined;
}

/**
 * One fact per COUNT indicator whose form is among the branch tables. Where no row carries a category that the count
 * asks for, the form does not tell rows apart: not applicable (not-on-form), never 0. Without rows: missing.
 */
export function countFacts(
  tables: readonly FormTable[],
  about: { readonly unit: UnitKey; readonly file: number },
  catalogue: Catalogue,
): readonly Fact[] {
  const byForm = rowsByForm(tables, about.file);
  const facts: Fact[] = [];
  for (const indicator of catalogue.indicators.values()) {
    const counted = indicator.count === undefined ? undefined : byForm.get(indicator.count.form);
    if (indicator.count === undefined || counted === undefined) continue;
    const quantity = countRows(counted.rows, indicator.count);
    facts.push(
      plainFact({ unit: about.unit, indicator: indicator.code, holder: undefined, quantity, source: counted.source }),
    );
  }
  return facts;
}

function rowsByForm(tables: readonly FormTable[], file: number): ReadonlyMap<string, CountedRows> {
  const byForm = new Map<string, CountedRows>();
  for (const table of tables) {
    const before = byForm.get(table.form.id);
    const rows = table.rows.filter((row) => row.role === "data");
    byForm.set(table.form.id, {
      rows: before === undefined ? rows : [...before.rows, ...rows],
      source: before?.source ?? nameCells(table, file),
    });
  }
  return byForm;
}

function countRows(rows: readonly TableRow[], count: RowCount): Quantity {
  if (rows.length === 0) return missing("blank");
  const conditions = [...count.where];
  const isTold = conditions.every(([field]) => rows.some((row) => row.categories.has(field)));
  if (!isTold) return notApplicable("not-on-form");
  const fits = (row: TableRow): boolean =>
    conditions.every(([field, allowed]) => {
      const value = row.categories.get(field);
      return value !== undefined && allowed.includes(value);
    });
  return known(rows.filter(fits).length);
}

function nameCells(table: FormTable, file: number): Source | undefined {
  const counted = [...table.rows.keys()].filter((index) => table.rows[index]?.role === "data");
  const [first] = counted;
  if (first === undefined) return undefined;
  const { column } = at(table.rows, first).nameCell;
  return columnSource({ file, sheet: table.sheet }, column, runsOf(table, counted));
}
