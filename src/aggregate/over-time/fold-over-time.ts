// Figures of several stretches of time → figures of the stretch that is asked for, by the kind of each indicator.

import type { ChildCoverage, ChildResult } from "../../model/aggregation.js";
import type { Catalogue } from "../../model/catalogue.js";
import type { TotalsByIndicator } from "../../model/fact.js";
import { isInside, isSameRange, tilesOf, uncovered } from "../../model/month-range.js";
import type { MonthRange, Standing } from "../../model/period.js";
import type { PeriodFigures } from "../../model/period-figures.js";
import type { UnitKey } from "../../model/unit.js";
import { totalOfTotals } from "../totals-of-totals.js";
import { foldTotal, type Stretch } from "./fold-total.js";
import { LateTotals } from "./late-totals.js";

export interface TimeFold {
  /** Key of the asked unit as it stands at the end of `into`. */
  readonly unit: UnitKey;
  readonly into: MonthRange;
  /** Figures at hand, of any stretches; of equal ones the first counts. */
  readonly pieces: readonly PeriodFigures[];
  /** The key under which a unit of a piece goes on at the end of `into`; undefined where its territory changed. */
  readonly goesOnAs: (key: string) => string | undefined;
}

/**
 * Folds what is at hand into one stretch of time; the unit and each unit below it for itself.
 *
 *   FLOW          the sum over stretches that divide it exactly, missing where they do not
 *   STOCK, COUNT, EXPIRING   the last stretch, if it ends with the asked one: an older stock is no closing stock
 *   OPENING       the first stretch, if it begins with the asked one
 *   YEAR_TO_DATE  the last of each year, added over years
 *   SUM, RATIO    computed anew from what was folded
 *
 * A stretch given as a whole goes before its parts. Coverage is the weakest of the parts, an estimate among them makes an
 * estimate. Before the first day of an indicator's programme an absent figure is not owed.
 */
export function foldOverTime(fold: TimeFold, catalogue: Catalogue): PeriodFigures {
  const inside = fold.pieces.filter((piece) => isInside(piece.range, fold.into));
  const parts = tilesOf(fold.into, inside);
  const closing = parts?.at(-1) ?? widest(inside.filter((piece) => piece.range.last === fold.into.last));
  const opening = parts?.at(0) ?? widest(inside.filter((piece) => piece.range.first === fold.into.first));
  const used = [...new Set([...(parts ?? []), closing, opening].filter((piece) => piece !== undefined))];
  const whole = { parts, closing, opening, yearEnds: yearEndsOf(fold.into, inside), into: fold.into };
  const standings = new Set(used.flatMap(({ standing }) => standing ?? []));
  let children: readonly ChildResult[] | undefined;
  return {
    range: fold.into,
    asOf: closing?.asOf,
    standing: standingOf(standings),
    isMixed: standings.size > 1 || used.some((piece) => piece.isMixed),
    provisional: used.some((piece) => piece.provisional),
    totals: foldUnit(fold.unit, whole, (piece) => ({ totals: piece.totals, receivedAs: "own-workbook" }), catalogue),
    /** Folded when first asked for: many reports show the unit alone. */
    get children() {
      children ??= foldChildren(whole, fold, catalogue);
      return children;
    },
    coverage: weakest(used),
    absences: used.flatMap((piece) => piece.absences),
    parts: parts?.flatMap((piece) => piece.parts ?? [piece.range]),
    closing: closing?.closing,
    opening: opening?.opening,
    gaps: gapsOf(fold.into, inside),
  };
}

interface Whole {
  readonly into: MonthRange;
  readonly parts: readonly PeriodFigures[] | undefined;
  readonly closing: PeriodFigures | undefined;
  readonly opening: PeriodFigures | undefined;
  readonly yearEnds: readonly PeriodFigures[] | undefined;
}

/** What one piece of time tells of one unit; undefined where the unit does not stand in it. */
type Telling = Pick<Stretch, "totals" | "receivedAs"> | undefined;

