// Persons as keys, so that those of different files are held against one another without a word of them being kept.

import type { ListKeys } from "../model/left-behind.js";
import type { ListEntry } from "../model/rule.js";
import { KeyBook, kindOfKey } from "./entry-keys.js";
import { SHORTEST } from "./near-names.js";
import { hasDay, type Person } from "./person.js";

const SAME_DAY = 0;
const NEAR = 1;
const SAME_YEAR = 2;
const SAME_GROUP = 3;

const HAS_DAY = 1;
const HAS_YEAR = 2;
const HAS_CARD = 4;

/**
 * Keys of the persons of one list, of each as `personOf` takes it out of its entry, each under the kinds that apply:
 *
 *   name without marks, whole day of birth              · any two files
 *   the same without a word, or a letter of the last    · files of one unit
 *   name, year of birth                                 · files of one unit
 *   name, group                                         · files of one unit
 *
 * Twins differ in their last word alone: there one letter may differ, elsewhere a word. Persons who share a name and no whole day of birth are many where units are many: they are asked about within one unit.
 */
export function keysOfPersons(
  entries: readonly ListEntry[],
  unit: string,
  personOf: (entry: ListEntry) => Person,
): ListKeys {
  const book = new KeyBook(entries.length);
  for (const entry of entries) {
    const person = personOf(entry);
    if (person.name !== "" && !person.isGone) addKeys(book, person, unit);
    const year = person.day === "" ? 0 : HAS_YEAR;
    book.end((hasDay(person) ? HAS_DAY : 0) | year | (person.key === "" ? 0 : HAS_CARD));
  }
  return book.all();
}

function addKeys(book: KeyBook, person: Person, unit: string): void {
  const { name, loose, day, group } = person;
  const add = (kind: number, ...texts: readonly string[]): void => {
    book.begin(kind);
    for (const text of texts) book.mix(text);
  };
  if (hasDay(person)) {
    add(SAME_DAY, day, loose);
    book.keep(SAME_DAY);
    add(NEAR, unit, day);
    if (loose.length >= SHORTEST) book.keepNear(NEAR, loose.split(" "));
  }
  if (day !== "") {
    add(SAME_YEAR, unit, day.slice(0, 4), name);
    book.keep(SAME_YEAR);
  }
  add(SAME_GROUP, unit, group, name);
  book.keep(SAME_GROUP);
}

/** Two persons with one key, by what is known of them: as `listedAlike` judges them within a list. */
export function areAlikeAcross(key: number, a: number, b: number): boolean {
  const kind = kindOfKey(key);
  if (kind === SAME_DAY || kind === NEAR) return true;
  if ((a & b & HAS_CARD) !== 0) return false;
  return kind === SAME_YEAR ? (a & b & HAS_DAY) === 0 : (a & b & HAS_YEAR) === 0;
}
