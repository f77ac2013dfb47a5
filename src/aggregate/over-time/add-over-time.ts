// Adding one unit's figures over time. Stricter than adding over units: a part that lacks leaves no sum behind.

import { known, missing, notApplicable, type Quantity } from "../../model/quantity.js";

const MISSING_FIRST = ["not-submitted", "rejected", "blank"] as const;
const ABSENT_FIRST = ["not-on-form", "no-association", "before-programme"] as const;

/**
 * Adds what happened in consecutive stretches of time.
 *
 *   100  120  missing            →  missing      a sum of eleven months is no year
 *   100  not on the form         →  missing      what was not asked cannot be told
 *   100  before the programme    →  100          nothing was owed before
 *
 * Of nothing: missing. Associative: months added to quarters and quarters to a year give what months give at once.
 */
export function addOverTime(parts: readonly Quantity[]): Quantity {
  if (parts.length === 0) return missing("not-submitted");
  const reasons = new Set(parts.flatMap((part) => (part.kind === "known" ? [] : [part.why])));
  const lack = MISSING_FIRST.find((why) => reasons.has(why));
  if (lack !== undefined) return missing(lack);
  const values = parts.flatMap((part) => (part.kind === "known" ? [part.value] : []));
  const absent = ABSENT_FIRST.find((why) => reasons.has(why));
  if (values.length > 0 && absent !== "not-on-form") return known(values.reduce((sum, value) => sum + value));
  return values.length > 0 || absent === undefined ? missing("blank") : notApplicable(absent);
}
