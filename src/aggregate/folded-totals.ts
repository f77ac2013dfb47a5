// Totals of one unit by the place of their indicator. A run has thousands of units, all over the same indicators: as maps
// their totals would take several times the room, and the time to fill them.

import type { Total, TotalsByIndicator } from "../model/fact.js";
import type { PackedFacts } from "../model/packed-facts.js";

/** What totals are made of whenever one is asked for: facts that are all of the unit, and the place of their file. */
export interface MadeOf {
  readonly file: number;
  readonly facts: PackedFacts;
}

/** A map from indicator to total in declared order; an indicator at whose place there is none is not in it. */
export class FoldedTotals implements TotalsByIndicator {
  readonly #places: ReadonlyMap<string, number>;
  readonly #totalAt: (place: number) => Total | undefined;
  /** Undefined where they are kept, or made of something else. */
  readonly made: MadeOf | undefined;

  /** `places` says at which place an indicator stands; it is shared by all units. */
  constructor(
    places: ReadonlyMap<string, number>,
    totalAt: (place: number) => Total | undefined,
    made?: MadeOf | undefined,
  ) {
    this.#places = places;
    this.#totalAt = totalAt;
    this.made = made;
  }

  get size(): number {
    return [...this.values()].length;
  }

  get(indicator: string): Total | undefined {
    const place = this.#places.get(indicator);
    return place === undefined ? undefined : this.#totalAt(place);
  }

  has(indicator: string): boolean {
    return this.get(indicator) !== undefined;
  }

  forEach(visit: (total: Total, indicator: string, totals: TotalsByIndicator) => void): void {
    for (const total of this.values()) visit(total, total.indicator, this);
  }

  *values(): MapIterator<Total> {
    for (const place of this.#places.values()) {
      const total = this.#totalAt(place);
      if (total !== undefined) yield total;
    }
  }

  *keys(): MapIterator<string> {
    for (const total of this.values()) yield total.indicator;
  }

  *entries(): MapIterator<[string, Total]> {
    for (const total of this.values()) yield [total.indicator, total];
  }

  [Symbol.iterator](): MapIterator<[string, Total]> {
    return this.entries();
  }
}
