// An OpenDocument spreadsheet (.ods, or its form in one XML file) → WorkbookGrid. Read with the scanner of .xlsx parts and
// held to the same limits: repeated rows and cells are counted before they are made.

import type { Grid, WorkbookGrid } from "../model/grid.js";
import type { Limits } from "../ooxml/limits.js";
import { nameKey } from "../ooxml/name-key.js";
import { damaged, encrypted, overLimit } from "../ooxml/package-fault.js";
import { encodingOf, textIn } from "../ooxml/text-encoding.js";
import { END, OPEN, XmlScanner } from "../ooxml/xml-scanner.js";
import { attributeNumber, attributeText } from "../ooxml/xml-text.js";
import { ZipPackage } from "../ooxml/zip-package.js";
import { BookBuilder } from "./book-builder.js";
import { OdsCell } from "./ods-cell.js";
import { OdsStyles } from "./ods-styles.js";

const TABLE = nameKey("table");
const COLUMN = nameKey("table-column");
const ROW = nameKey("table-row");
const CELL = nameKey("table-cell");
const COVERED_CELL = nameKey("covered-table-cell");
const NAME = nameKey("name");
const STYLE_NAME = nameKey("style-name");
const DEFAULT_CELL_STYLE = nameKey("default-cell-style-name");
const COLUMNS_REPEATED = nameKey("number-columns-repeated");
const ROWS_REPEATED = nameKey("number-rows-repeated");
const VISIBILITY = nameKey("visibility");
/** Rows and columns stand in these as well as in the table itself. */
const GROUPS = new Set(
  [
    "table-row-group",
    "table-rows",
    "table-header-rows",
    "table-column-group",
    "table-columns",
    "table-header-columns",
  ].map(nameKey),
);
/** What leads to the tables from the root. */
const PATH = new Set(["document-content", "document", "body", "spreadsheet"].map(nameKey));
const STYLE_LISTS = new Set(["styles", "automatic-styles", "font-face-decls"].map(nameKey));

/** Faults: damaged, password, any limit. */
export function readOds(bytes: Uint8Array, limits: Limits): WorkbookGrid {
  if (bytes.length > limits.packageBytes) throw overLimit("packageBytes", limits);
  const archive = new ZipPackage(bytes, limits);
  if (archive.read("META-INF/manifest.xml")?.includes("encryption-data") === true) throw encrypted();
  const content = archive.read("content.xml");
  if (content === undefined) throw damaged("thiếu phần nội dung");
  return readParts([archive.read("styles.xml"), content], limits);
}

/** The same of a document that is one XML file. Faults as above. */
export function readFlatOds(bytes: Uint8Array, limits: Limits): WorkbookGrid {
  if (bytes.length > limits.packageBytes) throw overLimit("packageBytes", limits);
  return readParts([Buffer.from(textIn(bytes, encodingOf(bytes)).trimStart(), "utf8")], limits);
}

function readParts(parts: readonly (Buffer | undefined)[], limits: Limits): WorkbookGrid {
  const builder = new BookBuilder(limits);
  const styles = new OdsStyles(builder);
  let sheets = 0;
  for (const part of parts) {
    if (part === undefined) continue;
    const scanner = new XmlScanner(part, limits);
    for (let tag = scanner.nextTag(); tag !== END; tag = scanner.nextTag()) {
      if (tag !== OPEN || PATH.has(scanner.name) || scanner.depth === 1) continue;
      if (scanner.name === TABLE) {
        new TableReader(scanner, builder, styles).read();
        sheets++;
      } else if (STYLE_LISTS.has(scanner.name)) styles.readList(scanner);
      else scanner.skipElement();
    }
  }
  if (sheets === 0) throw damaged("không có trang tính nào");
  return builder.book();
}

class TableReader {
  private readonly scanner: XmlScanner;
  private readonly builder: BookBuilder;
  private readonly styles: OdsStyles;
  private readonly cell: OdsCell;
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  /** Default cell styles, by column − 1. */
  private readonly columnStyles: string[] = [];
  private column = 0;
  private row = 0;

  constructor(scanner: XmlScanner, builder: BookBuilder, styles: OdsStyles) {
    this.scanner = scanner;
    this.builder = builder;
    this.styles = styles;
    this.cell = new OdsCell(scanner, builder, styles);
  }

  /** Reads the current `table` element, whose tag is OPEN. */
  read(): void {
    const { scanner } = this;
    const depth = scanner.depth - 1;
    let name = "";
    let style = "";
    while (scanner.nextAttribute()) {
      if (scanner.attribute === NAME) name = attributeText(scanner);
      else if (scanner.attribute === STYLE_NAME) style = attributeText(scanner);
    }
    while (scanner.depth > depth) {
      if (scanner.nextTag() !== OPEN || GROUPS.has(scanner.name)) continue;
      if (scanner.name === ROW) this.readRow();
      else if (scanner.name === COLUMN) this.readColumn();
      else scanner.skipElement();
    }
    const visibility: Grid["visibility"] = this.styles.isHiddenTable(style) ? "hidden" : "visible";
    this.builder.endSheet({ name, visibility, hiddenRows: this.hiddenRows, hiddenColumns: this.hiddenColumns });
  }

  private readColumn(): void {
    const { scanner } = this;
    let repeated = 1;
    let style = "";
    let isHidden = false;
    while (scanner.nextAttribute()) {
      if (scanner.attribute === COLUMNS_REPEATED) repeated = repeatOf(scanner);
      else if (scanner.attribute === DEFAULT_CELL_STYLE) style = attributeText(scanner);
      else if (scanner.attribute === VISIBILITY) isHidden = attributeText(scanner) !== "visible";
    }
    const last = Math.min(this.column + repeated, this.builder.limits.columns);
    for (let column = this.column + 1; column <= last; column++) {
      this.columnStyles.push(style);
      if (isHidden) this.hiddenColumns.add(column);
    }
    this.column = last;
  }

  private readRow(): void {
    const { scanner } = this;
    const depth = scanner.depth;
    let repeated = 1;
    let style = "";
    let isHidden = false;
    while (scanner.nextAttribute()) {
      if (scanner.attribute === ROWS_REPEATED) repeated = repeatOf(scanner);
      else if (scanner.attribute === DEFAULT_CELL_STYLE) style = attributeText(scanner);
      else if (scanner.attribute === VISIBILITY) isHidden = attributeText(scanner) !== "visible";
    }
    let column = 0;
    let isFilled = false;
    while (scanner.depth >= depth) {
      if (scanner.nextTag() !== OPEN) continue;
      if (scanner.name !== CELL && scanner.name !== COVERED_CELL) {
        scanner.skipElement();
        continue;
      }
      const usual = style === "" ? (this.columnStyles[column] ?? "") : style;
      const place = { row: this.row + 1, column: column + 1, rows: repeated };
      isFilled = this.cell.read(place, usual) || isFilled;
      column += this.cell.repeated;
    }
    // Rows that only repeat blanks down to the sheet's end are not worth a mark each.
    const hidden = isFilled ? repeated : 1;
    for (let row = this.row + 1; isHidden && row <= this.row + hidden; row++) this.hiddenRows.add(row);
    this.row += repeated;
  }
}

function repeatOf(scanner: XmlScanner): number {
  const repeated = attributeNumber(scanner);
  if (!(repeated >= 1)) throw damaged("có ô lặp lại ghi sai số lần");
  return repeated;
}
