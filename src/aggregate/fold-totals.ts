// Totals of disjoint units → the total above them.

import { coverageOf, NOT_DUE } from "../model/coverage.js";
import { type Fact, isColumn, partsTogether, type Total, type TotalColumn, type TotalParts } from "../model/fact.js";
import { at } from "../model/outcome.js";
import { known, missing, QUANTITY_STATES, type Quantity, quantityOf } from "../model/quantity.js";
import type { UnitKey } from "../model/unit.js";

/** Shared by all totals that have none, so that a nation's totals stay small. */
export const NO_HOLDERS: ReadonlyMap<string, Quantity> = new Map();
export const NO_PARTS: readonly Total[] = [];
const NO_FACTS: readonly Fact[] = [];
/** Behind every state. */
const NO_STATE: number = QUANTITY_STATES.length;
const KNOWN = QUANTITY_STATES.indexOf("known");
/** By state, as `coverageOf` says. */
const COVERAGES = QUANTITY_STATES.map((state) => coverageOf(quantityOf(state, 0)));

/** The total of figures that no fact gives: a kind of nothing, with the coverage that follows from it. */
export function emptyTotal(unit: UnitKey, indicator: string, quantity: Quantity): Total {
  return nothingOf(unit, indicator, { quantity, coverage: coverageOf(quantity) });
}

/**
 * Adds totals of disjoint units: known values and coverage are summed, an estimate anywhere makes an estimate, each
 * fund holder is added for itself. Of no parts: missing. Associative and commutative.
 */
export function foldTotals(unit: UnitKey, indicator: string, parts: TotalParts): Total {
  const sum = new Sum();
  for (const part of partsTogether(parts)) {
    if (isColumn(part)) sum.addColumn(part);
    else sum.add(part);
  }
  if (sum.isEmpty) return nothingOf(unit, indicator, { quantity: missing("not-submitted"), coverage: NOT_DUE });
  return {
    unit,
    indicator,
    operation: "sum",
    quantity: quantityOf(QUANTITY_STATES[sum.best] ?? "not-submitted", sum.value),
    coverage: { have: sum.have, due: sum.due },
    estimate: sum.estimate,
    byHolder: sum.holders === undefined ? NO_HOLDERS : knownShares(sum.holders),
    parts,
    facts: NO_FACTS,
  };
}

/** What totals have come to so far. */
class Sum {
  isEmpty = true;
  value = 0;
  /** The first of the states of all, in the order of QUANTITY_STATES. */
  best = NO_STATE;
  have = 0;
  due = 0;
  estimate = false;
  holders: Map<string, number> | undefined;

  add({ quantity, coverage, estimate, byHolder }: Total): void {
    this.isEmpty = false;
    const rank = quantity.kind === "known" ? KNOWN : QUANTITY_STATES.indexOf(quantity.why);
    if (quantity.kind === "known") this.value += quantity.value;
    if (rank < this.best) this.best = rank;
    this.have += coverage.have;
    this.due += coverage.due;
    if (estimate) this.estimate = true;
    if (byHolder.size === 0) return;
    byHolder.forEach((share, holder) => {
      if (share.kind === "known") this.#addShare(holder, share.value);
    });
  }

  /** As if the total of each owner were made and added: its facts are added up first. */
  addColumn({ owners: { length: count }, figures: { states, values }, facts }: TotalColumn): void {
    for (let index = 0; index < count; index += 1) {
      this.isEmpty = false;
      let value = 0;
      let best = NO_STATE;
      for (const { place, holder } of facts) {
        const state = states[place * count + index] ?? NO_STATE;
        if (state < best) best = state;
        if (state !== KNOWN) continue;
        const figure = values[place * count + index] ?? Number.NaN;
        value += figure;
        if (holder !== undefined) this.#addShare(holder, figure);
      }
      if (best === KNOWN) this.value += value;
      if (best < this.best) this.best = best;
      const coverage = at(COVERAGES, best);
      this.have += coverage.have;
      this.due += coverage.due;
    }
  }

  #addShare(holder: string, share: number): void {
    this.holders ??= new Map();
    const before = this.holders.get(holder);
    this.holders.set(holder, before === undefined ? share : before + share);
  }
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
