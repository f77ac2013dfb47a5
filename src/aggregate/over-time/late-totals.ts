// Totals of one unit, each worked out when it is first asked for: a report shows a few of many indicators.

import type { Total, TotalsByIndicator } from "../../model/fact.js";
import type { Indicator } from "../../model/indicator.js";

/** A map from indicator to total in declared order; an indicator that `make` gives nothing for is not in it. */
export class LateTotals implements TotalsByIndicator {
  readonly #indicators: ReadonlyMap<string, Indicator>;
  readonly #make: (indicator: Indicator) => Total | undefined;
  readonly #made = new Map<string, Total | undefined>();

  constructor(indicators: ReadonlyMap<string, Indicator>, make: (indicator: Indicator) => Total | undefined) {
    this.#indicators = indicators;
    this.#make = make;
  }

  get size(): number {
    return [...this.values()].length;
  }

  get(code: string): Total | undefined {
    if (this.#made.has(code)) return this.#made.get(code);
    const indicator = this.#indicators.get(code);
    const total = indicator === undefined ? undefined : this.#make(indicator);
    this.#made.set(code, total);
    return total;
  }

  has(code: string): boolean {
    return this.get(code) !== undefined;
  }

  forEach(visit: (total: Total, indicator: string, totals: TotalsByIndicator) => void): void {
    for (const total of this.values()) visit(total, total.indicator, this);
  }

  *values(): MapIterator<Total> {
    for (const code of this.#indicators.keys()) {
      const total = this.get(code);
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
