// A figure as a report prints it: «…» for what is missing, «—» for what nobody owed.

import { type Indicator, isMoney } from "../../model/indicator.js";
import type { Quantity } from "../../model/quantity.js";
import type { Look } from "../../model/workbook-plan.js";
import { MISSING_MARK } from "../cell-texts.js";

export const NOT_OWED_MARK = "—";

/** The number, or the mark that stands in its place. */
export function reportValue(quantity: Quantity): number | string {
  if (quantity.kind === "known") return quantity.value;
  return quantity.kind === "missing" ? MISSING_MARK : NOT_OWED_MARK;
}

/** The look of an indicator's figures. */
export function lookOf(indicator: Indicator | undefined): Look {
  if (indicator?.ratio?.times === 100) return "ratio";
  return indicator !== undefined && isMoney(indicator) ? "money" : "count";
}

/** The same for a total. */
export function totalLook(look: Look): Look {
  if (look === "ratio") return "total-ratio";
  return look === "money" ? "total-money" : "total-count";
}
