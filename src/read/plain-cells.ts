// The way nearly every program writes a cell, read straight from the bytes: an address, perhaps a style, perhaps the type
// of a number or a shared text, perhaps a formula, one value. On the hot path: millions of cells pass through here.
// Any other writing, and any fault, is left to the scanner: here nothing is ever refused.

import { word, wordsOf } from "../ooxml/byte-words.js";
import type { Limits } from "../ooxml/limits.js";
import { byteAt, type XmlScanner } from "../ooxml/xml-scanner.js";
import type { BookContext } from "./book-context.js";
import { type CellBuffer, DATE, NUMBER, OWN_FORMULA, TEXT } from "./cell-buffer.js";
import { parseNumber } from "./parse-number.js";
import { NOT_PLAIN, PlainAddress } from "./plain-address.js";
import type { SharedStrings } from "./read-shared-strings.js";
import type { StyleTable } from "./style-table.js";

const CELL = word("<c r");
const REFERENCE = word(' r="');
const STYLE = word(' s="');
const TYPE = word(' t="');
const FORMULA = word("><f>");
const FORMULA_END = word("</f>");
const VALUE = word("><v>");
const VALUE_END = word("</v>");
const CELL_END = word("</c>");

const QUOTE = 0x22;
const SLASH = 0x2f;
const ZERO = 0x30;
const LESS = 0x3c;
const GREATER = 0x3e;
const BRACKET = 0x5b;
const LETTER_N = 0x6e;
const LETTER_S = 0x73;

/** Digits of a style, bytes of a value: what has more of them is not plain. */
const MOST_DIGITS = 7;
const MOST_VALUE_BYTES = 32;
/** No plain cell is longer than this, its formula not counted: so far ahead of the end nothing reads beyond it. */
const LONGEST = 96;
/** The cell and its value, inside the row. */
const DEPTH_OF_VALUE = 2;

export class PlainCells {
  private readonly scanner: XmlScanner;
  private bytes: Buffer;
  private words: DataView;
  private readonly limits: Limits;
  private readonly strings: SharedStrings;
  private readonly styles: StyleTable;
  private readonly cells: CellBuffer;
  /** Of the cell that is looked at; it becomes the buffer's only when the whole cell has proved plain. */
  private readonly address = new PlainAddress();
  private style = 0;

  constructor(scanner: XmlScanner, book: BookContext) {
    this.scanner = scanner;
    this.bytes = scanner.bytes;
    this.words = wordsOf(scanner.bytes);
    this.limits = book.limits;
    this.strings = book.strings;
    this.styles = book.styles;
    this.cells = book.cells;
  }

  /** Reads the plain cells that follow the scanner's current tag and leaves the scanner behind the last of them. */
  read(): void {
    const { scanner } = this;
    if (this.bytes !== scanner.bytes) this.goOn();
    let position = scanner.behindTag();
    if (position < 0 || scanner.depth + DEPTH_OF_VALUE > this.limits.xmlDepth) return;
    const last = this.bytes.length - LONGEST;
    while (position <= last) {
      const next = this.readCell(position);
      if (next === NOT_PLAIN) break;
      position = next;
    }
    scanner.resumeAt(position);
  }

  private goOn(): void {
    this.bytes = this.scanner.bytes;
    this.words = wordsOf(this.bytes);
  }

  /** Position behind the cell that begins at `start`; NOT_PLAIN, and nothing stored, where it is anything else. */
  private readCell(start: number): number {
    const { bytes, words } = this;
    if (words.getInt32(start, true) !== CELL || words.getInt32(start + 2, true) !== REFERENCE) return NOT_PLAIN;
    let position = this.readAddress(start + 6);
    if (position === NOT_PLAIN) return NOT_PLAIN;
    this.style = 0;
    if (words.getInt32(position, true) === STYLE) position = this.readStyle(position + 4);
    if (position === NOT_PLAIN) return NOT_PLAIN;
    let isShared = false;
    if (words.getInt32(position, true) === TYPE) {
      const type = bytes[position + 4];
      isShared = type === LETTER_S;
      if ((!isShared && type !== LETTER_N) || bytes[position + 5] !== QUOTE) return NOT_PLAIN;
      position += 6;
    }
    if (bytes[position] === GREATER) return isShared ? this.readShared(position) : this.readNumber(position);
    if (bytes[position] !== SLASH || bytes[position + 1] !== GREATER) return NOT_PLAIN;
    this.moveToCell();
    return position + 2;
  }

