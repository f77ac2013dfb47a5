// Hashes of texts, for finding which of a million came before without keeping any of them. They decide nothing: texts of
// one hash are compared.

import { ENDS_WORD, FALLS_TO_RULES, NO_TONE, SAME_TONES, SAME_UNITS } from "./composed-letters.js";

const SPACE = 0x20;
const PRIME = 0x0100_0193;

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
  let before = SPACE;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const unit = SAME_UNITS[code] ?? FALLS_TO_RULES;
    if (unit === FALLS_TO_RULES || (code === SPACE && before === SPACE)) return undefined;
    before = code;
    const own = SAME_TONES[code] ?? NO_TONE;
    if (own === ENDS_WORD) {
      if (tone !== NO_TONE) hash = Math.imul(hash ^ tone, PRIME);
      tone = NO_TONE;
    } else if (own !== NO_TONE) tone = own;
    hash = Math.imul(hash ^ unit, PRIME);
  }
  if (before === SPACE) return undefined;
  return spread(tone === NO_TONE ? hash : Math.imul(hash ^ tone, PRIME));
}

/** Slots are taken by the lowest bits, which FNV mixes least. */
function spread(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x85eb_ca6b) >>> 0;
}
