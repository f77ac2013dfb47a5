// Hashes of texts, for finding which of a million came before without keeping any of them. They decide nothing: texts of
// one hash are compared.

import { ENDS_WORD, FALLS_TO_RULES, NO_TONE, SAME_LETTERS, TONE_SHIFT } from "./composed-letters.js";

const SPACE = 0x20;
const PRIME = 0x0100_0193;
/** Letters up to this one are their unit alone. */
const LAST_TONELESS = 0xffff;

/** FNV-1a over the units of UTF-16, going on from a seed. */
export function hashOfText(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  return spread(hash);
}

/**
 * `hashOfText` of `sameText(text)`, letter by letter, without making that text; undefined for one that is not tidy, or has
 * letters that need the rules of text.ts.
 */
export function quickSameHash(text: string, seed: number): number | undefined {
  let hash = seed;
  let tone = NO_TONE;
  let blank = -1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const letter = SAME_LETTERS[code] ?? FALLS_TO_RULES;
    if (letter > LAST_TONELESS) {
      const own = letter >>> TONE_SHIFT;
      if (own !== ENDS_WORD) tone = own;
      else {
        hash = withTone(hash, tone);
        tone = NO_TONE;
        if (code === SPACE && blank === index - 1) return undefined;
        if (code === SPACE) blank = index;
      }
    } else if (letter === FALLS_TO_RULES) return undefined;
    hash = Math.imul(hash ^ (letter & LAST_TONELESS), PRIME);
  }
  if (blank === text.length - 1) return undefined;
  return spread(withTone(hash, tone));
}

function withTone(hash: number, tone: number): number {
  return tone === NO_TONE ? hash : Math.imul(hash ^ tone, PRIME);
}

/** Slots are taken by the lowest bits, which FNV mixes least. Signed, the engine keeps it without an object of its own. */
function spread(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x85eb_ca6b);
}
