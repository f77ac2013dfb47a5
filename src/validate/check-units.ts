// Rules that look at several units at once, when all submissions are read: siblings beside one another, and an area as
// a whole. They only ask: what is counted was decided before.

import { recordSet } from "../checks/record-set.js";
import type { Aggregation } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import type { Contribution } from "../model/contribution.js";
import type { FindingDraft } from "../model/finding.js";
import type { History } from "../model/history.js";
import { assertNever } from "../model/outcome.js";
import { createFactIndex } from "../model/packed-facts.js";
import type { RecordSet, Rule, UnitsContext } from "../model/rule.js";
import type { Level } from "../model/unit.js";
import { areaFigures, type FigureGround } from "./unit-figures.js";
import { type ToldUnit, UnitRecords } from "./unit-records.js";

export interface UnitsRequest {
  readonly aggregation: Pick<Aggregation, "unit" | "period" | "files" | "totals">;
  /** Contributions of counted submissions. */
  readonly contributions: readonly Contribution[];
  readonly history: History | undefined;
  /** What is said already: a figure that is asked about is not asked about again. */
  readonly said: readonly FindingDraft[];
}

/** Findings of the rules that look at units beside one another, level by level, and at the asked unit as a whole. */
export function checkUnits(
  { aggregation, contributions, history, said }: UnitsRequest,
  { indicators, rules, register }: Catalogue,
): readonly FindingDraft[] {
  const asking = rules.filter(({ bound }) => bound.scope === "units");
  const { unit, period, files, totals } = aggregation;
  const codes = new Set(asking.flatMap(({ reads }) => reads));
  const ground: FigureGround = { indicators, files, codes, factIndex: createFactIndex() };
  const area = areaFigures({ ...unit, totals }, contributions, ground);
  const context: UnitsContext = { unit: register.byKey(unit.key), area, period, history };
  const levels = new Map<Level, ToldUnit[]>();
  for (const contribution of contributions) {
    for (const key of [contribution.unit, ...contribution.rows]) {
      const told = register.byKey(key);
      if (told === undefined) continue;
      const siblings = levels.get(told.level);
      if (siblings === undefined) levels.set(told.level, [{ contribution, unit: told }]);
      else siblings.push({ contribution, unit: told });
    }
  }
  const groups = Array.from(levels.values(), (units) => new UnitRecords(units, ground));
  const drafts = asking.flatMap((rule) => askEach(rule, groups, context));
  return withoutRepeats(drafts, said);
}

const NO_RECORDS = recordSet([]);

function askEach({ bound }: Rule, groups: readonly RecordSet[], context: UnitsContext) {
  switch (bound.scope) {
    case "units":
      return bound.looksAt === "area"
        ? bound.run(NO_RECORDS, context).failed
        : groups.flatMap((siblings) => bound.run(siblings, context).failed);
    case "record":
    case "table":
    case "list":
    case "whole-list":
    case "submission":
      return [];
    default:
      return assertNever(bound);
  }
}

/** An indicator that a submission was asked about already is not asked about again. */
function withoutRepeats(drafts: readonly FindingDraft[], said: readonly FindingDraft[]): readonly FindingDraft[] {
  const known = new Map<string, Set<string>>();
  for (const { place, field } of said) {
    if (field === undefined) continue;
    const fields = known.get(place.file) ?? new Set();
    known.set(place.file, fields.add(field));
  }
  return drafts.filter(({ place, field }) => field === undefined || known.get(place.file)?.has(field) !== true);
}
