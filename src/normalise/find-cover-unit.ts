// The unit a workbook reports for, from code, name and parent on its cover; all that is stated must agree.

import type { FindingDraft } from "../model/finding.js";
import type { IsoDate } from "../model/iso-date.js";
import type { Register } from "../model/register.js";
import type { Unit } from "../model/unit.js";
import { findByCode } from "./find-by-code.js";
import type { NamedUnit, UnitNames } from "./named-unit.js";
import { nearCodes } from "./near-codes.js";
import type { Cover, CoverEntry } from "./read-cover.js";
import {
  endedUnit,
  hasEnded,
  type NamePlace,
  otherParent,
  severalUnits,
  takenByCode,
  unknownUnit,
} from "./unit-findings.js";
import type { UnitsAtDate } from "./units-at-date.js";

export interface CoverScope {
  readonly file: string;
  readonly cover: Cover;
  readonly register: Register;
  readonly date: IsoDate;
  readonly units: UnitsAtDate;
  readonly names: UnitNames;
  /** The period in words, for messages. */
  readonly period: string;
}

export interface CoverUnit {
  readonly unit: Unit | undefined;
  readonly findings: readonly FindingDraft[];
}

const LEVELS_TRIED = ["province", "district", "commune", "national"] as const;

/**
 * The unit by its code, by its name below the stated parent, or by its name alone where only one unit of the country
 * has it. Findings: V-D01 unknown, V-D02 several or code against name, V-D03 ended, V-D09 below another parent.
 */
export function findCoverUnit(scope: CoverScope): CoverUnit {
  const code = scope.cover.entries.get("unit.code");
  const name = scope.cover.entries.get("unit.name");
  const found = code === undefined ? byName(name, scope) : byCode({ code, name }, scope);
  if (found.unit === undefined) return found;
  const checked = checkParent(found.unit, scope);
  return { ...checked, findings: [...found.findings, ...checked.findings] };
}

/** The only unit that ever carried the code, for a workbook without a date; undefined where the date would decide. */
export function findUndatedUnit(cover: Cover, register: Register): Unit | undefined {
  const [only, ...others] = register.byCode(cover.entries.get("unit.code")?.text ?? "");
  return others.length === 0 ? only : undefined;
}

function byCode(
  { code, name }: { readonly code: CoverEntry; readonly name: CoverEntry | undefined },
  scope: CoverScope,
): CoverUnit {
  const { register, date, names, units } = scope;
  const isLikely = (other: Unit): boolean => name !== undefined && names.agrees(name.text, other);
  const unit = findByCode(code.text, { register, date, isNumber: code.isNumber, isLikely });
  if (unit === undefined) {
    const ended = register.byCode(code.text).findLast((other) => hasEnded(other, date));
    return failed(
      ended !== undefined && hasEnded(ended, date)
        ? endedUnit(placeOf(code, scope, ended.name), ended, scope)
        : unknownUnit(placeOf(code, scope), suggestionsFor({ code, name }, scope), units),
    );
  }
  if (name === undefined || names.fits(name.text, unit)) return { unit, findings: [] };
  if (names.agrees(name.text, unit)) return { unit, findings: [takenByCode(placeOf(name, scope), unit)] };
  const carrier = register.byCode(unit.code).find((other) => hasEnded(other, date) && names.agrees(name.text, other));
  if (carrier !== undefined && hasEnded(carrier, date)) return failed(endedUnit(placeOf(name, scope), carrier, scope));
  const named = findName(name.text, scope);
  const place = placeOf(name, scope);
  if (named.kind === "found") return failed(severalUnits(place, [unit, named.unit], units));
  return failed(unknownUnit(place, [unit], units));
}

function byName(name: CoverEntry | undefined, scope: CoverScope): CoverUnit {
  if (name === undefined) return { unit: undefined, findings: [] };
  const named = findName(name.text, scope);
  const place = placeOf(name, scope);
  switch (named.kind) {
    case "found":
      return { unit: named.unit, findings: [] };
    case "ambiguous":
      return failed(severalUnits(place, named.units, scope.units));
    case "unknown": {
      const ended = endedCalled(name.text, scope);
      return failed(
        ended === undefined ? unknownUnit(place, named.suggestions, scope.units) : endedUnit(place, ended, scope),
      );
    }
  }
}

