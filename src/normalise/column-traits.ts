// What the declarations and the heading say about a column of figures: count, amount or ratio, and in which unit.

import { type Indicator, isMoney } from "../model/indicator.js";
import { sameText } from "../model/text.js";
import { memoise } from "./memoise.js";
import type { NumberKind } from "./number-column.js";
import { moneyUnitInHeading } from "./read-money-unit.js";

export interface ColumnTraits {
  readonly kind: NumberKind;
  /** đồng per unit, where the heading itself states it. */
  readonly headingFactor: number | undefined;
  readonly times: number;
  readonly isShare: boolean;
  readonly words: string;
}

/** Traits of the column of an indicator under a heading; the same object for the same two. */
export type TraitsOf = (code: string, heading: string) => ColumnTraits;

/** Traits by the indicators in force. A column of an unknown indicator is read as a count. */
export function createTraits(indicators: ReadonlyMap<string, Indicator>): TraitsOf {
  const byCode = new Map<string, (heading: string) => ColumnTraits>();
  return (code, heading) => {
    const known = byCode.get(code);
    if (known !== undefined) return known(heading);
    const work = memoise((text) => traitsOf(indicators.get(code), text, indicators));
    byCode.set(code, work);
    return work(heading);
  };
}

function traitsOf(
  indicator: Indicator | undefined,
  heading: string,
  indicators: ReadonlyMap<string, Indicator>,
): ColumnTraits {
  const ratio = indicator?.ratio;
  const kind = ratio !== undefined ? "ratio" : indicator !== undefined && isMoney(indicator) ? "money" : "count";
  const spoken = `${heading} ${indicator?.measuredIn ?? ""}`.replace(/[^\p{L}\p{N}]+/gu, " ");
  return {
    kind,
    headingFactor: kind === "money" ? moneyUnitInHeading(heading) : undefined,
    times: ratio?.times ?? 1,
    isShare: ratio !== undefined && indicators.get(ratio.of)?.partOf?.whole === ratio.over,
    words: sameText(spoken),
  };
}
