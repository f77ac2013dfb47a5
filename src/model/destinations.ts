// Where the people of a unit went: one unit of a later day, or several.

import type { IsoDate } from "./iso-date.js";
import type { Register } from "./register.js";
import { isInForce, type UnitKey } from "./unit.js";

/** The units that took over people; land alone takes over nothing. */
export function heirsOf(key: UnitKey, register: Register): readonly UnitKey[] {
  return register.successorsOf(key).flatMap(({ next, extent }) => (extent === "land" ? [] : [next]));
}

/** The units whose people a unit took over. */
export function forebearsOf(key: UnitKey, register: Register): readonly UnitKey[] {
  return register.predecessorsOf(key).flatMap(({ old, extent }) => (extent === "land" ? [] : [old]));
}

/** True where the unit needs no restating: it stands on the day, or is none of the register's. */
export function standsOn(key: UnitKey, date: IsoDate, register: Register): boolean {
  const unit = register.byKey(key);
  return unit === undefined || isInForce(unit, date) || date < unit.from;
}

/** The units of an earlier day that a unit was made from, however many steps back; itself where it stood then. */
export function originsOn(key: UnitKey, date: IsoDate, register: Register): ReadonlySet<UnitKey> {
  const origins = new Set<UnitKey>();
  const seen = new Set<UnitKey>();
  const follow = (here: UnitKey): void => {
    if (seen.has(here)) return;
    seen.add(here);
    const unit = register.byKey(here);
    const before = unit === undefined || unit.from <= date ? [] : forebearsOf(here, register);
    if (before.length === 0) origins.add(here);
    else before.forEach(follow);
  };
  follow(key);
  return origins;
}

/**
 * The units of a later day in which a unit's people live, however many steps on; itself where it still stands, and where
 * the register does not know what became of it.
 */
export function heirsOn(key: UnitKey, date: IsoDate, register: Register): ReadonlySet<UnitKey> {
  const heirs = new Set<UnitKey>();
  const seen = new Set<UnitKey>();
  const follow = (here: UnitKey): void => {
    if (seen.has(here)) return;
    seen.add(here);
    const next = standsOn(here, date, register) ? [] : heirsOf(here, register);
    if (next.length === 0) heirs.add(here);
    else next.forEach(follow);
  };
  follow(key);
  return heirs;
}
