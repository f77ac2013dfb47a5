// A figure as a sentence says it in full.

import type { Indicator } from "../../model/indicator.js";
import { vietnameseNumber } from "../../model/number-text.js";

/** 1.522 · 26,44 % · 66.445 đồng. */
export function plainText(value: number, indicator: Indicator): string {
  const { ratio } = indicator;
  if (ratio?.times === 100) return `${vietnameseNumber(value * 100)} %`;
  return `${vietnameseNumber(value, 0)}${indicator.measuredIn.startsWith("đồng") ? " đồng" : ""}`;
}
