// The stamp of figures that are not all there yet, and how the units below the asked one are called.

import type { Aggregation, UnitRef } from "../../model/aggregation.js";
import { vietnameseNumber } from "../../model/number-text.js";
import type { PeriodFigures } from "../../model/period-figures.js";

const PROVISIONAL = "SỐ LIỆU TẠM TÍNH";

/** «SỐ LIỆU TẠM TÍNH (47/52 xã)» where reports are lacking or returned ones are counted; else empty. */
export function coverageStamp({ coverage, provisional, gaps }: PeriodFigures, basis: Aggregation): string {
  const isLacking = coverage.received < coverage.due;
  if (!isLacking && !provisional && gaps.length === 0) return "";
  return isLacking ? `${PROVISIONAL} (${coverageText(coverage, basis)})` : PROVISIONAL;
}

/** «47/52 xã». */
export function coverageText({ received, due }: PeriodFigures["coverage"], basis: Aggregation): string {
  return `${vietnameseNumber(received)}/${vietnameseNumber(due)} ${unitsBelow(basis)}`;
}

/** What the direct reporters are called: xã, phường… are all «xã»; provinces «tỉnh»; mixed or attached «đơn vị». */
export function unitsBelow({ children }: Aggregation): string {
  const kinds = new Set(children.map(({ unit }) => kindOf(unit)));
  const [only = "đơn vị"] = kinds;
  return kinds.size === 1 ? only : "đơn vị";
}

function kindOf({ level, code }: UnitRef): string {
  if (level === "province") return "tỉnh";
  return level === "commune" && /^\d+$/.test(code) ? "xã" : "đơn vị";
}
