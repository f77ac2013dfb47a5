// The mark of a row in the numbering of its table: 1, 1.2, IV, B. Reads the mark only; what stands above what is judged
// elsewhere.

/** A row's mark in the numbering: Arabic 1, nested 1.2, Roman IV, letter B, or none. */
export type MarkKind = "arabic" | "nested" | "roman" | "letter" | "none";

const ARABIC = /^\d+$/;
const NESTED = /^\d+(?:\.\d+)+$/;
const LED = /^\s*([IVX]{2,5}|[ABCIV])\s*[.)-]\s/;
const ROMAN = /^(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/**
 * The mark at the beginning of a row: its STT cell, or a Roman number or A, B, C before the name. A single letter before
 * a name is no mark where it may stand for a type of unit: «X. Tân Phú» is a commune.
 */
export function markKind(number: string, name: string): MarkKind {
  if (ARABIC.test(number)) return "arabic";
  const mark = number.trim().replace(/[.)\-\s]+$/, "");
  if (mark === "") return markOfName(name);
  if (ARABIC.test(mark)) return "arabic";
  return NESTED.test(mark) ? "nested" : romanOrLetter(mark);
}

function markOfName(name: string): MarkKind {
  const second = name.charCodeAt(1);
  const isWord = second >= SMALL_A && second <= SMALL_Z && name.charCodeAt(0) > SPACE;
  const lead = isWord ? undefined : LED.exec(name)?.[1];
  return lead === undefined ? "none" : romanOrLetter(lead);
}

const SPACE = 32;
const SMALL_A = 97;
const SMALL_Z = 122;

function romanOrLetter(mark: string): MarkKind {
  if (ROMAN.test(mark)) return "roman";
  return /^\p{L}$/u.test(mark) ? "letter" : "none";
}

/** True where `next` follows `mark` in one list of letters: H, I, K are letters, though I is also Roman. */
export function isNextLetter(mark: string, next: string): boolean {
  const [first, second] = [mark.trim(), next.trim()].map((text) => text.replace(/[.)]+$/, ""));
  if (first?.length !== 1 || second?.length !== 1) return false;
  const step = second.charCodeAt(0) - first.charCodeAt(0);
  return step === 1 || step === 2;
}
