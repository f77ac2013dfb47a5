// Walks through the bytes of one XML part, tag by tag, without making objects or strings. Prefixes are dropped: OOXML
// parts are told by structure and local names, which serves the transitional, the strict and the prefixed forms alike.
// Comments, CDATA and processing instructions are passed over; a document type is refused, entities are never defined.

import type { Limits } from "./limits.js";
import { extendKey } from "./name-key.js";
import { damaged, notWorkbook, overLimit } from "./package-fault.js";
import { utf8Bytes } from "./utf8-bytes.js";

export const END = 0;
export const OPEN = 1;
export const CLOSE = 2;
export type TagKind = typeof END | typeof OPEN | typeof CLOSE;

const SPACE = 0x20;
const BANG = 0x21;
const SLASH = 0x2f;
const COLON = 0x3a;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

/** The byte at a position; −1 beyond the end. */
export function byteAt(bytes: Uint8Array, position: number): number {
  return bytes[position] ?? -1;
}

export class XmlScanner {
  /** The part, or the stretch of it that is scanned now. */
  bytes: Buffer;
  /** Key of the current tag's local name. */
  name = 0;
  /** Elements open at the moment, the current one included while its tag is OPEN. */
  depth = 0;
  /** Bytes between the previous tag and the current one; `isTextMixed` where comments or CDATA stand in them. */
  textStart = 0;
  textEnd = 0;
  isTextMixed = false;
  /** Key of the current attribute's local name, whether it has a prefix, and the bytes of its value. */
  attribute = 0;
  isAttributePrefixed = false;
  valueStart = 0;
  valueEnd = 0;

  private readonly limits: Limits;
  /** Names of the open elements, outermost first; what stands beyond `depth` is left over from closed ones. */
  private readonly open: number[] = [];
  private position = 0;
  private isInsideTag = false;
  private closesItself = false;
  private hasMore = false;

  constructor(part: Buffer, limits: Limits) {
    this.bytes = utf8Bytes(part);
    this.limits = limits;
  }

  /** Goes on with the next stretch of a part that comes in several, where the one before is spent. */
  goOn(stretch: Buffer, comes: "more" | "no more"): void {
    this.bytes = stretch;
    this.position = 0;
    this.hasMore = comes === "more";
  }

  /** True behind the last tag of a stretch that is not the last one. */
  isSpent(): boolean {
    return this.hasMore && this.position >= this.bytes.length && !this.isInsideTag && !this.closesItself;
  }

  /**
   * Goes to the next tag. An element without content gives OPEN and then CLOSE like any other. END comes once, after the
   * last element; a part that stops before is damaged.
   */
  nextTag(): TagKind {
    if (this.isInsideTag) this.leaveTag();
    if (this.closesItself) return this.closeSelf();
    const bytes = this.bytes;
    const end = bytes.length;
    let position = this.position;
    this.textStart = position;
    this.isTextMixed = false;
    for (;;) {
      while (position < end && bytes[position] !== LESS) position++;
      if (position >= end) return this.finish();
      this.textEnd = position;
      const next = bytes[position + 1];
      if (next === SLASH) return this.closeTag(position + 2);
      if (next !== BANG && next !== QUESTION) return this.openTag(position + 1);
      this.isTextMixed = true;
      position = this.passMarkup(position);
    }
  }

  /** Goes to the next attribute of the current OPEN tag; false after the last one. */
  nextAttribute(): boolean {
    if (!this.isInsideTag) return false;
    const bytes = this.bytes;
    const end = bytes.length;
    let position = this.position;
    while (position < end && byteAt(bytes, position) <= SPACE) position++;
    const first = byteAt(bytes, position);
    if (first === GREATER || first === SLASH) return this.endTag(position);
    let key = 0;
    this.isAttributePrefixed = false;
    for (; position < end; position++) {
      const byte = byteAt(bytes, position);
      if (byte <= SPACE || byte === EQUALS) break;
      if (byte === GREATER || byte === LESS) throw malformed();
      key = byte === COLON ? 0 : extendKey(key, byte);
      if (byte === COLON) this.isAttributePrefixed = true;
    }
    this.attribute = key;
    this.readValue(position);
    return true;
  }

  /**
   * Where the part goes on behind the current tag; −1 where an element without content has yet to be closed. For readers
   * that know one plain writing of what may follow: they walk over whole elements and come back by `resumeAt`.
   */
  behindTag(): number {
    if (this.isInsideTag) this.leaveTag();
    return this.closesItself ? -1 : this.position;
  }

  /**
   * Goes on from `position`, which lies behind a whole number of elements counted from `behindTag`, or behind the tags that
   * `enter` and `leave` are told of.
   */
  resumeAt(position: number): void {
    this.position = position;
  }

  /** An element of this name was opened by a tag that was walked over, and is open where reading goes on. */
  enter(name: number): void {
    this.open[this.depth] = name;
    this.depth++;
  }

