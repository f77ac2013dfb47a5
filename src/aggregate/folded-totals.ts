// Totals of one unit by the place of their indicator. A run has thousands of units, all over the same indicators: as maps
// their totals would take several times the room, and the time to fill them.

import { gatherOrigins, type Origins, type Total, type TotalsByIndicator } from "../model/fact.js";

/** A map from indicator to total in declared order; an indicator at whose place there is none is not in it. */
export class FoldedTotals implements TotalsByIndicator {
  readonly #places: ReadonlyMap<string, number>;
  readonly #totalAt: (place: number) => Total | undefined;
  readonly #gatherAt: ((place: number, into: Origins) => void) | undefined;

  /**
   * `places` says at which place an indicator stands; it is shared by all units. `gatherAt` gives a total's origins where
   * it need not be made for it.
   */
  constructor(
    places: ReadonlyMap<string, number>,
    totalAt: (place: number) => Total | undefined,
    gatherAt?: (place: number, into: Origins) => void,
  ) {
    this.#places = places;
    this.#totalAt = totalAt;
    this.#gatherAt = gatherAt;
  }

  get size(): number {
    return [...this.values()].length;
  }

  get(indicator: string): Total | undefined {
    const place = this.#places.get(indicator);
    return place === undefined ? undefined : this.#totalAt(place);
  }

  gather(indicator: string, into: Origins): void {
    const place = this.#places.get(indicator);
    const total = place === undefined || this.#gatherAt !== undefined ? undefined : this.#totalAt(place);
    if (place !== undefined) this.#gatherAt?.(place, into);
    if (total !== undefined) gatherOrigins(total, into);
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
