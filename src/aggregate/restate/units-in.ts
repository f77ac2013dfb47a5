// Every unit that a run's totals speak of: the totals remember what they were added up from.

import type { Aggregation } from "../../model/aggregation.js";
import type { Total } from "../../model/fact.js";
import type { Register } from "../../model/register.js";
import type { Level, UnitKey } from "../../model/unit.js";
import type { FiguresByUnit } from "./restate-forward.js";

/** Figures of units by their level; within a level no unit lies in another. Units outside the register are left out. */
export function unitsIn(run: Aggregation, register: Register): ReadonlyMap<Level, FiguresByUnit> {
  const levels = new Map<Level, Map<UnitKey, Map<string, Total>>>();
  const seen = new Set<Total>();
  const visit = (total: Total): void => {
    if (seen.has(total)) return;
    seen.add(total);
    const level = register.byKey(total.unit)?.level;
    if (level !== undefined) {
      const units = levels.get(level) ?? new Map<UnitKey, Map<string, Total>>();
      levels.set(level, units);
      const totals = units.get(total.unit) ?? new Map<string, Total>();
      units.set(total.unit, totals);
      if (!totals.has(total.indicator)) totals.set(total.indicator, total);
    }
    for (const part of total.parts) if (part.unit !== total.unit || part.indicator !== total.indicator) visit(part);
  };
  for (const total of run.totals.values()) visit(total);
  for (const { totals } of run.children) for (const total of totals.values()) visit(total);
  return levels;
}
