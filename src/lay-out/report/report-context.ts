// What every page of a report needs to know, settled once.

import type { ChildResult, UnitRef } from "../../model/aggregation.js";
import type { Catalogue } from "../../model/catalogue.js";
import type { Total } from "../../model/fact.js";
import { goesOnAs } from "../../model/going-on.js";
import type { IsoDate } from "../../model/iso-date.js";
import { isSameRange, yearOf } from "../../model/month-range.js";
import { type MonthRange, monthsOf } from "../../model/period.js";
import type { PeriodFigures } from "../../model/period-figures.js";
import { missing, type Quantity } from "../../model/quantity.js";
import { type Target, targetFor } from "../../model/target.js";
import { childFigure } from "../child-figures.js";
import { contextOf, type LayoutContext } from "../layout-context.js";
import { coverageStamp } from "./coverage-stamp.js";
import { type DataPlaces, dataPlaces } from "./data-places.js";
import type { ReportInput } from "./report-input.js";

export interface ReportContext {
  readonly input: ReportInput;
  readonly catalogue: Catalogue;
  /** For the sheets that every workbook of the program has. */
  readonly layout: LayoutContext;
  readonly own: MonthRange;
  readonly ownFigures: PeriodFigures;
  /** Where the unit's own figures stand on the sheet of figures. */
  readonly places: DataPlaces;
  /** «SỐ LIỆU TẠM TÍNH (47/52 xã)»; empty where nothing is provisional. */
  readonly stamp: string;
  figuresAt(range: MonthRange): PeriodFigures | undefined;
  /** Units below in a stretch of time, by the keys they go on as at the end of the report's own. */
  childrenAt(range: MonthRange): ReadonlyMap<string, ChildResult>;
}

/** Gathers what the pages need. */
export function reportContext(input: ReportInput, catalogue: Catalogue): ReportContext {
  const { basis, period, verdicts, created, toolVersion, figures } = input;
  const own = monthsOf(period);
  const figuresAt = (range: MonthRange): PeriodFigures | undefined =>
    figures.find((one) => isSameRange(one.range, range));
  const ownFigures = figuresAt(own);
  if (ownFigures === undefined) throw new Error("a report is laid out without figures of its own time");
  const standing = ownFigures.standing;
  const aggregation = { ...basis, period, standing, provisional: ownFigures.provisional };
  const layout = contextOf(
    { aggregation, findings: [], carried: [], verdicts, tallies: [], created, toolVersion },
    catalogue,
  );
  const places = dataPlaces(input, catalogue);
  const stamp = coverageStamp(ownFigures, basis);
  const childrenAt = childIndex(figuresAt, basis.asOf, catalogue);
  return { input, catalogue, layout, own, ownFigures, places, stamp, figuresAt, childrenAt };
}

/** Each stretch of time is gone through once, however many rows ask for it. */
function childIndex(
  figuresAt: ReportContext["figuresAt"],
  asOf: IsoDate,
  { register }: Catalogue,
): ReportContext["childrenAt"] {
  const known = new Map<PeriodFigures | undefined, ReadonlyMap<string, ChildResult>>();
  return (range) => {
    const figures = figuresAt(range);
    const before = known.get(figures);
    if (before !== undefined) return before;
    const index = new Map<string, ChildResult>();
    for (const child of figures?.children ?? []) {
      const key = goesOnAs(child.unit.key, asOf, register);
      if (key !== undefined) index.set(key, child);
    }
    known.set(figures, index);
    return index;
  };
}

/** A figure of a unit: what it is, and the total behind it. */
export interface Figure {
  readonly quantity: Quantity;
  readonly total: Total | undefined;
}

const NOT_AT_HAND: Figure = { quantity: missing("not-submitted"), total: undefined };

/** The asked unit's figure. */
export function ownFigure(indicator: string, range: MonthRange, context: ReportContext): Figure {
  const total = context.figuresAt(range)?.totals.get(indicator);
  return total === undefined ? NOT_AT_HAND : { quantity: total.quantity, total };
}

/** The figure of a unit below in a stretch of time; missing where it did not stand there with the same territory. */
export function unitFigure(child: ChildResult, { indicator, range }: FigureAsked, context: ReportContext): Figure {
  const there = context.childrenAt(range).get(child.unit.key);
  return there === undefined ? NOT_AT_HAND : childFigure(there, indicator);
}

export interface FigureAsked {
  readonly indicator: string;
  readonly range: MonthRange;
}

/** The target a figure at the end of `range` is held against; undefined where none applies. */
export function targetOf(
  unit: UnitRef,
  asked: Pick<FigureAsked, "indicator" | "range">,
  context: ReportContext,
): Target | undefined {
  const { register, targets } = context.catalogue;
  const { asOf } = context.input.basis;
  const chain: string[] = [unit.key];
  for (let above = register.treeOn(asOf).parentOf(at(unit.key)); above !== undefined; ) {
    chain.push(above.key);
    above = register.treeOn(asOf).parentOf(above.key);
  }
  const year = yearOf(asked.range);
  const day = context.figuresAt(asked.range)?.asOf ?? asOf;
  return targetFor({ indicator: asked.indicator, year, chain, asOf: day }, targets, register);
}

/** A unit's key in the shape the tree knows; a cluster's id finds nothing there. */
function at(key: string): `${string}@${string}` {
  const [code = key, date = ""] = key.split("@");
  return `${code}@${date}`;
}
