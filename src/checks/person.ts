// A person on a list, as checks compare persons.

import type { ListEntry } from "../model/rule.js";

/** What tells a person, taken out of an entry once. */
export interface Person {
  readonly entry: ListEntry;
  /** Place in the list. */
  readonly index: number;
  readonly name: string;
  /** Without marks: «nguyễn thị hòa» and «nguyen thi hoa» are one. */
  readonly loose: string;
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
