// Figures of earlier periods, kept for comparison. Plain data, so that it may be handed to another thread; which units
// and branches are the same as before was settled when it was gathered.

import { monthsOf, type Period, type Standing } from "./period.js";

/** What one file of an earlier period said of one unit, branch or fund. */
export interface PastReport {
  readonly period: Period;
  readonly standing: Standing | undefined;
  /** What tells it from other records of its unit: a fund's name or holder; empty for most. */
  readonly part: string;
  /** True where the unit itself said so; false for a row of the unit above. */
  readonly isOwn: boolean;
  readonly revision: number;
  /** By the place of the code in `History.codes`; NaN where it was not known. Money in whole đồng. */
  readonly values: Float64Array;
  /** Most that rounding may have moved each value, in đồng. */
  readonly roundings: Float64Array;
}

export interface History {
  /** Indicators that are remembered, with their places. */
  readonly codes: ReadonlyMap<string, number>;
  /** By unit or branch key, as today's register calls it; the latest period first. */
  readonly reports: ReadonlyMap<string, readonly PastReport[]>;
  /** Units made from several old ones or from parts, with the old ones' names: nothing to compare figure by figure. */
  readonly remade: ReadonlyMap<string, readonly string[]>;
}

/** A figure of the latest earlier period. */
export interface PastFigure {
  readonly value: number;
  readonly rounding: number;
  readonly period: Period;
  readonly standing: Standing | undefined;
}

/** Whose figure is looked for. */
export interface PastSubject {
  readonly unit: string;
  readonly part?: string;
}

/**
 * The figure of the latest period that ended before `now` does; undefined where none is known. A figure that the latest
 * report lacks is looked for in the ones before it.
 */
export function pastFigure(
  history: History,
  { unit, part = "" }: PastSubject,
  { code, now }: { readonly code: string; readonly now: Period },
): PastFigure | undefined {
  const place = history.codes.get(code);
  const reports = history.reports.get(unit);
  if (place === undefined || reports === undefined) return undefined;
  const end = monthsOf(now).last;
  for (const { period, standing, values, roundings, ...report } of reports) {
    const value = values[place];
    if (report.part !== part || value === undefined || Number.isNaN(value) || monthsOf(period).last >= end) continue;
    return { value, rounding: roundings[place] ?? Number.NaN, period, standing };
  }
  return undefined;
}

/** True where `past` ends on the day before `now` begins: its closing figures are the opening ones of `now`. */
export function isJustBefore(past: Period, now: Period): boolean {
  return monthsOf(past).last + 1 === monthsOf(now).first;
}

/** Months from the end of `past` to the end of `now`. */
export function monthsBetween(past: Period, now: Period): number {
  return monthsOf(now).last - monthsOf(past).last;
}

/** Latest period first; of one period what the unit said itself, then the higher revision. */
export function compareReports(a: PastReport, b: PastReport): number {
  return (
    monthsOf(b.period).last - monthsOf(a.period).last || Number(b.isOwn) - Number(a.isOwn) || b.revision - a.revision
  );
}
