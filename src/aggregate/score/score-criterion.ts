// One criterion of one unit: points from its figures, points that people gave, and which of them count.

import { known, type Quantity } from "../../model/quantity.js";
import { numberIn, type UnitRecord } from "../../model/record.js";
import {
  type Criterion,
  type CriterionScore,
  POINT_SOURCES,
  type ScoreStep,
  type Scoresheet,
} from "../../model/scoresheet.js";

/** What is known of a unit: its figures, the target in force for each, its entries by the criterion they name. */
export interface ScoredUnit {
  readonly figure: (indicator: string) => Quantity | undefined;
  readonly target: (indicator: string) => number | undefined;
  readonly entry: (criterion: string) => UnitRecord | undefined;
}

/**
 * The points of a criterion. Points above its most are not taken: a list with such points is sent back (V-E01), and what
 * was typed against another most means something else here.
 */
export function scoreCriterion(
  criterion: Criterion,
  { points, decimals }: Pick<Scoresheet, "points" | "decimals">,
  unit: ScoredUnit,
): CriterionScore {
  const { scoring } = criterion;
  const figure = scoring.by === "manual" ? undefined : unit.figure(scoring.indicator);
  const entry = unit.entry(criterion.code);
  const computed = figure?.kind === "known" ? computedPoints(criterion, figure.value, unit) : undefined;
  const given = withoutUnknown({
    agreed: numberOf(entry, points.agreed, criterion),
    computed: computed === undefined ? undefined : rounded(computed, decimals),
    cross: numberOf(entry, points.cross, criterion),
    self: numberOf(entry, points.self, criterion),
  });
  const source = POINT_SOURCES.find((one) => given[one] !== undefined);
  return {
    criterion,
    given,
    counted: source === undefined ? undefined : given[source],
    source,
    evidence: entry?.texts.get(points.evidence) ?? "",
    figure: figure?.kind === "known" ? known(figure.value) : figure,
  };
}

function withoutUnknown(points: Record<(typeof POINT_SOURCES)[number], number | undefined>): CriterionScore["given"] {
  return Object.fromEntries(Object.entries(points).filter(([, value]) => value !== undefined));
}

function numberOf(entry: UnitRecord | undefined, field: string, { max }: Criterion): number | undefined {
  const value = entry === undefined ? undefined : numberIn(entry, field);
  return value === undefined || value > max ? undefined : value;
}

/** Undefined where the target that is asked for is not known, or is no more than where points begin. */
function computedPoints({ max, scoring }: Criterion, value: number, unit: ScoredUnit): number | undefined {
  switch (scoring.by) {
    case "linear": {
      const full = scoring.full === "target" ? unit.target(scoring.indicator) : scoring.full;
      if (full === undefined || full <= scoring.from) return undefined;
      return max * Math.min(1, Math.max(0, (value - scoring.from) / (full - scoring.from)));
    }
    case "steps":
      return stepPoints(scoring.steps, value);
    case "yes-no":
      return value >= scoring.atLeast ? max : 0;
    case "manual":
      return undefined;
  }
}

/** Points of the highest step that is reached; below the lowest none. */
function stepPoints(steps: readonly ScoreStep[], value: number): number {
  return Math.max(0, ...steps.filter(({ atLeast }) => value >= atLeast).map(({ points }) => points));
}

function rounded(points: number, decimals: number): number {
  return Math.round(points * 10 ** decimals) / 10 ** decimals;
}
