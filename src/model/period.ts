// The span of time a report speaks of. Text only at the edges; arithmetic goes through months.

import { daysInMonth, type IsoDate, isoDate } from "./iso-date.js";
import { assertNever } from "./outcome.js";

export type Period =
  | { readonly kind: "month"; readonly year: number; readonly month: number }
  | { readonly kind: "quarter"; readonly year: number; readonly quarter: number }
  | { readonly kind: "half"; readonly year: number; readonly half: number }
  | { readonly kind: "nine-months"; readonly year: number }
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "span"; readonly from: number; readonly to: number };

/** Figures known only roughly before the books are closed, or the final ones. */
export type Standing = "estimate" | "final";

/** Months counted from the year 0, so that spans compare and subtract: [first, last], both inclusive. */
export interface MonthRange {
  readonly first: number;
  readonly last: number;
}

/** `2022-11` · `2022-Q4` · `2022-H1` · `2022-9M` · `2022` · `2019..2024`; undefined for anything else. */
export function parsePeriod(text: string): Period | undefined {
  const span = /^(\d{4})\.\.(\d{4})$/.exec(text);
  if (span !== null) {
    const [from, to] = [Number(span[1]), Number(span[2])];
    return from < to ? { kind: "span", from, to } : undefined;
  }
  const match = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])|(9M)))?$/.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  if (match[2] !== undefined) return { kind: "month", year, month: Number(match[2]) };
  if (match[3] !== undefined) return { kind: "quarter", year, quarter: Number(match[3]) };
  if (match[4] !== undefined) return { kind: "half", year, half: Number(match[4]) };
  return match[5] === undefined ? { kind: "year", year } : { kind: "nine-months", year };
}

/** The text `parsePeriod` reads. */
export function printPeriod(period: Period): string {
  switch (period.kind) {
    case "month":
      return `${period.year}-${String(period.month).padStart(2, "0")}`;
    case "quarter":
      return `${period.year}-Q${period.quarter}`;
    case "half":
      return `${period.year}-H${period.half}`;
    case "nine-months":
      return `${period.year}-9M`;
    case "year":
      return String(period.year);
    case "span":
      return `${period.from}..${period.to}`;
    default:
      return assertNever(period);
  }
}

/** The period in words, lower case: «tháng 11 năm 2022», «6 tháng đầu năm 2022», «giai đoạn 2019–2024». */
export function periodInWords(period: Period): string {
  switch (period.kind) {
    case "month":
      return `tháng ${period.month} năm ${period.year}`;
    case "quarter":
      return `quý ${["I", "II", "III", "IV"][period.quarter - 1]} năm ${period.year}`;
    case "half":
      return `6 tháng ${period.half === 1 ? "đầu" : "cuối"} năm ${period.year}`;
    case "nine-months":
      return `9 tháng đầu năm ${period.year}`;
    case "year":
      return `năm ${period.year}`;
    case "span":
      return `giai đoạn ${period.from}–${period.to}`;
    default:
      return assertNever(period);
  }
}

/** The calendar months the period covers. */
export function monthsOf(period: Period): MonthRange {
  switch (period.kind) {
    case "month":
      return months(period.year, period.month, period.month);
    case "quarter":
      return months(period.year, period.quarter * 3 - 2, period.quarter * 3);
    case "half":
      return months(period.year, period.half * 6 - 5, period.half * 6);
    case "nine-months":
      return months(period.year, 1, 9);
    case "year":
      return months(period.year, 1, 12);
    case "span":
      return { first: period.from * 12, last: period.to * 12 + 11 };
    default:
      return assertNever(period);
  }
}

/** The last calendar day of the period: the cut-off date where none is declared. */
export function lastDayOf(period: Period): IsoDate {
  const { last } = monthsOf(period);
  const year = Math.floor(last / 12);
  const month = (last % 12) + 1;
  return isoDate(year, month, daysInMonth(year, month));
}

export function isSamePeriod(a: Period, b: Period): boolean {
  return printPeriod(a) === printPeriod(b);
}

function months(year: number, from: number, to: number): MonthRange {
  return { first: year * 12 + from - 1, last: year * 12 + to - 1 };
}
