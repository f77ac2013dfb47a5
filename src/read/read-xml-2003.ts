// An «XML Spreadsheet 2003» file, which Excel 2002–2003 and many office programs write under the name .xls → WorkbookGrid.
// Read with the scanner of .xlsx parts and held to the same limits.

import type { Grid, WorkbookGrid } from "../model/grid.js";
import type { Limits } from "../ooxml/limits.js";
import { nameKey } from "../ooxml/name-key.js";
import { damaged, overLimit } from "../ooxml/package-fault.js";
import { encodingOf, textIn } from "../ooxml/text-encoding.js";
import { END, OPEN, XmlScanner } from "../ooxml/xml-scanner.js";
import { attributeFlag, attributeNumber, attributeText, elementText } from "../ooxml/xml-text.js";
import { BookBuilder } from "./book-builder.js";
import { Xml2003Cell } from "./xml-2003-cell.js";
import { readXml2003Style, type Xml2003Styles } from "./xml-2003-styles.js";

const WORKBOOK = nameKey("Workbook");
const STYLES = nameKey("Styles");
const STYLE = nameKey("Style");
const WORKBOOK_OPTIONS = nameKey("ExcelWorkbook");
const DATE_1904 = nameKey("Date1904");
const WORKSHEET = nameKey("Worksheet");
const SHEET_OPTIONS = nameKey("WorksheetOptions");
const VISIBLE = nameKey("Visible");
const TABLE = nameKey("Table");
const COLUMN = nameKey("Column");
const ROW = nameKey("Row");
const CELL = nameKey("Cell");
const NAME = nameKey("Name");
const INDEX = nameKey("Index");
const HIDDEN = nameKey("Hidden");
const SPAN = nameKey("Span");

/** Faults: damaged, any limit. */
export function readXml2003(bytes: Uint8Array, limits: Limits): WorkbookGrid {
  if (bytes.length > limits.packageBytes) throw overLimit("packageBytes", limits);
  const scanner = new XmlScanner(Buffer.from(textIn(bytes, encodingOf(bytes)).trimStart(), "utf8"), limits);
  if (scanner.nextTag() !== OPEN || scanner.name !== WORKBOOK) throw damaged("không có phần bảng tính");
  const builder = new BookBuilder(limits);
  const styles: Xml2003Styles = new Map();
  let date1904 = false;
  let sheets = 0;
  for (let tag = scanner.nextTag(); tag !== END; tag = scanner.nextTag()) {
    if (tag !== OPEN) continue;
    if (scanner.name === STYLE) readXml2003Style(scanner, builder, styles);
    else if (scanner.name === DATE_1904) date1904 = true;
    else if (scanner.name === WORKSHEET) {
      new SheetReader(scanner, builder, { styles, isDate1904: () => date1904 }).read();
      sheets++;
    } else if (scanner.name !== STYLES && scanner.name !== WORKBOOK_OPTIONS) scanner.skipElement();
  }
  if (sheets === 0) throw damaged("không có trang tính nào");
  return builder.book({ date1904 });
}

interface Shared {
  readonly styles: Xml2003Styles;
  readonly isDate1904: () => boolean;
}

class SheetReader {
  private readonly scanner: XmlScanner;
  private readonly builder: BookBuilder;
  private readonly cell: Xml2003Cell;
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private visibility: Grid["visibility"] = "visible";
  private row = 0;
  private column = 0;

  constructor(scanner: XmlScanner, builder: BookBuilder, shared: Shared) {
    this.scanner = scanner;
    this.builder = builder;
    this.cell = new Xml2003Cell(scanner, builder, shared);
  }

  /** Reads the current `Worksheet` element, whose tag is OPEN. */
  read(): void {
    const { scanner } = this;
    const depth = scanner.depth - 1;
    let name = "";
    while (scanner.nextAttribute()) if (scanner.attribute === NAME) name = attributeText(scanner);
    while (scanner.depth > depth) if (scanner.nextTag() === OPEN) this.readChild();
    const { visibility, hiddenRows, hiddenColumns } = this;
    this.builder.endSheet({ name, visibility, hiddenRows, hiddenColumns });
  }

  private readChild(): void {
    const { scanner } = this;
    if (scanner.name === ROW) this.readRow();
    else if (scanner.name === COLUMN) this.readColumn();
    else if (scanner.name === VISIBLE) this.readVisible();
    else if (scanner.name !== TABLE && scanner.name !== SHEET_OPTIONS) scanner.skipElement();
  }

  private readColumn(): void {
    const { first, last, isHidden } = this.readPlace(this.column + 1);
    this.column = last;
    const end = Math.min(last, this.builder.limits.columns);
    for (let column = first; isHidden && column <= end; column++) this.hiddenColumns.add(column);
  }

  private readRow(): void {
    const { scanner } = this;
    const depth = scanner.depth;
    const { first, last, isHidden } = this.readPlace(this.row + 1);
    const { limits } = this.builder;
    if (last > limits.rows) throw overLimit("rows", limits, last);
    if (isHidden) this.hiddenRows.add(first);
    let column = 0;
    while (scanner.depth >= depth) {
      if (scanner.nextTag() !== OPEN) continue;
      if (scanner.name === CELL) column = this.cell.read(first, column + 1);
      else scanner.skipElement();
    }
    this.row = last;
  }

  /** Index, span and hiding of the current row or column; `next` is its place where it names none. */
  private readPlace(next: number): { readonly first: number; readonly last: number; readonly isHidden: boolean } {
    const { scanner } = this;
    let first = next;
    let span = 0;
    let isHidden = false;
    while (scanner.nextAttribute()) {
      if (scanner.attribute === INDEX) first = attributeNumber(scanner);
      else if (scanner.attribute === SPAN) span = attributeNumber(scanner);
      else if (scanner.attribute === HIDDEN) isHidden = attributeFlag(scanner);
    }
    if (!(first >= next) || !(span >= 0)) throw damaged("có dòng hay cột ghi sai số thứ tự");
    return { first, last: first + span, isHidden };
  }

  private readVisible(): void {
    this.scanner.leaf();
    const text = elementText(this.scanner).trim();
    if (text === "SheetHidden") this.visibility = "hidden";
    if (text === "SheetVeryHidden") this.visibility = "very-hidden";
  }
}
