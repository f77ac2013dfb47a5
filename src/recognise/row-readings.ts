// The readings of the rows of a table, row after row. A million rows of a list are read in one way or two: each keeps a
// number of two bytes, and readings that are alike are one object. The room is used again for the next table.

import { at } from "../model/outcome.js";
import type { RowReading } from "./row-roles.js";

/** As many rows as most tables have. */
const USUAL_ROWS = 64;
/** Room for more is not kept for the next table. */
const MOST_KEPT = 1024;

export class RowReadings {
  count = 0;
  private numbers = new Uint16Array(USUAL_ROWS);
  private readonly readings: RowReading[] = [];
  private last = 0;

  /** Begins with the next table. */
  begin(): this {
    this.count = 0;
    if (this.numbers.length > MOST_KEPT) this.numbers = new Uint16Array(USUAL_ROWS);
    return this;
  }

  push(reading: RowReading): void {
    if (this.count === this.numbers.length) this.grow();
    this.numbers[this.count] = this.numberOf(reading);
    this.count += 1;
  }

  at(index: number): RowReading {
    return at(this.readings, this.numbers[index] ?? Number.NaN);
  }

  /** Leaves out what follows the first `count` rows; all of them where what follows begins above the first. */
  cut(count: number): void {
    this.count = Math.max(0, count);
  }

  private numberOf(reading: RowReading): number {
    const last = this.readings[this.last];
    if (last !== undefined && isAlike(last, reading)) return this.last;
    const known = this.readings.findIndex((one) => isAlike(one, reading));
    this.last = known >= 0 ? known : this.readings.push(reading) - 1;
    return this.last;
  }

  private grow(): void {
    const { numbers } = this;
    this.numbers = new Uint16Array(numbers.length * 2);
    this.numbers.set(numbers);
  }
}

function isAlike(a: RowReading, b: RowReading): boolean {
  return a.role === b.role && a.mark === b.mark && a.label === b.label && a.isBlank === b.isBlank;
}
