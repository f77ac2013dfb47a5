// Totals of one unit, kept in a list by the place of their indicator. A run has one such list for each of thousands of
// units, all over the same indicators: as maps they would take several times the room, and the time to fill them.

import type { Total, TotalsByIndicator } from "../model/fact.js";

/** A map from indicator to total in declared order; an indicator whose place is empty is not in it. */
export class FoldedTotals implements TotalsByIndicator {
  readonly size: number;
  readonly #places: ReadonlyMap<string, number>;
  readonly #totals: readonly (Total | undefined)[];

  /** `places` says at which index of `totals` an indicator stands; it is shared by all units. */
  constructor(places: ReadonlyMap<string, number>, totals: readonly (Total | undefined)[]) {
    let size = 0;
    for (const total of totals) if (total !== undefined) size += 1;
    this.size = size;
    this.#places = places;
    this.#totals = totals;
  }

  get(indicator: string): Total | undefined {
    const place = this.#places.get(indicator);
    return place === undefined ? undefined : this.#totals[place];
  }

  has(indicator: string): boolean {
    return this.get(indicator) !== undefined;
  }

  forEach(visit: (total: Total, indicator: string, totals: TotalsByIndicator) => void): void {
    for (const total of this.values()) visit(total, total.indicator, this);
  }

  *values(): MapIterator<Total> {
    for (const total of this.#totals) if (total !== undefined) yield total;
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
