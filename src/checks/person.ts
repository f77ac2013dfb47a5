// A person on a list, as checks compare persons.

import type { ListEntry } from "../model/rule.js";
import { looseText, sameText } from "../model/text.js";

/** A name as persons are compared by it. */
export type NameForms = Pick<Person, "name" | "loose" | "backwards">;

/** The forms of names, kept while one list is looked through: many persons of a list have one name. */
export function createNameForms(): (typed: string) => NameForms {
  const known = new Map<string, NameForms>();
  return (typed) => {
    const before = known.get(typed);
    if (before !== undefined) return before;
    const loose = looseText(typed);
    const forms = { name: sameText(typed), loose, backwards: [...loose].reverse().join("") };
    known.set(typed, forms);
    return forms;
  };
}

/** What tells a person, taken out of an entry once. */
export interface Person {
  readonly entry: ListEntry;
  /** Place in the list. */
  readonly index: number;
  readonly name: string;
  /** Without marks: «nguyễn thị hòa» and «nguyen thi hoa» are one. */
  readonly loose: string;
  /** `loose` from its last letter to its first. */
  readonly backwards: string;
  /** 2024-03-15, or as much of it as is known; "" for nothing. */
  readonly day: string;
  readonly group: string;
  readonly key: string;
  /** True for one who left. */
  readonly isGone: boolean;
}

/** True where the whole day of birth is known. */
export function hasDay({ day }: Person): boolean {
  return day.length === "2024-03-15".length;
}
