// Percents and other quotients typed beside the figures they are made of. They are checked, never taken, so a doubtful
// one is refused rather than mended.

import { vietnameseNumber } from "../model/number-text.js";
import { type Decimal, parseDecimal, scaled, withDecimalMark } from "./decimal-text.js";
import { knownNumber, type NumberColumn, type NumberReading, refusedNumber } from "./number-column.js";

/** A percent shown as more than this, in a cell with a % format, was typed as 45,5 and shows as 4550%. */
const SHOWN_TOO_LARGE = 10;

/**
 * The ratio that a clean text writes, divided by what the column is printed times (45,5% → 0,455); undefined where it
 * writes none. «12/15» is read as a quotient, with a note.
 */
export function readRatio(text: string, column: NumberColumn): NumberReading | undefined {
  const quotient = /^(\d{1,9})\/(\d{1,9})$/.exec(text);
  if (quotient !== null) {
    const over = Number(quotient[2]);
    if (over === 0) return refusedNumber("V-K05");
    return withinWhole(Number(quotient[1]) / over, column, "phân số được tính ra tỉ lệ");
  }
  const number = parseDecimal(text.replace(/ ?%$/, ""));
  if (number === undefined) return undefined;
  if (number.shape === "dot-group") {
    return refusedNumber("V-K06", [shown(scaled(number, 0)), shown(scaled(withDecimalMark(number), 0))]);
  }
  const exact: Decimal = number.shape === "comma-group" ? withDecimalMark(number) : number;
  const note =
    number.shape === "dot-decimal" || number.shape === "commas-and-dot" ? "dấu chấm là dấu thập phân" : undefined;
  return withinWhole(scaled(exact, -(String(column.times).length - 1)), column, note);
}

/** A stored number of a ratio column; `isPercentFormat` where the cell itself shows a percent. */
interface StoredRatio {
  readonly value: number;
  readonly isPercentFormat: boolean;
}

/** The quotient of a stored number that can be read in one way only, as most can; NaN where it needs a closer look. */
export function plainRatio(
  { value, isPercentFormat }: StoredRatio,
  { times, isShare }: Pick<NumberColumn, "times" | "isShare">,
): number {
  if (value < 0 || value > Number.MAX_SAFE_INTEGER) return Number.NaN;
  if (times === 1) return value;
  if (isPercentFormat) return value > SHOWN_TOO_LARGE ? Number.NaN : value;
  const ratio = value / times;
  return (value > 1 && !(isShare && ratio > 1)) || value === 0 ? ratio : Number.NaN;
}

/** A stored number of a ratio column. */
export function readStoredRatio(stored: StoredRatio, column: NumberColumn): NumberReading {
  const { value, isPercentFormat } = stored;
  if (value < 0) return refusedNumber("V-K07");
  if (column.times === 1) return knownNumber(value);
  if (isPercentFormat) {
    return value > SHOWN_TOO_LARGE
      ? refusedNumber("V-K06", [`${shown(value * 100)}%`, `${shown(value)}%`])
      : knownNumber(value);
  }
  if (value > 0 && value <= 1 && column.habits().largest <= 1) {
    return refusedNumber("V-K06", [`${shown(value * 100)}%`, `${shown(value)}%`]);
  }
  return withinWhole(value / column.times, column);
}

function withinWhole(ratio: number, column: NumberColumn, note?: string): NumberReading {
  if (!column.isShare || ratio <= 1) return knownNumber(ratio, note);
  return refusedNumber("V-K06", [`${shown(ratio * 100)}%`, `${shown(ratio)}%`]);
}

function shown(value: number): string {
  return vietnameseNumber(value, 3);
}
