// What the letters of a text say at one glance. Looked at for every text of every workbook, so that the rest of the folder
// need not be: no words, no decoding here.

/** A letter that only Unicode Vietnamese has: ă đ ĩ ũ ơ ư and U+1EA0–1EF9. Such a text is left alone. */
export const UNICODE = 1;
/** A Latin-1 character that Vietnamese does not use, or not at that place: a code of a legacy text, perhaps. */
export const STRANGE = 2;
/** A Latin-1 character beyond ASCII, strange or not. */
export const MARKED = 4;
/** A tone or mark apart from its letter. */
export const LOOSE = 8;

const NONE = 0;
const SMALL = 0x20;
const LETTER_A = 0x61;
const LETTER_E = 0x65;
const FIRST_LATIN = 0xa1;
const AFTER_LATIN = 0x100;
const FIRST_MARK = 0x300;
const AFTER_MARK = 0x370;
const FIRST_TONED = 0x1ea0;
const AFTER_TONED = 0x1efa;

/** Letters of Unicode Vietnamese that Latin-1 has too; Ð and ð are met for Đ and đ. */
const SHARED = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýÐð";
const ONLY_UNICODE = "ĂăĐđĨĩŨũƠơƯư";

const TRAITS: Uint8Array = Uint8Array.from({ length: AFTER_MARK }, (_, code) => {
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
    if (code < AFTER_MARK) traits |= TRAITS[code] ?? NONE;
    else if (code >= FIRST_TONED && code < AFTER_TONED) traits |= UNICODE;
    if (code < AFTER_LATIN && isPair(text, index)) traits |= STRANGE;
  }
  return traits;
}

/** True for a marked letter right behind a or e, where it stands in no syllable: in VNI «Xã» is «Xaõ». */
function isPair(text: string, index: number): boolean {
  if (index === 0) return false;
  const before = text.charCodeAt(index - 1) | SMALL;
  return before === LETTER_A || before === LETTER_E;
}
