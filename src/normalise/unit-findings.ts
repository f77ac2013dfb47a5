// Units that cannot be told → finding drafts V-D01 … V-D04 and V-D09, for the cover and for rows alike.

import type { CellAddress } from "../model/cell-address.js";
import { type FindingDraft, values } from "../model/finding.js";
import { type IsoDate, vietnameseDate } from "../model/iso-date.js";
import { shortList } from "../model/number-text.js";
import type { Register } from "../model/register.js";
import type { Unit } from "../model/unit.js";
import type { UnitsAtDate } from "./units-at-date.js";

/** Where a unit is named, and as what. */
export interface NamePlace {
  readonly file: string;
  readonly sheet: string;
  readonly cell: CellAddress;
  /** As typed: the name, or the code where no name stands. */
  readonly text: string;
  /** The unit whose report it is, if known: for it a name can be confirmed. */
  readonly parent: Unit | undefined;
}

/** V-D01: no unit is called so; `near` are likely ones, and how to confirm the best of them is said. */
export function unknownUnit(place: NamePlace, near: readonly Unit[], units: UnitsAtDate | undefined): FindingDraft {
  const [best] = near;
  const suggestion = best === undefined ? "không có" : listUnits(near, units);
  const given = { n: String(place.cell.row), "gợi ý": suggestion };
  if (best === undefined || place.parent === undefined || isCode(place.text)) return draft("V-D01", place, given);
  return { ...draft("V-D01", place, { ...given, cha: currentCode(place.parent) }), variant: "gợi ý" };
}

/** As a person names the unit today: by its key where it has ended and the code may be another's. */
function currentCode({ code, key, until }: Unit): string {
  return until === undefined ? code : key;
}

function isCode(text: string): boolean {
  return /^[\d@-]+$/.test(text);
}

/** V-D02: several units are called so, or code and name mean different ones. */
export function severalUnits(place: NamePlace, found: readonly Unit[], units: UnitsAtDate): FindingDraft {
  return draft("V-D02", place, { n: String(place.cell.row), ds: listUnits(found, units) });
}

/** V-D02 as a note: the name beside a code is a slip of spelling away from the code's unit, and the code is followed. */
export function takenByCode(place: NamePlace, unit: Unit): FindingDraft {
  const given = { n: String(place.cell.row), mã: unit.code, đúng: unit.name };
  return { ...draft("V-D02", place, given), variant: "theo mã", unit: unit.key };
}

/** V-D03: the unit had ended before the date of the report; its successors are named. */
export function endedUnit(
  place: NamePlace,
  ended: Unit & { readonly until: IsoDate },
  { register, period }: { readonly register: Register; readonly period: string },
): FindingDraft {
  const successors = register.successorsOf(ended.key).map(({ next }) => register.byKey(next)?.name ?? next);
  const given = { mã: ended.code, ngày: vietnameseDate(ended.until), kỳ: period };
  return successors.length === 0
    ? { ...draft("V-D03", place, given), variant: "no-successor" }
    : draft("V-D03", place, { ...given, mới: shortList(successors) });
}

/** V-D04: a district row where districts are no more. */
export function districtNoMore(place: NamePlace): FindingDraft {
  return draft("V-D04", place, { n: String(place.cell.row) });
}

/** V-D09: the unit belongs to another parent than the one it is listed under. */
export function otherParent(place: NamePlace, actual: Unit | undefined, stated: string): FindingDraft {
  return draft("V-D09", place, { a: actual?.name ?? "đơn vị khác", b: stated });
}

/** True for a unit that had ended by the date. */
export function hasEnded(unit: Unit, date: IsoDate): unit is Unit & { readonly until: IsoDate } {
  return unit.until !== undefined && unit.until <= date;
}

function listUnits(found: readonly Unit[], units: UnitsAtDate | undefined): string {
  return shortList(
    found.map((unit) => {
      const parent = units?.tree.parentOf(unit.key);
      const above = parent === undefined || parent.level === "national" ? "" : `, ${parent.name}`;
      return `${unit.name}${above} (${unit.code})`;
    }),
  );
}

function draft(code: string, place: NamePlace, given: Readonly<Record<string, string>>): FindingDraft {
  return {
    code,
    place: { file: place.file, sheet: place.sheet, cell: place.cell },
    values: values({ tên: place.text, ...given }),
    found: place.text,
  };
}
