// Which units a name that fits none may have meant: accents, type and a few letters are disregarded. It only suggests;
// every third commune has a neighbour whose name differs in one letter or in accents alone.

import { editDistance } from "../model/edit-distance.js";
import { looseText } from "../model/text.js";
import type { Unit } from "../model/unit.js";
import { foldedName } from "./unit-name-key.js";

const MOST = 5;
const TYPE_WORDS = /^(xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh) (?=\S)/;
const TYPE_DIFFERS = 0.5;
const ACCENT_DIFFERS = 0.05;

/** A name taken apart for comparison: type and rest without accents, and the rest as spelled. */
interface LooseName {
  readonly type: string;
  readonly letters: string;
  readonly digits: string;
  readonly spelled: string;
}

/** A unit with its names taken apart. */
export interface Likely {
  readonly unit: Unit;
  readonly names: readonly LooseName[];
}

/** Prepares the units of a scope; to be kept as long as the scope. */
export function likelyUnits(scope: readonly Unit[]): readonly Likely[] {
  return scope.map((unit) => ({
    unit,
    names: [looseName(unit.type, withoutType(unit.name, unit.type)), ...unit.aliases.flatMap(readingsOf)],
  }));
}

/**
 * Units of the scope whose names are near, best first, at most five. Letters may differ in one place, in two from five
 * letters on, in three from ten; numbers must be equal.
 */
export function likeliest(text: string, units: readonly Likely[]): readonly Unit[] {
  const readings = readingsOf(text);
  const found: { readonly unit: Unit; readonly distance: number }[] = [];
  for (const { unit, names } of units) {
    let best = Number.POSITIVE_INFINITY;
    for (const reading of readings) for (const name of names) best = Math.min(best, distanceOf(reading, name));
    if (Number.isFinite(best)) found.push({ unit, distance: best });
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ unit }) => unit);
}

/** The text as a whole, and with its first word or words read as a type. */
function readingsOf(text: string): readonly LooseName[] {
  const type = TYPE_WORDS.exec(looseText(foldedName(text)))?.[1];
  const whole = looseName("", foldedName(text));
  return type === undefined ? [whole] : [looseName(type, withoutType(text, type)), whole];
}

/** The folded name behind its first words, as many as the type has. */
function withoutType(name: string, type: string): string {
  const words = foldedName(name).split(" ");
  return words.slice(type === "" ? 0 : type.split(" ").length).join(" ");
}

function looseName(type: string, folded: string): LooseName {
  const letters = looseText(folded).replace(/\s/g, "");
  return {
    type: looseText(type),
    letters,
    digits: letters.replace(/\D/g, ""),
    spelled: folded.replace(/[\s']/g, ""),
  };
}

function distanceOf(a: LooseName, b: LooseName): number {
  const length = Math.min(a.letters.length, b.letters.length);
  const most = length < 5 ? 1 : length < 10 ? 2 : 3;
  if (a.digits !== b.digits || Math.abs(a.letters.length - b.letters.length) > most) return Number.POSITIVE_INFINITY;
  const letters = editDistance(a.letters, b.letters);
  if (letters > most) return Number.POSITIVE_INFINITY;
  const isOtherType = a.type !== "" && b.type !== "" && a.type !== b.type;
  return letters + (isOtherType ? TYPE_DIFFERS : 0) + ACCENT_DIFFERS * editDistance(a.spelled, b.spelled);
}
