// Shares of divided units as they came in → groups that restating goes by, and what an office should know of them.

import type { Catalogue } from "../../model/catalogue.js";
import type { Contribution } from "../../model/contribution.js";
import { factsOf } from "../../model/packed-facts.js";
import type { UnitKey } from "../../model/unit.js";
import { leafTotals, leaveOut } from "../leaf-totals.js";
import type { BranchGroup, FiguresByUnit } from "./restate-forward.js";

export interface GroupedBranches {
  readonly groups: readonly BranchGroup[];
  /** Declared branches that the unit's report does not have. */
  readonly lacking: readonly LackingBranches[];
}

export interface LackingBranches {
  readonly old: UnitKey;
  readonly names: readonly string[];
}

/** Groups of the units whose figures come from their own workbooks: branches of a file that was not counted divide nothing. */
export function branchGroups(
  contributions: readonly Contribution[],
  figures: FiguresByUnit,
  { indicators }: Catalogue,
): GroupedBranches {
  const folded = [...indicators.values()];
  const places = new Map(folded.map(({ code }, place) => [code, place]));
  const groups: BranchGroup[] = [];
  const lacking: LackingBranches[] = [];
  for (const { unit, file, shares } of contributions) {
    if (shares === undefined || !isFrom(file, unit, figures)) continue;
    for (const { next, facts, lacking: names } of shares) {
      const given = factsOf(facts, { unit, file });
      groups.push({ old: unit, next, totals: leafTotals(unit, given, { folded, places, absent: leaveOut }) });
      if (names.length > 0) lacking.push({ old: unit, names });
    }
  }
  return { groups, lacking };
}

/** True where some figure of the unit stands in the file. */
function isFrom(file: number, unit: UnitKey, figures: FiguresByUnit): boolean {
  const totals = [...(figures.get(unit)?.values() ?? [])];
  return totals.some(({ facts }) => facts.some(({ source }) => source?.file === file));
}
