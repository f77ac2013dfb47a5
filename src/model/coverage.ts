// How many of the grassroots units (communes and attached associations) that owed a figure gave it.

import type { Quantity } from "./quantity.js";

export interface Coverage {
  /** Units whose figure is in the total. */
  readonly have: number;
  /** Units that owed one; units without an association owe none. */
  readonly due: number;
}

export const COMPLETE: Coverage = { have: 1, due: 1 };
export const ABSENT: Coverage = { have: 0, due: 1 };
export const NOT_DUE: Coverage = { have: 0, due: 0 };

/**
 * Coverage of a figure of which no more is known than itself: 1/1 known (also a typed row about a province, whose
 * make-up nobody told), 0/1 missing, 0/0 not applicable.
 */
export function coverageOf(quantity: Quantity): Coverage {
  switch (quantity.kind) {
    case "known":
      return COMPLETE;
    case "missing":
      return ABSENT;
    case "not-applicable":
      return NOT_DUE;
  }
}

/** Coverage of a total over disjoint units. Associative, commutative, `NOT_DUE` is its zero. */
export function addCoverage(parts: Iterable<Coverage>): Coverage {
  let have = 0;
  let due = 0;
  for (const part of parts) {
    have += part.have;
    due += part.due;
  }
  return { have, due };
}

/**
 * The coverage with the smaller share of have in due; where they are alike, that of more units. What nobody owes gives
 * way to anything that is owed. Associative, commutative, `NOT_DUE` is its zero.
 */
export function weakerCoverage(a: Coverage, b: Coverage): Coverage {
  const difference = a.have * b.due - b.have * a.due;
  if (difference === 0) return a.due > b.due ? a : b;
  return difference < 0 ? a : b;
}