/** Below the stated parent first; else the levels from the province down, the first that knows the name. */
function findName(text: string, { cover, units, names }: CoverScope): NamedUnit {
  const parent = statedParent(cover, units, names);
  if (parent !== undefined) {
    const below = names.find(text, units.tree.reportersTo(parent.key), parent.key);
    if (below.kind !== "unknown") return below;
    const district = names.find(text, units.districtsOf(parent));
    if (district.kind !== "unknown") return district;
  }
  let unknown: NamedUnit = { kind: "unknown", suggestions: [] };
  for (const level of LEVELS_TRIED) {
    const named = names.find(text, units.ofLevel(level));
    if (named.kind !== "unknown") return named;
    if (unknown.kind === "unknown" && unknown.suggestions.length === 0) unknown = named;
  }
  return unknown;
}

function statedParent(cover: Cover, units: UnitsAtDate, names: UnitNames): Unit | undefined {
  const text = cover.entries.get("unit.parent")?.text ?? "";
  if (text === "") return undefined;
  for (const level of ["province", "district"] as const) {
    const named = names.find(text, units.ofLevel(level));
    if (named.kind === "found") return named.unit;
  }
  return undefined;
}

function checkParent(unit: Unit, scope: CoverScope): CoverUnit {
  const { cover, units, names } = scope;
  const entry = cover.entries.get("unit.parent");
  if (entry === undefined || namesAbove(entry.text, unit, units)) return { unit, findings: [] };
  const parent = statedParent(cover, units, names);
  if (parent === undefined || parent === unit || units.tree.isBelow(unit.key, parent.key)) {
    return { unit, findings: [] };
  }
  const place = { ...placeOf(entry, scope), text: unit.name };
  return { unit, findings: [otherParent(place, units.tree.parentOf(unit.key), parent.name)] };
}

/** True for «Huyện Hướng Hóa» and «Huyện Hướng Hóa, Tỉnh Quảng Trị» over a commune of theirs: nothing need be looked up. */
function namesAbove(text: string, unit: Unit, { tree }: UnitsAtDate): boolean {
  const parent = tree.parentOf(unit.key);
  if (parent === undefined || !text.startsWith(parent.name)) return false;
  return text === parent.name || text === `${parent.name}, ${tree.parentOf(parent.key)?.name}`;
}

/** A unit of this name that had ended by the date, if there was only one. */
function endedCalled(
  text: string,
  { units, date, names }: CoverScope,
): (Unit & { readonly until: IsoDate }) | undefined {
  const named = names.find(text, units.ended());
  return named.kind === "found" && !named.isBare && hasEnded(named.unit, date) ? named.unit : undefined;
}

/** Likely units by the name; by the code where no name stands: below the stated parent, else in the whole country. */
function suggestionsFor(
  { code, name }: { readonly code: CoverEntry; readonly name: CoverEntry | undefined },
  scope: CoverScope,
): readonly Unit[] {
  const { cover, units, names } = scope;
  if (name === undefined) {
    const parent = statedParent(cover, units, names);
    const below =
      parent === undefined ? LEVELS_TRIED.flatMap((level) => units.ofLevel(level)) : units.tree.reportersTo(parent.key);
    return nearCodes(code.text, below);
  }
  const named = findName(name.text, scope);
  switch (named.kind) {
    case "found":
      return [named.unit];
    case "ambiguous":
      return named.units;
    case "unknown":
      return named.suggestions;
  }
}

function placeOf({ grid, cell, text }: CoverEntry, scope: CoverScope, name = text): NamePlace {
  const parent = statedParent(scope.cover, scope.units, scope.names);
  return { file: scope.file, sheet: grid.name, cell, text: name, parent };
}

function failed(draft: FindingDraft): CoverUnit {
  return { unit: undefined, findings: [draft] };
}
