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
  /** What the old units of a merged one reported together, where all of them went whole into it and all reported. Absent: none. */
  readonly merged?: ReadonlyMap<string, readonly PastReport[]>;
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

const NOTHING: readonly PastReport[] = [];

/** What was reported of the subject for periods that ended before `now` does, the latest first. */
export function pastReports(history: History, { unit, part = "" }: PastSubject, now: Period): readonly PastReport[] {
  const reports = history.reports.get(unit);
  if (reports === undefined) return NOTHING;
  const end = monthsOf(now).last;
  const isUsable = (report: PastReport): boolean => report.part === part && monthsOf(report.period).last < end;
  return reports.every(isUsable) ? reports : reports.filter(isUsable);
}

/** The latest of the reports in which the figure at this place was known. */
export function latestWith(reports: readonly PastReport[], place: number): PastReport | undefined {
  for (const report of reports) if (!Number.isNaN(report.values[place] ?? Number.NaN)) return report;
  return undefined;
}

/**
 * The figure of the latest period that ended before `now` does; undefined where none is known. A figure that the latest
 * report lacks is looked for in the ones before it.
 */
export function pastFigure(
  history: History,
  subject: PastSubject,
  { code, now }: { readonly code: string; readonly now: Period },
): PastFigure | undefined {
  const place = history.codes.get(code);
  if (place === undefined) return undefined;
  const report = latestWith(pastReports(history, subject, now), place);
  const value = report?.values[place];
  if (report === undefined || value === undefined) return undefined;
  const { period, standing, roundings } = report;
  return { value, rounding: roundings[place] ?? Number.NaN, period, standing };
}

/** The same for a unit that was merged: of its old units together. */
export function mergedFigure(
  history: History,
  subject: PastSubject,
  asked: { readonly code: string; readonly now: Period },
): PastFigure | undefined {
  const { merged } = history;
  return merged === undefined ? undefined : pastFigure({ ...history, reports: merged }, subject, asked);
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
