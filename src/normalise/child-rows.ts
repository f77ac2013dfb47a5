// Rows of an upper workbook → child units: by code, by name inside the narrowest scope that the sheet states, and both
// must agree. A row that is nobody's child is the unit itself, one of its own funds, or a finding.

import type { FindingDraft } from "../model/finding.js";
import type { IsoDate } from "../model/iso-date.js";
import type { Register } from "../model/register.js";
import type { Unit } from "../model/unit.js";
import { findByCode } from "./find-by-code.js";
import type { WordsOf } from "./name-words.js";
import type { NamedUnit, UnitNames } from "./named-unit.js";
import { nearCodes } from "./near-codes.js";
import { OWN, OWN_TOTAL, type RowSubject, type RowSubjects, type RowText, UNKNOWN } from "./row-subject.js";
import {
  districtNoMore,
  endedUnit,
  hasEnded,
  type NamePlace,
  otherParent,
  severalUnits,
  takenByCode,
  unknownUnit,
} from "./unit-findings.js";
import type { UnitsAtDate } from "./units-at-date.js";

/** What the rows of one table are looked up in. */
export interface ChildScope {
  readonly file: string;
  readonly sheet: string;
  /** The reporting unit; undefined for a grouping. */
  readonly unit: Unit | undefined;
  /** Name of the reporting unit or grouping. */
  readonly ownName: string;
  /** Units that report to it: the same array each time. */
  readonly reporters: readonly Unit[];
  readonly units: UnitsAtDate;
  readonly register: Register;
  readonly date: IsoDate;
  readonly period: string;
  readonly names: UnitNames;
  readonly wordsOf: WordsOf;
  readonly report: (draft: FindingDraft) => void;
}

const NUMBERING = /^(?:[IVX]+|\d+|[A-Z])[.)]?\s+/u;

/** Findings: V-D01, V-D02, V-D03, V-D04, V-D09, each at the cell of the row's name. */
export function createChildRows(scope: ChildScope): RowSubjects {
  let group: Unit | undefined;
  const districts = scope.unit === undefined ? [] : scope.units.districtsOf(scope.unit);
  const districtCalled = (text: string): Unit | undefined => {
    if (text === "" || districts.length === 0) return undefined;
    const named = scope.names.find(text, districts);
    return named.kind === "found" ? named.unit : undefined;
  };
  return {
    of: (row) => {
      const district = districtCalled(row.district) ?? group;
      const candidates = district === undefined ? scope.reporters : scope.units.tree.reportersTo(district.key);
      const subject = subjectOf(row, { scope, candidates, districtCalled });
      if (subject.kind === "district") group = scope.register.byKey(subject.unit);
      return subject;
    },
    enterGroup: (name) => {
      group = districtCalled(name.replace(NUMBERING, ""));
      return group?.key;
    },
  };
}

interface Lookup {
  readonly scope: ChildScope;
  readonly candidates: readonly Unit[];
  readonly districtCalled: (text: string) => Unit | undefined;
}

function subjectOf(row: RowText, lookup: Lookup): RowSubject {
  const { scope } = lookup;
  const { register, date } = scope;
  const isLikely = (unit: Unit): boolean => unit === scope.unit || scope.reporters.includes(unit);
  const coded =
    row.code === "" ? undefined : findByCode(row.code, { register, date, isLikely, isNumber: row.isCodeNumber });
  if (isSelf(row, coded, scope)) return row.hasHolder ? OWN : OWN_TOTAL;
  if (coded !== undefined && isBelow(coded, scope)) return codedSubject(row, coded, scope);
  if (row.name === "") return row.hasHolder ? OWN : refuse(row, coded, lookup);
  const district = lookup.districtCalled(row.name);
  const named = scope.names.find(row.name, lookup.candidates, scope.unit?.key);
  if (named.kind === "found" && !(named.isBare && district !== undefined)) return namedSubject(row, named.unit, scope);
  if (district !== undefined && named.kind === "unknown") return { kind: "district", unit: district.key };
  if (row.hasHolder) return OWN;
  const rivals = rivalsOf(named, district);
  if (rivals.length === 0) return refuse(row, coded, lookup);
  scope.report(severalUnits(placeOf(row, scope), rivals, scope.units));
  return UNKNOWN;
}

