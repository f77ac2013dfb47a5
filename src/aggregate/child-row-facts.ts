// Upper tables → facts about child units, row by row, and the sending unit's own funds.

import type { Catalogue } from "../model/catalogue.js";
import type { Contribution, Fact } from "../model/fact.js";
import { at } from "../model/outcome.js";
import { notApplicable } from "../model/quantity.js";
import type { FormTable } from "../model/submission.js";
import type { UnitKey } from "../model/unit.js";
import { type CarriedIndex, figureFacts } from "./carried-facts.js";
import { absentFields, foundFields, inOrderOfPreference } from "./choose-table.js";
import { withComputed } from "./computed-facts.js";
import { defaultHolder, namedHolder } from "./fund-holder.js";
import { plainFact } from "./plain-fact.js";

/** What the upper tables of one workbook say. */
export interface ChildRows {
  /** Facts by the child unit they are about, in the order of the rows. */
  readonly byUnit: ReadonlyMap<UnitKey, readonly Fact[]>;
  readonly ownFunds: Contribution["ownFunds"];
}

interface RowOrigin {
  readonly file: number;
  readonly carried: CarriedIndex;
  readonly catalogue: Catalogue;
}

/** A child's facts while its rows are gathered: indicators taken from a form are not taken from another. */
interface Gathering {
  readonly facts: Fact[];
  readonly settled: Set<string>;
  readonly takenFrom: Map<string, string>;
}

/**
 * Facts of the upper tables. A row about a unit gives facts about that unit; a row with a fund holder of the sending
 * unit (`own`) is one fund of its own. Rows whose unit is not known give nothing: they carry a finding.
 */
export function childRowFacts(tables: readonly FormTable[], origin: RowOrigin): ChildRows {
  const gathered = new Map<UnitKey, Gathering>();
  const found = foundFields(tables);
  for (const table of inOrderOfPreference(tables)) {
    const absent = absentFields(table, found, origin.catalogue);
    const fallback = defaultHolder(table);
    for (const [index, row] of table.rows.entries()) {
      if (row.unit === undefined || row.role !== "data") continue;
      const gathering: Gathering = gathered.get(row.unit) ?? { facts: [], settled: new Set(), takenFrom: new Map() };
      gathered.set(row.unit, gathering);
      const holder = fallback === undefined ? undefined : (namedHolder(row) ?? fallback);
      takeRow(table, { index, unit: row.unit, holder }, { ...origin, gathering });
      for (const indicator of absent) gathering.facts.push(notOnForm(row.unit, indicator));
    }
  }
  const byUnit = new Map<UnitKey, readonly Fact[]>();
  for (const [unit, { facts, settled }] of gathered) byUnit.set(unit, withComputed(facts, settled, origin.catalogue));
  return { byUnit, ownFunds: tables.flatMap((table) => fundsOn(table, origin)) };
}

/** The sending unit's own and named funds on one table. */
function fundsOn(table: FormTable, origin: RowOrigin): Contribution["ownFunds"] {
  const fallback = defaultHolder(table);
  if (fallback === undefined) return [];
  return table.rows.flatMap((row, index) => {
    if (row.role !== "own" || row.unit === undefined) return [];
    return [ownFund(table, index, { ...origin, unit: row.unit, holder: namedHolder(row) ?? fallback })];
  });
}

function takeRow(
  table: FormTable,
  row: { readonly index: number; readonly unit: UnitKey; readonly holder: string | undefined },
  { file, carried, gathering }: RowOrigin & { readonly gathering: Gathering },
): void {
  for (const [field, { code, role }] of table.fields.entries()) {
    if (role !== "indicator") continue;
    const form = gathering.takenFrom.get(code);
    if (form !== undefined && form !== table.form.id) continue;
    gathering.takenFrom.set(code, table.form.id);
    const place = { row: row.index, field, unit: row.unit, holder: row.holder, file };
    const taken = figureFacts(table, place, carried);
    if (taken.isCarried) gathering.settled.add(code);
    gathering.facts.push(...taken.facts);
  }
}

function ownFund(
  table: FormTable,
  index: number,
  origin: RowOrigin & { readonly unit: UnitKey; readonly holder: string },
): Contribution["ownFunds"][number] {
  const { unit, holder, file } = origin;
  const settled = new Set<string>();
  const facts: Fact[] = [];
  for (const [field, { code, role }] of table.fields.entries()) {
    if (role !== "indicator") continue;
    const taken = figureFacts(table, { row: index, field, unit, holder, file }, origin.carried);
    if (taken.isCarried) settled.add(code);
    facts.push(...taken.facts);
  }
  return { holder, name: at(table.rows, index).name, facts: withComputed(facts, settled, origin.catalogue) };
}

function notOnForm(unit: UnitKey, indicator: string): Fact {
  return plainFact({ unit, indicator, holder: undefined, quantity: notApplicable("not-on-form"), source: undefined });
}
