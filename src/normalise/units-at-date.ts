// Units in force at a date, in the lists that names are looked up in. The lists are kept, so that indexes over them can
// be kept too; dates between two changes of the register share them.

import { addDays, type IsoDate } from "../model/iso-date.js";
import { type OrgTree, treeAt } from "../model/org-tree.js";
import type { Register } from "../model/register.js";
import type { Level, Unit } from "../model/unit.js";
import { memoise } from "./memoise.js";

export interface UnitsAtDate {
  readonly tree: OrgTree;
  /** Every unit of a level. */
  ofLevel(level: Level): readonly Unit[];
  districtsOf(unit: Unit): readonly Unit[];
  /** Every unit that had ended by the date. */
  ended(): readonly Unit[];
  /** Units no longer in force whose people went to units below this one, or that stood below it to the end. */
  formerBelow(unit: Unit): readonly Unit[];
}

/** The lists for any date. */
export function createUnitBook(register: Register): (date: IsoDate) => UnitsAtDate {
  const changes = changesOf(register);
  const known = new Map<number, UnitsAtDate>();
  const epochs = memoise((date) => {
    let epoch = 0;
    while (epoch < changes.length && (changes[epoch] ?? date) <= date) epoch += 1;
    return epoch;
  });
  return (date) => once(known, epochs(date), () => unitsAt(register, date));
}

function changesOf(register: Register): readonly IsoDate[] {
  const dates = new Set<IsoDate>();
  for (const unit of register.units) {
    dates.add(unit.from);
    if (unit.until !== undefined) dates.add(unit.until);
  }
  return [...dates].sort();
}

function unitsAt(register: Register, date: IsoDate): UnitsAtDate {
  const tree = treeAt(register, date);
  const levels = new Map<Level, readonly Unit[]>();
  const districts = new Map<string, readonly Unit[]>();
  const former = new Map<string, readonly Unit[]>();
  const ended = new Map<string, readonly Unit[]>();
  const hasEnded = (unit: Unit): boolean => unit.until !== undefined && unit.until <= date;
  return {
    tree,
    ofLevel: (level) => once(levels, level, () => [...tree.units()].filter((unit) => unit.level === level)),
    districtsOf: (unit) =>
      once(districts, unit.key, () => tree.childrenOf(unit.key).filter((child) => child.level === "district")),
    ended: () => once(ended, "all", () => register.units.filter(hasEnded)),
    formerBelow: (unit) => once(former, unit.key, () => formerBelow(register, { tree, date, unit })),
  };
}

interface Area {
  readonly tree: OrgTree;
  readonly date: IsoDate;
  readonly unit: Unit;
}

function formerBelow(register: Register, { tree, date, unit }: Area): readonly Unit[] {
  return register.units.filter((old) => {
    if (old.until === undefined || old.until > date || old.key === unit.key) return false;
    const isPassedOn = register.successorsOf(old.key).some(({ next }) => tree.isBelow(next, unit.key));
    return isPassedOn || stoodBelow({ ...old, until: old.until }, unit, register);
  });
}

/** A unit that ended without a successor (districts did) is told by the units above it on its last day. */
function stoodBelow(old: Unit & { readonly until: IsoDate }, unit: Unit, register: Register): boolean {
  const lastDay = addDays(old.until, -1);
  let above = parentOn(old, lastDay, register);
  while (above !== undefined) {
    if (above.key === unit.key) return true;
    if (register.successorsOf(above.key).some(({ next }) => next === unit.key)) return true;
    above = parentOn(above, lastDay, register);
  }
  return false;
}

function parentOn(unit: Unit, day: IsoDate, register: Register): Unit | undefined {
  return unit.parentCode === undefined ? undefined : register.at(unit.parentCode, day)?.unit;
}

function once<K, V>(known: Map<K, V>, key: K, work: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = work();
  known.set(key, value);
  return value;
}
