// Rows put straight into the part of a sheet: all of one that only programs read, most of a long table. The library keeps
// a thousand bytes for each of their cells and takes several times as long.

import { addressText, columnLetters } from "../model/cell-address.js";
import type { Look, PlannedCell, PlannedRow, PlannedSheet } from "../model/workbook-plan.js";
import { escapeText } from "../ooxml/splice-text.js";
import { safeText } from "./safe-text.js";
import type { XmlBytes } from "./xml-bytes.js";

/** Rows from which a table is long. */
const LONG = 100;
/** Letters from which it is worth to look whether a text comes again. */
const LONG_TEXT = 400;
const DIMENSION = /<dimension ref="[^"]*"\/>/;
/** How the library writes rows: none at all, or between two tags. */
const ROWS = /<sheetData\/>|<sheetData>[\s\S]*<\/sheetData>/;
const ROW_START = /<row r="(\d+)"/g;
const STYLE = /<c r="([A-Z]+\d+)" s="(\d+)"/g;

/** What stands behind the address of a cell of a look: its quote, and the number of its style in the workbook. */
type StyleNumbers = ReadonlyMap<Look, string>;

const UNSTYLED = '"';

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
  const library = libraryRows(sheet);
  if (library.length === sheet.rows.length) return Buffer.from(xml, "utf8");
  const place = ROWS.exec(xml);
  if (place === null) throw new Error("a sheet was written without a place for rows");
  const [inner] = place;
  const styles = sheet.isForPrograms === true ? undefined : stylesIn(inner, library);
  const written = new Set(library.map(({ row }) => row));
  const own = sheet.rows.filter(({ row }) => !written.has(row));
  into.xml(`${xml.slice(0, place.index).replace(DIMENSION, "")}<sheetData>`);
  writeInOrder(libraryLines(inner), own, { styles, textOf: createCellText(), into });
  into.xml(`</sheetData>${xml.slice(place.index + inner.length)}`);
  return into.take();
}

/** The numbers that the library gave the looks, read off the cells it wrote. */
function stylesIn(inner: string, rows: readonly PlannedRow[]): StyleNumbers {
  const numbers = new Map([...inner.matchAll(STYLE)].map(([, address, style]) => [address, style]));
  const styles = new Map<Look, string>();
  for (const { row, cells } of rows) {
    for (const { column, look } of cells) {
      const number = styles.has(look) ? undefined : numbers.get(addressText({ row, column }));
      if (number !== undefined) styles.set(look, `" s="${number}"`);
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
  readonly textOf: (text: string) => string;
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
    writing.into.xml(rowXml(row, writing));
  }
  for (const { text } of library.slice(next)) writing.into.xml(text);
}

/** One row is put together as a text: the engine's own joining is quick from the first row on, a loop over letters is not. */
function rowXml({ row, cells, height }: PlannedRow, writing: RowWriting): string {
  const high = height === undefined || writing.styles === undefined ? "" : ` ht="${height}" customHeight="1"`;
  let xml = `<row r="${row}"${high}>`;
  for (const cell of cells) xml += cellXml(cell, row, writing);
  return `${xml}</row>`;
}

function cellXml({ column, value, formula, look }: PlannedCell, row: number, { styles, textOf }: RowWriting): string {
  const style = styles?.get(look);
  if (value === null && formula === undefined && style === undefined) return "";
  const cell = `<c r="${columnLetters(column)}${row}${style ?? UNSTYLED}`;
  const isText = typeof value === "string";
  if (formula === undefined) {
    if (value === null) return `${cell}/>`;
    return isText
      ? `${cell} t="inlineStr"><is><t xml:space="preserve">${textOf(value)}</t></is></c>`
      : `${cell}><v>${value}</v></c>`;
  }
  const result = value === null ? "" : `<v>${isText ? textOf(value) : value}</v>`;
  return `${cell}${isText ? ' t="str"' : ""}><f>${escapeText(formula)}</f>${result}</c>`;
}

/** Cells' texts for the inside of an element. A long one comes again and again: the list of files behind each figure of a unit. */
function createCellText(): (text: string) => string {
  let [long, escaped] = ["", ""];
  return (text) => {
    if (text.length <= LONG_TEXT) return escapeText(safeText(text));
    if (text !== long) [long, escaped] = [text, escapeText(safeText(text))];
    return escaped;
  };
}
