// A cell's content as it is read on paper, by the number format of its look: what a spreadsheet does by itself.

import { vietnameseNumber } from "../model/number-text.js";
import type { Look, PlannedCell } from "../model/workbook-plan.js";
import { APPEARANCES } from "./looks.js";

/** 1522 → 1.522 · 0.2644 as a share → 26,44% · 100 as a change → +100; texts as they are, nothing for an empty cell. */
export function shownText(value: PlannedCell["value"], look: Look): string {
  if (value === null || typeof value === "string") return value ?? "";
  const format = APPEARANCES[look].numberFormat ?? "";
  const isShare = format.includes("%");
  const decimals = /\.(0+)/.exec(format)?.[1]?.length;
  const size = isShare ? value * 100 : value;
  const rounded = Number(size.toFixed(decimals ?? (isShare || format !== "" ? NONE : LONGEST)));
  const number = decimals === undefined ? vietnameseNumber(rounded) : padded(vietnameseNumber(rounded), decimals);
  return `${format.startsWith("+") && rounded > 0 ? "+" : ""}${number}${isShare ? "%" : ""}`;
}

const NONE = 0;
/** Decimals of a number without a format of its own. */
const LONGEST = 2;

/** All decimals, so that figures stand below each other: 76,4 → 76,40. */
function padded(number: string, decimals: number): string {
  const [whole = "", fraction = ""] = number.split(",");
  return `${whole},${fraction.padEnd(decimals, "0")}`;
}
