// How much of a text is Vietnamese as it stands, and how much under each encoding. Words in plain letters say nothing.

import { CODE_PAGES, type CodePage, decodeCodes } from "./decode-letters.js";
import { isSyllable } from "./is-syllable.js";

/** The words of a text under one encoding. */
export interface Share {
  /** Words that are syllables. */
  readonly valid: number;
  /** Words that are syllables only so; words that are syllables only as they stand. */
  readonly gained: number;
  readonly lost: number;
  /** Words with letters that the encoding does not have. */
  readonly foreign: number;
}

export interface Weights {
  /** Words that hold more than plain letters. */
  readonly words: number;
  /** Those that are syllables as they stand. */
  readonly valid: number;
  readonly under: Readonly<Record<CodePage, Share>>;
}

const WORD = /[A-Za-z\u00A1-\u024F\u1E00-\u1EFF]+/g;
const PLAIN_WORD = /^[A-Za-z]+$/;
/** Signs behind a word that are letters in no encoding here. */
const RAISED = /[²³°]+$/;
/** Signs beside a word that are no letters, except in TCVN3. */
const QUOTES = /^[«»]+|[«»]+$/g;

/** Weighs a text (NFC). Loose words such as «×» or «®» are none. */
export function weigh(text: string): Weights {
  let words = 0;
  let valid = 0;
  const under = { TCVN3: nothing(), VNI: nothing() };
  for (const [found] of text.matchAll(WORD)) {
    const word = found.replace(RAISED, "");
    if (word.length < 2 || PLAIN_WORD.test(word)) continue;
    const bare = word.replace(QUOTES, "");
    const isValid = isSyllable(bare.replaceAll("Ð", "Đ").replaceAll("ð", "đ"));
    words++;
    if (isValid) valid++;
    for (const encoding of CODE_PAGES) add(under[encoding], readWord(word, bare, encoding), isValid);
  }
  return { words, valid, under };
}

/** The word under an encoding; undefined where the encoding has not all its letters. */
function readWord(word: string, bare: string, encoding: CodePage): string | undefined {
  const whole = decodeCodes(word, encoding);
  if (whole.foreign === 0) return whole.text;
  const inner = decodeCodes(bare, encoding);
  return inner.foreign === 0 ? inner.text : undefined;
}

function add(share: Counted, read: string | undefined, isValid: boolean): void {
  const isValidSo = read !== undefined && isSyllable(read);
  if (read === undefined) share.foreign++;
  if (isValidSo) share.valid++;
  if (isValidSo && !isValid) share.gained++;
  if (isValid && !isValidSo) share.lost++;
}

type Counted = { -readonly [Key in keyof Share]: Share[Key] };

function nothing(): Counted {
  return { valid: 0, gained: 0, lost: 0, foreign: 0 };
}
