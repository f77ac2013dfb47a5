// The columns of a table by units, resolved: the indicator and the stretch of time of each.

import type { ChildResult } from "../../model/aggregation.js";
import type { Indicator } from "../../model/indicator.js";
import { isSameRange } from "../../model/month-range.js";
import type { MonthRange } from "../../model/period.js";
import { type ReportColumn, rangeOf } from "../../model/report.js";
import { type ReportContext, unitFigure } from "./report-context.js";

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
  /** Known figures of the units in a column → their place among them. */
  readonly ranks: (column: UnitColumn) => ReadonlyMap<number, number>;
}

export interface UnitRow {
  readonly child: ChildResult;
  readonly row: number;
  readonly number: number;
  readonly link: string | undefined;
}

/** Places in a column: 1 for the highest, equal figures share one and the next is left out. Each column is sorted once. */
export function unitRanks(context: ReportContext): UnitBlock["ranks"] {
  const sorted = new Map<UnitColumn, ReadonlyMap<number, number>>();
  return (column) => {
    const before = sorted.get(column);
    if (before !== undefined) return before;
    const ranks = ranksOf(column, context);
    sorted.set(column, ranks);
    return ranks;
  };
}

function ranksOf({ indicator, range }: UnitColumn, context: ReportContext): ReadonlyMap<number, number> {
  if (indicator === undefined) return new Map();
  const values = context.ownFigures.children.flatMap((child) => {
    const { quantity } = unitFigure(child, { indicator: indicator.code, range }, context);
    return quantity.kind === "known" ? [quantity.value] : [];
  });
  const ranks = new Map<number, number>();
  for (const [index, value] of values.sort((a, b) => b - a).entries()) {
    if (!ranks.has(value)) ranks.set(value, index + 1);
  }
  return ranks;
}
