// Stretches of whole months: what a period covers, what lies inside what, and how a stretch is called.

import { daysInMonth, type IsoDate, isoDate, partsOf } from "./iso-date.js";
import { type MonthRange, monthsOf, type Period, periodInWords } from "./period.js";

/** True for the same months. */
export function isSameRange(a: MonthRange, b: MonthRange): boolean {
  return a.first === b.first && a.last === b.last;
}

/** True where every month of `inner` is one of `outer`. */
export function isInside(inner: MonthRange, outer: MonthRange): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** The same months `months` later (negative: earlier). */
export function moved({ first, last }: MonthRange, months: number): MonthRange {
  return { first: first + months, last: last + months };
}

/** From January of the year in which the range ends to its end: what «lũy kế từ đầu năm» covers. */
export function sinceNewYear({ last }: MonthRange): MonthRange {
  return { first: last - (last % 12), last };
}

/** The year in which the range ends. */
export function yearOf({ last }: MonthRange): number {
  return Math.floor(last / 12);
}

/** The month a day lies in, counted as in a range. */
export function monthOf(date: IsoDate): number {
  const [year, month] = partsOf(date);
  return year * 12 + month - 1;
}

/** The last calendar day of the range. */
export function lastDay({ last }: MonthRange): IsoDate {
  const [year, month] = [Math.floor(last / 12), (last % 12) + 1];
  return isoDate(year, month, daysInMonth(year, month));
}

/** Words as for a period where the range is one; else «11 tháng đầu năm 2022» or «từ tháng 2/2022 đến tháng 4/2022». */
export function rangeInWords(range: MonthRange): string {
  const period = periodOver(range);
  if (period !== undefined) return periodInWords(period);
  const year = yearOf(range);
  if (range.first === year * 12) return `${range.last - range.first + 1} tháng đầu năm ${year}`;
  return `từ ${monthText(range.first)} đến ${monthText(range.last)}`;
}

/** The range as short as a column's heading wants it: «T11/2022», «Q4/2022», «2022», «2019–2024». */
export function rangeInShort(range: MonthRange): string {
  const period = periodOver(range);
  const year = yearOf(range);
  switch (period?.kind) {
    case "month":
      return `T${period.month}/${year}`;
    case "quarter":
      return `Quý ${["I", "II", "III", "IV"][period.quarter - 1]}/${year}`;
    case "year":
      return `Năm ${year}`;
    case "span":
      return `${period.from}–${period.to}`;
    case "half":
    case "nine-months":
    case undefined:
      if (range.first === year * 12) return `${range.last - range.first + 1}T/${year}`;
      return `T${(range.first % 12) + 1}–T${(range.last % 12) + 1}/${year}`;
  }
}

/** The period that covers exactly these months, if there is one. */
export function periodOver(range: MonthRange): Period | undefined {
  const year = Math.floor(range.first / 12);
  const from = range.first % 12;
  const candidates: readonly Period[] = [
    { kind: "month", year, month: from + 1 },
    { kind: "quarter", year, quarter: Math.floor(from / 3) + 1 },
    { kind: "half", year, half: Math.floor(from / 6) + 1 },
    { kind: "nine-months", year },
    { kind: "year", year },
    { kind: "span", from: year, to: yearOf(range) },
  ];
  return candidates.find((period) => isSameRange(monthsOf(period), range));
}

/**
 * A way to divide `target` exactly into some of `pieces`, oldest first, as few as may be from the left; undefined where
 * there is none.
 */
export function tilesOf<T extends { readonly range: MonthRange }>(
  target: MonthRange,
  pieces: readonly T[],
): readonly T[] | undefined {
  const inside = pieces
    .filter((piece) => isInside(piece.range, target))
    .sort((a, b) => b.range.last - a.range.last || a.range.first - b.range.first);
  const dead = new Set<number>();
  const from = (month: number): readonly T[] | undefined => {
    if (month > target.last) return [];
    if (dead.has(month)) return undefined;
    for (const piece of inside) {
      if (piece.range.first !== month) continue;
      const rest = from(piece.range.last + 1);
      if (rest !== undefined) return [piece, ...rest];
    }
    dead.add(month);
    return undefined;
  };
  return from(target.first);
}

/** The stretches of `target` that none of `pieces` inside it covers. */
export function uncovered(target: MonthRange, pieces: readonly MonthRange[]): readonly MonthRange[] {
  const inside = pieces.filter((piece) => isInside(piece, target));
  const gaps: MonthRange[] = [];
  for (let month = target.first; month <= target.last; month += 1) {
    if (inside.some((piece) => piece.first <= month && month <= piece.last)) continue;
    const open = gaps.at(-1);
    if (open?.last === month - 1) gaps[gaps.length - 1] = { first: open.first, last: month };
    else gaps.push({ first: month, last: month });
  }
  return gaps;
}

function monthText(month: number): string {
  return `tháng ${(month % 12) + 1}/${Math.floor(month / 12)}`;
}
