// Figures of an earlier period as figures of the units of a later day. What cannot be told of a unit is missing: a part of
// its territory is no figure of it.

import type { Aggregation, ChildCoverage, ChildResult, UnitRef } from "../../model/aggregation.js";
import type { Catalogue } from "../../model/catalogue.js";
import type { Contribution } from "../../model/contribution.js";
import { originsOn, standsOn } from "../../model/destinations.js";
import type { Total, TotalsByIndicator } from "../../model/fact.js";
import { goesOnAs } from "../../model/going-on.js";
import type { Standing } from "../../model/period.js";
import { figuresOf, type PeriodFigures, type Restatement } from "../../model/period-figures.js";
import { missing } from "../../model/quantity.js";
import type { Register } from "../../model/register.js";
import type { UnitKey } from "../../model/unit.js";
import { emptyTotal, foldTotals } from "../fold-totals.js";
import { withTotalsOfTotals } from "../totals-of-totals.js";
import { type RestatedLevels, restateLevels } from "./restate-levels.js";
import { unitsIn } from "./units-in.js";

export interface EarlierRuns {
  /** Runs of one period: one of the asked unit itself, or one of each unit it was made from. */
  readonly runs: readonly [Aggregation, ...Aggregation[]];
  /** What their workbooks gave. */
  readonly given: readonly Contribution[];
  /** The run whose units are asked for. */
  readonly basis: Aggregation;
}

/**
 * The figures as they are where every unit still stands at the cut-off of `basis`; else restated to its units.
 *
 *   Quảng Bình 2024, Quảng Trị 2024   →   Quảng Trị of today in 2024, their sum
 *   of which only Quảng Bình gave     →   missing
 *   a commune from two old ones       →   their sum; missing where one of them was divided and nobody said how
 */
export function restatedFigures(earlier: EarlierRuns, catalogue: Catalogue): PeriodFigures {
  const { runs, given, basis } = earlier;
  const { register } = catalogue;
  const [first] = runs;
  const isSameUnit = runs.length === 1 && goesOnAs(first.unit.key, basis.asOf, register) === basis.unit.key;
  const stands = ({ unit }: ChildResult): boolean => standsOn(keyOf(unit), basis.asOf, register);
  if (isSameUnit && first.children.every(stands)) return figuresOf(first);
  const levels = restateLevels({ runs, given, into: basis.asOf }, catalogue);
  const then = new Set(
    runs.flatMap((run) => [...unitsIn(run, register).values()].flatMap((units) => [...units.keys()])),
  );
  const whole: Whole = { levels, then, isSameUnit, catalogue };
  const children = basis.children.map(({ unit }) => childThen(unit, whole));
  const figures = figuresOf(first);
  return {
    ...figures,
    asOf: runs
      .map((run) => run.asOf)
      .sort()
      .at(-1),
    standing: standingOf(runs),
    isMixed: new Set(runs.flatMap(({ standing }) => standing ?? [])).size > 1,
    provisional: runs.some(({ provisional }) => provisional),
    totals: isSameUnit ? first.totals : ownTotals(basis.unit, children, whole),
    children,
    coverage: runs.map((run) => run.coverage).reduce(addedCoverage),
    absences: runs.flatMap((run) => figuresOf(run).absences),
    restated: restatement(earlier, children, whole),
  };
}

interface Whole {
  readonly levels: RestatedLevels;
  /** Units that the runs speak of themselves. */
  readonly then: ReadonlySet<UnitKey>;
  /** True where only units below the asked one changed. */
  readonly isSameUnit: boolean;
  readonly catalogue: Catalogue;
}

function keyOf({ key }: UnitRef): UnitKey {
  const [code = key, date = ""] = key.split("@");
  return `${code}@${date}`;
}

function childThen(unit: UnitRef, whole: Whole): ChildResult {
  const totals = toldTotals(keyOf(unit), whole);
  return { unit, receivedAs: totals.size === 0 ? "missing" : "from-below", totals };
}

