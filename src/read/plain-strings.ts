// The way nearly every program writes a shared text, read straight from the bytes: one piece, in one font, without
// entities or escapes. Any other writing, and any fault, is left to the scanner: here nothing is ever refused.

import { word, wordsOf } from "../ooxml/byte-words.js";
import type { Limits } from "../ooxml/limits.js";
import { byteAt, type XmlScanner } from "../ooxml/xml-scanner.js";
import type { KnownTexts } from "./plain-rows/known-texts.js";

const ITEM = word("<si>");
const TEXT = word("><t>");
/** `<t xml:space="preserve">`, which changes nothing: white space is kept in any case. */
const PRESERVED = ["<t x", "ml:s", "pace", '="pr', "eser", 've">'].map(word);
const TEXT_END = word("</t>");
const ITEM_END = word("</si");

const RETURN = 0x0d;
const AMPERSAND = 0x26;
const LESS = 0x3c;
const GREATER = 0x3e;
const UNDERSCORE = 0x5f;
/** Bytes from here on are parts of letters beyond ASCII. */
const FIRST_WIDE = 0x80;
const NOT_PLAIN = -1;
/** The tags around a text: so far ahead of the end nothing reads beyond it. */
const LENGTH_OF_TAGS = 64;
/** A text inside its item. */
const DEPTH_OF_TEXT = 2;

interface PlainTexts {
  readonly texts: string[];
  /** Those of workbooks before. */
  readonly known: KnownTexts | undefined;
}

export class PlainStrings {
  private readonly scanner: XmlScanner;
  private readonly bytes: Buffer;
  private readonly words: DataView;
  private readonly limits: Limits;
  private readonly texts: string[];
  private readonly known: KnownTexts | undefined;

  /** `texts` is where they go. */
  constructor(scanner: XmlScanner, limits: Limits, { texts, known }: PlainTexts) {
    this.scanner = scanner;
    this.bytes = scanner.bytes;
    this.words = wordsOf(scanner.bytes);
    this.limits = limits;
    this.texts = texts;
    this.known = known;
    known?.show(scanner.bytes);
  }

  /** Reads the plain texts that follow the scanner's current tag and leaves the scanner behind the last of them. */
  read(): void {
    const { scanner, limits, texts } = this;
    let position = scanner.behindTag();
    if (position < 0 || scanner.depth + DEPTH_OF_TEXT > limits.xmlDepth) return;
    position = this.known?.read(position, texts, limits) ?? position;
    while (texts.length <= limits.sharedStrings) {
      const next = this.readItem(position);
      if (next === NOT_PLAIN) break;
      position = next;
    }
    scanner.resumeAt(position);
  }

  private readItem(start: number): number {
    const { bytes, words } = this;
    const last = bytes.length - LENGTH_OF_TAGS;
    if (start > last || words.getInt32(start, true) !== ITEM) return NOT_PLAIN;
    const first = this.behindOpening(start);
    if (first === NOT_PLAIN) return NOT_PLAIN;
    let isWide = false;
    let end = first;
    for (; bytes[end] !== LESS; end++) {
      const byte = byteAt(bytes, end);
      if (end >= last || byte === AMPERSAND || byte === UNDERSCORE || byte === RETURN) return NOT_PLAIN;
      if (byte >= FIRST_WIDE) isWide = true;
    }
    // No text has more characters than bytes; one that may be too long is for the scanner to refuse.
    if (end - first > this.limits.textLength) return NOT_PLAIN;
    if (words.getInt32(end, true) !== TEXT_END || words.getInt32(end + 4, true) !== ITEM_END) return NOT_PLAIN;
    if (bytes[end + 8] !== GREATER) return NOT_PLAIN;
    this.texts.push(bytes.toString(isWide ? "utf8" : "latin1", first, end));
    return end + 9;
  }

  private behindOpening(start: number): number {
    const { words } = this;
    if (words.getInt32(start + 3, true) === TEXT) return start + 7;
    let position = start + 4;
    for (const letters of PRESERVED) {
      if (words.getInt32(position, true) !== letters) return NOT_PLAIN;
      position += 4;
    }
    return position;
  }
}