  /** `start` is behind the opening quote; gives the position behind the closing one. */
  private readAddress(start: number): number {
    const { address, bytes, limits } = this;
    const end = address.read(bytes, start);
    if (end === NOT_PLAIN || bytes[end] !== QUOTE) return NOT_PLAIN;
    return address.row <= limits.rows && address.column <= limits.columns ? end + 1 : NOT_PLAIN;
  }

  private readStyle(start: number): number {
    const { bytes } = this;
    let position = start;
    let style = 0;
    for (; position < start + MOST_DIGITS; position++) {
      const digit = byteAt(bytes, position) - ZERO;
      if (digit < 0 || digit > 9) break;
      style = style * 10 + digit;
    }
    if (position === start || bytes[position] !== QUOTE) return NOT_PLAIN;
    this.style = style;
    return position + 1;
  }

  /** `start` is at the end of the cell's tag, as below. */
  private readNumber(start: number): number {
    const { bytes, words, cells, styles } = this;
    const isFormula = words.getInt32(start, true) === FORMULA;
    const before = isFormula ? this.passFormula(start + 4) : start;
    if (before === NOT_PLAIN) return NOT_PLAIN;
    const end = this.valueEnd(before);
    if (end === NOT_PLAIN) return NOT_PLAIN;
    const value = parseNumber(bytes, before + 4, end);
    if (Number.isNaN(value)) return NOT_PLAIN;
    this.moveToCell();
    cells.style = styles.indexOf(this.style);
    cells.kind = styles.isDate(cells.style) ? DATE : NUMBER;
    cells.number = value;
    cells.textId = 0;
    cells.formula = isFormula ? OWN_FORMULA : 0;
    cells.store();
    return end + 8;
  }

  private readShared(start: number): number {
    const { cells, styles, strings } = this;
    const end = this.valueEnd(start);
    if (end === NOT_PLAIN) return NOT_PLAIN;
    const index = parseNumber(this.bytes, start + 4, end);
    const id = index + 1;
    const text = index >= 0 && index < strings.count ? strings.texts[id] : undefined;
    if (text === undefined || strings.fonts.has(id) || strings.runs.has(id)) return NOT_PLAIN;
    this.moveToCell();
    if (text === "") return end + 8;
    cells.style = styles.indexOf(this.style);
    cells.kind = TEXT;
    cells.number = Number.NaN;
    cells.textId = id;
    cells.formula = 0;
    cells.store();
    return end + 8;
  }

  /** Where the value ends whose tag follows `start`, if the cell ends with it. */
  private valueEnd(start: number): number {
    const { bytes, words } = this;
    if (words.getInt32(start, true) !== VALUE) return NOT_PLAIN;
    let end = start + 4;
    while (end < start + MOST_VALUE_BYTES && bytes[end] !== LESS) end++;
    return words.getInt32(end, true) === VALUE_END && words.getInt32(end + 4, true) === CELL_END ? end : NOT_PLAIN;
  }

  /** The end of the formula's closing tag; a bracket may mean another workbook, which is for others to tell. */
  private passFormula(start: number): number {
    const { bytes } = this;
    const last = bytes.length - LONGEST;
    let position = start;
    while (position < last && bytes[position] !== LESS && bytes[position] !== BRACKET) position++;
    return position < last && this.words.getInt32(position, true) === FORMULA_END ? position + 3 : NOT_PLAIN;
  }

  private moveToCell(): void {
    this.cells.row = this.address.row;
    this.cells.column = this.address.column;
  }
}
