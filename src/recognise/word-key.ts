// Texts as keys: two ways of writing one text become one key. Decides by letters and marks alone, so CĐHT is not CDHT;
// must not know what any text means.

import { sameText } from "../model/text.js";
import { isBetweenWords, plainLetter } from "./plain-letters.js";

const NO_WORD = /[^\p{L}\p{N}]+/gu;
/** «tỷ lệ» and «tỉ lệ», «kỳ» and «kì»: y and i after an initial consonant (QĐ 1989/QĐ-BGDĐT, Điều 9). */
const LONE_Y = /(?<=(?:^| )[bcdđghklmnpqrstvx]{1,3})y(?=[1-5]?(?: |$))/gu;
const SPACE = 32;

/** Key of a text: letters and digits only, lower case, tone marks in one place, «tỷ» as «tỉ». */
export function wordKey(text: string): string {
  const key = plainKey(text) ?? sameText(text).replace(NO_WORD, " ").trim();
  return key.includes("y") ? key.replace(LONE_Y, "i") : key;
}

/**
 * The same letter by letter, for texts written in plain letters and signs as nearly all are; undefined for any other.
 *
 *   «Quỹ khuyến học:» → «quy4 khuyên2 hoc5»
 */
function plainKey(text: string): string | undefined {
  let key = "";
  let word = "";
  let tone = "";
  for (let index = 0; index <= text.length; index += 1) {
    const code = index < text.length ? text.charCodeAt(index) : SPACE;
    const letter = plainLetter(code);
    if (letter !== undefined) {
      word += letter.base;
      if (letter.tone !== "") tone = letter.tone;
      continue;
    }
    if (!isBetweenWords(code)) return undefined;
    if (word === "") continue;
    key += key === "" ? word + tone : ` ${word}${tone}`;
    word = "";
    tone = "";
  }
  return key;
}
