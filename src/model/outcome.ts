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
  return item === undefined ? outside(list, index) : item;
}

/** Apart from `at`, which is short enough without it to be copied into every loop by the compiler. */
function outside({ length }: { readonly length: number }, index: number): never {
  throw new Error(`index ${index} outside 0..${length - 1}`);
}