/** A child known by its code; the name beside it must be its own. */
function codedSubject(row: RowText, coded: Unit, scope: ChildScope): RowSubject {
  const subject: RowSubject = { kind: coded.level === "district" ? "district" : "data", unit: coded.key };
  if (row.name === "" || row.name === coded.name) return subject;
  if (coded.level === "district" && scope.names.agrees(row.name, coded)) return subject;
  const named = scope.names.find(row.name, scope.reporters, scope.unit?.key);
  if (named.kind === "found" && named.unit === coded) return subject;
  if (named.kind === "found" && !named.isBare) {
    scope.report(severalUnits(placeOf(row, scope), [coded, named.unit], scope.units));
    return UNKNOWN;
  }
  if (!scope.names.agrees(row.name, coded)) {
    scope.report(unknownUnit(placeOf(row, scope), [coded], scope.units));
    return UNKNOWN;
  }
  scope.report(takenByCode(placeOf(row, scope), coded));
  return subject;
}

/** A child known by its name; a code that stands beside it was not the child's. */
function namedSubject(row: RowText, named: Unit, scope: ChildScope): RowSubject {
  if (row.code === "") return { kind: "data", unit: named.key };
  const other = scope.register.at(row.code, scope.date)?.unit;
  const place = placeOf(row, scope);
  const wrongCode = { ...place, text: row.code };
  scope.report(
    other === undefined
      ? unknownUnit(wrongCode, [named], scope.units)
      : severalUnits(place, [named, other], scope.units),
  );
  return UNKNOWN;
}

function isSelf(row: RowText, coded: Unit | undefined, { unit, ownName, names, wordsOf }: ChildScope): boolean {
  const { same, isWholeArea } = wordsOf(row.name);
  if (isWholeArea || same === wordsOf(ownName).same) return true;
  if (unit === undefined) return false;
  if (coded !== undefined) return coded === unit;
  if (row.name === "" || row.code !== "") return false;
  return names.isCalled(row.name, unit);
}

/** Nobody's child: says why, as precisely as the register allows. */
function refuse(row: RowText, coded: Unit | undefined, lookup: Lookup): RowSubject {
  const { scope } = lookup;
  const place = placeOf(row, scope);
  const ended = endedAt(row, scope);
  if (ended !== undefined && hasEnded(ended, scope.date)) {
    const isDistrict = ended.level === "district";
    scope.report(isDistrict ? districtNoMore(place) : endedUnit(place, ended, scope));
    return UNKNOWN;
  }
  const suggestions = suggestionsFor(row, lookup);
  const elsewhere = coded ?? (suggestions.length === 0 ? namedElsewhere(row.name, scope) : undefined);
  if (elsewhere !== undefined) {
    scope.report(otherParent(place, scope.units.tree.parentOf(elsewhere.key), scope.ownName));
  } else {
    scope.report(unknownUnit(place, suggestions, scope.units));
  }
  return UNKNOWN;
}

/** Likely units by the row's name; by its code where no name stands. */
function suggestionsFor(row: RowText, { scope, candidates }: Lookup): readonly Unit[] {
  if (row.name === "") return nearCodes(row.code, candidates);
  const near = scope.names.find(row.name, candidates);
  return near.kind === "unknown" ? near.suggestions : [];
}

/** A unit that stood below this one and has ended: by its code, else by its name. */
function endedAt(row: RowText, { unit, units, register, date, names }: ChildScope): Unit | undefined {
  const carried = register.byCode(row.code).findLast((other) => hasEnded(other, date));
  if (carried !== undefined && register.at(row.code, date) === undefined) return carried;
  if (row.name === "" || unit === undefined) return undefined;
  const named = names.find(row.name, units.formerBelow(unit));
  return named.kind === "found" && !named.isBare ? named.unit : undefined;
}

function namedElsewhere(name: string, { names, units, reporters }: ChildScope): Unit | undefined {
  const [sibling] = reporters;
  if (name === "" || sibling === undefined) return undefined;
  const named = names.find(name, units.ofLevel(sibling.level));
  return named.kind === "found" && !named.isBare ? named.unit : undefined;
}

function isBelow(coded: Unit, { unit, units, reporters }: ChildScope): boolean {
  return unit === undefined ? reporters.includes(coded) : coded !== unit && units.tree.isBelow(coded.key, unit.key);
}

function rivalsOf(named: NamedUnit, district: Unit | undefined): readonly Unit[] {
  if (named.kind === "ambiguous") return named.units;
  return named.kind === "found" && district !== undefined ? [named.unit, district] : [];
}

function placeOf(row: RowText, { file, sheet, unit }: ChildScope): NamePlace {
  return { file, sheet, cell: row.cell, text: row.name === "" ? row.code : row.name, parent: unit };
}
