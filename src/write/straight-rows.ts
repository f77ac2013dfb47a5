// Rows put straight into the part of a sheet: all of one that only programs read, most of a long table. The library keeps
// a thousand bytes for each of their cells and takes several times as long.

import { addressText, columnLetters } from "../model/cell-address.js";
import type { Look, PlannedCell, PlannedRow, PlannedSheet } from "../model/workbook-plan.js";
import { escapeText } from "../ooxml/splice-text.js";
import { safeText } from "./safe-text.js";

/** Rows from which a table is long. */
const LONG = 200;
/** Rows turned into bytes together. */
const TOGETHER = 1_000;
const DIMENSION = /<dimension ref="[^"]*"\/>/;
/** How the library writes rows: none at all, or between two tags. */
const ROWS = /<sheetData\/>|<sheetData>[\s\S]*<\/sheetData>/;
const ROW_START = /<row r="(\d+)"/g;
const STYLE = /<c r="([A-Z]+\d+)" s="(\d+)"/g;

/** Style numbers of the workbook, by look. */
type StyleNumbers = ReadonlyMap<Look, string>;

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

/** The part of a sheet with its other rows put in where they belong, texts in place. */
export function insertRows(xml: string, sheet: PlannedSheet): Buffer {
  const written = new Set(libraryRows(sheet).map(({ row }) => row));
  if (written.size === sheet.rows.length) return Buffer.from(xml, "utf8");
  const place = ROWS.exec(xml);
  if (place === null) throw new Error("a sheet was written without a place for rows");
  const [inner] = place;
  const styles = sheet.isForPrograms === true ? undefined : stylesIn(inner, sheet);
  const own = sheet.rows.filter(({ row }) => !written.has(row));
  const lines = inOrder(libraryLines(inner), own, (row) => rowText(row, styles));
  const before = xml.slice(0, place.index).replace(DIMENSION, "");
  const after = xml.slice(place.index + inner.length);
  const pieces = [Buffer.from(`${before}<sheetData>`, "utf8")];
  for (let batch = nextOf(lines); batch.length > 0; batch = nextOf(lines)) {
    pieces.push(Buffer.from(batch.join(""), "utf8"));
  }
  return Buffer.concat([...pieces, Buffer.from(`</sheetData>${after}`, "utf8")]);
}

/** The numbers that the library gave the looks, read off the cells it wrote. */
function stylesIn(inner: string, { rows }: PlannedSheet): StyleNumbers {
  const numbers = new Map([...inner.matchAll(STYLE)].map(([, address, style]) => [address, style]));
  const styles = new Map<Look, string>();
  for (const { row, cells } of rows) {
    for (const { column, look } of cells) {
      const number = styles.has(look) ? undefined : numbers.get(addressText({ row, column }));
      if (number !== undefined) styles.set(look, number);
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

/** Both kinds of rows from the top down. */
function* inOrder(
  library: readonly LibraryLine[],
  own: readonly PlannedRow[],
  textOf: (row: PlannedRow) => string,
): Generator<string> {
  let at = 0;
  for (const row of own) {
    for (let line = library[at]; line !== undefined && line.row < row.row; line = library[at]) {
      yield line.text;
      at += 1;
    }
    yield textOf(row);
  }
  for (const { text } of library.slice(at)) yield text;
}

function nextOf(lines: Iterator<string>): readonly string[] {
  const batch: string[] = [];
  while (batch.length < TOGETHER) {
    const { value, done } = lines.next();
    if (done === true) break;
    batch.push(value);
  }
  return batch;
}

function rowText({ row, cells, height }: PlannedRow, styles: StyleNumbers | undefined): string {
  const high = height === undefined || styles === undefined ? "" : ` ht="${height}" customHeight="1"`;
  return `<row r="${row}"${high}>${cells.map((cell) => cellText(row, cell, styles)).join("")}</row>`;
}

function cellText(
  row: number,
  { column, value, formula, look }: PlannedCell,
  styles: StyleNumbers | undefined,
): string {
  const number = styles?.get(look);
  if (value === null && formula === undefined && number === undefined) return "";
  const opening = `<c r="${columnLetters(column)}${row}"${number === undefined ? "" : ` s="${number}"`}`;
  const live = formula === undefined ? "" : `<f>${escapeText(formula)}</f>`;
  if (value === null) return live === "" ? `${opening}/>` : `${opening}>${live}</c>`;
  if (typeof value === "number") return `${opening}>${live}<v>${value}</v></c>`;
  const text = escapeText(safeText(value));
  if (live !== "") return `${opening} t="str">${live}<v>${text}</v></c>`;
  return `${opening} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
