// Whose files give the figures of an earlier day: the asked unit's own, or those of the units it was made from since.

import type { Aggregation } from "../model/aggregation.js";
import { originsOn } from "../model/destinations.js";
import { cameFrom, isSameTerritory } from "../model/going-on.js";
import type { IsoDate } from "../model/iso-date.js";
import type { Register } from "../model/register.js";

export interface FormerUnits {
  /** True for the unit itself, with the same territory. */
  readonly isSame: boolean;
  /** Keys, or the id of a grouping; none where nothing is known of the territory then. */
  readonly units: readonly string[];
}

/** The unit, or the grouping, where it stood on `asOf` with the same territory; else the units it came from. */
export function unitsBefore({ unit, asOf: now }: Aggregation, asOf: IsoDate, register: Register): FormerUnits {
  const same = (key: string): FormerUnits => ({ isSame: true, units: [key] });
  const others = (keys: readonly string[]): FormerUnits => ({ isSame: false, units: originsOf(keys, asOf, register) });
  if (unit.level !== "grouping") {
    const key = cameFrom(unit.key, asOf, register);
    return key === undefined ? others([unit.key]) : same(key);
  }
  const members = (date: IsoDate): readonly string[] =>
    register.groupingAt(unit.key, date)?.members.flatMap((code) => register.treeOn(date).byCode(code)?.key ?? []) ?? [];
  const [earlier, later] = [members(asOf), members(now)];
  const isOne = earlier.length > 0 && isSameTerritory(earlier, later, register);
  return isOne ? same(unit.key) : others(later);
}

function originsOf(keys: readonly string[], asOf: IsoDate, register: Register): readonly string[] {
  const units = keys.flatMap((key) => register.byKey(key) ?? []);
  const origins = new Set(units.flatMap(({ key }) => [...originsOn(key, asOf, register)]));
  return [...origins].filter((key) => (register.byKey(key)?.from ?? asOf) <= asOf);
}
