// One object for two equal facts: the only fund of a holder is told twice, as a fund and in the sums by holder.

import type { Fact, Source } from "../model/fact.js";
import { type Quantity, stateOf } from "../model/quantity.js";

/** `facts`, with an equal one of `told` in the place of each that has one. */
export function sharingFacts(facts: readonly Fact[], told: readonly Fact[]): readonly Fact[] {
  const holder = facts[0]?.holder;
  const byIndicator = new Map<string, Fact>();
  for (const fact of told) if (fact.holder === holder) byIndicator.set(fact.indicator, fact);
  const shared: Fact[] = [];
  for (const fact of facts) {
    const other = byIndicator.get(fact.indicator);
    shared.push(other !== undefined && isSameFact(fact, other) ? other : fact);
  }
  return shared;
}

function isSameFact(a: Fact, b: Fact): boolean {
  return (
    a.unit === b.unit &&
    a.indicator === b.indicator &&
    a.holder === b.holder &&
    isSameQuantity(a.quantity, b.quantity) &&
    a.coverage.have === b.coverage.have &&
    a.coverage.due === b.coverage.due &&
    a.estimate === b.estimate &&
    a.explanation === b.explanation &&
    isSameSource(a.source, b.source)
  );
}

function isSameQuantity(a: Quantity, b: Quantity): boolean {
  return a.kind === "known" && b.kind === "known" ? a.value === b.value : stateOf(a) === stateOf(b);
}

function isSameSource(a: Source | undefined, b: Source | undefined): boolean {
  return a?.file === b?.file && a?.sheet === b?.sheet && a?.cells === b?.cells;
}
