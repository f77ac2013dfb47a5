// The register of units: who existed when, who succeeded whom, which sets they form. Pure look-up, no spelling
// rules (those belong to normalise/) and no files.

import type { IsoDate } from "./iso-date.js";
import { growTree, type OrgTree } from "./org-tree.js";
import { type RememberedName, rememberedKey } from "./remembered-name.js";
import type { Division } from "./split-key.js";
import { type AssociationStatus, type Grouping, isInForce, type Succession, type Unit, type UnitKey } from "./unit.js";
import { whenAsked } from "./when-asked.js";

const NONE: readonly Unit[] = [];
/** Trees that are kept: a run speaks of a few dates, each asked for by several stages. */
const KEPT_TREES = 8;

export interface RegisterRows {
  readonly units: readonly Unit[];
  readonly successions: readonly Succession[];
  readonly groupings: readonly Grouping[];
  readonly associations: readonly AssociationStatus[];
  /** Names confirmed by a person; none where an office keeps no list. */
  readonly remembered?: readonly RememberedName[];
  /** How divided units are divided; none where an office declared nothing. */
  readonly divisions?: readonly Division[];
}

/** A code that names a unit at a date: the unit, and whether another key would fit too (dates not known exactly). */
export interface DatedUnit {
  readonly unit: Unit;
  readonly isCertain: boolean;
}

/** Look-up of units by key, and by code and date. */
export interface UnitIndex {
  /** The first list's date: units whose beginning is not known exactly are taken to have existed before it. */
  readonly beginning: IsoDate | undefined;
  /** The unit with exactly this key. */
  byKey(key: string): Unit | undefined;
  /** The units whose own code it is, oldest first. */
  carriersOf(code: string): readonly Unit[];
  /** Every unit that ever carried the code (or has it as an alias), oldest first. */
  byCode(code: string): readonly Unit[];
  /**
   * The unit that carries the code on the date (an alias counts where no unit's own code fits). Where dates are only
   * known from lists, the unit in force by those dates is taken and is uncertain while the next one may already have
   * taken over; where none is in force, the next one, if its beginning is not known exactly.
   */
  at(code: string, date: IsoDate): DatedUnit | undefined;
}

export interface Register extends RegisterRows, UnitIndex {
  /** Successions that start at, or lead to, the unit. */
  successorsOf(key: UnitKey): readonly Succession[];
  predecessorsOf(key: UnitKey): readonly Succession[];
  /** The grouping with this id in force on the date. */
  groupingAt(id: string, date: IsoDate): Grouping | undefined;
  /** True where the unit is known to have no association on the date («chưa có Hội»). */
  lacksAssociation(key: UnitKey, date: IsoDate): boolean;
  /** What the name was confirmed to mean in the reports of `parent`. */
  rememberedIn(parent: UnitKey, name: string): RememberedName | undefined;
  /** The tree of units at the date; the same one each time while few dates are asked for. */
  treeOn(date: IsoDate): OrgTree;
}

/** Builds the look-up of units; for equal keys the last one counts. */
export function indexUnits(units: readonly Unit[]): UnitIndex {
  const keyed = new Map<string, Unit>();
  for (const unit of units) keyed.set(unit.key, unit);
  const coded = byDate(indexBy(units, (unit) => unit.code));
  const aliased = whenAsked(() => byDate(indexAliases(units)));
  const carriersOf = (code: string): readonly Unit[] => coded.get(code) ?? NONE;
  return {
    beginning: beginningOf(units),
    byKey: (key) => keyed.get(key),
    carriersOf,
    byCode: (code) => [...carriersOf(code), ...(aliased().get(code) ?? NONE)].sort(compareFrom),
    at: (code, date) => unitAt(carriersOf(code), date) ?? unitAt(aliased().get(code) ?? NONE, date),
  };
}

/**
 * Builds the register's indexes. Rows are taken as they are: their consistency is checked when they are loaded.
 *
 * @param index the look-up of `rows.units`, where it is already built
 */
export function createRegister(rows: RegisterRows, index: UnitIndex = indexUnits(rows.units)): Register {
  const successors = whenAsked(() => indexBy(rows.successions, (row) => row.old));
  const predecessors = whenAsked(() => indexBy(rows.successions, (row) => row.next));
  const remembered = whenAsked(() => indexBy(rows.remembered ?? [], (row) => row.parent));
  const statuses = indexBy(rows.associations, (row) => row.unit);
  return {
    ...index,
    units: rows.units,
    groupings: rows.groupings,
    associations: rows.associations,
    remembered: rows.remembered ?? [],
    divisions: rows.divisions ?? [],
    get successions() {
      return rows.successions;
    },
    successorsOf: (key) => successors().get(key) ?? [],
    predecessorsOf: (key) => predecessors().get(key) ?? [],
    rememberedIn: (parent, name) => {
      const known = remembered().get(parent);
      return known === undefined ? undefined : known.findLast((one) => rememberedKey(one.name) === rememberedKey(name));
    },
    groupingAt: (id, date) =>
      rows.groupings.find(
        (grouping) =>
          grouping.id === id &&
          (grouping.from === undefined || grouping.from <= date) &&
          (grouping.until === undefined || date < grouping.until),
      ),
    lacksAssociation: (key, date) => {
      const known = statuses.get(key);
      return known?.every((status) => isWithout(status, date)) === true;
    },
    treeOn: treesOf(rows.units, index.beginning),
  };
}

function treesOf(units: readonly Unit[], beginning: IsoDate | undefined): (date: IsoDate) => OrgTree {
  const kept = new Map<IsoDate, OrgTree>();
  return (date) => {
    const known = kept.get(date);
    if (known !== undefined) return known;
    const tree = growTree(units, beginning, date);
    if (kept.size >= KEPT_TREES) kept.clear();
    kept.set(date, tree);
    return tree;
  };
}

/** The earliest list a province or the nation stands in; an office's own rows below cannot move it. */
function beginningOf(units: readonly Unit[]): IsoDate | undefined {
  let first: IsoDate | undefined;
  for (const unit of units) {
    if (unit.fromKnown || (unit.level !== "province" && unit.level !== "national")) continue;
    if (first === undefined || unit.from < first) first = unit.from;
  }
  return first;
}

/** `units` share a code and are ordered by date. The next one rivals where only a list says when it took over. */
function unitAt(units: readonly Unit[], date: IsoDate): DatedUnit | undefined {
  const inForce = units.find((unit) => isInForce(unit, date));
  const next = units.find((unit) => date < unit.from);
  const rival = next?.fromKnown === false ? next : undefined;
  if (inForce === undefined) return rival === undefined ? undefined : { unit: rival, isCertain: false };
  return { unit: inForce, isCertain: rival === undefined || rival.from !== inForce.until };
}

function isWithout(status: AssociationStatus, date: IsoDate): boolean {
  const notYet = status.founded === undefined ? status.dissolved === undefined : date < status.founded;
  const noMore = status.dissolved !== undefined && status.dissolved <= date;
  return notYet || noMore;
}

function indexAliases(units: readonly Unit[]): Map<string, Unit[]> {
  const index = new Map<string, Unit[]>();
  for (const unit of units) for (const alias of unit.aliases) add(index, alias, unit);
  return index;
}

function indexBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const item of items) add(index, keyOf(item), item);
  return index;
}

function add<T>(index: Map<string, T[]>, key: string, item: T): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [item]);
  else list.push(item);
}

function byDate(index: Map<string, Unit[]>): Map<string, Unit[]> {
  for (const list of index.values()) if (list.length > 1) list.sort(compareFrom);
  return index;
}

function compareFrom(a: Unit, b: Unit): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}
