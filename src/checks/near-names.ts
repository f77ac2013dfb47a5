// Names that differ in one letter, among persons born on one day: each is held against its neighbours in the order of
// letters, read forwards and backwards, so that work grows with their number even where a day stands for thousands.

import { editDistance } from "../model/edit-distance.js";
import type { Person } from "./person.js";

const NEIGHBOURS = 4;
/** Shorter names are too easily another one. */
export const SHORTEST = 8;

/** Tells every pair of neighbours whose names differ in one letter. */
export function nearNames(persons: readonly Person[], add: (first: Person, second: Person) => void): void {
  if (persons.length < 2) return;
  const forwards = persons.map((person) => ({ person, order: person.loose }));
  const backwards = persons.map((person) => ({ person, order: [...person.loose].reverse().join("") }));
  for (const list of [forwards, backwards]) {
    const sorted = list.sort((a, b) =>
      a.order < b.order ? -1 : a.order > b.order ? 1 : a.person.index - b.person.index,
    );
    for (const [place, { person }] of sorted.entries()) {
      for (const { person: next } of sorted.slice(place + 1, place + 1 + NEIGHBOURS)) {
        if (isNear(person, next)) add(person, next);
      }
    }
  }
}

function isNear(a: Person, b: Person): boolean {
  if (a.loose === b.loose || (a.key !== "" && a.key === b.key)) return false;
  const [shorter, longer] = [Math.min(a.loose.length, b.loose.length), Math.max(a.loose.length, b.loose.length)];
  return shorter >= SHORTEST && longer - shorter <= 1 && editDistance(a.loose, b.loose) === 1;
}
