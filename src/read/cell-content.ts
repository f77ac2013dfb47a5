// What stands inside a cell element: value, formula, inline text → the fields of the current cell in the buffer.
// On the hot path, like row-reader: no object per cell. Formulas are looked at, never carried out.

import { nameKey } from "../ooxml/name-key.js";
import { damaged } from "../ooxml/package-fault.js";
import { byteAt, OPEN, type XmlScanner } from "../ooxml/xml-scanner.js";
import { attributeNumber, cellText, elementText } from "../ooxml/xml-text.js";
import type { BookContext } from "./book-context.js";
import {
  BOOLEAN,
  type CellBuffer,
  DATE,
  ERROR,
  NUMBER,
  OUTSIDE_FORMULA,
  OWN_FORMULA,
  TEXT,
  UNCALCULATED,
} from "./cell-buffer.js";
import { serialOfMoment } from "./iso-moment.js";
import { readsOutside } from "./outside-reference.js";
import { parseNumber } from "./parse-number.js";
import { readStringItem, readText } from "./read-string-item.js";

const VALUE = nameKey("v");
const FORMULA = nameKey("f");
const INLINE = nameKey("is");
const SHARED_INDEX = nameKey("si");

const TYPE_SHARED = nameKey("s");
const TYPE_FORMULA_TEXT = nameKey("str");
const TYPE_INLINE = nameKey("inlineStr");
const TYPE_BOOLEAN = nameKey("b");
const TYPE_ERROR = nameKey("e");
const TYPE_DATE = nameKey("d");
export const TYPE_NUMBER = nameKey("n");

const BRACKET = 0x5b;

export class CellContent {
  private readonly scanner: XmlScanner;
  private readonly book: BookContext;
  private readonly cells: CellBuffer;
  /** Shared formulas by their number: what the first of them reads, all of them read. */
  private readonly sharedFormulas = new Map<number, number>();
  private type = TYPE_NUMBER;
  private hasValue = false;

  constructor(scanner: XmlScanner, book: BookContext) {
    this.scanner = scanner;
    this.book = book;
    this.cells = book.cells;
  }

  /**
   * Reads the rest of the current cell element, whose attributes are read, into the buffer's fields; false for a blank
   * cell. `type` is the key of its type, `style` the number it names.
   */
  read(type: number, style: number): boolean {
    const { scanner, cells } = this;
    const depth = scanner.depth;
    this.type = type;
    this.hasValue = false;
    cells.style = this.book.styles.indexOf(style);
    cells.formula = 0;
    cells.number = Number.NaN;
    cells.textId = 0;
    while (scanner.depth >= depth) if (scanner.nextTag() === OPEN) this.readChild();
    if (this.hasValue) return cells.kind !== TEXT || cells.textId !== 0 || cells.formula !== 0;
    cells.kind = UNCALCULATED;
    return cells.formula !== 0;
  }

  private readChild(): void {
    const { scanner } = this;
    if (scanner.name === VALUE) {
      this.readValue();
    } else if (scanner.name === FORMULA) {
      this.readFormula();
    } else if (scanner.name === INLINE) {
      const item = readStringItem(scanner, this.book.limits);
      this.takeText(item.text);
      if (item.fontName !== "") this.takeFont(item.fontName);
      this.cells.textRuns = item.runs;
    } else {
      scanner.skipElement();
    }
  }

  private readValue(): void {
    switch (this.type) {
      case TYPE_NUMBER:
        this.readNumber();
        break;
      case TYPE_SHARED:
        this.readShared();
        break;
      case TYPE_FORMULA_TEXT:
      case TYPE_INLINE:
        this.takeText(readText(this.scanner, this.book.limits));
        break;
      case TYPE_BOOLEAN:
        this.readBoolean();
        break;
      case TYPE_ERROR:
        this.takeText(readText(this.scanner, this.book.limits));
        this.cells.kind = ERROR;
        break;
      case TYPE_DATE:
        this.readMoment();
        break;
      default:
        throw damaged("có ô thuộc loại không rõ");
    }
  }

