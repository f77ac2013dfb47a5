// Figures of old units as figures of the units that stand on a later day. Nothing is lost on the way and nothing guessed.

import type { Catalogue } from "../../model/catalogue.js";
import { ABSENT } from "../../model/coverage.js";
import { heirsOf, originsOn, standsOn } from "../../model/destinations.js";
import type { Total, TotalsByIndicator } from "../../model/fact.js";
import type { Indicator } from "../../model/indicator.js";
import type { IsoDate } from "../../model/iso-date.js";
import { known, missing } from "../../model/quantity.js";
import type { SplitKey } from "../../model/split-key.js";
import type { UnitKey } from "../../model/unit.js";
import { emptyTotal, foldTotals } from "../fold-totals.js";
import { withTotalsOfTotals } from "../totals-of-totals.js";
import { apportion } from "./apportion.js";

export type FiguresByUnit = ReadonlyMap<UnitKey, TotalsByIndicator>;

/** Branches of an old unit that are known to lie in one of the new ones, added up. */
export interface BranchGroup {
  readonly old: UnitKey;
  readonly next: UnitKey;
  readonly totals: TotalsByIndicator;
}

export interface RestateRequest {
  /** Figures of units of one level, of one day: no unit lies in another. */
  readonly figures: FiguresByUnit;
  /** The day on which these units stand. */
  readonly from: IsoDate;
  /** The day whose units are asked for. */
  readonly into: IsoDate;
  readonly keys: readonly SplitKey[];
  readonly branches: readonly BranchGroup[];
}

/** A figure of a unit whose people went to several new ones and that nothing divides, or nobody knows where. */
export interface Unresolved {
  readonly unit: UnitKey;
  /** None where the register does not know its heirs. */
  readonly candidates: readonly UnitKey[];
  /** What is not divided: the whole figure, or what branches leave of it. */
  readonly total: Total;
}

export interface Restated {
  readonly figures: FiguresByUnit;
  /** To be decided by a person, unit by unit. */
  readonly unresolved: readonly Unresolved[];
  /** The given units that were carried over into others, however it was done. */
  readonly moved: readonly UnitKey[];
}

/**
 * Carries figures forward through the register's successions, one change after the other until the day.
 *
 *   one heir        the whole figure, known or not
 *   several heirs   what branch rows give to each; the rest by a declared key (an estimate); else unresolved
 *   no heir known   unresolved
 *
 * For every indicator that is added over units: restated + unresolved = old, in whole đồng and whole persons. Ratios and
 * sums of totals are made anew. An old unit that the figures lack is a missing part of its heirs, so coverage shows the
 * gap; «chưa có Hội» and 0 stay what they are. Coverage counts old grassroots units; a divided one counts for each heir.
 */
export function restateForward(request: RestateRequest, catalogue: Catalogue): Restated {
  const state: Restating = {
    ...request,
    catalogue,
    current: new Map(request.figures),
    unresolved: [],
    moved: new Set(),
  };
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const leaving = [...state.current.keys()].filter((key) => !standsOn(key, request.into, catalogue.register));
    if (leaving.length === 0) break;
    carryOver(leaving, state);
  }
  for (const key of state.current.keys()) if (!request.figures.has(key)) addLacking(key, state);
  return {
    figures: state.current,
    unresolved: state.unresolved,
    moved: [...state.moved].filter((key) => request.figures.has(key)),
  };
}

/** Old units that nobody gave figures of are missing parts of what they went into. */
function addLacking(key: UnitKey, { current, figures, from, catalogue }: Restating): void {
  const origins = originsOn(key, from, catalogue.register);
  const lacking = [...origins].filter((old) => !figures.has(old));
  const totals = current.get(key);
  if (lacking.length === 0 || totals === undefined) return;
  const folded = [...totals.values()].flatMap((total) => {
    const indicator = catalogue.indicators.get(total.indicator);
    if (indicator === undefined || isComputedLast(indicator)) return [];
    const absent = lacking.map((old) => emptyTotal(old, total.indicator, missing("not-submitted")));
    return [[total.indicator, foldTotals(key, total.indicator, [...total.parts, ...absent])] as const];
  });
  current.set(key, withTotalsOfTotals(key, new Map(folded), catalogue));
}

/** More changes in a row than any unit has had: a circle of rows ends here. */
const MOST_STEPS = 20;

