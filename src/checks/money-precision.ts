// How exactly the amounts of a sheet are written, which decides how far sums of rounded amounts may be apart.

import { type Indicator, isMoney } from "../model/indicator.js";
import { at } from "../model/outcome.js";
import type { FormTable } from "../model/submission.js";
import { rowCount } from "../model/table-rows.js";

/**
 * The step of the sheet's amounts in đồng: the unit of money written on it, or the finest decimal place typed on it.
 *
 *   triệu đồng: 17 · 204        → 1.000.000
 *   triệu đồng: 17,516 · 204    → 1.000
 *   đồng                        → 1
 */
export function moneyPrecision(table: FormTable, indicators: ReadonlyMap<string, Indicator>): number {
  const money = table.fields.flatMap((field, index) => (isMoneyCode(field.code, indicators) ? [index] : []));
  let step = table.moneyFactor;
  for (let row = 0; row < rowCount(table) && step > 1; row += 1) {
    for (const field of money) {
      const value = at(table.values, row * table.fields.length + field);
      while (step > 1 && Number.isFinite(value) && value % step !== 0) step /= 10;
    }
  }
  return step;
}

/** Most that rounding may have moved one non-zero amount written in steps of `precision`; 0 in whole đồng. */
export function roundingOf(value: number, precision: number): number {
  return precision > 1 && value !== 0 && Number.isFinite(value) ? precision / 2 : 0;
}

export function isMoneyCode(code: string, indicators: ReadonlyMap<string, Indicator>): boolean {
  const indicator = indicators.get(code);
  return indicator !== undefined && isMoney(indicator);
}
