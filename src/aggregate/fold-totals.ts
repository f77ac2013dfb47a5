// Totals of disjoint units → the total above them.

import { coverageOf, NOT_DUE } from "../model/coverage.js";
import type { Fact, Total, TotalParts } from "../model/fact.js";
import { known, missing, QUANTITY_STATES, type Quantity, quantityOf } from "../model/quantity.js";
import type { UnitKey } from "../model/unit.js";

/** Shared by all totals that have none, so that a nation's totals stay small. */
export const NO_HOLDERS: ReadonlyMap<string, Quantity> = new Map();
export const NO_PARTS: readonly Total[] = [];
const NO_FACTS: readonly Fact[] = [];

/** The total of figures that no fact gives: a kind of nothing, with the coverage that follows from it. */
export function emptyTotal(unit: UnitKey, indicator: string, quantity: Quantity): Total {
  return nothingOf(unit, indicator, { quantity, coverage: coverageOf(quantity) });
}

/**
 * Adds totals of disjoint units: known values and coverage are summed, an estimate anywhere makes an estimate, each
 * fund holder is added for itself. Of no parts: missing. Associative and commutative.
 */
export function foldTotals(unit: UnitKey, indicator: string, parts: TotalParts): Total {
  let sum = 0;
  let best: number = QUANTITY_STATES.length;
  let have = 0;
  let due = 0;
  let estimate = false;
  let isEmpty = true;
  let holders: Map<string, number> | undefined;
  for (const part of parts) {
    isEmpty = false;
    const rank = part.quantity.kind === "known" ? 0 : QUANTITY_STATES.indexOf(part.quantity.why);
    if (part.quantity.kind === "known") sum += part.quantity.value;
    if (rank < best) best = rank;
    have += part.coverage.have;
    due += part.coverage.due;
    if (part.estimate) estimate = true;
    if (part.byHolder.size > 0) holders = addHolders(holders ?? new Map(), part.byHolder);
  }
  if (isEmpty) return nothingOf(unit, indicator, { quantity: missing("not-submitted"), coverage: NOT_DUE });
  return {
    unit,
    indicator,
    operation: "sum",
    quantity: quantityOf(QUANTITY_STATES[best] ?? "not-submitted", sum),
    coverage: { have, due },
    estimate,
    byHolder: holders === undefined ? NO_HOLDERS : knownShares(holders),
    parts,
    facts: NO_FACTS,
  };
}

function addHolders(sums: Map<string, number>, byHolder: Total["byHolder"]): Map<string, number> {
  byHolder.forEach((share, holder) => {
    if (share.kind !== "known") return;
    const before = sums.get(holder);
    sums.set(holder, before === undefined ? share.value : before + share.value);
  });
  return sums;
}

function knownShares(sums: ReadonlyMap<string, number>): Total["byHolder"] {
  const shares = new Map<string, Quantity>();
  for (const [holder, sum] of sums) shares.set(holder, known(sum));
  return shares;
}

function nothingOf(unit: UnitKey, indicator: string, kind: Pick<Total, "quantity" | "coverage">): Total {
  return {
    unit,
    indicator,
    operation: "nothing",
    quantity: kind.quantity,
    coverage: kind.coverage,
    estimate: false,
    byHolder: NO_HOLDERS,
    parts: NO_PARTS,
    facts: NO_FACTS,
  };
}
