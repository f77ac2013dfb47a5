// Branch tables → facts about the unit that sent them: columns added over data and own rows, by fund holder.

import type { Catalogue } from "../model/catalogue.js";
import type { Fact } from "../model/fact.js";
import { at } from "../model/outcome.js";
import type { FormTable } from "../model/submission.js";
import type { UnitKey } from "../model/unit.js";
import { addColumn, columnOf } from "./add-column.js";
import { columnSource, runsOf } from "./fact-source.js";
import { defaultHolder, namedHolder } from "./fund-holder.js";
import { plainFact } from "./plain-fact.js";

/**
 * The figures of a branch table, one fact per indicator and holder. Columns that are only checked (percents,
 * population beside a branch) are never taken; `taken` names those another form gives. `rows`: only these rows.
 *
 *   holder        Q02a           fact
 *   chi hội, ban     5     →     Q02a, chi hội, ban: 12
 *   chi hội, ban     7           Q02a, xã: 3
 *   xã               3
 */
export function branchFacts(
  table: FormTable,
  about: {
    readonly unit: UnitKey;
    readonly file: number;
    readonly taken: ReadonlySet<string>;
    readonly rows?: readonly number[];
  },
  catalogue: Catalogue,
): readonly Fact[] {
  const facts: Fact[] = [];
  for (const [holder, rows] of rowsByHolder(table, about.rows ?? countedRows(table))) {
    const runs = runsOf(table, rows);
    for (const [index, field] of table.fields.entries()) {
      const indicator = field.role === "indicator" ? catalogue.indicators.get(field.code) : undefined;
      if (indicator === undefined || about.taken.has(field.code)) continue;
      const quantity = addColumn(table, rows, columnOf(table, index, indicator));
      const first = rows[0];
      const source =
        first === undefined
          ? undefined
          : columnSource({ file: about.file, sheet: table.sheet }, table.place(first, index).column, runs);
      facts.push(plainFact({ unit: about.unit, indicator: field.code, holder, quantity, source }));
    }
  }
  return facts;
}

/** Indexes of the rows that are added up. */
function countedRows(table: FormTable): readonly number[] {
  const rows: number[] = [];
  for (const [index, row] of table.rows.entries()) if (row.role === "data" || row.role === "own") rows.push(index);
  return rows;
}

/** The rows by holder; one group without holder where the form has none, and where there are no rows. */
function rowsByHolder(table: FormTable, rows: readonly number[]): ReadonlyMap<string | undefined, readonly number[]> {
  const fallback = defaultHolder(table);
  if (fallback === undefined || rows.length === 0) return new Map([[fallback, rows]]);
  const groups = new Map<string | undefined, number[]>();
  for (const index of rows) {
    const holder = namedHolder(at(table.rows, index)) ?? fallback;
    const group = groups.get(holder);
    if (group === undefined) groups.set(holder, [index]);
    else group.push(index);
  }
  return groups;
}
