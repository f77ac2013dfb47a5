// Names of indicators in a list where some are alike.

import type { Indicator } from "../model/indicator.js";

interface Listed {
  /** Codes of the list. */
  readonly listed: readonly string[];
  readonly indicators: ReadonlyMap<string, Indicator>;
}

/** A name that several lines share («Tỉ lệ công nhận trên tổng số») is told apart by the group of its numerator. */
export function fullName({ name, code, ratio }: Indicator, { listed, indicators }: Listed): string {
  const isShared = listed.some((other) => other !== code && indicators.get(other)?.name === name);
  const of = indicators.get(ratio?.of ?? "")?.name ?? "";
  const colon = of.indexOf(": ");
  return isShared && colon > 0 ? `${of.slice(0, colon)}: ${name.slice(0, 1).toLowerCase()}${name.slice(1)}` : name;
}