interface Restating extends RestateRequest {
  readonly catalogue: Catalogue;
  readonly current: Map<UnitKey, TotalsByIndicator>;
  readonly unresolved: Unresolved[];
  readonly moved: Set<UnitKey>;
}

/** Parts of the heirs' figures, by heir and indicator. */
type Parts = Map<UnitKey, Map<string, Total[]>>;

function carryOver(leaving: readonly UnitKey[], state: Restating): void {
  const { indicators } = state.catalogue;
  const parts: Parts = new Map();
  for (const old of leaving) {
    const totals = state.current.get(old);
    state.current.delete(old);
    state.moved.add(old);
    for (const total of totals?.values() ?? []) {
      const indicator = indicators.get(total.indicator);
      if (indicator === undefined || isComputedLast(indicator)) continue;
      for (const [heir, part] of divided(old, total, state)) addPart(parts, heir, part);
    }
  }
  for (const [heir, byIndicator] of parts) {
    const before = state.current.get(heir);
    const codes = new Set([...(before?.keys() ?? []), ...byIndicator.keys()]);
    const folded = [...codes].map((code) => {
      const own = before?.get(code);
      const given = byIndicator.get(code) ?? [];
      const already = own === undefined ? [] : state.figures.has(heir) ? [own] : own.parts;
      return [code, foldTotals(heir, code, [...already, ...given])] as const;
    });
    state.current.set(heir, withTotalsOfTotals(heir, new Map(folded), state.catalogue));
  }
}

function isComputedLast({ kind }: Indicator): boolean {
  return kind === "RATIO" || kind === "SUM";
}

function addPart(parts: Parts, heir: UnitKey, part: Total): void {
  const byIndicator = parts.get(heir) ?? new Map<string, Total[]>();
  parts.set(heir, byIndicator);
  const list = byIndicator.get(part.indicator);
  if (list === undefined) byIndicator.set(part.indicator, [part]);
  else list.push(part);
}

/** What each heir gets of one figure; what nobody gets is noted as unresolved. */
function divided(old: UnitKey, total: Total, state: Restating): readonly (readonly [UnitKey, Total])[] {
  const heirs = heirsOf(old, state.catalogue.register);
  const [only] = heirs;
  if (only === undefined) {
    state.unresolved.push({ unit: old, candidates: heirs, total });
    return [];
  }
  if (heirs.length === 1) return [[only, total]];
  if (total.quantity.kind !== "known") return heirs.map((heir) => [heir, total]);
  const given = branchParts(old, total.indicator, state);
  const sum = given.reduce((all, [, { quantity }]) => (quantity.kind === "known" ? all + quantity.value : all), 0);
  const rest: Total = given.length === 0 ? total : { ...total, quantity: known(total.quantity.value - sum) };
  if (given.length > 0 && sum === total.quantity.value) return given;
  const keyed = isTurned(total, rest) ? [] : keyedParts(old, rest, state);
  if (keyed.length > 0) return [...given, ...keyed];
  state.unresolved.push({ unit: old, candidates: heirs, total: rest });
  const gap = emptyTotal(old, total.indicator, missing("blank"));
  return [...given, ...heirs.map((heir) => [heir, { ...gap, coverage: ABSENT }] as const)];
}

/** True where branches gave more than the whole: nothing is left that could be divided. */
function isTurned({ quantity: whole }: Total, { quantity: rest }: Total): boolean {
  return whole.kind === "known" && rest.kind === "known" && whole.value * rest.value < 0;
}

function branchParts(old: UnitKey, code: string, { branches }: Restating): readonly (readonly [UnitKey, Total])[] {
  return branches.flatMap((group): readonly (readonly [UnitKey, Total])[] => {
    const total = group.old === old ? group.totals.get(code) : undefined;
    return total?.quantity.kind === "known" ? [[group.next, total]] : [];
  });
}

function keyedParts(old: UnitKey, rest: Total, { keys }: Restating): readonly (readonly [UnitKey, Total])[] {
  const own = keys.filter((key) => key.old === old && key.weight > 0);
  if (own.length === 0 || rest.quantity.kind !== "known") return [];
  const values = apportion(
    rest.quantity.value,
    own.map((key) => key.weight),
  );
  return own.map((key, index) => [
    key.next,
    {
      ...rest,
      operation: "share",
      quantity: known(values[index] ?? Number.NaN),
      estimate: true,
      byHolder: new Map(),
      parts: [rest],
      facts: [],
    },
  ]);
}
