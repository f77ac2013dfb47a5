// Which of a million texts came before. A set of them would keep every text; here a place costs four bytes. Texts that end
// in a number, as names and codes of a list do, are found by it; only of the others a hash is made and kept beside.

import { HashedPlaces } from "./hashed-places.js";

/** A text in two pieces, which are never put together where that can be spared. */
export type TextPieces = readonly [string, string];

const NONE = 0;
const NO_NUMBER = -1;
/** Numbers may be so many times as wide apart as if each place had the next one. */
const WIDEST = 4;
const LEAST_ROOM = 64;
/** What stands before the numbers is the same for many of them, or the numbers are no help. */
const MOST_STEMS = 1_000;
/** More digits make no small integer. */
const MOST_DIGITS = 9;
const [DIGIT_0, DIGIT_9] = [0x30, 0x39];

export class TextPlaces {
  private readonly hashed: HashedPlaces;
  /** By what stands before the number: of each number one more than the first place that had it, or `NONE`. */
  private readonly byStem = new Map<string, Uint32Array>();
  private stem = "";
  private ofStem: Uint32Array = new Uint32Array(0);
  /** Once there is none, no array grows any more: a text is always looked for where it was kept. */
  private room: number;

  /** Room for texts at the places below `most`; `again` gives the text of a place that was kept. */
  constructor(most: number, again: (place: number) => TextPieces) {
    this.hashed = new HashedPlaces(most, again);
    this.room = WIDEST * most + LEAST_ROOM;
  }

  /** The first place that had the same text; `place` itself, which is kept, where none had. */
  firstWith(text: TextPieces, place: number): number {
    const [first, second] = text;
    const number = first.endsWith(" ") ? wholeNumber(second) : NO_NUMBER;
    if (number !== NO_NUMBER) return this.firstNumbered(first, number, place) ?? this.hashed.firstWith(text, place);
    const whole = first + second;
    const stem = whole.slice(0, startOfNumber(whole));
    const known = stem === whole ? undefined : this.firstNumbered(stem, Number(whole.slice(stem.length)), place);
    return known ?? this.hashed.firstWith(text, place);
  }

  /** As `firstWith`, for a text that ends in this number as it would be found there. */
  firstWithNumber(stem: string, number: number, place: number): number {
    return this.firstNumbered(stem, number, place) ?? this.hashed.firstWith([stem, String(number)], place);
  }

  /** Undefined where there is no room for the number. */
  private firstNumbered(stem: string, number: number, place: number): number | undefined {
    if (stem !== this.stem && !this.turnTo(stem)) return undefined;
    if (number >= this.ofStem.length && !this.grow(number)) return undefined;
    const known = this.ofStem[number];
    if (known !== NONE && known !== undefined) return known - 1;
    this.ofStem[number] = place + 1;
    return place;
  }

  private turnTo(stem: string): boolean {
    const known = this.byStem.get(stem);
    if (known === undefined && this.byStem.size >= MOST_STEMS) return false;
    this.stem = stem;
    this.ofStem = known ?? new Uint32Array(0);
    return true;
  }

  private grow(number: number): boolean {
    const { stem, ofStem } = this;
    const length = Math.max(LEAST_ROOM, number + 1, ofStem.length * 2);
    this.room -= length - ofStem.length;
    if (this.room < 0) return false;
    this.ofStem = new Uint32Array(length);
    this.ofStem.set(ofStem);
    this.byStem.set(stem, this.ofStem);
    return true;
  }
}

/** The number that is all of a text; none for one that is written with noughts before it. */
function wholeNumber(text: string): number {
  if (text.length === 0 || text.length > MOST_DIGITS || text.charCodeAt(0) === DIGIT_0) return NO_NUMBER;
  let number = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < DIGIT_0 || code > DIGIT_9) return NO_NUMBER;
    number = number * 10 + code - DIGIT_0;
  }
  return number;
}

/**
 * Where the number begins that a text ends in, noughts before it left out; the text's length where there is none. One digit
 * behind a letter is none: in a text as `sameText` gives it, it is a tone.
 */
function startOfNumber(text: string): number {
  let start = text.length;
  while (start > 0 && text.length - start < MOST_DIGITS && isDigit(text.charCodeAt(start - 1))) start -= 1;
  while (text.charCodeAt(start) === DIGIT_0) start += 1;
  const isTone = start === text.length - 1 && text.charCodeAt(start - 1) > DIGIT_9;
  return isTone ? text.length : start;
}

function isDigit(code: number): boolean {
  return code >= DIGIT_0 && code <= DIGIT_9;
}
