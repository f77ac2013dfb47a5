// Totals of a unit that no output prints: made anew from its packed facts whenever one is asked for, and kept by nobody.
// A run over a nation prints provinces, and the totals of all its communes would take more room than everything else.

import type { Contribution } from "../model/contribution.js";
import type { Fact } from "../model/fact.js";
import { at } from "../model/outcome.js";
import { type FactShape, factAt, factsOf, gatherAt, isPacked } from "../model/packed-facts.js";
import type { UnitKey } from "../model/unit.js";
import { FoldedTotals } from "./folded-totals.js";
import { leafTotals, type Reading, totalOf } from "./leaf-totals.js";

/** By the place of an indicator: places of its facts among those of a shape; undefined where it has none. */
export type FactPlaces = (shape: FactShape) => readonly (readonly number[] | undefined)[];

/** The same as `leafTotals` of what the unit contributed, if anything. */
export function fleetingTotals(
  unit: UnitKey,
  own: Contribution | undefined,
  reading: Reading & { readonly factPlaces: FactPlaces },
): FoldedTotals {
  const { folded, places, absent, factPlaces } = reading;
  const totalAt = (place: number, facts: readonly Fact[] | undefined) =>
    totalOf(unit, at(folded, place), { facts, absent });
  if (own === undefined) return new FoldedTotals(places, (place) => totalAt(place, undefined));
  const { facts } = own;
  if (!isPacked(facts)) return leafTotals(unit, factsOf(facts, own), reading);
  const indexesAt = factPlaces(facts.shape);
  return new FoldedTotals(
    places,
    (place) =>
      totalAt(
        place,
        indexesAt[place]?.map((index) => factAt(facts, index, own)),
      ),
    (place, into) => {
      for (const index of indexesAt[place] ?? NONE) gatherAt(facts, index, { file: own.file, into });
    },
  );
}
const NONE: readonly number[] = [];

/** Where facts stand in shapes, worked out once for each. */
export function createFactPlaces(places: ReadonlyMap<string, number>): FactPlaces {
  const known = new WeakMap<FactShape, ReturnType<FactPlaces>>();
  return (shape) => {
    const before = known.get(shape);
    if (before !== undefined) return before;
    const byPlace = new Array<number[] | undefined>(places.size);
    for (const [index, indicator] of shape.indicators.entries()) {
      const place = places.get(indicator);
      if (place !== undefined) byPlace[place] = [...(byPlace[place] ?? []), index];
    }
    known.set(shape, byPlace);
    return byPlace;
  };
}
