// Names that differ in one letter, among persons born on one day: each is held against its neighbours in the order of
// letters, read forwards and backwards, so that work grows with their number even where a day stands for thousands.

import { editDistance } from "../model/edit-distance.js";
import { at } from "../model/outcome.js";
import type { Person } from "./person.js";

const NEIGHBOURS = 4;
/** Shorter names are too easily another one. */
export const SHORTEST = 8;

/** Tells every pair of neighbours whose names differ in one letter. */
export function nearNames(persons: readonly Person[], add: (first: Person, second: Person) => void): void {
  if (persons.length < 2) return;
  for (const order of ["loose", "backwards"] as const) {
    const sorted = [...persons].sort((a, b) =>
      a[order] < b[order] ? -1 : a[order] > b[order] ? 1 : a.index - b.index,
    );
    for (let place = 0; place < sorted.length; place += 1) {
      const person = at(sorted, place);
      const end = Math.min(sorted.length, place + 1 + NEIGHBOURS);
      for (let other = place + 1; other < end; other += 1) {
        const next = at(sorted, other);
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
