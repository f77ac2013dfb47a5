// sheetData → cells in the buffer, each at its place. The hot path of the program: it runs once per cell of every
// workbook, works on bytes and makes no object per cell.

import { nameKey } from "../ooxml/name-key.js";
import { damaged, overLimit } from "../ooxml/package-fault.js";
import { byteAt, OPEN, type XmlScanner } from "../ooxml/xml-scanner.js";
import { attributeFlag, attributeNumber } from "../ooxml/xml-text.js";
import type { BookContext } from "./book-context.js";
import type { CellBuffer } from "./cell-buffer.js";
import { CellContent, cellType, TYPE_NUMBER } from "./cell-content.js";

const ROW = nameKey("row");
const CELL = nameKey("c");
const REFERENCE = nameKey("r");
const STYLE = nameKey("s");
const TYPE = nameKey("t");
const HIDDEN = nameKey("hidden");
/** A cell and its value, inside the row. */
const IN_ROW = 2;

export class RowReader {
  readonly hiddenRows = new Set<number>();
  private readonly scanner: XmlScanner;
  private readonly book: BookContext;
  private readonly content: CellContent;
  /** Its row and column are the place of the current cell; a cell without an address stands behind the one before. */
  private readonly cells: CellBuffer;

  constructor(scanner: XmlScanner, book: BookContext) {
    this.scanner = scanner;
    this.book = book;
    this.content = new CellContent(scanner, book);
    this.cells = book.cells;
  }

  /**
   * Reads all rows of the current element, whose tag is OPEN. A row without a number stands below the one before. Yields
   * between two tags where the scanner must be given the next stretch.
   */
  *readRows(): Generator<undefined> {
    const { scanner, cells } = this;
    const depth = scanner.depth;
    while (scanner.depth >= depth) {
      this.walkOn();
      if (scanner.isSpent()) yield;
      else if (scanner.nextTag() === OPEN) this.readElement();
      else if (cells.openRow > 0) this.endRow();
    }
  }

  /** Over what is written plainly, be it cells or whole rows, on a shorter way. */
  private walkOn(): void {
    const { scanner, cells } = this;
    const { plain, limits } = this.book;
    const start = scanner.behindTag();
    const wasOpen = cells.openRow > 0;
    if (plain === undefined || start < 0 || scanner.depth + (wasOpen ? IN_ROW : IN_ROW + 1) > limits.xmlDepth) return;
    scanner.resumeAt(plain.walk(scanner.bytes, start, cells));
    const isOpen = cells.openRow > 0;
    if (isOpen && !wasOpen) scanner.enter(ROW);
    if (wasOpen && !isOpen) scanner.leave();
  }

  private readElement(): void {
    const { scanner } = this;
    if (this.cells.openRow === 0 && scanner.name === ROW) this.openRow();
    else if (this.cells.openRow > 0 && scanner.name === CELL) this.readCell();
    else scanner.skipElement();
  }

  private openRow(): void {
    const { scanner, cells } = this;
    let row = cells.row + 1;
    let isHidden = false;
    while (scanner.nextAttribute()) {
      if (scanner.attribute === REFERENCE) row = attributeNumber(scanner);
      else if (scanner.attribute === HIDDEN) isHidden = attributeFlag(scanner);
    }
    this.moveTo(row, 0);
    if (isHidden) this.hide(row);
    cells.openRow = row;
  }

  private endRow(): void {
    const { cells } = this;
    cells.row = cells.openRow;
    cells.openRow = 0;
  }

  private readCell(): void {
    const { scanner, cells } = this;
    let style = 0;
    let type = TYPE_NUMBER;
    let hasAddress = false;
    while (scanner.nextAttribute()) {
      const { attribute } = scanner;
      if (attribute === REFERENCE) {
        this.readAddress();
        hasAddress = true;
      } else if (attribute === STYLE) {
        style = attributeNumber(scanner);
      } else if (attribute === TYPE) {
        type = cellType(scanner);
      }
    }
    if (!hasAddress) this.moveTo(cells.row, cells.column + 1);
    if (this.content.read(type, style)) cells.store();
  }

  /** The address in the current attribute: letters, then digits. */
  private readAddress(): void {
    const { bytes, valueStart, valueEnd } = this.scanner;
    let position = valueStart;
    let column = 0;
    for (; position < valueEnd; position++) {
      const letter = (byteAt(bytes, position) | 0x20) - 0x60;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    let row = 0;
    for (; position < valueEnd; position++) {
      const digit = byteAt(bytes, position) - 0x30;
      if (digit < 0 || digit > 9) throw damaged("có ô ghi sai địa chỉ");
      row = row * 10 + digit;
    }
    if (column === 0) throw damaged("có ô ghi sai địa chỉ");
    this.moveTo(row, column);
  }

  /** Faults: a row that is no number from 1 on; rows and columns beyond the limits. */
  private moveTo(row: number, column: number): void {
    const { limits } = this.book;
    if (row > limits.rows) throw overLimit("rows", limits, row);
    if (column > limits.columns) throw overLimit("columns", limits, column);
    if (!(row >= 1)) throw damaged("có dòng ghi sai số thứ tự");
    this.cells.row = row;
    this.cells.column = column;
  }

  private hide(row: number): void {
    if (this.hiddenRows.has(row)) return;
    this.hiddenRows.add(row);
    this.book.spent.addRows(1);
  }
}