/** Of a grouping: its members added up; of a unit: what its forebears gave. */
function ownTotals(unit: UnitRef, children: readonly ChildResult[], whole: Whole): TotalsByIndicator {
  const key = keyOf(unit);
  if (unit.level !== "grouping") return toldTotals(key, whole);
  const { catalogue } = whole;
  const folded = [...catalogue.indicators.values()].flatMap(({ code, ratio, sumOf }) => {
    const parts = children.flatMap(({ totals }) => totals.get(code) ?? []);
    if (ratio !== undefined || sumOf?.when === "always" || parts.length === 0) return [];
    return [[code, foldTotals(key, code, parts)] as const];
  });
  return onlyWhole(key, withTotalsOfTotals(key, new Map(folded), catalogue), catalogue);
}

function toldTotals(key: UnitKey, { levels, then, catalogue }: Whole): TotalsByIndicator {
  const totals = levels.figures.get(key) ?? new Map<string, Total>();
  return then.has(key) ? totals : onlyWhole(key, totals, catalogue);
}

/** The totals without those that some part of the territory is lacking from, and what is computed from these. */
function onlyWhole(key: UnitKey, totals: TotalsByIndicator, { indicators }: Catalogue): TotalsByIndicator {
  const isWhole = (code: string): boolean => {
    const { ratio, sumOf } = indicators.get(code) ?? {};
    if (ratio !== undefined) return isWhole(ratio.of) && isWhole(ratio.over);
    if (sumOf?.when === "always") return sumOf.parts.every(isWhole);
    const total = totals.get(code);
    return total === undefined || total.quantity.kind !== "known" || [...total.parts].every(isGiven);
  };
  return new Map(
    [...totals].map(([code, total]) => [code, isWhole(code) ? total : emptyTotal(key, code, missing("blank"))]),
  );
}

function isGiven({ quantity }: Total): boolean {
  return quantity.kind !== "missing";
}

function restatement({ runs }: EarlierRuns, children: readonly ChildResult[], whole: Whole): Restatement {
  const { levels, isSameUnit, catalogue } = whole;
  const { register } = catalogue;
  const heirs = new Set(levels.unresolved.flatMap(({ candidates }) => candidates));
  const below = children.map(({ unit }) => unit);
  const isUndivided = (unit: UnitRef): boolean => heirs.has(keyOf(unit));
  const lacks = (unit: UnitRef): boolean => lacksOrigin(unit, runs, register);
  const estimated = children.filter(({ totals }) => [...totals.values()].some(({ estimate }) => estimate));
  const isEstimatedAnyway = runs.some((run) => [...run.totals.values()].some(({ estimate }) => estimate));
  return {
    madeFrom: isSameUnit ? [] : runs.map(({ unit }) => unit.name),
    absent: runs.filter(({ totals }) => ![...totals.values()].some(isKnown)).map(({ unit }) => unit.name),
    undivided: below.filter(isUndivided),
    lacking: below.filter((unit) => !isUndivided(unit) && lacks(unit)),
    estimated: isEstimatedAnyway ? [] : estimated.map(({ unit }) => unit),
  };
}

function isKnown({ quantity }: Total): boolean {
  return quantity.kind === "known";
}

/** True where a unit that it was made from has no figures in any of the runs. */
function lacksOrigin(unit: UnitRef, runs: EarlierRuns["runs"], register: Register): boolean {
  const [{ asOf }] = runs;
  const given = new Set<string>(
    runs.flatMap(({ unit: own, children }) => [own.key, ...children.filter(isTold).map((child) => child.unit.key)]),
  );
  return [...originsOn(keyOf(unit), asOf, register)].some((origin) => !given.has(origin));
}

/** True where the unit gave figures, or had none to give. */
function isTold({ receivedAs, totals }: ChildResult): boolean {
  return receivedAs === "no-association" || [...totals.values()].some(isKnown);
}

function standingOf(runs: readonly Aggregation[]): Standing | undefined {
  const standings = runs.flatMap(({ standing }) => standing ?? []);
  return standings.includes("estimate") ? "estimate" : standings[0];
}

function addedCoverage(a: ChildCoverage, b: ChildCoverage): ChildCoverage {
  return {
    due: a.due + b.due,
    received: a.received + b.received,
    returned: a.returned + b.returned,
    late: a.late + b.late,
    missing: [...a.missing, ...b.missing],
    noAssociation: [...a.noAssociation, ...b.noAssociation],
  };
}
