// Upper tables → facts about child units, row by row, and the sending unit's own funds.

import type { FreshContribution } from "../model/contribution.js";
import type { Fact } from "../model/fact.js";
import { at } from "../model/outcome.js";
import type { FormTable } from "../model/submission.js";
import type { UnitKey } from "../model/unit.js";
import { addFigureFacts, type CarriedIndex } from "./carried-facts.js";
import { foundFields, inOrderOfPreference } from "./choose-table.js";
import { withComputed } from "./computed-facts.js";
import type { FactMemory } from "./fact-memory.js";
import { namedHolder } from "./fund-holder.js";
import { notOnForm } from "./plain-fact.js";

/** What the upper tables of one workbook say. */
export interface ChildRows {
  /** Facts by the child unit they are about, in the order of the rows. */
  readonly byUnit: ReadonlyMap<UnitKey, readonly Fact[]>;
  readonly ownFunds: FreshContribution["ownFunds"];
}

interface RowOrigin {
  readonly file: number;
  readonly carried: CarriedIndex;
  readonly memory: FactMemory;
}

/** A child's facts while its rows are gathered: indicators taken from a form are not taken from another. */
interface Gathering {
  readonly facts: Fact[];
  readonly settled: Set<string>;
  readonly takenFrom: Map<string, string>;
}

/** A row about `unit`, by its index. */
interface RowSubject {
  readonly index: number;
  readonly unit: UnitKey;
  readonly holder: string | undefined;
}

/**
 * Facts of the upper tables. A row about a unit gives facts about that unit; a row with a fund holder of the sending
 * unit (`own`) is one fund of its own. Rows whose unit is not known give nothing: they carry a finding.
 */
export function childRowFacts(tables: readonly FormTable[], origin: RowOrigin): ChildRows {
  const { memory } = origin;
  const gathered = new Map<UnitKey, Gathering>();
  const found = foundFields(tables);
  for (const table of inOrderOfPreference(tables)) {
    const traits = memory.traitsOf(table);
    const absent = traits.mayLack.filter((code) => !found.has(code));
    for (const [index, row] of table.rows.entries()) {
      if (row.unit === undefined || row.role !== "data") continue;
      const gathering = gathered.get(row.unit) ?? newGathering();
      gathered.set(row.unit, gathering);
      const holder = traits.holder === undefined ? undefined : (namedHolder(row) ?? traits.holder);
      takeRow(table, { index, unit: row.unit, holder }, { ...origin, gathering });
      for (const indicator of absent) gathering.facts.push(notOnForm(row.unit, indicator));
    }
  }
  const byUnit = new Map<UnitKey, readonly Fact[]>();
  for (const [unit, { facts, settled }] of gathered) byUnit.set(unit, withComputed(facts, settled, memory.sums));
  return { byUnit, ownFunds: tables.flatMap((table) => fundsOn(table, origin)) };
}

function newGathering(): Gathering {
  return { facts: [], settled: new Set(), takenFrom: new Map() };
}

/** The sending unit's own and named funds on one table. */
function fundsOn(table: FormTable, origin: RowOrigin): FreshContribution["ownFunds"] {
  const { holder: fallback } = origin.memory.traitsOf(table);
  if (fallback === undefined) return [];
  return table.rows.flatMap((row, index) => {
    if (row.role !== "own" || row.unit === undefined) return [];
    const holder = namedHolder(row) ?? fallback;
    const gathering = newGathering();
    takeRow(table, { index, unit: row.unit, holder }, { ...origin, gathering });
    const facts = withComputed(gathering.facts, gathering.settled, origin.memory.sums);
    return [{ holder, name: row.name, facts }];
  });
}

function takeRow(
  table: FormTable,
  { index, unit, holder }: RowSubject,
  { file, carried, memory, gathering }: RowOrigin & { readonly gathering: Gathering },
): void {
  const { facts, settled, takenFrom } = gathering;
  for (let field = 0; field < table.fields.length; field += 1) {
    const { code, role } = at(table.fields, field);
    if (role !== "indicator") continue;
    const form = takenFrom.get(code);
    if (form !== undefined && form !== table.form.id) continue;
    takenFrom.set(code, table.form.id);
    const isCarried = addFigureFacts(table, { row: index, field, unit, holder, file }, { facts, carried, memory });
    if (isCarried) settled.add(code);
  }
}
