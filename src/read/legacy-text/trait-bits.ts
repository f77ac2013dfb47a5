// What the letters of a text say, as numbers to be added up. This page is TypeScript and AssemblyScript alike, so that the
// compiled part of reading (plain-rows/) says the same: numbers alone, no type.

/** A letter that only Unicode Vietnamese has: ă đ ĩ ũ ơ ư and U+1EA0–1EF9. Such a text is left alone. */
export const UNICODE = 1;
/** A Latin-1 character that Vietnamese does not use, or not at that place: a code of a legacy text, perhaps. */
export const STRANGE = 2;
/** A Latin-1 character beyond ASCII, strange or not. */
export const MARKED = 4;
/** A tone or mark apart from its letter. */
export const LOOSE = 8;

/** Where letters of these kinds stand: Latin-1, marks apart, letters that Unicode made for Vietnamese alone. */
export const FIRST_LATIN = 0xa1;
export const AFTER_LATIN = 0x100;
export const FIRST_MARK = 0x300;
export const AFTER_MARK = 0x370;
export const FIRST_TONED = 0x1ea0;
export const AFTER_TONED = 0x1efa;
/** Letters as small ones, where they are of ASCII; behind a and e a marked letter is strange. */
export const SMALL = 0x20;
export const LETTER_A = 0x61;
export const LETTER_E = 0x65;
