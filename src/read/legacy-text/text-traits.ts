// What the letters of a text say at one glance. Looked at for every text of every workbook, so that the rest of the folder
// need not be: no words, no decoding here.

import {
  AFTER_LATIN,
  AFTER_MARK,
  AFTER_TONED,
  FIRST_LATIN,
  FIRST_MARK,
  FIRST_TONED,
  LETTER_A,
  LETTER_E,
  LOOSE,
  MARKED,
  SMALL,
  STRANGE,
  UNICODE,
} from "./trait-bits.js";

const NONE = 0;

/** Letters of Unicode Vietnamese that Latin-1 has too; Ð and ð are met for Đ and đ. */
const SHARED = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýÐð";
const ONLY_UNICODE = "ĂăĐđĨĩŨũƠơƯư";

/** By code, of the letters before `AFTER_MARK`. */
export const LETTER_TRAITS: Uint8Array = Uint8Array.from({ length: AFTER_MARK }, (_, code) => {
  const letter = String.fromCharCode(code);
  if (ONLY_UNICODE.includes(letter)) return UNICODE;
  if (code >= FIRST_MARK) return LOOSE;
  if (code < FIRST_LATIN || code >= AFTER_LATIN) return 0;
  return SHARED.includes(letter) ? MARKED : MARKED | STRANGE;
});

/** The traits of a text, added up; 0 for ASCII. */
export function traitsOf(text: string): number {
  let traits = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < FIRST_LATIN) continue;
    if (code < AFTER_MARK) traits |= LETTER_TRAITS[code] ?? NONE;
    else if (code >= FIRST_TONED && code < AFTER_TONED) traits |= UNICODE;
    if (code < AFTER_LATIN && isPair(text, index)) traits |= STRANGE;
  }
  return traits;
}

/** True where a text may be legacy text, or has marks apart from their letters. */
export function isStriking(traits: number): boolean {
  return (traits & LOOSE) !== 0 || isOpen(traits, STRANGE);
}

/** True for letters with the trait, none of which Unicode alone has. */
export function isOpen(traits: number, trait: number): boolean {
  return (traits & UNICODE) === 0 && (traits & trait) !== 0;
}

/** True for a marked letter right behind a or e, where it stands in no syllable: in VNI «Xã» is «Xaõ». */
function isPair(text: string, index: number): boolean {
  if (index === 0) return false;
  const before = text.charCodeAt(index - 1) | SMALL;
  return before === LETTER_A || before === LETTER_E;
}
