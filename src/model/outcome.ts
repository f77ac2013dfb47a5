// What every stage gives back: a value and what it noticed on the way. A stage does not throw for bad data.

import type { FindingDraft } from "./finding.js";

export interface Outcome<T> {
  readonly value: T;
  readonly findings: readonly FindingDraft[];
}

/** Closes a union: the compiler refuses the call while a case is left over. */
export function assertNever(value: never): never {
  throw new Error(`case not handled: ${JSON.stringify(value)}`);
}

/** The element at `index`, which the caller knows to exist; a wrong index is our mistake and throws. */
export function at<T>(list: { readonly length: number; readonly [index: number]: T }, index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`index ${index} outside 0..${list.length - 1}`);
  return item;
}
