// Which unit of today an old one lives on in: only a whole successor that took over nobody else is the same unit.

import { compareReports, type History, type PastReport } from "../model/history.js";
import { printPeriod } from "../model/period.js";
import type { Register } from "../model/register.js";
import type { Succession, UnitKey } from "../model/unit.js";

/** Old units under the keys of today, beside those they had. */
interface Followed {
  readonly reports: ReadonlyMap<string, PastReport[]>;
  readonly remade: History["remade"];
  /** Sums of the old units of merged ones. */
  readonly merged: ReadonlyMap<string, readonly PastReport[]>;
}

/** More changes of one unit than any register has: a circle of rows ends here. */
const MOST_CHANGES = 20;

/**
 * Follows every unit through the register's successions. One that went whole into a unit of its own is that unit;
 * merged and divided ones are not compared figure by figure, and their successors are listed; of units that were merged whole, the
 * sums are kept beside them. Land without people
 * changes nothing. A branch goes with its commune.
 */
export function followUnits(reports: ReadonlyMap<string, readonly PastReport[]>, register: Register): Followed {
  const followed = new Map([...reports].map(([key, list]) => [key, [...list]]));
  const remade = new Map<string, string[]>();
  const heirs = new Map<string, string>();
  for (const key of new Set([...reports.keys()].map(unitPart))) {
    const unit = register.byKey(key);
    if (unit === undefined) continue;
    const { heir, remakes } = heirOf(unit.key, register);
    if (heir !== unit.key) heirs.set(key, heir);
    for (const next of remakes) remade.set(next, [...(remade.get(next) ?? []), unit.name]);
  }
  for (const [key, list] of reports) {
    const heir = heirs.get(unitPart(key));
    if (heir === undefined) continue;
    const now = heir + key.slice(unitPart(key).length);
    followed.set(now, [...(followed.get(now) ?? []), ...list]);
  }
  return { reports: followed, remade, merged: mergedReports(remade.keys(), followed, register) };
}

/** What the old units of each remade one said together: only where each of them went whole into it and all of them reported. */
function mergedReports(
  remade: Iterable<string>,
  reports: ReadonlyMap<string, readonly PastReport[]>,
  register: Register,
): ReadonlyMap<string, readonly PastReport[]> {
  const merged = new Map<string, readonly PastReport[]>();
  for (const key of remade) {
    const unit = register.byKey(key);
    const rows = unit === undefined ? [] : peopled(register.predecessorsOf(unit.key));
    const isWhole = rows.every(
      ({ old, extent }) => extent === "whole" && peopled(register.successorsOf(old)).length === 1,
    );
    const lists = rows.map(({ old }) => (reports.get(old) ?? []).filter(({ part }) => part === ""));
    const [first = [], ...others] = lists;
    if (!isWhole || others.length === 0) continue;
    const sums = first.flatMap((report) => sumReport(report, others) ?? []);
    if (sums.length > 0) merged.set(key, sums.sort(compareReports));
  }
  return merged;
}

/** The report with what the other units said of the same period; undefined where one of them said nothing. */
function sumReport(first: PastReport, others: readonly (readonly PastReport[])[]): PastReport | undefined {
  const period = printPeriod(first.period);
  const same = others.map((list) => [...list].sort(compareReports).find((one) => printPeriod(one.period) === period));
  const parts = [first, ...same.filter((one) => one !== undefined)];
  if (parts.length <= others.length) return undefined;
  const added = (read: (one: PastReport) => Float64Array): Float64Array =>
    read(first).map((_, place) => parts.reduce((sum, one) => sum + (read(one)[place] ?? Number.NaN), 0));
  return {
    ...first,
    standing: parts.some(({ standing }) => standing === "estimate") ? "estimate" : first.standing,
    values: added((one) => one.values),
    roundings: added((one) => one.roundings),
  };
}

/** The unit's last heir that is the same unit, and the units that were made from it and others, or from a part of it. */
function heirOf(key: UnitKey, register: Register): { readonly heir: UnitKey; readonly remakes: readonly UnitKey[] } {
  let heir = key;
  for (let step = 0; step < MOST_CHANGES; step += 1) {
    const next = peopled(register.successorsOf(heir));
    const [only] = next;
    if (only === undefined) return { heir, remakes: [] };
    const isSame =
      next.length === 1 && only.extent === "whole" && peopled(register.predecessorsOf(only.next)).length === 1;
    if (!isSame) return { heir, remakes: next.map((row) => row.next) };
    heir = only.next;
  }
  return { heir, remakes: [] };
}

function peopled(rows: readonly Succession[]): readonly Succession[] {
  return rows.filter((row) => row.extent !== "land");
}

/** The commune of a branch key, or the key itself. */
function unitPart(key: string): string {
  const slash = key.indexOf("/");
  return slash < 0 ? key : key.slice(0, slash);
}
