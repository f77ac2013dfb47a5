// Shared texts that go on as others did but for their number: found by comparing bytes, so that no text is made of them.

import { NumberedTexts } from "../model/numbered-texts.js";
import { word, wordsOf } from "../ooxml/byte-words.js";
import { byteAt } from "../ooxml/xml-scanner.js";

const ITEM = word("<si>");
const TEXT = word("><t>");
const TEXT_END = word("</t>");
const ITEM_END = word("</si");
const GREATER = 0x3e;
const DIGIT_0 = 0x30;
/** A number that is kept has no more digits, so that it is a small integer. */
const MOST_DIGITS = 9;
/** Stems that are tried on a text: those of the columns of a list take turns. */
const RECENT = 8;
const NOT_PLAIN = -1;
/** Around a text: `<si><t>` and `</t></si>`. */
const OPENING = 7;
const CLOSING = 9;
/** So far ahead of the end of the part, beside the stem, nothing reads beyond it. */
const LENGTH_BESIDE_STEM = 64;

/** A stem by the bytes where it stood first. */
interface Stem {
  readonly start: number;
  readonly length: number;
  /** Among the kept ones; 0 while no text went on with it. */
  place: number;
  /** The stem of the text that came behind one with this stem last time. */
  next: Stem | undefined;
}

export class NumberedStrings {
  private readonly numbered = new NumberedTexts();
  private readonly bytes: Buffer;
  private readonly words: DataView;
  private readonly longest: number;
  private readonly recent: Stem[] = [];
  private last: Stem | undefined;
  private number = 0;

  /** @param longest letters that a text may have */
  constructor(part: Buffer, longest: number) {
    this.bytes = part;
    this.words = wordsOf(part);
    this.longest = longest;
  }

  /** What was kept; undefined where there is none. */
  found(): NumberedTexts | undefined {
    return this.numbered.stems.length > 1 ? this.numbered : undefined;
  }

  /** Reads the item at `start` and keeps its text under `id`; gives the position behind it, −1 where it is any other. */
  readItem(start: number, id: number): number {
    const { words, last } = this;
    if (this.recent.length === 0 || start + LENGTH_BESIDE_STEM > this.bytes.length) return NOT_PLAIN;
    if (words.getInt32(start, true) !== ITEM || words.getInt32(start + 3, true) !== TEXT) return NOT_PLAIN;
    const expected = last?.next;
    const stem =
      expected !== undefined && this.goesOn(start + OPENING, expected) ? expected : this.stemAt(start + OPENING);
    if (stem === undefined) return NOT_PLAIN;
    const end = this.readNumber(start + OPENING + stem.length);
    if (end === NOT_PLAIN || end - start - OPENING > this.longest) return NOT_PLAIN;
    if (stem.place === 0) stem.place = this.numbered.placeOf(this.textOf(stem));
    this.numbered.keep(id, stem.place, this.number);
    this.turnTo(stem);
    return end + CLOSING;
  }

  /** Takes note of a text that was read otherwise, from its first byte to before `end`: others may go on as it did. */
  note(first: number, end: number): void {
    const { bytes } = this;
    if (!this.numbered.hasRoom) return;
    let start = end;
    while (start > first && end - start <= MOST_DIGITS && isDigit(byteAt(bytes, start - 1))) start -= 1;
    if (end - start > MOST_DIGITS) return;
    while (start < end && bytes[start] === DIGIT_0) start += 1;
    if (start === end || start === first) return;
    const stem: Stem = { start: first, length: start - first, place: 0, next: undefined };
    if (this.recent.length >= RECENT) this.recent.pop();
    this.recent.unshift(stem);
    this.turnTo(stem);
  }

  private turnTo(stem: Stem): void {
    if (this.last !== undefined) this.last.next = stem;
    this.last = stem;
  }

  private stemAt(first: number): Stem | undefined {
    for (const stem of this.recent) if (this.goesOn(first, stem)) return stem;
    return undefined;
  }

  /** True where the stem stands at `first`, and a number behind it. */
  private goesOn(first: number, { start, length }: Stem): boolean {
    const { bytes, words } = this;
    if (first + length + LENGTH_BESIDE_STEM > bytes.length) return false;
    let index = 0;
    for (; index + 4 <= length; index += 4) {
      if (words.getInt32(first + index, true) !== words.getInt32(start + index, true)) return false;
    }
    for (; index < length; index += 1) if (bytes[first + index] !== bytes[start + index]) return false;
    const digit = byteAt(bytes, first + length);
    return digit !== DIGIT_0 && isDigit(digit);
  }

  /** The digits from `start` to the end of the text and its item, into `number`; gives the position behind them. */
  private readNumber(start: number): number {
    const { bytes, words } = this;
    let end = start;
    let number = 0;
    for (; end - start < MOST_DIGITS; end += 1) {
      const byte = byteAt(bytes, end);
      if (!isDigit(byte)) break;
      number = number * 10 + byte - DIGIT_0;
    }
    this.number = number;
    const isEnd = words.getInt32(end, true) === TEXT_END && words.getInt32(end + 4, true) === ITEM_END;
    return isEnd && bytes[end + 8] === GREATER ? end : NOT_PLAIN;
  }

  private textOf({ start, length }: Stem): string {
    return this.bytes.toString("utf8", start, start + length);
  }
}

function isDigit(byte: number): boolean {
  return byte >= DIGIT_0 && byte <= DIGIT_0 + 9;
}
