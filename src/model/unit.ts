// Organisational units and what happens to them over time. A bare code is no key: on 1/7/2025 codes passed to other units.

import type { IsoDate } from "./iso-date.js";

/** Levels from the bottom up. Directly attached associations stand at `commune`, below their province. */
export const LEVELS = ["branch", "commune", "district", "province", "national"] as const;
export type Level = (typeof LEVELS)[number];

/** `code@valid-from`, for instance `00004@2025-07-01`; a branch is `<commune key>/<code or name>`. */
export type UnitKey = `${string}@${string}`;

export interface Unit {
  readonly key: UnitKey;
  /** The code as the office writes it: 2, 3 or 5 digits, or `tt:<slug>`; always text, leading zeros kept. */
  readonly code: string;
  readonly name: string;
  /** Xã, Phường, Thị trấn, Huyện, Tỉnh, …; a full name begins with it. Empty where the name carries no type. */
  readonly type: string;
  readonly level: Level;
  /** Code of the unit above; which unit that is depends on the date. Undefined for the national level. */
  readonly parentCode: string | undefined;
  /** First day in force. Where `fromKnown` is false it is the date of the first list the unit stands in. */
  readonly from: IsoDate;
  readonly fromKnown: boolean;
  /** First day no longer in force; undefined while it is. */
  readonly until: IsoDate | undefined;
  /** Former or parallel spellings and codes that mean this very unit. */
  readonly aliases: readonly string[];
}

/**
 * How much of the old unit went to the new one: `whole`; `people` (all inhabitants, part of the land);
 * `part` (some inhabitants); `land` (no inhabitants).
 */
export const EXTENTS = ["whole", "people", "part", "land"] as const;
export type Extent = (typeof EXTENTS)[number];

export interface Succession {
  readonly old: UnitKey;
  readonly next: UnitKey;
  readonly extent: Extent;
  /** The decree or list the row comes from. */
  readonly source: string;
}

/** A dated set of units of one level with a leader, for instance an emulation cluster. Not a tier of the tree. */
export interface Grouping {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  readonly from: IsoDate | undefined;
  readonly until: IsoDate | undefined;
  /** Codes, resolved at the period's date. */
  readonly members: readonly string[];
  readonly leader: string | undefined;
  readonly source: string;
}

/** When a unit's association was founded or dissolved; no row means that it has one. */
export interface AssociationStatus {
  readonly unit: UnitKey;
  readonly founded: IsoDate | undefined;
  readonly dissolved: IsoDate | undefined;
  readonly source: string;
}

/** Key of a unit of the register. */
export function unitKey(code: string, from: IsoDate): UnitKey {
  return `${code}@${from}`;
}

/** Key of a branch inside its commune; `mark` is the branch's code, or its name as `sameText` gives it. */
export function branchKey(commune: UnitKey, mark: string): UnitKey {
  return `${commune}/${mark}`;
}

/** True while the unit is in force on `date`. */
export function isInForce(unit: Unit, date: IsoDate): boolean {
  return unit.from <= date && (unit.until === undefined || date < unit.until);
}

/** A name without its type: «Phường Phường Đúc» → «Phường Đúc». */
export function bareName(unit: Unit): string {
  return unit.type !== "" && unit.name.startsWith(`${unit.type} `) ? unit.name.slice(unit.type.length + 1) : unit.name;
}
