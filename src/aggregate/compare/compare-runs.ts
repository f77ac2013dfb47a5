// Two runs side by side: the same units before and after, carried across mergers where their dates lie apart.

import type { Aggregation, ChildResult, UnitRef } from "../../model/aggregation.js";
import type { Catalogue } from "../../model/catalogue.js";
import type { Contribution } from "../../model/contribution.js";
import { originsOn } from "../../model/destinations.js";
import type { TotalsByIndicator } from "../../model/fact.js";
import type { Division } from "../../model/split-key.js";
import type { UnitKey } from "../../model/unit.js";
import { foldTotals } from "../fold-totals.js";
import type { LackingBranches } from "../restate/branch-groups.js";
import type { Unresolved } from "../restate/restate-forward.js";
import { restateLevels } from "../restate/restate-levels.js";
import { withTotalsOfTotals } from "../totals-of-totals.js";
import { type BackwardComparison, backwardComparison } from "./compare-backward.js";

/** A unit of the later run, and the same territory in the earlier one. */
export interface ComparedUnit {
  readonly unit: UnitRef;
  /** Undefined where the earlier run has nothing of it. */
  readonly before: TotalsByIndicator | undefined;
  readonly after: TotalsByIndicator;
  /** Old units it was made from, where it is not the same unit as before. */
  readonly madeFrom: readonly string[];
}

export interface RunComparison {
  readonly before: Aggregation;
  readonly after: Aggregation;
  readonly total: ComparedUnit;
  readonly children: readonly ComparedUnit[];
  /** Old provinces of this territory that were merged or divided. */
  readonly moved: readonly UnitKey[];
  readonly unresolved: readonly Unresolved[];
  /** Old units that were divided as an office declared. */
  readonly divided: readonly Division[];
  /** Branches that were declared and are in no report. */
  readonly lacking: readonly LackingBranches[];
  /** Reporters whose figures are in one run only. */
  readonly cameIn: readonly UnitRef[];
  readonly wentOut: readonly UnitRef[];
  /** Where the later side was restated to an old unit: what kept its figures from being told. */
  readonly backward?: Pick<BackwardComparison, "straddling" | "lacking">;
  /** For a grouping: members then and now are not the same territory. */
  readonly isOtherGroup: boolean;
}

/** Two runs, and what the earlier one's workbooks gave. */
export interface RunPair {
  readonly before: Aggregation;
  readonly after: Aggregation;
  readonly given: readonly Contribution[];
}

/**
 * Compares two runs, the earlier one first. Where units changed between their cut-off dates, the earlier figures are
 * restated to the units of the later date, level by level; a code that passed to another unit is never followed.
 */
export function compareRuns(pair: RunPair, catalogue: Catalogue): RunComparison {
  const { before, after, given } = pair;
  const backward = backwardComparison(before, after, catalogue);
  if (backward !== undefined) return inOldTerritory(backward);
  const restated = restateLevels({ runs: [before], given, into: after.asOf }, catalogue);
  const provinces = (restated.moved.get("province") ?? []).filter((key) => isChanged(key, catalogue));
  const compared = (unit: UnitRef, totals: TotalsByIndicator): ComparedUnit => ({
    unit,
    before: restated.figures.get(keyOf(unit)),
    after: totals,
    madeFrom: madeFrom(unit, before, catalogue),
  });
  const children = after.children.map(({ unit, totals }) => compared(unit, totals));
  const isGroup = after.unit.level === "grouping";
  const total = compared(after.unit, after.totals);
  const territoryOf = ({ key }: UnitRef): readonly string[] => {
    const unit = catalogue.register.byKey(key);
    return unit === undefined ? [key] : [...originsOn(unit.key, before.asOf, catalogue.register)];
  };
  const concerned = new Set([after.unit, ...after.children.map(({ unit }) => unit)].flatMap(territoryOf));
  const isOtherGroup = isGroup && isOtherTerritory(before, after, catalogue);
  return {
    before,
    after,
    total: isGroup ? { ...total, before: groupBefore(before, after, { children, catalogue }) } : total,
    children,
    moved: provinces.filter((key) => concerned.has(key)),
    unresolved: restated.unresolved,
    divided: restated.divided,
    lacking: restated.lacking,
    cameIn: differing(after.children, before.children, territoryOf),
    wentOut: differing(before.children, after.children, territoryOf),
    isOtherGroup,
  };
}

