// Large numbers as a sentence says them: «hơn 2,6 triệu», «656 tỉ». The word before tells in which direction was rounded.

import { vietnameseNumber } from "./number-text.js";

const MILLION = 1_000_000;
const BILLION = 1_000_000_000;

/**
 * A number rounded to what is said aloud. Below a million: as it is. Millions and billions: whole from 100 on, one
 * decimal below. «hơn» only where the number is greater than what is said, «gần» only where it is less.
 *
 *   1522 → 1.522 · 2612345 → hơn 2,6 triệu · 656400000000 → hơn 656 tỉ · 2960000 → gần 3 triệu · 500000000 → 500 triệu
 */
export function compactNumber(value: number): string {
  const size = Math.abs(value);
  if (size < MILLION) return vietnameseNumber(value, 0);
  const [unit, name] = size < BILLION && rounded(size / MILLION) < 1000 ? [MILLION, "triệu"] : [BILLION, "tỉ"];
  const said = rounded(size / unit);
  const exact = Math.round(said * unit * 1000) / 1000;
  const word = exact < size ? "hơn " : exact > size ? "gần " : "";
  return `${word}${vietnameseNumber(value < 0 ? -said : said, 1)} ${name}`;
}

function rounded(scaled: number): number {
  return scaled >= 100 ? Math.round(scaled) : Math.round(scaled * 10) / 10;
}
