// Quantities that many facts have in common: every kind of nothing, and the small counts. A run keeps hundreds of
// thousands of facts to its end, so what is equal and never changes is one object.

import { at } from "../model/outcome.js";
import { known, QUANTITY_STATES, type Quantity, quantityOf } from "../model/quantity.js";

/** The quantity of a state (its index in QUANTITY_STATES); `value` counts only for a known one. */
export type SharedQuantity = (state: number, value: number) => Quantity;

export const KNOWN = QUANTITY_STATES.indexOf("known");
const SMALL = 2_048;

/** Quantities, shared where they are likely to be met again. */
export function createSharedQuantities(): SharedQuantity {
  const nothing = QUANTITY_STATES.map((state) => quantityOf(state, Number.NaN));
  const small = Array.from({ length: SMALL }, (_, value) => known(value));
  return (state, value) => {
    if (state !== KNOWN) return at(nothing, state);
    return value >= 0 && value < SMALL && Number.isInteger(value) ? at(small, value) : known(value);
  };
}
