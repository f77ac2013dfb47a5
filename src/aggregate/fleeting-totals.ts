// Totals of a unit that no output prints: made anew from its packed facts whenever one is asked for, and kept by nobody.
// A run over a nation prints provinces, and the totals of all its communes would take more room than everything else.

import type { Contribution } from "../model/contribution.js";
import type { Fact } from "../model/fact.js";
import { at } from "../model/outcome.js";
import { type FactIndex, factAt, factsOf, isPacked } from "../model/packed-facts.js";
import type { UnitKey } from "../model/unit.js";
import { FoldedTotals } from "./folded-totals.js";
import { leafTotals, type Reading, totalOf } from "./leaf-totals.js";

/** The same as `leafTotals` of what the unit contributed, if anything. */
export function fleetingTotals(
  unit: UnitKey,
  own: Contribution | undefined,
  reading: Reading & { readonly factIndex: FactIndex },
): FoldedTotals {
  const { folded, places, absent, factIndex } = reading;
  const totalAt = (place: number, facts: readonly Fact[] | undefined) =>
    totalOf(unit, at(folded, place), { facts, absent });
  if (own === undefined) return new FoldedTotals(places, (place) => totalAt(place, undefined));
  const { file, facts } = own;
  if (!isPacked(facts)) return leafTotals(unit, factsOf(facts, own), reading);
  const indexes = factIndex(facts.shape);
  const indexesAt = (place: number) => indexes.get(at(folded, place).code);
  return new FoldedTotals(
    places,
    (place) =>
      totalAt(
        place,
        indexesAt(place)?.map((index) => factAt(facts, index, own)),
      ),
    facts.units === undefined ? { file, facts } : undefined,
  );
}