  /** The current element was closed by a tag that was walked over. */
  leave(): void {
    this.depth--;
  }

  /** Goes to the end of the current element, whose tag is OPEN, over all that stands in it. */
  skipElement(): void {
    const depth = this.depth - 1;
    while (this.depth > depth) this.nextTag();
  }

  /**
   * Goes to the end of the current element, whose tag is OPEN, and leaves its text in textStart–textEnd: a number, a
   * formula. Elements inside it are passed over, with the text before them.
   */
  leaf(): void {
    const depth = this.depth - 1;
    do this.nextTag();
    while (this.depth > depth);
  }

  private openTag(start: number): TagKind {
    const position = this.readName(start);
    if (position === start) throw malformed();
    if (this.depth >= this.limits.xmlDepth) throw overLimit("xmlDepth", this.limits);
    this.open[this.depth] = this.name;
    this.depth++;
    this.position = position;
    this.isInsideTag = true;
    return OPEN;
  }

  private closeTag(start: number): TagKind {
    const bytes = this.bytes;
    let position = this.readName(start);
    while (position < bytes.length && byteAt(bytes, position) <= SPACE) position++;
    if (bytes[position] !== GREATER || this.depth === 0) throw malformed();
    this.depth--;
    if (this.open[this.depth] !== this.name) throw malformed();
    this.position = position + 1;
    return CLOSE;
  }

  /** Reads the name of a tag; gives the position behind it. */
  private readName(start: number): number {
    const bytes = this.bytes;
    const end = bytes.length;
    let position = start;
    let key = 0;
    for (; position < end; position++) {
      const byte = byteAt(bytes, position);
      if (byte <= SPACE || byte === GREATER || byte === SLASH) break;
      key = byte === COLON ? 0 : extendKey(key, byte);
    }
    this.name = key;
    return position;
  }

  private closeSelf(): TagKind {
    this.closesItself = false;
    this.depth--;
    this.name = this.open[this.depth] ?? Number.NaN;
    this.textStart = this.position;
    this.textEnd = this.position;
    this.isTextMixed = false;
    return CLOSE;
  }

  /** Passes over the attributes that nobody asked for. */
  private leaveTag(): void {
    const bytes = this.bytes;
    const end = bytes.length;
    let position = this.position;
    while (position < end) {
      const byte = bytes[position];
      if (byte === GREATER) {
        this.endTag(bytes[position - 1] === SLASH ? position - 1 : position);
        return;
      }
      if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) {
        position++;
        while (position < end && bytes[position] !== byte) position++;
      }
      position++;
    }
    throw cutShort();
  }

  /** `position` is at `>` or `/>`. */
  private endTag(position: number): false {
    this.closesItself = this.bytes[position] === SLASH;
    const last = this.closesItself ? position + 1 : position;
    if (this.bytes[last] !== GREATER) throw malformed();
    this.position = last + 1;
    this.isInsideTag = false;
    return false;
  }

  /** `start` is behind the attribute's name. */
  private readValue(start: number): void {
    const bytes = this.bytes;
    const end = bytes.length;
    let position = start;
    while (position < end && byteAt(bytes, position) <= SPACE) position++;
    if (position < end && bytes[position] !== EQUALS) throw malformed();
    position++;
    while (position < end && byteAt(bytes, position) <= SPACE) position++;
    if (position >= end) throw cutShort();
    const quote = bytes[position];
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw malformed();
    position++;
    this.valueStart = position;
    while (position < end && bytes[position] !== quote) position++;
    if (position >= end) throw cutShort();
    this.valueEnd = position;
    this.position = position + 1;
  }

  /** Position behind a comment, CDATA section or processing instruction that begins at `start`. */
  private passMarkup(start: number): number {
    const bytes = this.bytes;
    if (bytes[start + 1] === QUESTION) return this.behind("?>", start + 2);
    const opening = bytes.toString("latin1", start, Math.min(start + 9, bytes.length));
    if (opening.startsWith("<!--")) return this.behind("-->", start + 4);
    if (opening === "<![CDATA[") return this.behind("]]>", start + 9);
    if (/^<!DOCTYPE/i.test(opening)) throw notWorkbook("có khai báo DOCTYPE, không an toàn để đọc");
    throw malformed();
  }

  private behind(closing: string, from: number): number {
    const found = this.bytes.indexOf(closing, from, "latin1");
    if (found < 0) throw cutShort();
    return found + closing.length;
  }

  private finish(): TagKind {
    this.position = this.bytes.length;
    this.textEnd = this.position;
    if (this.depth > 0) throw cutShort();
    return END;
  }
}

function malformed(): Error {
  return damaged("nội dung XML viết sai");
}

function cutShort(): Error {
  return damaged("nội dung XML dừng giữa chừng");
}
