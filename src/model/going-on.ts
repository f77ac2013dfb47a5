// Which unit of a later day an earlier one goes on as: itself, or under a new key where nothing but the key changed.

import type { IsoDate } from "./iso-date.js";
import type { Register } from "./register.js";
import { isInForce } from "./unit.js";

/**
 * The key of the unit on `date`. A unit that passed whole into another one goes on as that one only where nothing else
 * came into it: 38@2022-10-01 is 38@2025-07-01, but the Quảng Trị of 2024 is not that of 2026. Undefined where the
 * territory changed. What the register does not know (a cluster) keeps its key.
 */
export function goesOnAs(key: string, date: IsoDate, register: Register): string | undefined {
  const seen = new Set<string>();
  for (let unit = register.byKey(key); ; ) {
    if (unit === undefined) return seen.size === 0 ? key : undefined;
    if (date < unit.from || isInForce(unit, date)) return unit.key;
    seen.add(unit.key);
    const [next, ...others] = register.successorsOf(unit.key).filter((one) => one.extent !== "land");
    if (next?.extent !== "whole" || others.length > 0 || seen.has(next.next)) return undefined;
    const into = register.predecessorsOf(next.next).filter((one) => one.extent !== "land");
    if (into.length !== 1) return undefined;
    unit = register.byKey(next.next);
  }
}
