// The first letters of a text as one number: a test so cheap that it can be made on every row, before any other.

const LETTERS = 3;
/** Digits of the number: 0 for a space, 1–26 for a–z. */
const BASE = 27;
const NO_LETTER = 0;
const MARK = 255;
/** Codes below stand in the table; beyond them are no letters with Latin base but two signs (K, Å). */
const TABLE_SIZE = 0x1f00;

/** Place in the alphabet, 1–26, of each character's letter without marks, đ as d. */
const PLACES = placesOf([
  [0x00, 0x24f],
  [0x1e00, 0x1eff],
]);

/**
 * The first three letters of a text without marks, whatever their case; where a word ends before, a space counts as one.
 * What stands before the first letter is passed over.
 */
export function leadOf(text: string): number {
  let lead = 0;
  let count = 0;
  for (let index = 0; index < text.length && count < LETTERS; index += 1) {
    const code = text.charCodeAt(index);
    const place = code < TABLE_SIZE ? PLACES[code] : placeOf(text.charAt(index));
    if (place === MARK || place === undefined || (place === NO_LETTER && count === 0)) continue;
    lead = lead * BASE + place;
    count += 1;
  }
  for (; count < LETTERS; count += 1) lead *= BASE;
  return lead;
}

function placesOf(ranges: readonly (readonly [first: number, last: number])[]): Uint8Array {
  const places = new Uint8Array(TABLE_SIZE).fill(NO_LETTER);
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code += 1) places[code] = placeOf(String.fromCharCode(code));
  }
  return places.fill(MARK, 0x300, 0x370);
}

function placeOf(character: string): number {
  const letter = character.normalize("NFD").charAt(0).toLowerCase();
  if (letter === "đ") return 4;
  return letter >= "a" && letter <= "z" ? letter.charCodeAt(0) - 96 : NO_LETTER;
}
