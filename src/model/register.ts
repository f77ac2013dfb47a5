// The register of units: who existed when, who succeeded whom, which sets they form. Pure look-up, no spelling
// rules (those belong to normalise/) and no files.

import type { IsoDate } from "./iso-date.js";
import { type AssociationStatus, type Grouping, isInForce, type Succession, type Unit, type UnitKey } from "./unit.js";

export interface RegisterRows {
  readonly units: readonly Unit[];
  readonly successions: readonly Succession[];
  readonly groupings: readonly Grouping[];
  readonly associations: readonly AssociationStatus[];
}

/** A code that names a unit at a date: the unit, and whether another key would fit too (dates not known exactly). */
export interface DatedUnit {
  readonly unit: Unit;
  readonly isCertain: boolean;
}

export interface Register extends RegisterRows {
  /** The unit with exactly this key. */
  byKey(key: string): Unit | undefined;
  /** Every unit that ever carried the code (or has it as an alias), oldest first. */
  byCode(code: string): readonly Unit[];
  /**
   * The unit that carries the code on the date. Where validity dates are only known from lists, the unit in force by
   * those dates is taken; before the first list, the oldest unit whose beginning is not known exactly.
   */
  at(code: string, date: IsoDate): DatedUnit | undefined;
  /** Successions that start at, or lead to, the unit. */
  successorsOf(key: UnitKey): readonly Succession[];
  predecessorsOf(key: UnitKey): readonly Succession[];
  /** The grouping with this id in force on the date. */
  groupingAt(id: string, date: IsoDate): Grouping | undefined;
  /** True where the unit is known to have no association on the date («chưa có Hội»). */
  lacksAssociation(key: UnitKey, date: IsoDate): boolean;
}

/** Builds the register's indexes. Rows are taken as they are: their consistency is checked when they are loaded. */
export function createRegister(rows: RegisterRows): Register {
  const keyed = new Map<string, Unit>(rows.units.map((unit) => [unit.key, unit]));
  const coded = indexBy(rows.units, (unit) => [unit.code, ...unit.aliases]);
  for (const list of coded.values()) list.sort((a, b) => (a.from < b.from ? -1 : 1));
  const successors = indexBy(rows.successions, (row) => [row.old]);
  const predecessors = indexBy(rows.successions, (row) => [row.next]);
  const statuses = indexBy(rows.associations, (row) => [row.unit]);
  return {
    ...rows,
    byKey: (key) => keyed.get(key),
    byCode: (code) => coded.get(code) ?? [],
    at: (code, date) => unitAt(coded.get(code) ?? [], date),
    successorsOf: (key) => successors.get(key) ?? [],
    predecessorsOf: (key) => predecessors.get(key) ?? [],
    groupingAt: (id, date) =>
      rows.groupings.find(
        (grouping) =>
          grouping.id === id &&
          (grouping.from === undefined || grouping.from <= date) &&
          (grouping.until === undefined || date < grouping.until),
      ),
    lacksAssociation: (key, date) => (statuses.get(key) ?? []).some((status) => isWithout(status, date)),
  };
}

function unitAt(units: readonly Unit[], date: IsoDate): DatedUnit | undefined {
  const inForce = units.find((unit) => isInForce(unit, date));
  const early = units.find((unit) => !unit.fromKnown && date < unit.from);
  const unit = inForce ?? (units.some((other) => other.from <= date) ? undefined : early);
  if (unit === undefined) return undefined;
  const rival = early !== undefined && early !== unit;
  return { unit, isCertain: !rival && isInForce(unit, date) };
}

function isWithout(status: AssociationStatus, date: IsoDate): boolean {
  const notYet = status.founded === undefined ? status.dissolved === undefined : date < status.founded;
  const noMore = status.dissolved !== undefined && status.dissolved <= date;
  return notYet || noMore;
}

function indexBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = index.get(key);
      if (list === undefined) index.set(key, [item]);
      else list.push(item);
    }
  }
  return index;
}