  private readNumber(): void {
    const { scanner } = this;
    scanner.leaf();
    const { textStart, textEnd } = scanner;
    if (textStart === textEnd) return;
    const value = scanner.isTextMixed ? Number.NaN : parseNumber(scanner.bytes, textStart, textEnd);
    if (Number.isNaN(value)) this.readOddNumber();
    else this.takeNumber(value);
  }

  /** A number written with entities or comments; what is none stays as text, so that a later stage can say so. */
  private readOddNumber(): void {
    const text = cellText(this.scanner).trim();
    if (text === "") return;
    const bytes = Buffer.from(text, "utf8");
    const value = parseNumber(bytes, 0, bytes.length);
    if (Number.isNaN(value)) this.takeText(text);
    else this.takeNumber(value);
  }

  private readShared(): void {
    const { scanner } = this;
    scanner.leaf();
    const { textStart, textEnd } = scanner;
    if (textStart === textEnd) return;
    const { count, texts, fonts, runs } = this.book.strings;
    const id = parseNumber(scanner.bytes, textStart, textEnd) + 1;
    const text = id > 0 && id <= count ? texts[id] : undefined;
    if (text === undefined) throw damaged("có ô thiếu nội dung chữ");
    this.takeKnownText(text === "" ? 0 : id);
    const fontName = fonts.get(id);
    if (fontName !== undefined) this.takeFont(fontName);
    if (runs.size > 0) this.cells.textRuns = runs.get(id);
  }

  private readBoolean(): void {
    this.scanner.leaf();
    const text = cellText(this.scanner).trim().toLowerCase();
    if (text === "") return;
    this.cells.number = text === "1" || text === "true" ? 1 : 0;
    this.cells.kind = BOOLEAN;
    this.hasValue = true;
  }

  private readMoment(): void {
    const text = readText(this.scanner, this.book.limits);
    const serial = serialOfMoment(text, this.book.date1904);
    this.takeText(text);
    if (serial === undefined) return;
    this.cells.textId = 0;
    this.cells.number = serial;
    this.cells.kind = DATE;
  }

  private readFormula(): void {
    const { scanner } = this;
    let shared: number | undefined;
    while (scanner.nextAttribute()) if (scanner.attribute === SHARED_INDEX) shared = attributeNumber(scanner);
    scanner.leaf();
    const isOutside = hasBracket(scanner) && readsOutside(elementText(scanner));
    let flag = isOutside ? OUTSIDE_FORMULA : OWN_FORMULA;
    if (shared !== undefined && scanner.textEnd > scanner.textStart) this.sharedFormulas.set(shared, flag);
    else if (shared !== undefined) flag = this.sharedFormulas.get(shared) ?? flag;
    this.cells.formula = flag;
  }

  private takeNumber(value: number): void {
    this.cells.number = value;
    this.cells.kind = this.book.styles.isDate(this.cells.style) ? DATE : NUMBER;
    this.hasValue = true;
  }

  private takeText(text: string): void {
    this.cells.setText(text);
    this.cells.kind = TEXT;
    this.hasValue = true;
  }

  private takeKnownText(id: number): void {
    this.cells.textId = id;
    this.cells.kind = TEXT;
    this.hasValue = true;
  }

  private takeFont(fontName: string): void {
    this.cells.style = this.book.styles.indexWithFont(this.cells.style, fontName);
  }
}

/** The current attribute's value as the key of a cell type: types are compared like names. */
export function cellType(scanner: XmlScanner): number {
  const { bytes, valueStart, valueEnd } = scanner;
  const isLetter = valueEnd - valueStart === 1;
  return isLetter ? byteAt(bytes, valueStart) : nameKey(bytes.toString("latin1", valueStart, valueEnd));
}

function hasBracket(scanner: XmlScanner): boolean {
  const { bytes, textStart, textEnd } = scanner;
  for (let position = textStart; position < textEnd; position++) if (bytes[position] === BRACKET) return true;
  return false;
}
