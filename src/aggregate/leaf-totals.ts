// Facts of one unit → its totals.

import { NOT_DUE } from "../model/coverage.js";
import type { Fact, Operation, Total, TotalsByIndicator } from "../model/fact.js";
import type { Indicator } from "../model/indicator.js";
import { at } from "../model/outcome.js";
import { addQuantities, type Quantity } from "../model/quantity.js";
import type { UnitKey } from "../model/unit.js";
import { widest } from "./computed-facts.js";
import type { FoldContext } from "./fold-context.js";
import { emptyTotal, NO_HOLDERS, NO_PARTS } from "./fold-totals.js";
import { FoldedTotals } from "./folded-totals.js";

/** What is folded: the indicators in declared order, and the place of each in that order. */
export type Folded = Pick<FoldContext, "folded" | "places">;

/** What stands for an indicator that no fact gives; undefined leaves it out. */
export type Absent = (code: string) => Quantity | undefined;

export interface Reading extends Folded {
  readonly absent: Absent;
}

/**
 * Totals of one unit from its own facts: holders of a fund are added, coverage is that of the unit, not of each
 * holder.
 */
export function leafTotals(unit: UnitKey, facts: readonly Fact[], reading: Reading): FoldedTotals {
  const given = factsByPlace(facts, reading.places);
  const totals = reading.folded.map((indicator, place) =>
    totalOf(unit, indicator, { facts: given[place], ...reading }),
  );
  return new FoldedTotals(reading.places, (place) => totals[place]);
}

/** Nothing stands for an indicator without a fact. */
export const leaveOut: Absent = () => undefined;

/** The total that stands at an indicator's place: that of its facts, or what stands for it without any. */
export function totalOf(
  unit: UnitKey,
  { code, kind }: Indicator,
  { facts, absent }: { readonly facts: readonly Fact[] | undefined; readonly absent: Absent },
): Total | undefined {
  if (facts !== undefined) return leafTotal(unit, facts, leafOperation(kind));
  const quantity = absent(code);
  return quantity === undefined ? undefined : emptyTotal(unit, code, quantity);
}

/** How a total that rests on facts came about. */
export function leafOperation(kind: Indicator["kind"]): Operation {
  return kind === "COUNT" ? "count" : "reported";
}

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
