// Codes as typed → units in force at a date.

import type { IsoDate } from "../model/iso-date.js";
import type { UnitIndex } from "../model/register.js";
import type { Unit } from "../model/unit.js";

/** Digits of a code at each level: province, district, commune. */
const WIDTHS = [2, 3, 5];

export interface CodeScope {
  readonly register: UnitIndex;
  readonly date: IsoDate;
  /** True where the cell holds a number: Excel dropped the leading zeros («00004» → 4). */
  readonly isNumber: boolean;
  /** Which units are likely here: the reporters, or those of the name beside the code. */
  readonly isLikely: (unit: Unit) => boolean;
}

/**
 * The unit that carries the code on the date; a key `44@2025-07-01` counts while that unit is in force. The zeros that
 * a number cell lost are put back where only one width gives a unit, or only one that is likely here.
 */
export function findByCode(code: string, scope: CodeScope): Unit | undefined {
  const text = code.trim();
  const at = text.indexOf("@");
  const direct = scope.register.at(at < 0 ? text : text.slice(0, at), scope.date)?.unit;
  if (at >= 0) return direct?.key === text ? direct : undefined;
  if (!scope.isNumber) return direct;
  const found = new Set<Unit>();
  for (const width of WIDTHS) {
    const padded = scope.register.at(text.padStart(width, "0"), scope.date)?.unit;
    if (padded !== undefined) found.add(padded);
  }
  const likely = [...found].filter(scope.isLikely);
  const [only, ...others] = likely.length === 0 ? found : likely;
  return others.length === 0 ? only : direct;
}
