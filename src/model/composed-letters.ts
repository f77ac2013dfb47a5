// The quick way for texts as nearly all sheets write them: printable ASCII and composed Latin letters, one blank between
// words. It answers only where the answer is certain; everything else is left to the rules in text.ts, and the answers
// are the same.

const SPACE = 0x20;
/** Behind the last Vietnamese letter. */
const END = 0x1f00;

const ODD = 0;
/** A letter or digit without a tone. */
const PLAIN = 1;
const TONED = 2;
/** Between words: the blank, marks of punctuation. */
const BREAK = 3;

/** Letters that are written for others, and the grave accent that is written for an apostrophe. */
const LOOK_ALIKES: ReadonlySet<string> = new Set(["\u00D0", "\u0189", "\u00F0", "`"]);
/** Tone marks and the digits they become. */
export const TONES: ReadonlyMap<string, string> = new Map([
  ["\u0300", "1"],
  ["\u0301", "2"],
  ["\u0309", "3"],
  ["\u0303", "4"],
  ["\u0323", "5"],
]);

interface Letter {
  readonly bare: string;
  readonly tone: string;
}

const KINDS = new Uint8Array(END);
const TONED_LETTERS: (Letter | undefined)[] = [];

/** In the place of a letter: one that is not looked after here. */
export const FALLS_TO_RULES = 0;
/** In the place of a tone: a letter without one, a mark between words. */
export const [NO_TONE, ENDS_WORD] = [0, 1];
/** A letter's tone stands above its unit. */
export const TONE_SHIFT = 16;
/**
 * By code, of which there is every one: the unit that a letter or mark becomes in `sameText`, its tone left out, and above
 * it the digit of its tone.
 */
export const SAME_LETTERS = new Uint32Array(0x1_0000);

for (let code = SPACE; code < END; code++) {
  const letter = String.fromCharCode(code);
  const parts = [...letter.normalize("NFD")];
  const tone = parts.map((part) => TONES.get(part)).findLast((found) => found !== undefined);
  KINDS[code] = kindOf(letter, tone !== undefined);
  if (tone !== undefined) TONED_LETTERS[code] = { bare: bareOf(parts), tone };
}
for (let code = SPACE; code < END; code++) {
  const lower = String.fromCharCode(code).toLowerCase();
  const small = lower.charCodeAt(0);
  if (lower.length > 1 || KINDS[code] === ODD || (KINDS[small] ?? ODD) === ODD) continue;
  const letter = TONED_LETTERS[small];
  const bare = letter?.bare ?? lower;
  if (bare.length > 1) continue;
  const tone = KINDS[small] === BREAK ? ENDS_WORD : (letter?.tone.charCodeAt(0) ?? NO_TONE);
  SAME_LETTERS[code] = bare.charCodeAt(0) | (tone << TONE_SHIFT);
}

function kindOf(letter: string, isToned: boolean): number {
  const isLetter = /^[\p{Script=Latin}0-9]$/u.test(letter) && letter.normalize("NFC") === letter;
  if (LOOK_ALIKES.has(letter) || !(isLetter || /^[ -~]$/.test(letter))) return ODD;
  if (!isLetter) return BREAK;
  return isToned ? TONED : PLAIN;
}

function bareOf(parts: readonly string[]): string {
  return parts
    .filter((part) => !TONES.has(part))
    .join("")
    .normalize("NFC");
}

/** True for text that is tidy already; false where it may have to be tidied. */
export function isSurelyTidy(text: string): boolean {
  let before = SPACE;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (KINDS[code] === ODD || code >= END || (code === SPACE && before === SPACE)) return false;
    before = code;
  }
  return before !== SPACE;
}

/**
 * Tidy text in lower case with the tone of each word at its end, as a digit: «xã hòa» → «xa4 hoa1». Undefined where it holds a
 * letter that is not looked after here.
 */
export function tonesAtEnd(text: string): string | undefined {
  let folded = "";
  let start = 0;
  let tone = "";
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const kind = KINDS[code];
    if (kind === PLAIN) continue;
    const letter = TONED_LETTERS[code];
    if (kind === TONED && letter !== undefined) {
      folded += text.slice(start, index) + letter.bare;
      start = index + 1;
      tone = letter.tone;
    } else if (kind === BREAK) {
      if (tone === "") continue;
      folded += text.slice(start, index) + tone;
      start = index;
      tone = "";
    } else {
      return undefined;
    }
  }
  return start === 0 ? text : folded + text.slice(start) + tone;
}
