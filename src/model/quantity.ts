// A figure, or the precise kind of nothing that stands in its place. No path turns one kind into another silently.

import { assertNever } from "./outcome.js";

/** Every state a figure can have, in the order in which sums prefer them: see `addQuantities`. */
export const QUANTITY_STATES = [
  "known",
  "rejected",
  "not-submitted",
  "blank",
  "no-association",
  "before-programme",
  "not-on-form",
] as const;

export type QuantityState = (typeof QUANTITY_STATES)[number];
export type MissingReason = "blank" | "not-submitted" | "rejected";
export type NotApplicableReason = "no-association" | "not-on-form" | "before-programme";

export type Quantity =
  | { readonly kind: "known"; readonly value: number }
  | { readonly kind: "missing"; readonly why: MissingReason }
  | { readonly kind: "not-applicable"; readonly why: NotApplicableReason };

/** A figure that was given; 0 is a figure. */
export function known(value: number): Quantity {
  return { kind: "known", value };
}

/** A figure that was due and is not there. */
export function missing(why: MissingReason): Quantity {
  return { kind: "missing", why };
}

/** A figure that nobody owes. */
export function notApplicable(why: NotApplicableReason): Quantity {
  return { kind: "not-applicable", why };
}

/** `known`, or the reason why not, as one word. */
export function stateOf(quantity: Quantity): QuantityState {
  return quantity.kind === "known" ? "known" : quantity.why;
}

/** The quantity in a given state; `value` counts only for `known`. */
export function quantityOf(state: QuantityState, value: number): Quantity {
  switch (state) {
    case "known":
      return known(value);
    case "blank":
    case "not-submitted":
    case "rejected":
      return missing(state);
    case "no-association":
    case "not-on-form":
    case "before-programme":
      return notApplicable(state);
    default:
      return assertNever(state);
  }
}

/**
 * Adds quantities: known figures are summed; where none is known the result says why, the heaviest reason first
 * (rejected, not submitted, blank, then the kinds of not-applicable). A sum of nothing is missing.
 * The operation is associative and commutative.
 */
export function addQuantities(parts: Iterable<Quantity>): Quantity {
  let sum = 0;
  let best: number = QUANTITY_STATES.length;
  for (const part of parts) {
    const rank = QUANTITY_STATES.indexOf(stateOf(part));
    if (part.kind === "known") sum += part.value;
    if (rank < best) best = rank;
  }
  const state = QUANTITY_STATES[best];
  return state === undefined ? missing("not-submitted") : quantityOf(state, sum);
}
