// Mixed levels: whose figures stand for a unit where both its own workbook and the units below it speak.

import type { Total } from "../model/fact.js";
import type { Indicator } from "../model/indicator.js";
import type { Area } from "./unit-node.js";

/** below: the units below, each by its own workbook · rows: the own workbook's rows · self: its cover. */
export type Side = "below" | "rows" | "self";

/** What each side has for one indicator; undefined where the side did not come. */
export interface Offer extends Readonly<Record<Side, Total | undefined>> {
  /** True where all units below that are due are accepted. */
  readonly isComplete: boolean;
}

/**
 * The side an indicator is taken from: the units below if all that are due are accepted, else the own workbook's
 * rows; the cover only where neither knows it. What is recorded at the unit's own level (communes in the area) is
 * first asked from its cover. Where nobody knows it, the units below (or the rows that stand for
 * them) say why.
 * Source: design, «Mixed levels».
 */
export function chooseSide(indicator: Indicator, area: Area, offer: Offer): Side {
  const order = orderOf(indicator, area, offer.isComplete);
  const knows = (side: Side): boolean => offer[side]?.quantity.kind === "known";
  const asked = order.find(knows);
  if (asked !== undefined) return asked;
  const silent = offer.isComplete ? (["below", "rows"] as const) : (["rows", "below"] as const);
  return silent.find((side) => offer[side] !== undefined) ?? "self";
}

/** True for what the unit itself records, and no unit below it. */
export function isRecordedHere(indicator: Indicator, area: Area): boolean {
  return indicator.recordedAt === area.ref.level;
}

const OWN_FIRST: readonly Side[] = ["self", "rows", "below"];
const BELOW_FIRST: readonly Side[] = ["below", "rows", "self"];
const ROWS_FIRST: readonly Side[] = ["rows", "below", "self"];

function orderOf(indicator: Indicator, area: Area, isComplete: boolean): readonly Side[] {
  if (isRecordedHere(indicator, area)) return OWN_FIRST;
  return isComplete ? BELOW_FIRST : ROWS_FIRST;
}
