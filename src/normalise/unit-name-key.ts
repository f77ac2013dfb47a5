// Keys under which spellings of one unit's name are equal, from strict to lenient. All keep the unit's type, and none
// makes two units of one district, or of one province since 7/2025, the same (measured on all three lists). They serve
// names of units only: personal names and free text must not be folded this far.

import { assertNever } from "../model/outcome.js";
import { sameText, tidyText } from "../model/text.js";

/** The stages in which a name may decide, strict ones first. */
export const NAME_STAGES = ["a", "b", "c", "d"] as const;
export type NameStage = (typeof NAME_STAGES)[number];

const NUMBERING = /^(?:\d{1,3}[.)]|[-+*•])\s+/;
const ASSOCIATION = /^(?:ban chấp hành\s+|bch\s+)?(?:hội khuyến học|hội kh|hkh)\s+(?=\S)/i;
const SPLIT_INITIALS = /^t\.\s?([pxt])(?=[.\s])/;
const ABBREVIATED_TYPE = /^(?:(ttr|tt|tx|tp|đk|x|p|h|q|t)(?:\.\s*|\s+)|([pq])(?=\d))(?=\S)/;
const TYPE_NAMES = new Map([
  ["ttr", "thị trấn"],
  ["tt", "thị trấn"],
  ["tx", "thị xã"],
  ["tp", "thành phố"],
  ["đk", "đặc khu"],
  ["x", "xã"],
  ["p", "phường"],
  ["h", "huyện"],
  ["q", "quận"],
  ["t", "tỉnh"],
]);
const STATE_FARM = /(^| )(?:nông trường|n\. ?t\.?)(?= |$)/g;
const ROMAN = /^(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})$/;
const ROMAN_DIGITS = new Map([
  ["i", 1],
  ["v", 5],
  ["x", 10],
]);
const VOWELS = /(?:[aeiouy][\u0300-\u036F]*)+/g;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** The key of a name at a stage; equal keys in one scope mean one unit. */
export function nameKey(text: string, stage: NameStage): string {
  switch (stage) {
    case "a":
      return spelledName(text);
    case "b":
      return sameText(spelledName(text));
    case "c":
      return foldedName(text);
    case "d":
      return joinedName(text);
    default:
      return assertNever(stage);
  }
}

/** Stage a: tidied, without a row's numbering, the words «Hội Khuyến học» before the unit, and punctuation at the end. */
export function spelledName(text: string): string {
  return tidyText(text)
    .replace(NUMBERING, "")
    .replace(ASSOCIATION, "")
    .replace(/[\s.,;:]+$/, "");
}

/** What a text that `spelledName` changes begins with, in its first letters. */
const LED = /^(?:[^\p{L}]|ban c|bch|hội k|hkh)/iu;
const LAST_MARKS = ".,;: \t\n";
const [SMALL_A, SMALL_B, SMALL_H, SMALL_Z, SMALL] = [0x61, 0x62, 0x68, 0x7a, 0x20];

/** True for a tidy text that `spelledName` surely leaves as it is. */
export function isSpelled(text: string): boolean {
  const first = text.charCodeAt(0) | SMALL;
  // One look at the first letter spares most names the expression.
  const isFree = first >= SMALL_A && first <= SMALL_Z && first !== SMALL_B && first !== SMALL_H;
  return (isFree || !LED.test(text)) && !LAST_MARKS.includes(text.charAt(text.length - 1));
}

/**
 * Stage c: lower case, type written out, one place for the tone, y as i, hyphens and dots as spaces, numbers in plain
 * Arabic digits.
 *
 *   «TT. Hoà-Tú II», «Thị trấn Hòa Tú 02»  →  one key
 */
export function foldedName(text: string): string {
  const lower = spelledName(text).toLowerCase().replace(SPLIT_INITIALS, "t$1");
  const written = lower.replace(ABBREVIATED_TYPE, (found, type: string | undefined, ward: string | undefined) => {
    const name = TYPE_NAMES.get(type ?? ward ?? "");
    return name === undefined ? found : `${name} `;
  });
  return written
    .replace(STATE_FARM, "$1nt")
    .replace(/[-.,/()]/g, " ")
    .replace(/\d+/g, (digits) => ` ${digits.replace(/^0+(?=\d)/, "")} `)
    .trim()
    .split(/\s+/)
    .map((word, index, words) => (index === words.length - 1 ? plainNumber(word) : word))
    .join(" ")
    .normalize("NFD")
    .replace(VOWELS, foldVowels);
}

/** Stage d: as stage c, without spaces and apostrophes. The tone ends its run of vowels, so joining moves nothing. */
export function joinedName(text: string): string {
  return foldedName(text).replace(/[\s']/g, "");
}

/** Roman numerals stand last («Phường IV»); elsewhere «Vi», «Xi» are syllables. */
function plainNumber(word: string): string {
  if (!ROMAN.test(word)) return word;
  let value = 0;
  let above = 0;
  for (const letter of [...word].reverse()) {
    const digit = ROMAN_DIGITS.get(letter) ?? 0;
    value += digit < above ? -digit : digit;
    above = Math.max(above, digit);
  }
  return String(value);
}

function foldVowels(run: string): string {
  let tones = "";
  const letters = run.replace(TONES, (tone) => {
    tones += tone;
    return "";
  });
  return letters.replaceAll("y", "i") + tones;
}
