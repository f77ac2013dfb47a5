// Letters and digits as keys have them, by code point: lower case, the tone mark apart. Only those that tidying a text
// leaves as they are: ASCII, Latin and Vietnamese written in one code point.

import { tidyText } from "../model/text.js";

/** A letter without its tone mark, and the mark as a digit; "" where it has none. */
export interface PlainLetter {
  readonly base: string;
  readonly tone: string;
}

const TONES: ReadonlyMap<string, string> = new Map([
  ["\u0300", "1"],
  ["\u0301", "2"],
  ["\u0309", "3"],
  ["\u0303", "4"],
  ["\u0323", "5"],
]);
const RANGES = [
  ["0", "9"],
  ["A", "Z"],
  ["a", "z"],
  ["\u00C0", "\u024F"],
  ["\u1EA0", "\u1EF9"],
] as const;
/** Signs among the letters, letters that only look like Đ and đ, and one whose small letter is two. */
const LEFT_OUT = "\u00D7\u00F7\u00D0\u0189\u00F0\u0130";

const SPACE = 32;
const BACKTICK = 96;
const END = 0x1efa;
const LETTERS: readonly (PlainLetter | undefined)[] = lettersOf();

/** The letter or digit of a UTF-16 code; undefined for all else, also for letters of other scripts. */
export function plainLetter(code: number): PlainLetter | undefined {
  return code < END ? LETTERS[code] : undefined;
}

/** True for what stands between words: the rest of ASCII, the no-break space, dashes, quotation marks and dots. */
export function isBetweenWords(code: number): boolean {
  return code < 0x80 ? LETTERS[code] === undefined : code === 0xa0 || (code >= 0x2010 && code <= 0x2027);
}

/** `tidyText`, at once where there is nothing to tidy: only plain letters and ASCII signs, single spaces between them. */
export function tidy(text: string): string {
  return isTidy(text) ? text : tidyText(text);
}

function isTidy(text: string): boolean {
  let before = SPACE;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isKept = code === SPACE ? before !== SPACE : isSign(code) || plainLetter(code) !== undefined;
    if (!isKept) return false;
    before = code;
  }
  return text === "" || before !== SPACE;
}

/** Signs of ASCII that no one takes for another; the backtick is read as an apostrophe. */
function isSign(code: number): boolean {
  return code > SPACE && code < 0x7f && code !== BACKTICK;
}

function lettersOf(): readonly (PlainLetter | undefined)[] {
  const letters = Array.from({ length: END }, (): PlainLetter | undefined => undefined);
  for (const [first, last] of RANGES) {
    for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code += 1) {
      const letter = String.fromCharCode(code);
      if (!LEFT_OUT.includes(letter)) letters[code] = apart(letter.toLowerCase());
    }
  }
  return letters;
}

function apart(letter: string): PlainLetter {
  let [base, tone] = ["", ""];
  for (const part of letter.normalize("NFD")) {
    const mark = TONES.get(part);
    if (mark === undefined) base += part;
    else tone = mark;
  }
  return { base: base.normalize("NFC"), tone };
}
