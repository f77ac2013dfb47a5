// The tree of units as it stands on one day: national → province → (district) → commune. It always belongs to a date.

import type { IsoDate } from "./iso-date.js";
import type { Register } from "./register.js";
import { isInForce, type Unit, type UnitKey } from "./unit.js";

export interface OrgTree {
  readonly date: IsoDate;
  unit(key: UnitKey): Unit | undefined;
  byCode(code: string): Unit | undefined;
  parentOf(key: UnitKey): Unit | undefined;
  /** Units directly below, districts included, in register order. */
  childrenOf(key: UnitKey): readonly Unit[];
  /**
   * Units that report to this one: its children, a district standing for its communes, because below a province the
   * grassroots units are what is collected and counted. The same list each time, so that indexes can be kept by it.
   */
  reportersTo(key: UnitKey): readonly Unit[];
  /** True where `key` is `ancestor` or lies below it. */
  isBelow(key: UnitKey, ancestor: UnitKey): boolean;
  units(): Iterable<Unit>;
}

const NONE: readonly Unit[] = [];

/** The register's tree at a date; it is built once for each date that is asked for. */
export function treeAt(register: Register, date: IsoDate): OrgTree {
  return register.treeOn(date);
}

/**
 * Joins the units in force on `date` by their parents' codes. Before `beginning`, the register's first list: the units
 * of that list, and those whose own beginning is known and past. A unit of a later list is never in an earlier tree.
 */
export function growTree(all: readonly Unit[], beginning: IsoDate | undefined, date: IsoDate): OrgTree {
  const units = new Map<string, Unit>();
  const codes = new Map<string, Unit>();
  const first = beginning !== undefined && date < beginning ? beginning : undefined;
  for (const unit of all) {
    if (!isInForce(unit, first === undefined || unit.fromKnown ? date : first)) continue;
    units.set(unit.key, unit);
    codes.set(unit.code, unit);
  }
  const parentOf = (key: UnitKey): Unit | undefined => {
    const code = units.get(key)?.parentCode;
    return code === undefined ? undefined : codes.get(code);
  };
  // Grouped when somebody asks: a submission of one commune asks for what stands above it alone.
  let children: ReadonlyMap<string, readonly Unit[]> | undefined;
  const childrenOf = (key: UnitKey): readonly Unit[] => {
    children ??= byParent(units.values(), parentOf);
    return children.get(key) ?? NONE;
  };
  const reporters = new Map<string, readonly Unit[]>();
  const reportersTo = (key: UnitKey): readonly Unit[] => {
    const known = reporters.get(key);
    if (known !== undefined) return known;
    const below = childrenOf(key);
    const list = below.some((child) => child.level === "district")
      ? below.flatMap((child) => (child.level === "district" ? reportersTo(child.key) : [child]))
      : below;
    reporters.set(key, list);
    return list;
  };
  const isBelow = (key: UnitKey, ancestor: UnitKey): boolean => {
    for (let here: Unit | undefined = units.get(key); here !== undefined; here = parentOf(here.key)) {
      if (here.key === ancestor) return true;
    }
    return false;
  };
  return {
    date,
    unit: (key) => units.get(key),
    byCode: (code) => codes.get(code),
    parentOf,
    childrenOf,
    reportersTo,
    isBelow,
    units: () => units.values(),
  };
}

/** The units below each one that has any, in their own order. */
function byParent(
  units: Iterable<Unit>,
  parentOf: (key: UnitKey) => Unit | undefined,
): ReadonlyMap<string, readonly Unit[]> {
  const children = new Map<string, Unit[]>();
  for (const unit of units) {
    const parent = parentOf(unit.key);
    if (parent === undefined) continue;
    const siblings = children.get(parent.key);
    if (siblings === undefined) children.set(parent.key, [unit]);
    else siblings.push(unit);
  }
  return children;
}
