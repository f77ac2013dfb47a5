// One indicator of one unit over time, by its kind.

import type { ReceivedAs } from "../../model/aggregation.js";
import { ABSENT, type Coverage, coverageOf, NOT_DUE, weakerCoverage } from "../../model/coverage.js";
import type { Total, TotalsByIndicator } from "../../model/fact.js";
import { type Indicator, OVER_TIME_OF } from "../../model/indicator.js";
import { monthOf } from "../../model/month-range.js";
import { assertNever } from "../../model/outcome.js";
import type { MonthRange } from "../../model/period.js";
import { missing, notApplicable, type Quantity } from "../../model/quantity.js";
import type { UnitKey } from "../../model/unit.js";
import { emptyTotal } from "../fold-totals.js";
import { addOverTime } from "./add-over-time.js";

/** A unit in one stretch of time. */
export interface Stretch {
  readonly range: MonthRange;
  /** Undefined where the unit does not stand in it at all. */
  readonly totals: TotalsByIndicator | undefined;
  /** What became of the unit's report: says which kind of nothing a figure is that has no total. */
  readonly receivedAs: ReceivedAs;
}

/** The stretches that a figure is folded from: all of them, the last and the first, where each is at hand. */
export interface Series {
  readonly parts: readonly Stretch[] | undefined;
  readonly closing: Stretch | undefined;
  readonly opening: Stretch | undefined;
  /** The last stretch of each year, oldest first; undefined where a year has none. */
  readonly yearEnds: readonly Stretch[] | undefined;
}

/**
 * The indicator's total over time; undefined where it is computed later, or where all stretches are at hand and none
 * tells of it: then no form carries it.
 */
export function foldTotal(unit: UnitKey, indicator: Indicator, series: Series): Total | undefined {
  const over = OVER_TIME_OF[indicator.kind];
  const stretches = series.parts === undefined ? [undefined] : [...series.parts, series.closing, series.opening];
  if (stretches.every((one) => one !== undefined && one.totals?.has(indicator.code) !== true)) return undefined;
  switch (over) {
    case "sum":
      return sumOf(unit, indicator, series.parts);
    case "last-of-year":
      return sumOf(unit, indicator, series.yearEnds);
    case "last":
    case "valid":
      return takenFrom(unit, indicator, series.closing);
    case "first":
      return takenFrom(unit, indicator, series.opening);
    case "never":
      return undefined;
    default:
      return assertNever(over);
  }
}

function sumOf(unit: UnitKey, indicator: Indicator, parts: readonly Stretch[] | undefined): Total {
  if (parts === undefined) return emptyTotal(unit, indicator.code, missing("not-submitted"));
  const totals = parts.map((part) => readTotal(unit, indicator, part));
  const [only] = totals;
  if (totals.length === 1 && only !== undefined) return only;
  return {
    unit,
    indicator: indicator.code,
    operation: "over-time",
    quantity: addOverTime(totals.map((total) => total.quantity)),
    coverage: totals.reduce((weak: Coverage, total) => weakerCoverage(weak, total.coverage), NOT_DUE),
    estimate: totals.some((total) => total.estimate),
    byHolder: holdersOver(totals),
    parts: totals,
    facts: [],
  };
}

function takenFrom(unit: UnitKey, indicator: Indicator, stretch: Stretch | undefined): Total {
  if (stretch === undefined) return emptyTotal(unit, indicator.code, missing("not-submitted"));
  return readTotal(unit, indicator, stretch);
}

/** The total as the stretch gives it; what is not there before the programme's first day is not owed. */
function readTotal(unit: UnitKey, indicator: Indicator, stretch: Stretch): Total {
  const total = stretch.totals?.get(indicator.code) ?? absent(unit, indicator, stretch);
  const isBefore = indicator.since !== undefined && stretch.range.last < monthOf(indicator.since);
  if (!isBefore || total.quantity.kind === "known") return total;
  return emptyTotal(unit, indicator.code, notApplicable("before-programme"));
}

function absent(unit: UnitKey, { code }: Indicator, { totals, receivedAs }: Stretch): Total {
  const quantity = totals === undefined ? missing("not-submitted") : reasonOf(receivedAs);
  const total = emptyTotal(unit, code, quantity);
  return { ...total, coverage: quantity.kind === "missing" ? ABSENT : coverageOf(quantity) };
}

function reasonOf(receivedAs: ReceivedAs): Quantity {
  switch (receivedAs) {
    case "own-workbook":
    case "from-below":
    case "parent-row":
      return notApplicable("not-on-form");
    case "returned":
      return missing("rejected");
    case "missing":
      return missing("not-submitted");
    case "no-association":
      return notApplicable("no-association");
  }
}

/** Shares of holders, where each part is known; else none: shares of some of the time are no shares of the whole. */
function holdersOver(totals: readonly Total[]): ReadonlyMap<string, Quantity> {
  if (totals.some((total) => total.quantity.kind === "missing")) return new Map();
  const holders = new Set(totals.flatMap((total) => [...total.byHolder.keys()]));
  return new Map(
    [...holders].map((holder) => [holder, addOverTime(totals.flatMap((total) => total.byHolder.get(holder) ?? []))]),
  );
}
