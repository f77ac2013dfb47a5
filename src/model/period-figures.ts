// Figures of one unit for one stretch of time: what a run gave for a period, or what was folded from several.

import type { Aggregation, ChildCoverage, ChildResult, UnitRef } from "./aggregation.js";
import type { TotalsByIndicator } from "./fact.js";
import type { IsoDate } from "./iso-date.js";
import { type MonthRange, monthsOf, type Standing } from "./period.js";

/** A unit below the asked one that does not stand in the figures of some of the time. */
export interface Absence {
  readonly unit: UnitRef;
  readonly receivedAs: "missing" | "returned";
  /** The stretch whose report is lacking. */
  readonly range: MonthRange;
}

/** How figures of units of then were carried over to the units of the report's day. */
export interface Restatement {
  /** Names of the units that the asked one was made from. */
  readonly madeFrom: readonly string[];
  /** Those of them that nobody gave figures of: then the asked unit's figures cannot be told. */
  readonly absent: readonly string[];
  /** Units below whose figures cannot be told, all or some, because a unit that they came from was divided. */
  readonly undivided: readonly UnitRef[];
  /** The same because figures of a unit that they came from lack. */
  readonly lacking: readonly UnitRef[];
  /** Units below with a figure that a declared key gives: an estimate. */
  readonly estimated: readonly UnitRef[];
}

export interface PeriodFigures {
  readonly range: MonthRange;
  /** Cut-off date of the last part; undefined where no part ends with the range. */
  readonly asOf: IsoDate | undefined;
  /** Where parts differ, an estimate among them makes an estimate. */
  readonly standing: Standing | undefined;
  /** True where some parts are estimates and some final. */
  readonly isMixed: boolean;
  readonly provisional: boolean;
  readonly totals: TotalsByIndicator;
  /** Units directly below as they stand at the end of the range. */
  readonly children: readonly ChildResult[];
  /** Direct reporters; of several parts that with the widest gap. */
  readonly coverage: ChildCoverage;
  readonly absences: readonly Absence[];
  /** The stretches that divide the range, oldest first; undefined where what is at hand does not divide it. */
  readonly parts: readonly MonthRange[] | undefined;
  /** Where figures at the end and at the beginning of the range were taken from; undefined where from nowhere. */
  readonly closing: MonthRange | undefined;
  readonly opening: MonthRange | undefined;
  /** Stretches of the range that nothing at hand covers. */
  readonly gaps: readonly MonthRange[];
  /** Given where the figures are those of other units, restated. */
  readonly restated?: Restatement;
}

/** A run's result as figures of its period. */
export function figuresOf(run: Aggregation): PeriodFigures {
  const range = monthsOf(run.period);
  const absences = run.children.flatMap(({ unit, receivedAs }): readonly Absence[] =>
    receivedAs === "missing" || receivedAs === "returned" ? [{ unit, receivedAs, range }] : [],
  );
  return {
    range,
    asOf: run.asOf,
    standing: run.standing,
    isMixed: false,
    provisional: run.provisional,
    totals: run.totals,
    children: run.children,
    coverage: run.coverage,
    absences,
    parts: [range],
    closing: range,
    opening: range,
    gaps: [],
  };
}
