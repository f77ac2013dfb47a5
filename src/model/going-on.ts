// Which unit of a later day an earlier one goes on as: itself, or under a new key where nothing but the key changed.

import type { IsoDate } from "./iso-date.js";
import type { Register } from "./register.js";
import { isInForce, type Succession, type Unit, type UnitKey } from "./unit.js";

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

/** The key under which the unit stood on an earlier `date` with the same territory; undefined where there was none. */
export function cameFrom(key: string, date: IsoDate, register: Register): string | undefined {
  const named = register.byKey(key);
  if (named === undefined) return key;
  const seen = new Set<string>();
  for (let unit: Unit | undefined = named; unit !== undefined && !seen.has(unit.key); ) {
    if (unit.from <= date || register.predecessorsOf(unit.key).length === 0) return unit.key;
    seen.add(unit.key);
    const [before] = register.predecessorsOf(unit.key).filter((one) => one.extent !== "land");
    if (before === undefined || goesOnAs(before.old, named.from, register) !== named.key) return undefined;
    unit = register.byKey(before.old);
  }
  return undefined;
}

/**
 * True where a grouping of an earlier and one of a later day hold the same territory: what the members of the one became
 * are members of the other, and nothing else came into these.
 */
export function isSameTerritory(earlier: readonly string[], later: readonly string[], register: Register): boolean {
  const people = (one: Succession): boolean => one.extent !== "land";
  const became = (key: string): readonly string[] => {
    if (later.includes(key)) return [key];
    const next = register.successorsOf(keyOf(key)).filter(people);
    return next.map((one) => one.next);
  };
  const cameOf = (key: string): readonly string[] => {
    if (earlier.includes(key)) return [key];
    return register
      .predecessorsOf(keyOf(key))
      .filter(people)
      .map((one) => one.old);
  };
  const goesOn = (key: string): boolean => became(key).length > 0 && became(key).every((next) => later.includes(next));
  const comesFrom = (key: string): boolean =>
    cameOf(key).length > 0 && cameOf(key).every((old) => earlier.includes(old));
  return earlier.every(goesOn) && later.every(comesFrom);
}

function keyOf(key: string): UnitKey {
  const [code = "", date = ""] = key.split("@");
  return `${code}@${date}`;
}
