// Totals of an area from the sides that speak of it: one side per indicator, own funds added once, the rest compared.

import type { OwnFund } from "../model/aggregation.js";
import type { Contribution } from "../model/contribution.js";
import { ABSENT } from "../model/coverage.js";
import type { Total, TotalsByIndicator } from "../model/fact.js";
import type { FindingDraft } from "../model/finding.js";
import type { Indicator } from "../model/indicator.js";
import { missing } from "../model/quantity.js";
import { chooseSide, isRecordedHere, type Offer, type Side } from "./choose-side.js";
import { compareSides } from "./compare-sides.js";
import type { FoldContext } from "./fold-context.js";
import { emptyTotal, foldTotals } from "./fold-totals.js";
import { mergeReporters } from "./merge-reporters.js";
import { type Area, reportersOf, type UnitNode } from "./unit-node.js";
import { joinedParts, UnitsBelow } from "./unit-parts.js";

/** Everything that was said about an area. */
export interface AreaSides {
  readonly own: Contribution | undefined;
  readonly below: readonly UnitNode[] | undefined;
  readonly rows: readonly UnitNode[] | undefined;
  /** The area's own figures, known or not; without its own funds. */
  readonly self: TotalsByIndicator;
  readonly ownFunds: readonly OwnFund[];
  /** True where all units below that are due are accepted. */
  readonly isComplete: boolean;
}

/** What assembling an area gives to its node. */
export interface AssembledArea {
  readonly totals: TotalsByIndicator;
  readonly reporters: readonly UnitNode[];
  readonly ownFunds: readonly OwnFund[];
  readonly beside: TotalsByIndicator;
  /** V-T05. */
  readonly findings: readonly FindingDraft[];
  /** True where some figure rests on the units below. */
  readonly isBelowUsed: boolean;
}

/** Chooses a side for each indicator and folds it; see `chooseSide` for the rule. */
export function assemble(area: Area, sides: AreaSides, context: FoldContext): AssembledArea {
  const totals = new Map<string, Total>();
  const beside = new Map<string, Total>();
  const chosen = new Map<string, Side>();
  const told = {
    ...sides,
    below: sides.below && new UnitsBelow(sides.below, context.columnIndex),
    rows: sides.rows && new UnitsBelow(sides.rows, context.columnIndex),
  };
  for (const indicator of context.folded) {
    const offer = offerOf(area, indicator, told);
    const side = chooseSide(indicator, area, offer);
    const total = settled(area, indicator, { offer, side }, context);
    chosen.set(indicator.code, side);
    totals.set(indicator.code, withFunds(total, sides.ownFunds));
    if (side === "self" && total.quantity.kind === "known") beside.set(indicator.code, total);
  }
  const below = sides.below?.flatMap(reportersOf);
  const rows = sides.rows?.flatMap(reportersOf).filter((node) => node.key !== area.key);
  return {
    totals,
    reporters: mergeReporters({ below, rows }, chosen),
    ownFunds: [...sides.ownFunds, ...liftedFunds(sides.below ?? [], chosen)],
    beside,
    findings:
      sides.own === undefined ? [] : compareSides(area, { ...sides, own: sides.own, below, rows, chosen }, context),
    isBelowUsed: sides.rows === undefined || [...chosen.values()].includes("below"),
  };
}

interface Said extends Pick<AreaSides, "self" | "isComplete"> {
  readonly below: UnitsBelow | undefined;
  readonly rows: UnitsBelow | undefined;
}

function offerOf({ key }: Area, indicator: Indicator, { below, rows, self, isComplete }: Said): Offer {
  const { code } = indicator;
  return {
    below: below && foldTotals(key, code, below.totalsOf(indicator)),
    rows: rows && foldTotals(key, code, rows.totalsOf(indicator)),
    self: self.get(code),
    isComplete,
  };
}

/**
 * What is recorded at the area's own level is owed by the area: one figure, not one for each unit below. Where nobody
 * knows it, its own cover says why; without a cover it is missing. Of what stands on rows only, units below that sent
 * nothing say nothing: it is on no form where none of the others has it.
 */
function settled(
  area: Area,
  indicator: Indicator,
  { offer, side }: { readonly offer: Offer; readonly side: Side },
  context: FoldContext,
): Total {
  const found = offer[side] ?? emptyTotal(area.key, indicator.code, missing("not-submitted"));
  if (found.quantity.kind === "known" || !isRecordedHere(indicator, area)) return found;
  if (offer.self !== undefined) return offer.self;
  const given = [...found.parts].filter((part) => part.quantity.kind !== "missing");
  const isOnRowsOnly = !context.owedBySelf.has(indicator.code);
  if (isOnRowsOnly && given.length > 0) return { ...foldTotals(area.key, indicator.code, given), parts: found.parts };
  const quantity = found.quantity.kind === "missing" ? found.quantity : missing("not-submitted");
  return { ...found, quantity, coverage: ABSENT };
}

/** The total with the area's own funds as further parts. */
function withFunds(total: Total, funds: readonly OwnFund[]): Total {
  const own = funds.flatMap((fund) => fund.totals.get(total.indicator) ?? []);
  if (own.length === 0) return total;
  return foldTotals(
    total.unit,
    total.indicator,
    total.operation === "sum" ? joinedParts(total.parts, own) : [total, ...own],
  );
}

/** Own funds of districts: they stand in the districts' totals, and in no commune. */
function liftedFunds(below: readonly UnitNode[], chosen: ReadonlyMap<string, Side>): readonly OwnFund[] {
  const districts = below.filter((node) => node.ref.level === "district");
  return districts.flatMap((node) =>
    node.ownFunds.map((fund) => ({
      ...fund,
      totals: new Map([...fund.totals].filter(([code]) => chosen.get(code) === "below")),
    })),
  );
}
