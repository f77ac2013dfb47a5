// What is computed last, from folded totals: sums that are never typed, then ratios. Never summed, never averaged.

import type { Catalogue } from "../model/catalogue.js";
import { weakerCoverage } from "../model/coverage.js";
import type { Total, TotalsByIndicator } from "../model/fact.js";
import type { Indicator } from "../model/indicator.js";
import { addQuantities, known, missing, type Quantity } from "../model/quantity.js";
import type { UnitKey } from "../model/unit.js";
import { widest } from "./computed-facts.js";
import { foldTotals } from "./fold-totals.js";

/**
 * The totals in declared order, with sums of totals and ratios. An indicator with a part that no form of the
 * catalogue carries is left out.
 *
 * A ratio is a share of its two totals (0–1, or đồng per head), missing where one of them is or the whole is 0; its
 * coverage is that of the part with the larger gap: an association without territory owes members but no population.
 * A sum is what is known of its parts; its coverage is the most that gave one of them of the most that owed one.
 */
export function withTotalsOfTotals(unit: UnitKey, folded: TotalsByIndicator, catalogue: Catalogue): TotalsByIndicator {
  const totals = new Map(folded);
  const later = [...catalogue.indicators.values()];
  const get = (code: string): Total | undefined => totals.get(code);
  const add = (indicator: Indicator): void => {
    const total = totalOfTotals(unit, indicator, get);
    if (total !== undefined) totals.set(indicator.code, total);
  };
  for (const indicator of later) if (indicator.ratio === undefined) add(indicator);
  for (const indicator of later) if (indicator.ratio !== undefined) add(indicator);
  return new Map(later.flatMap(({ code }) => entryOf(totals, code)));
}

/** The total of a sum or a ratio from those it is computed from; undefined where it is neither, or has no parts. */
export function totalOfTotals(
  unit: UnitKey,
  { code, sumOf, ratio }: Indicator,
  get: (code: string) => Total | undefined,
): Total | undefined {
  if (ratio !== undefined) return ratioTotal(unit, code, [get(ratio.of), get(ratio.over)]);
  if (sumOf?.when !== "always") return undefined;
  const parts = sumOf.parts.flatMap((part) => get(part) ?? []);
  if (parts.length === 0) return undefined;
  const total = foldTotals(unit, code, parts);
  return { ...total, coverage: widest(parts.map((part) => part.coverage)) };
}

function ratioTotal(
  unit: UnitKey,
  code: string,
  [of, over]: readonly [Total | undefined, Total | undefined],
): Total | undefined {
  if (of === undefined || over === undefined) return undefined;
  return {
    ...foldTotals(unit, code, [of, over]),
    operation: "ratio",
    quantity: share(of.quantity, over.quantity),
    coverage: weakerCoverage(of.coverage, over.coverage),
    byHolder: new Map(),
  };
}

function share(of: Quantity, over: Quantity): Quantity {
  if (of.kind === "known" && over.kind === "known") {
    return over.value === 0 ? missing("blank") : known(of.value / over.value);
  }
  return addQuantities([of, over].filter((quantity) => quantity.kind !== "known"));
}

function entryOf(totals: ReadonlyMap<string, Total>, code: string): readonly (readonly [string, Total])[] {
  const total = totals.get(code);
  return total === undefined ? [] : [[code, total]];
}
