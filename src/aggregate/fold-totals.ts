// Facts of one unit → its totals, and totals of disjoint units → the total above them.

import { type Coverage, NOT_DUE } from "../model/coverage.js";
import type { Fact, Operation, Total, TotalsByIndicator } from "../model/fact.js";
import type { Indicator } from "../model/indicator.js";
import { at } from "../model/outcome.js";
import { addQuantities, missing, QUANTITY_STATES, type Quantity, quantityOf } from "../model/quantity.js";
import type { UnitKey } from "../model/unit.js";
import { widest } from "./computed-facts.js";
import { coverageOf } from "./plain-fact.js";

/** Shared by all totals that have none, so that a nation's totals stay small. */
const NO_HOLDERS: ReadonlyMap<string, Quantity> = new Map();
const NO_PARTS: readonly Total[] = [];
const NO_FACTS: readonly Fact[] = [];

/**
 * Totals of one unit from its own facts: holders of a fund are added, coverage is that of the unit, not of each
 * holder. `absent` says what stands for an indicator without a fact; undefined leaves it out.
 */
export function leafTotals(
  unit: UnitKey,
  facts: readonly Fact[],
  reading: { readonly indicators: readonly Indicator[]; readonly absent: (code: string) => Quantity | undefined },
): TotalsByIndicator {
  const given = new Map<string, Fact[]>();
  for (const fact of facts) {
    const list = given.get(fact.indicator);
    if (list === undefined) given.set(fact.indicator, [fact]);
    else list.push(fact);
  }
  const totals = new Map<string, Total>();
  for (const { code, kind } of reading.indicators) {
    const own = given.get(code);
    if (own !== undefined) {
      totals.set(code, leafTotal(unit, own, kind === "COUNT" ? "count" : "reported"));
      continue;
    }
    const quantity = reading.absent(code);
    if (quantity !== undefined) totals.set(code, emptyTotal(unit, code, quantity));
  }
  return totals;
}

/** The total of figures that no fact gives: a kind of nothing, with the coverage that follows from it. */
export function emptyTotal(unit: UnitKey, indicator: string, quantity: Quantity): Total {
  const coverage = coverageOf(quantity);
  return { ...nothingOf(unit, indicator), quantity, coverage };
}

/**
 * Adds totals of disjoint units: known values and coverage are summed, an estimate anywhere makes an estimate, each
 * fund holder is added for itself. Of no parts: missing. Associative and commutative.
 */
export function foldTotals(unit: UnitKey, indicator: string, parts: readonly Total[]): Total {
  if (parts.length === 0) return nothingOf(unit, indicator);
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
export function fundTotals(unit: UnitKey, facts: readonly Fact[], indicators: readonly Indicator[]): TotalsByIndicator {
  const given = facts.filter((fact) => fact.quantity.kind === "known");
  const totals = leafTotals(unit, given, { indicators, absent: () => undefined });
  return new Map([...totals].map(([code, total]) => [code, { ...total, coverage: NOT_DUE }]));
}

function leafTotal(unit: UnitKey, facts: readonly Fact[], operation: Operation): Total {
  const first = at(facts, 0);
  const isOne = facts.length === 1;
  return {
    unit,
    indicator: first.indicator,
    operation,
    quantity: isOne ? first.quantity : addQuantities(facts.map((fact) => fact.quantity)),
    coverage: isOne ? first.coverage : widest(facts.map((fact) => fact.coverage)),
    estimate: isOne ? first.estimate : facts.some((fact) => fact.estimate),
    byHolder: holdersOf(facts),
    parts: NO_PARTS,
    facts,
  };
}

/** Shares of holders that are known: what is not known has no share, and its reason stands in the total. */
function holdersOf(facts: readonly Fact[]): ReadonlyMap<string, Quantity> {
  if (facts.every((fact) => fact.holder === undefined || fact.quantity.kind !== "known")) return NO_HOLDERS;
  const shares = new Map<string, Quantity>();
  for (const { holder, quantity } of facts) {
    if (holder !== undefined && quantity.kind === "known") addShare(shares, holder, quantity);
  }
  return shares;
}

function foldHolders(parts: readonly Total[]): ReadonlyMap<string, Quantity> {
  const shares = new Map<string, Quantity>();
  for (const part of parts) for (const [holder, quantity] of part.byHolder) addShare(shares, holder, quantity);
  return shares;
}

function addShare(shares: Map<string, Quantity>, holder: string, quantity: Quantity): void {
  const before = shares.get(holder);
  shares.set(holder, before === undefined ? quantity : addQuantities([before, quantity]));
}

function nothingOf(unit: UnitKey, indicator: string): Total {
  const coverage: Coverage = NOT_DUE;
  return {
    unit,
    indicator,
    operation: "nothing",
    quantity: missing("not-submitted"),
    coverage,
    estimate: false,
    byHolder: NO_HOLDERS,
    parts: NO_PARTS,
    facts: NO_FACTS,
  };
}
