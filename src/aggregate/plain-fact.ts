// A figure as a submission types it: coverage follows from what it is, nothing is estimated, nothing explained.

import { coverageOf } from "../model/coverage.js";
import type { Fact } from "../model/fact.js";
import { notApplicable } from "../model/quantity.js";
import type { UnitKey } from "../model/unit.js";

const NOT_ON_FORM = notApplicable("not-on-form");

/** A typed fact. */
export function plainFact(fact: Pick<Fact, "unit" | "indicator" | "holder" | "quantity" | "source">): Fact {
  return {
    unit: fact.unit,
    indicator: fact.indicator,
    holder: fact.holder,
    quantity: fact.quantity,
    coverage: coverageOf(fact.quantity),
    estimate: false,
    explanation: "",
    source: fact.source,
  };
}

/** A figure that the forms at hand have no column for. */
export function notOnForm(unit: UnitKey, indicator: string): Fact {
  return plainFact({ unit, indicator, holder: undefined, quantity: NOT_ON_FORM, source: undefined });
}