function foldUnit(
  unit: UnitKey,
  { parts, closing, opening, yearEnds }: Whole,
  tell: (piece: PeriodFigures) => Telling,
  catalogue: Catalogue,
): TotalsByIndicator {
  const stretch = (piece: PeriodFigures): Stretch => ({
    range: piece.range,
    totals: undefined,
    receivedAs: "missing",
    ...tell(piece),
  });
  const series = {
    parts: parts?.map(stretch),
    closing: closing === undefined ? undefined : stretch(closing),
    opening: opening === undefined ? undefined : stretch(opening),
    yearEnds: yearEnds?.map(stretch),
  };
  const totals: LateTotals = new LateTotals(
    catalogue.indicators,
    (indicator) => totalOfTotals(unit, indicator, (part) => totals.get(part)) ?? foldTotal(unit, indicator, series),
  );
  return totals;
}

/** The units of the last part; one that stood in earlier parts only is no child any more. */
function foldChildren(whole: Whole, fold: TimeFold, catalogue: Catalogue): readonly ChildResult[] {
  const last = whole.closing ?? whole.parts?.at(-1) ?? whole.opening;
  if (last === undefined) return [];
  const index = new Map<PeriodFigures, ReadonlyMap<string, ChildResult>>();
  for (const piece of [...(whole.parts ?? []), ...(whole.yearEnds ?? []), last, whole.opening]) {
    if (piece === undefined || index.has(piece)) continue;
    const named = piece.children.map((child) => [fold.goesOnAs(child.unit.key), child] as const);
    index.set(piece, new Map(named.filter((one): one is [string, ChildResult] => one[0] !== undefined)));
  }
  if (whole.parts?.length === 1 && isSameRange(last.range, whole.into) && !hasLateProgramme(last, catalogue)) {
    return last.children;
  }
  return last.children.map((child) => {
    const key = fold.goesOnAs(child.unit.key) ?? child.unit.key;
    const unit = keyOf(child);
    return { ...child, totals: foldUnit(unit, whole, (piece) => index.get(piece)?.get(key), catalogue) };
  });
}

/** True where some programme began after the piece ended, so that its figures are to be looked at again. */
function hasLateProgramme(piece: PeriodFigures, { indicators }: Catalogue): boolean {
  const { asOf } = piece;
  return [...indicators.values()].some(({ since }) => since !== undefined && (asOf === undefined || asOf < since));
}

function keyOf({ unit, totals }: ChildResult): UnitKey {
  const [first] = totals.values();
  const [code = unit.key, date = ""] = unit.key.split("@");
  return first?.unit ?? `${code}@${date}`;
}

/** The piece at the end of each year of `into`, or at its own end; undefined where a year has none. */
function yearEndsOf(into: MonthRange, inside: readonly PeriodFigures[]): readonly PeriodFigures[] | undefined {
  const ends: PeriodFigures[] = [];
  for (let last = into.last; last >= into.first; ) {
    const piece = widest(inside.filter(({ range }) => range.last === last));
    if (piece === undefined) return undefined;
    ends.unshift(piece);
    last = piece.range.first - (piece.range.first % 12) - 1;
  }
  return ends;
}

function widest(pieces: readonly PeriodFigures[]): PeriodFigures | undefined {
  const length = ({ range }: PeriodFigures): number => range.last - range.first;
  return [...pieces].sort((a, b) => length(b) - length(a))[0];
}

function standingOf(standings: ReadonlySet<Standing>): Standing | undefined {
  if (standings.has("estimate")) return "estimate";
  return standings.has("final") ? "final" : undefined;
}

const NOBODY: ChildCoverage = { due: 0, received: 0, returned: 0, late: 0, missing: [], noAssociation: [] };

function weakest(pieces: readonly PeriodFigures[]): ChildCoverage {
  const lacking = (one: ChildCoverage): number => one.due - one.received;
  return pieces
    .map((piece) => piece.coverage)
    .reduce((weak, one) => (lacking(one) > lacking(weak) || weak.due === 0 ? one : weak), NOBODY);
}

/** Months that no piece covers, or that the pieces themselves lack. */
function gapsOf(into: MonthRange, inside: readonly PeriodFigures[]): readonly MonthRange[] {
  const covered = inside.filter((piece) => piece.gaps.length === 0).map((piece) => piece.range);
  const partly = inside.flatMap((piece) => (piece.gaps.length === 0 ? [] : (piece.parts ?? [])));
  return uncovered(into, [...covered, ...partly]);
}
