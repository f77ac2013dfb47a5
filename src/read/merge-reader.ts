// The merged ranges of a sheet. There are dozens on a form's heading, so the usual `A1:B2` is read from the bytes.

import { type CellRange, parseRange } from "../model/cell-address.js";
import { nameKey } from "../ooxml/name-key.js";
import { overLimit } from "../ooxml/package-fault.js";
import type { XmlScanner } from "../ooxml/xml-scanner.js";
import { attributeText } from "../ooxml/xml-text.js";
import type { BookContext } from "./book-context.js";
import { NOT_PLAIN, PlainAddress } from "./plain-address.js";

const REFERENCE = nameKey("ref");
const COLON = 0x3a;

export class MergeReader {
  readonly merges: CellRange[] = [];
  private readonly scanner: XmlScanner;
  private readonly book: BookContext;
  private readonly first = new PlainAddress();
  private readonly last = new PlainAddress();

  constructor(scanner: XmlScanner, book: BookContext) {
    this.scanner = scanner;
    this.book = book;
  }

  /**
   * Reads the current element, whose tag is OPEN. A range that is no range merges nothing. Faults: one beyond the last
   * row or column, too many.
   */
  readMerge(): void {
    const { scanner } = this;
    const { limits, spent } = this.book;
    while (scanner.nextAttribute()) {
      if (scanner.attribute !== REFERENCE) continue;
      const range = this.plainRange() ?? parseRange(attributeText(scanner));
      if (range === undefined) continue;
      if (range.bottom > limits.rows) throw overLimit("rows", limits, range.bottom);
      if (range.right > limits.columns) throw overLimit("columns", limits, range.right);
      spent.addMerge();
      this.merges.push(range);
    }
  }

  /** The current attribute's range; undefined where it is written in another way than `A1:B2`, or is none. */
  private plainRange(): CellRange | undefined {
    const { first, last } = this;
    const { bytes, valueStart, valueEnd } = this.scanner;
    const middle = first.read(bytes, valueStart);
    if (middle === NOT_PLAIN || bytes[middle] !== COLON) return undefined;
    if (last.read(bytes, middle + 1) !== valueEnd) return undefined;
    return {
      top: Math.min(first.row, last.row),
      left: Math.min(first.column, last.column),
      bottom: Math.max(first.row, last.row),
      right: Math.max(first.column, last.column),
    };
  }
}
