// Which unit of today an old one lives on in: only a whole successor that took over nobody else is the same unit.

import type { History, PastReport } from "../model/history.js";
import type { Register } from "../model/register.js";
import type { Succession, UnitKey } from "../model/unit.js";

/** Old units under the keys of today, beside those they had. */
interface Followed {
  readonly reports: ReadonlyMap<string, PastReport[]>;
  readonly remade: History["remade"];
}

/** More changes of one unit than any register has: a circle of rows ends here. */
const MOST_CHANGES = 20;

/**
 * Follows every unit through the register's successions. One that went whole into a unit of its own is that unit;
 * merged and divided ones are not compared figure by figure, and their successors are listed. Land without people
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
  return { reports: followed, remade };
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
