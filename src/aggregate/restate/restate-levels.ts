// Everything that runs of one period tell, carried over to the units of a later day, level by level.

import type { Aggregation } from "../../model/aggregation.js";
import type { Catalogue } from "../../model/catalogue.js";
import type { Contribution } from "../../model/contribution.js";
import type { Total, TotalsByIndicator } from "../../model/fact.js";
import type { IsoDate } from "../../model/iso-date.js";
import type { Division } from "../../model/split-key.js";
import type { Level, UnitKey } from "../../model/unit.js";
import { branchGroups, type LackingBranches } from "./branch-groups.js";
import { type FiguresByUnit, restateForward, type Unresolved } from "./restate-forward.js";
import { unitsIn } from "./units-in.js";

export interface LevelsRequest {
  /** Runs of one period whose areas do not overlap. */
  readonly runs: readonly Aggregation[];
  /** What their workbooks gave. */
  readonly given: readonly Contribution[];
  /** The day whose units are asked for. */
  readonly into: IsoDate;
}

export interface RestatedLevels {
  readonly figures: FiguresByUnit;
  /** Units of then that were carried over into others, by their level. */
  readonly moved: ReadonlyMap<Level, readonly UnitKey[]>;
  /** Known figures of the lowest level that has any left undivided. */
  readonly unresolved: readonly Unresolved[];
  /** Old units that were divided as an office declared. */
  readonly divided: readonly Division[];
  /** Branches that were declared and are in no report. */
  readonly lacking: readonly LackingBranches[];
}

const HIGHEST_FIRST: readonly Level[] = ["national", "province", "district", "commune"];

/** Districts are passed over: they end in 2025 and nothing took them over. */
export function restateLevels({ runs, given, into }: LevelsRequest, catalogue: Catalogue): RestatedLevels {
  const keys = catalogue.register.divisions ?? [];
  const levels = runs.map((run) => unitsIn(run, catalogue.register));
  const from = runs.reduce(
    (day: IsoDate | undefined, { asOf }) => (day === undefined || asOf > day ? asOf : day),
    undefined,
  );
  const figures = new Map<UnitKey, TotalsByIndicator>();
  const moved = new Map<Level, readonly UnitKey[]>();
  let unresolved: readonly Unresolved[] = [];
  const divided: Division[] = [];
  const lacking: LackingBranches[] = [];
  for (const level of HIGHEST_FIRST) {
    const units = new Map<UnitKey, ReadonlyMap<string, Total>>(levels.flatMap((one) => [...(one.get(level) ?? [])]));
    if (units.size === 0 || level === "district" || from === undefined) continue;
    const grouped = branchGroups(given, units, catalogue);
    const restated = restateForward({ figures: units, from, into, keys, branches: grouped.groups }, catalogue);
    const moving = new Set(restated.moved);
    divided.push(...keys.filter(({ old }) => moving.has(old)));
    lacking.push(...grouped.lacking);
    for (const [key, totals] of restated.figures) figures.set(key, totals);
    moved.set(level, restated.moved);
    const known = restated.unresolved.filter(({ total }) => total.quantity.kind === "known");
    if (known.length > 0) unresolved = known;
  }
  return { figures, moved, unresolved, divided, lacking };
}
