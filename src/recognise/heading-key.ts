// Headings as keys: two ways of writing one heading become one text. Decides by letters and marks alone, so CĐHT is
// not CDHT; must not know what any heading means.

import { sameText, tidyText } from "../model/text.js";

/** «1.», «a)», «IV.» at the beginning of a text. */
export const NUMBERING = /^(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]|\(?[a-zđ]\)|[a-zđ]\.|[ivx]{1,4}[.)])\s*(?=\S)/iu;
const LAST_BRACKETS = /(?:\s*[([][^()[\]]*[)\]])+[\s*:.;]*$/;
const ANY_BRACKETS = /[([][^()[\]]*[)\]]/g;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;
const NO_WORD = /[^\p{L}\p{N}]+/gu;
/** «tỷ lệ» and «tỉ lệ», «kỳ» and «kì»: y and i after an initial consonant (QĐ 1989/QĐ-BGDĐT, Điều 9). */
const LONE_Y = /(?<=(?:^| )[bcdđghklmnpqrstvx]{1,3})y(?=[1-5]?(?: |$))/gu;

/** A heading tier or a label without its numbering: «1. Dân số» → «Dân số», «a) Nữ» → «Nữ». */
export function withoutNumbering(text: string): string {
  return tidyText(text).replace(NUMBERING, "");
}

/** Key of a text: letters and digits only, lower case, tone marks in one place, «tỷ» as «tỉ». */
export function wordKey(text: string): string {
  return sameText(text).replace(NO_WORD, " ").trim().replace(LONE_Y, "i");
}

/** A `wordKey` that keeps each word it has met: a catalogue says a few hundred words in many thousand headings. */
export function createWordKey(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let key = "";
    for (const word of tidyText(text).split(BETWEEN_WORDS)) {
      let folded = known.get(word);
      if (folded === undefined) {
        folded = wordKey(word);
        known.set(word, folded);
      }
      if (folded !== "") key = key === "" ? folded : `${key} ${folded}`;
    }
    return key;
  };
}

/**
 * Keys of a heading, the most particular first: as it stands, without brackets at its end («(hộ)», «(%)», «(3=1+2)»),
 * without any brackets. Equal ones are given once; empty ones are left out.
 */
export function headingKeys(text: string, keyOf: (text: string) => string = wordKey): readonly string[] {
  const whole = text.trimStart().replace(NUMBERING, "");
  const key = keyOf(whole);
  if (!whole.includes("(") && !whole.includes("[")) return key === "" ? [] : [key];
  const keys = [key, keyOf(whole.replace(LAST_BRACKETS, "")), keyOf(whole.replace(ANY_BRACKETS, " "))];
  return [...new Set(keys)].filter((one) => one !== "");
}
