// What an earlier period's workbook says about the rows of a blank one: which branches and funds there are, of which
// sort, and what they closed with.

import type { Catalogue } from "../../model/catalogue.js";
import { isJustBefore } from "../../model/history.js";
import { monthsOf, type Period } from "../../model/period.js";
import { type FormTable, quantityAt, type Submission, type TableRow } from "../../model/submission.js";
import { sameText } from "../../model/text.js";
import type { Unit } from "../../model/unit.js";
import type { KnownRow } from "./template-request.js";

export interface PreviousRows {
  add(submission: Submission): void;
  /** Rows and funds of a unit as it closed the latest period before `now`; those of units that became part of it whole. */
  of(unit: Unit, now: Period): { readonly rows: readonly KnownRow[]; readonly funds: readonly KnownRow[] };
}

const NOTHING = { rows: [], funds: [] };

/** Gathers what earlier workbooks say. Opening figures are taken only from the period that ended the day before. */
export function createPreviousRows(catalogue: Catalogue): PreviousRows {
  const byUnit = new Map<string, Submission[]>();
  const opens = openingsOf(catalogue);
  return {
    add: (submission) => {
      const key = submission.unit?.key;
      if (key !== undefined) byUnit.set(key, [...(byUnit.get(key) ?? []), submission]);
    },
    of: (unit, now) => {
      const before = catalogue.register.predecessorsOf(unit.key).filter(({ extent }) => extent === "whole");
      const own = latest(byUnit.get(unit.key), now);
      const told = own === undefined ? before.flatMap(({ old }) => latest(byUnit.get(old), now) ?? []) : [own];
      if (told.length === 0) return NOTHING;
      const all = told.map((submission) => rowsOf(submission, now, opens));
      return { rows: all.flatMap(({ rows }) => rows), funds: all.flatMap(({ funds }) => funds) };
    },
  };
}

/** Closing indicator → the opening one of the next period, as the rules of balance have them. */
function openingsOf({ rules, indicators }: Catalogue): ReadonlyMap<string, string> {
  const openings = new Map<string, string>();
  for (const { relation } of rules) {
    if (relation?.must !== "equal") continue;
    const opening = relation.terms.find(({ code }) => indicators.get(code)?.kind === "OPENING");
    if (opening !== undefined) openings.set(relation.whole, opening.code);
  }
  return openings;
}

/** Of the submissions before `now`: the latest period, its highest revision. */
function latest(submissions: readonly Submission[] | undefined, now: Period): Submission | undefined {
  const end = monthsOf(now).last;
  const rank = ({ period, revision }: Submission) =>
    period === undefined ? -1 : monthsOf(period).last * 100 + Math.min(revision ?? 1, 99);
  return submissions
    ?.filter(({ period }) => period !== undefined && monthsOf(period).last < end)
    .sort((a, b) => rank(b) - rank(a))[0];
}

/** A row in the making; what each form says of it is put together. */
interface GatheredRow {
  readonly code: string;
  readonly name: string;
  readonly categories: Map<string, string>;
  readonly openings: Map<string, number>;
}

function rowsOf(submission: Submission, now: Period, opens: ReadonlyMap<string, string>) {
  const isClose = submission.period !== undefined && isJustBefore(submission.period, now);
  const rows = new Map<string, GatheredRow>();
  const funds = new Map<string, GatheredRow>();
  for (const table of submission.tables) {
    if (table.grain === "value") continue;
    for (const [index, row] of table.rows.entries()) {
      if ((row.role !== "data" && row.role !== "own") || row.name === "") continue;
      const kept = gathered(row.role === "data" ? rows : funds, row);
      for (const [code, value] of row.categories) kept.categories.set(code, value);
      if (isClose) addOpenings(kept, { table, index, opens });
    }
  }
  return { rows: [...rows.values()], funds: [...funds.values()] };
}

function gathered(into: Map<string, GatheredRow>, row: TableRow): GatheredRow {
  const key = row.role === "data" ? (row.unit ?? sameText(row.name)) : `${sameText(row.name)} ${[...row.categories]}`;
  const known = into.get(key);
  if (known !== undefined) return known;
  const fresh = { code: row.code, name: row.name, categories: new Map(), openings: new Map() };
  into.set(key, fresh);
  return fresh;
}

function addOpenings(
  { openings }: GatheredRow,
  {
    table,
    index,
    opens,
  }: { readonly table: FormTable; readonly index: number; readonly opens: ReadonlyMap<string, string> },
): void {
  for (const [position, { code, role }] of table.fields.entries()) {
    const opening = opens.get(code);
    if (opening === undefined || role !== "indicator") continue;
    const quantity = quantityAt(table, index, position);
    if (quantity.kind === "known") openings.set(opening, quantity.value);
  }
}
