// The units below the asked one on a score sheet: their figures, the points people gave them, their order.

import type { ChildResult } from "../../model/aggregation.js";
import { groupBy } from "../../model/group-by.js";
import type { UnitRecord } from "../../model/record.js";
import type { GroupScore, Ranking, ScoreGroup, Scoresheet } from "../../model/scoresheet.js";
import { sameText } from "../../model/text.js";
import { rankUnits, type Scored } from "./rank-units.js";
import { type ScoredUnit, scoreCriterion } from "./score-criterion.js";

export interface ScoreGiven {
  readonly children: readonly ChildResult[];
  /** Entries of lists of the whole area. */
  readonly records: readonly UnitRecord[];
  /** The target in force for a unit's figure, in the indicator's own measure. */
  readonly targetOf: (child: ChildResult, indicator: string) => number | undefined;
}

/** Scores every unit and puts them in order. */
export function scoreUnits(sheet: Scoresheet, { children, records, targetOf }: ScoreGiven): Ranking {
  const listed = groupBy(
    records.filter(({ form }) => form === sheet.points.form),
    ({ unit }): string => unit,
  );
  const scored = children.map((child): Scored => {
    const entries = new Map(
      listed.get(child.unit.key)?.map((entry) => [sameText(entry.texts.get(sheet.points.criterion) ?? ""), entry]),
    );
    return scoredUnit(child, sheet, {
      figure: (indicator) => child.totals.get(indicator)?.quantity,
      target: (indicator) => targetOf(child, indicator),
      entry: (criterion) => entries.get(sameText(criterion)),
    });
  });
  return { sheet, units: rankUnits(scored, sheet) };
}

function scoredUnit({ unit }: ChildResult, sheet: Scoresheet, facts: ScoredUnit): Scored {
  const groups = sheet.groups.map((group) => groupScore(group, sheet, facts));
  const scores = groups.flatMap((one) => one.scores);
  const base = groups.filter(({ group }) => group.kind === "base").flatMap((one) => one.scores);
  return {
    unit,
    groups,
    total: totalOf(groups),
    lacking: base.filter(({ counted }) => counted === undefined).length,
    open: scores.filter(({ source }) => source === "cross" || source === "self").length,
  };
}

function groupScore(group: ScoreGroup, sheet: Scoresheet, facts: ScoredUnit): GroupScore {
  const scores = group.criteria.map((criterion) => scoreCriterion(criterion, sheet, facts));
  const counted = scores.flatMap((score) => score.counted ?? []);
  const points = counted.length === 0 ? undefined : Math.min(group.max, sum(counted));
  return { group, scores, points };
}

/** Base and bonus less penalty. A sum of points to two decimals is one to two decimals. */
function totalOf(groups: readonly GroupScore[]): number | undefined {
  const given = groups.flatMap(({ group, points }) =>
    points === undefined ? [] : [group.kind === "penalty" ? -points : points],
  );
  return given.length === 0 ? undefined : Math.max(0, sum(given));
}

function sum(points: readonly number[]): number {
  return Math.round(points.reduce((total, one) => total + one, 0) * 100) / 100;
}