/** The comparison in an old unit's territory: there are no units below that both sides have. */
function inOldTerritory(backward: BackwardComparison): RunComparison {
  const { before, after, totals } = backward;
  const nothing = { children: [], moved: [], unresolved: [], divided: [], lacking: [], cameIn: [], wentOut: [] };
  const total: ComparedUnit = { unit: before.unit, before: before.totals, after: totals, madeFrom: [] };
  return { ...nothing, before, after, total, isOtherGroup: false, backward };
}

function keyOf({ key }: UnitRef): UnitKey {
  const [code = key, date = ""] = key.split("@");
  return `${code}@${date}`;
}

/** True for a unit that did more than take a new key: it went into another, or took others in. */
function isChanged(key: UnitKey, { register }: Catalogue): boolean {
  const next = register.successorsOf(key).filter(({ extent }) => extent !== "land");
  const [only] = next;
  return (
    next.length !== 1 ||
    only === undefined ||
    register.predecessorsOf(only.next).filter(({ extent }) => extent !== "land").length > 1
  );
}

/** Names of the old units, where there are several or the one had another name. */
function madeFrom(unit: UnitRef, before: Aggregation, { register }: Catalogue): readonly string[] {
  if (register.byKey(unit.key) === undefined) return [];
  const names = [...originsOn(keyOf(unit), before.asOf, register)].map((key) => register.byKey(key)?.name ?? key);
  return names.length === 1 && names[0] === unit.name ? [] : names;
}

/** Of a grouping: its own figures where its members are the same units, else its members of today, restated. */
function groupBefore(
  before: Aggregation,
  after: Aggregation,
  { children, catalogue }: { readonly children: readonly ComparedUnit[]; readonly catalogue: Catalogue },
): TotalsByIndicator {
  if (before.unit.key === after.unit.key && !isOtherTerritory(before, after, catalogue)) return before.totals;
  const unit = keyOf(after.unit);
  const folded = [...catalogue.indicators.values()].flatMap(({ code, kind }) => {
    const parts = children.flatMap((child) => child.before?.get(code) ?? []);
    return kind === "RATIO" || kind === "SUM" || parts.length === 0
      ? []
      : [[code, foldTotals(unit, code, parts)] as const];
  });
  return withTotalsOfTotals(unit, new Map(folded), catalogue);
}

/** True where the grouping's members of today were not made from exactly its members of then. */
function isOtherTerritory(before: Aggregation, after: Aggregation, { register }: Catalogue): boolean {
  const then = new Set(before.children.map(({ unit }) => unit.key));
  const now = new Set(after.children.flatMap(({ unit }) => [...originsOn(keyOf(unit), before.asOf, register)]));
  return then.size !== now.size || [...now].some((key) => !then.has(key));
}

const CAME_IN = new Set(["own-workbook", "from-below", "parent-row"]);

/** Reporters of one run whose territory gave nothing in the other; none where the runs are of different levels. */
function differing(
  children: readonly ChildResult[],
  others: readonly ChildResult[],
  territoryOf: (unit: UnitRef) => readonly string[],
): readonly UnitRef[] {
  if (children[0]?.unit.level !== others[0]?.unit.level) return [];
  const given = others.filter(({ receivedAs }) => CAME_IN.has(receivedAs));
  const territories = new Set(given.flatMap(({ unit }) => territoryOf(unit)));
  return children.flatMap(({ unit, receivedAs }) =>
    CAME_IN.has(receivedAs) && !territoryOf(unit).some((key) => territories.has(key)) ? [unit] : [],
  );
}
