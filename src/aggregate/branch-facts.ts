// Branch tables → facts about the unit that sent them: columns added over data and own rows, by fund holder.

import type { Fact, Source } from "../model/fact.js";
import { at } from "../model/outcome.js";
import type { FormTable } from "../model/submission.js";
import { countedRows, rowAt } from "../model/table-rows.js";
import type { UnitKey } from "../model/unit.js";
import { addColumn, type Column, columnOf, isFromParts } from "./add-column.js";
import type { FactMemory } from "./fact-memory.js";
import { columnSource, joinSources, type RowRuns } from "./fact-source.js";
import { namedHolder } from "./fund-holder.js";
import { plainFact } from "./plain-fact.js";

/**
 * Adds the figures of a branch table to `about.facts`, one fact per indicator and holder. Columns that are only checked
 * (percents, population beside a branch) are never taken; `taken` names those another form gives. `rows`: only these
 * rows.
 *
 *   holder        Q02a           fact
 *   chi hội, ban     5     →     Q02a, chi hội, ban: 12
 *   chi hội, ban     7           Q02a, xã: 3
 *   xã               3
 */
export function addBranchFacts(
  table: FormTable,
  about: {
    readonly facts: Fact[];
    readonly unit: UnitKey;
    readonly file: number;
    readonly taken: ReadonlySet<string>;
    readonly rows?: readonly number[];
  },
  memory: FactMemory,
): void {
  const { facts, unit, file, taken } = about;
  for (const [holder, rows] of rowsByHolder(table, about.rows ?? countedRows(table), memory)) {
    const cellsOf = columnCells(table, { file, rows, memory });
    for (let index = 0; index < table.fields.length; index += 1) {
      const field = at(table.fields, index);
      const indicator = field.role === "indicator" ? memory.indicators.get(field.code) : undefined;
      if (indicator === undefined || taken.has(field.code)) continue;
      const column = columnOf(table, index, indicator);
      facts.push(
        plainFact({
          unit,
          indicator: field.code,
          holder,
          quantity: addColumn(table, { rows, column }),
          source: cellsOf(column),
        }),
      );
    }
  }
}

/**
 * Gives the cells that a column's sum was made from: its own, or, in rows where parts stand for it, those of the parts.
 * Undefined where there are no rows.
 */
function columnCells(
  table: FormTable,
  { file, rows, memory }: { readonly file: number; readonly rows: readonly number[]; readonly memory: FactMemory },
): (column: Column) => Source | undefined {
  const place = { file, sheet: table.sheet };
  const [first] = rows;
  if (first === undefined) return () => undefined;
  const runsOf = (some: readonly number[]): RowRuns => memory.runs.ofRows(memory.runs.gather().addRows(table, some));
  const all = runsOf(rows);
  const letters = (field: number): number => table.place(first, field).column;
  return (column) => {
    if (column.when === undefined) return columnSource(place, letters(column.field), all);
    const computed = rows.filter((row) => isFromParts(table, row, column));
    if (computed.length === 0) return columnSource(place, letters(column.field), all);
    const typed = rows.filter((row) => !isFromParts(table, row, column));
    const runs = runsOf(computed);
    const own = typed.length === 0 ? undefined : runsOf(typed);
    return joinSources([
      ...column.parts.map((part) => columnSource(place, letters(part), runs)),
      own === undefined ? undefined : columnSource(place, letters(column.field), own),
    ]);
  };
}

/** The rows by holder; one group without holder where the form has none, and where there are no rows. */
function rowsByHolder(
  table: FormTable,
  rows: readonly number[],
  memory: FactMemory,
): ReadonlyMap<string | undefined, readonly number[]> {
  const fallback = memory.traitsOf(table).holder;
  if (fallback === undefined || rows.length === 0) return new Map([[fallback, rows]]);
  const groups = new Map<string | undefined, number[]>();
  for (const index of rows) {
    const holder = namedHolder(rowAt(table, index)) ?? fallback;
    const group = groups.get(holder);
    if (group === undefined) groups.set(holder, [index]);
    else group.push(index);
  }
  return groups;
}
