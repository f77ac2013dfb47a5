// Vietnamese text as a key. sameText may decide; looseText (marks removed) may only suggest:
// «Đồng Tiến» is not «Đông Tiến», and CĐHT is not CDHT.

import { isSurelyTidy, TONES, tonesAtEnd } from "./composed-letters.js";

const TONE_MARK = /[\u0300\u0301\u0303\u0309\u0323]/g;
const LOOK_ALIKES = new Map([
  ["\u00D0", "Đ"],
  ["\u0189", "Đ"],
  ["\u00F0", "đ"],
  ["\u2019", "'"],
  ["\u2018", "'"],
  ["\u00B4", "'"],
  ["\u02BC", "'"],
  ["`", "'"],
  ["\u2013", "-"],
  ["\u2014", "-"],
  ["\u2212", "-"],
  ["\u00A0", " "],
  ["\u202F", " "],
  ["\u2009", " "],
]);
const LOOK_ALIKE = /[\u00D0\u0189\u00F0\u2019\u2018\u00B4\u02BC`\u2013\u2014\u2212\u00A0\u202F\u2009]/g;
const INVISIBLE = /[\u200B-\u200D\uFEFF\u00AD]/g;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Text tidied without changing what it says: NFC, look-alike letters and dashes unified, invisible characters
 * dropped, white space collapsed. To be applied after any decoding of legacy text (TCVN3 ư is U+00AD).
 */
export function tidyText(text: string): string {
  if (isSurelyTidy(text)) return text;
  return text
    .normalize("NFC")
    .replace(LOOK_ALIKE, (found) => LOOK_ALIKES.get(found) ?? found)
    .replace(INVISIBLE, "")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * Key under which two spellings of one text are equal: tidied, lower case, one place for the tone mark.
 * «Hoà» and «Hòa» are the same; «Hòa» and «Hóa» are not.
 */
export function sameText(text: string): string {
  const lower = tidyText(text).toLowerCase();
  return tonesAtEnd(lower) ?? lower.replace(WORD, foldTone);
}

/** Key without any marks, đ as d: for suggestions only, never for a decision. */
export function looseText(text: string): string {
  return tidyText(text)
    .toLowerCase()
    .replaceAll("đ", "d")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A syllable with its tone moved to the end as a digit: «hòa», «hoà» → «hoa1». */
function foldTone(word: string): string {
  let tone = "";
  const bare = word.normalize("NFD").replace(TONE_MARK, (mark) => {
    tone = TONES.get(mark) ?? tone;
    return "";
  });
  return bare.normalize("NFC") + tone;
}
