// Figures of today's units as figures of the units of an earlier day: only where what is at hand tells them apart.

import type { Catalogue } from "../../model/catalogue.js";
import { heirsOn, originsOn, standsOn } from "../../model/destinations.js";
import type { TotalsByIndicator } from "../../model/fact.js";
import type { IsoDate } from "../../model/iso-date.js";
import { treeAt } from "../../model/org-tree.js";
import { missing } from "../../model/quantity.js";
import type { UnitKey } from "../../model/unit.js";
import { emptyTotal, foldTotals } from "../fold-totals.js";
import { withTotalsOfTotals } from "../totals-of-totals.js";
import type { FiguresByUnit } from "./restate-forward.js";

export interface BackwardRequest {
  /** Figures of units of one level, of one day. */
  readonly figures: FiguresByUnit;
  /** The old unit that is asked for, and a day on which it stood. */
  readonly old: UnitKey;
  readonly on: IsoDate;
}

export interface BackwardFigures {
  /** All missing where `why` is given. */
  readonly totals: TotalsByIndicator;
  /** Units of today that lie partly in the old unit and partly outside: what keeps its figures from being told. */
  readonly straddling: readonly UnitKey[];
  /** Units of today that the figures lack. */
  readonly lacking: readonly UnitKey[];
  /** Old units that the register does not say the heirs of; taken to have stayed among the units found. */
  readonly untraced: readonly UnitKey[];
}

/**
 * The old unit as the sum of the new ones that lie wholly in it.
 *
 *   new communes A, B from old communes of Quảng Bình only   →   old Quảng Bình = A + B
 *   a new commune from both old provinces                    →   missing: nobody knows which part was whose
 */
export function restateBackward({ figures, old, on }: BackwardRequest, catalogue: Catalogue): BackwardFigures {
  const { register } = catalogue;
  const tree = treeAt(register, on);
  const isInOld = (key: UnitKey): boolean => key === old || tree.isBelow(key, old);
  const origins = new Map([...figures.keys()].map((key) => [key, [...originsOn(key, on, register)]]));
  const straddling = [...origins].flatMap(([key, from]) => (from.some(isInOld) && !from.every(isInOld) ? [key] : []));
  const inside = [...origins].flatMap(([key, from]) => (from.every(isInOld) ? [key] : []));
  const { lacking, untraced } = heirsBelow({ figures, old, on }, catalogue);
  const isTold = straddling.length === 0 && lacking.length === 0 && inside.length > 0;
  const codes = new Set([...figures.values()].flatMap((totals) => [...totals.keys()]));
  const folded = [...codes].flatMap((code) => {
    const kind = catalogue.indicators.get(code)?.kind;
    if (kind === undefined || kind === "RATIO" || kind === "SUM") return [];
    const parts = inside.flatMap((key) => figures.get(key)?.get(code) ?? []);
    return [[code, isTold ? foldTotals(old, code, parts) : emptyTotal(old, code, missing("blank"))] as const];
  });
  return { totals: withTotalsOfTotals(old, new Map(folded), catalogue), straddling, lacking, untraced };
}

/** Heirs of the old unit's grassroots units that nobody gave figures of, and those old ones whose heirs nobody knows. */
function heirsBelow(
  { figures, old, on }: BackwardRequest,
  { register }: Catalogue,
): Pick<BackwardFigures, "lacking" | "untraced"> {
  const [first] = figures.keys();
  const given = first === undefined ? undefined : register.byKey(first);
  if (given === undefined) return { lacking: [], untraced: [] };
  const tree = treeAt(register, on);
  const lacking = new Set<UnitKey>();
  const untraced: UnitKey[] = [];
  for (const { key, level } of tree.units()) {
    if (level !== given.level || !(key === old || tree.isBelow(key, old))) continue;
    for (const heir of heirsOn(key, given.from, register)) {
      if (!standsOn(heir, given.from, register)) untraced.push(key);
      else if (!figures.has(heir)) lacking.add(heir);
    }
  }
  return { lacking: [...lacking], untraced };
}
