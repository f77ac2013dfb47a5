// Facts of one unit → its totals, and totals of disjoint units → the total above them.

import { NOT_DUE } from "../model/coverage.js";
import type { Fact, Operation, Total, TotalsByIndicator } from "../model/fact.js";
import { at } from "../model/outcome.js";
import { addQuantities, known, missing, QUANTITY_STATES, type Quantity, quantityOf } from "../model/quantity.js";
import type { UnitKey } from "../model/unit.js";
import { widest } from "./computed-facts.js";
import type { FoldContext } from "./fold-context.js";
import { FoldedTotals } from "./folded-totals.js";
import { coverageOf } from "./plain-fact.js";

/** Shared by all totals that have none, so that a nation's totals stay small. */
const NO_HOLDERS: ReadonlyMap<string, Quantity> = new Map();
const NO_PARTS: readonly Total[] = [];
const NO_FACTS: readonly Fact[] = [];

/** What is folded: the indicators in declared order, and the place of each in that order. */
export type Folded = Pick<FoldContext, "folded" | "places">;

/** What stands for an indicator that no fact gives; undefined leaves it out. */
export type Absent = (code: string) => Quantity | undefined;

/**
 * Totals of one unit from its own facts: holders of a fund are added, coverage is that of the unit, not of each
 * holder.
 */
export function leafTotals(unit: UnitKey, facts: readonly Fact[], reading: Folded & { absent: Absent }): FoldedTotals {
  const { folded, places, absent } = reading;
  const given = factsByPlace(facts, places);
  const totals = folded.map(({ code, kind }, place) => {
    const own = given[place];
    if (own !== undefined) return leafTotal(unit, own, kind === "COUNT" ? "count" : "reported");
    const quantity = absent(code);
    return quantity === undefined ? undefined : emptyTotal(unit, code, quantity);
  });
  return new FoldedTotals(places, totals);
}

/** Nothing stands for an indicator without a fact. */
export const leaveOut: Absent = () => undefined;

function factsByPlace(
  facts: readonly Fact[],
  places: ReadonlyMap<string, number>,
): readonly (readonly Fact[] | undefined)[] {
  const given = new Array<readonly Fact[] | undefined>(places.size);
  for (const fact of facts) {
    const place = places.get(fact.indicator);
    if (place === undefined) continue;
    const list = given[place];
    // Most lists stay at one or two: a list that was pushed to keeps room for sixteen more.
    given[place] = list === undefined ? [fact] : list.concat(fact);
  }
  return given;
}

/** The total of figures that no fact gives: a kind of nothing, with the coverage that follows from it. */
export function emptyTotal(unit: UnitKey, indicator: string, quantity: Quantity): Total {
  return nothingOf(unit, indicator, { quantity, coverage: coverageOf(quantity) });
}

/**
 * Adds totals of disjoint units: known values and coverage are summed, an estimate anywhere makes an estimate, each
 * fund holder is added for itself. Of no parts: missing. Associative and commutative.
 */
export function foldTotals(unit: UnitKey, indicator: string, parts: readonly Total[]): Total {
  if (parts.length === 0) return nothingOf(unit, indicator, { quantity: missing("not-submitted"), coverage: NOT_DUE });
  let sum = 0;
  let best: number = QUANTITY_STATES.length;
  let have = 0;
  let due = 0;
  let estimate = false;
  let hasHolders = false;
  for (const part of parts) {
    const rank = part.quantity.kind === "known" ? 0 : QUANTITY_STATES.indexOf(part.quantity.why);
    if (part.quantity.kind === "known") sum += part.quantity.value;
    if (rank < best) best = rank;
    have += part.coverage.have;
    due += part.coverage.due;
    if (part.estimate) estimate = true;
    if (part.byHolder.size > 0) hasHolders = true;
  }
  const quantity = quantityOf(QUANTITY_STATES[best] ?? "not-submitted", sum);
  const byHolder = hasHolders ? foldHolders(parts) : NO_HOLDERS;
  return {
    unit,
    indicator,
    operation: "sum",
    quantity,
    coverage: { have, due },
    estimate,
    byHolder,
    parts,
    facts: NO_FACTS,
  };
}

/** Totals of a fund of the unit's own: added beside the units below, and no unit of theirs. It owes no figure. */
export function fundTotals(unit: UnitKey, facts: readonly Fact[], { folded, places }: Folded): TotalsByIndicator {
  const given = facts.filter((fact) => fact.quantity.kind === "known");
  const totals = new Map<string, Total>();
  for (const total of leafTotals(unit, given, { folded, places, absent: leaveOut }).values()) {
    totals.set(total.indicator, { ...total, coverage: NOT_DUE });
  }
  return totals;
}

function leafTotal(unit: UnitKey, facts: readonly Fact[], operation: Operation): Total {
  const { indicator, quantity, coverage, estimate } = at(facts, 0);
  const isOne = facts.length === 1;
  return {
    unit,
    indicator,
    operation,
    quantity: isOne ? quantity : addQuantities(facts.map((fact) => fact.quantity)),
    coverage: isOne ? coverage : widest(facts.map((fact) => fact.coverage)),
    estimate: isOne ? estimate : facts.some((fact) => fact.estimate),
    byHolder: holdersOf(facts),
    parts: NO_PARTS,
    facts,
  };
}

/** Shares of holders that are known: what is not known has no share, and its reason stands in the total. */
function holdersOf(facts: readonly Fact[]): ReadonlyMap<string, Quantity> {
  let shares: Map<string, Quantity> | undefined;
  for (const { holder, quantity } of facts) {
    if (holder === undefined || quantity.kind !== "known") continue;
    shares ??= new Map();
    const before = shares.get(holder);
    shares.set(holder, before === undefined ? quantity : addQuantities([before, quantity]));
  }
  return shares === undefined ? NO_HOLDERS : shares;
}

function foldHolders(parts: readonly Total[]): ReadonlyMap<string, Quantity> {
  const sums = new Map<string, number>();
  for (const { byHolder } of parts) {
    byHolder.forEach((share, holder) => {
      if (share.kind !== "known") return;
      const before = sums.get(holder);
      sums.set(holder, before === undefined ? share.value : before + share.value);
    });
  }
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
