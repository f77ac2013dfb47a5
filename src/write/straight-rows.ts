// Rows put straight into the part of a sheet: all of one that only programs read, most of a long table. The library keeps
// a thousand bytes for each of their cells and takes several times as long.

import { addressText, columnLetters } from "../model/cell-address.js";
import type { Look, PlannedCell, PlannedRow, PlannedSheet } from "../model/workbook-plan.js";
import { escapeText } from "../ooxml/splice-text.js";
import type { XmlBytes } from "./xml-bytes.js";

/** Rows from which a table is long. */
const LONG = 100;
const DIMENSION = /<dimension ref="[^"]*"\/>/;
/** How the library writes rows: none at all, or between two tags. */
const ROWS = /<sheetData\/>|<sheetData>[\s\S]*<\/sheetData>/;
const ROW_START = /<row r="(\d+)"/g;
const STYLE = /<c r="([A-Z]+\d+)" s="(\d+)"/g;

/** How rows and cells are written, piece by piece. */
const PIECES = {
  rowEnd: encoded("</row>"),
  cell: encoded('<c r="'),
  unstyled: encoded('"'),
  empty: encoded("/>"),
  text: encoded(' t="inlineStr"><is><t xml:space="preserve">'),
  textEnd: encoded("</t></is></c>"),
  number: encoded(">"),
  textResult: encoded(' t="str">'),
  value: encoded("<v>"),
  valueEnd: encoded("</v>"),
  cellEnd: encoded("</c>"),
} as const;

/** What stands behind the address of a cell of a look: its quote, and the number of its style in the workbook. */
type StyleNumbers = ReadonlyMap<Look, Uint8Array>;

/**
 * The rows that the library has to write: all of a short sheet or one to be filled in; of a long table those with more
 * than values and looks (merges, names, a page's end), its first and last, and the first with each look.
 */
export function libraryRows({ rows, merges, print, entry, isForPrograms }: PlannedSheet): readonly PlannedRow[] {
  if (isForPrograms === true) return [];
  if (rows.length < LONG || entry !== undefined) return rows;
  const needed = new Set<number | undefined>([rows.at(0)?.row, rows.at(-1)?.row, ...(print.breaks ?? [])]);
  for (const { top, bottom } of merges) for (let row = top; row <= bottom; row += 1) needed.add(row);
  const seen = new Set<Look>();
  return rows.filter(({ row, cells }) => {
    let isNeeded = needed.has(row);
    for (const { look, name } of cells) {
      if (name === undefined && seen.has(look)) continue;
      seen.add(look);
      isNeeded = true;
    }
    return isNeeded;
  });
}

/** The part of a sheet with its other rows put in where they belong, texts in place. `into` is empty before and after. */
export function insertRows(xml: string, sheet: PlannedSheet, into: XmlBytes): Uint8Array {
  const written = new Set(libraryRows(sheet).map(({ row }) => row));
  if (written.size === sheet.rows.length) return Buffer.from(xml, "utf8");
  const place = ROWS.exec(xml);
  if (place === null) throw new Error("a sheet was written without a place for rows");
  const [inner] = place;
  const styles = sheet.isForPrograms === true ? undefined : stylesIn(inner, sheet);
  const own = sheet.rows.filter(({ row }) => !written.has(row));
  into.xml(`${xml.slice(0, place.index).replace(DIMENSION, "")}<sheetData>`);
  writeInOrder(libraryLines(inner), own, { styles, into });
  into.xml(`</sheetData>${xml.slice(place.index + inner.length)}`);
  return into.take();
}

/** The numbers that the library gave the looks, read off the cells it wrote. */
function stylesIn(inner: string, { rows }: PlannedSheet): StyleNumbers {
  const numbers = new Map([...inner.matchAll(STYLE)].map(([, address, style]) => [address, style]));
  const styles = new Map<Look, Uint8Array>();
  for (const { row, cells } of rows) {
    for (const { column, look } of cells) {
      const number = styles.has(look) ? undefined : numbers.get(addressText({ row, column }));
      if (number !== undefined) styles.set(look, encoded(`" s="${number}"`));
    }
  }
  return styles;
}

interface LibraryLine {
  readonly row: number;
  readonly text: string;
}

function libraryLines(inner: string): readonly LibraryLine[] {
  const starts = [...inner.matchAll(ROW_START)];
  return starts.map((match, index) => {
    const end = starts[index + 1]?.index ?? inner.lastIndexOf("</sheetData>");
    return { row: Number(match[1]), text: inner.slice(match.index, end) };
  });
}

/** What rows are written with. */
interface RowWriting {
  readonly styles: StyleNumbers | undefined;
  readonly into: XmlBytes;
}

/** Both kinds of rows from the top down. */
function writeInOrder(library: readonly LibraryLine[], own: readonly PlannedRow[], writing: RowWriting): void {
  let next = 0;
  for (const row of own) {
    for (let line = library[next]; line !== undefined && line.row < row.row; line = library[next]) {
      writing.into.xml(line.text);
      next += 1;
    }
    writeRow(row, writing);
  }
  for (const { text } of library.slice(next)) writing.into.xml(text);
}

function writeRow({ row, cells, height }: PlannedRow, { styles, into }: RowWriting): void {
  const number = encoded(String(row));
  const high = height === undefined || styles === undefined ? "" : ` ht="${height}" customHeight="1"`;
  into.xml(`<row r="${row}"${high}>`);
  for (const cell of cells) writeCell(cell, number, { styles, into });
  into.bytes(PIECES.rowEnd);
}

function writeCell({ column, value, formula, look }: PlannedCell, row: Uint8Array, { styles, into }: RowWriting): void {
  const style = styles?.get(look);
  if (value === null && formula === undefined && style === undefined) return;
  into.bytes(PIECES.cell);
  into.ascii(columnLetters(column));
  into.bytes(row);
  into.bytes(style ?? PIECES.unstyled);
  if (value === null && formula === undefined) into.bytes(PIECES.empty);
  else if (formula === undefined && typeof value === "string") {
    into.bytes(PIECES.text);
    into.text(value);
    into.bytes(PIECES.textEnd);
  } else {
    into.bytes(typeof value === "string" ? PIECES.textResult : PIECES.number);
    if (formula !== undefined) into.xml(`<f>${escapeText(formula)}</f>`);
    writeResult(value, into);
    into.bytes(PIECES.cellEnd);
  }
}

function writeResult(value: PlannedCell["value"], into: XmlBytes): void {
  if (value === null) return;
  into.bytes(PIECES.value);
  if (typeof value === "number") into.ascii(String(value));
  else into.text(value);
  into.bytes(PIECES.valueEnd);
}

function encoded(text: string): Uint8Array {
  return Buffer.from(text, "utf8");
}
