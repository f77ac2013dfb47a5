// The columns of a table by units, resolved: the indicator and the stretch of time of each.

import type { ChildResult } from "../../model/aggregation.js";
import type { Indicator } from "../../model/indicator.js";
import { isSameRange } from "../../model/month-range.js";
import type { MonthRange } from "../../model/period.js";
import { type ReportColumn, rangeOf } from "../../model/report.js";
import type { ReportContext } from "./report-context.js";

export interface UnitColumn {
  readonly declared: ReportColumn;
  readonly indicator: Indicator | undefined;
  /** One object for equal stretches. */
  readonly range: MonthRange;
  readonly against: MonthRange;
  readonly isFigure: boolean;
  /** True where the units' figures are added to the total. */
  readonly isAdded: boolean;
}

/** The columns in declared order. */
export function unitColumns(declared: readonly ReportColumn[], context: ReportContext): readonly UnitColumn[] {
  const ranges: MonthRange[] = [context.own];
  const one = (range: MonthRange): MonthRange => {
    const known = ranges.find((other) => isSameRange(other, range));
    if (known === undefined) ranges.push(range);
    return known ?? range;
  };
  return declared.map((column): UnitColumn => {
    const indicator = context.catalogue.indicators.get(column.indicator ?? "");
    const isFigure = column.show === "figure" && indicator !== undefined;
    return {
      declared: column,
      indicator,
      range: one(rangeOf(column.when, context.own)),
      against: one(rangeOf(column.against, context.own)),
      isFigure,
      isAdded: isFigure && indicator.ratio === undefined,
    };
  });
}

/** The lines of the table that are added up. */
export interface UnitBlock {
  readonly first: number;
  readonly last: number;
  readonly columns: readonly UnitColumn[];
  readonly context: ReportContext;
}

export interface UnitRow {
  readonly child: ChildResult;
  readonly row: number;
  readonly number: number;
  readonly link: string | undefined;
}
