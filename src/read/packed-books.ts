// Workbooks on their way from the thread that read them to the one that understands them: all cells in one piece of memory,
// each text once for the whole way. Handing grids over as they are costs as much as reading them.

import { type CellStyle, type Grid, storedText, type WorkbookGrid } from "../model/grid.js";
import { at } from "../model/outcome.js";
import { gridOf } from "./grid-of.js";

/** What a sheet is beside its cells. */
interface PackedSheet
  extends Pick<Grid, "name" | "index" | "visibility" | "rowCount" | "columnCount" | "hiddenRows" | "hiddenColumns"> {
  readonly cells: number;
  readonly merges: number;
  /** Place of its table of styles among all that came so far. */
  readonly styleTable: number;
  readonly runs: Grid["runs"];
}

interface PackedBook extends Pick<WorkbookGrid, "date1904" | "definedNames"> {
  readonly sheets: readonly PackedSheet[];
}

/** Some workbooks as plain data; `bytes` may be handed over instead of copied. */
export interface PackedBooks {
  readonly books: readonly PackedBook[];
  readonly bytes: ArrayBuffer;
  /** Texts and tables of styles that did not come before, each behind those that did; `isAnew` where those that came are to be forgotten. */
  readonly texts: readonly string[];
  readonly styleTables: readonly (readonly CellStyle[])[];
  readonly isAnew: boolean;
}

/** Texts that both sides keep at most: some ten thousand workbooks of branches have fewer. */
const MOST_TEXTS = 131_072;
/** Names of sheets whose merges are kept. */
const MOST_NAMES = 64;

/** The columns of a sheet's cells inside a piece of memory, wide ones first, so that each begins where its numbers may. */
class SheetRoom {
  readonly numbers: Float64Array;
  readonly rows: Uint32Array;
  readonly columns: Uint32Array;
  readonly styles: Uint32Array;
  readonly textIds: Uint32Array;
  readonly rowStarts: Uint32Array;
  /** Top, left, bottom and right of each merge. */
  readonly merges: Uint32Array;
  readonly kinds: Uint8Array;
  readonly formulas: Uint8Array;
  /** Where the next sheet begins. */
  readonly end: number;

  constructor(bytes: ArrayBuffer, start: number, { cells, rowCount, merges }: SheetSize) {
    let next = start;
    const words = (count: number): Uint32Array => {
      next += count * 4;
      return new Uint32Array(bytes, next - count * 4, count);
    };
    this.numbers = new Float64Array(bytes, next, cells);
    next += cells * 8;
    this.rows = words(cells);
    this.columns = words(cells);
    this.styles = words(cells);
    this.textIds = words(cells);
    this.rowStarts = words(rowCount + 2);
    this.merges = words(merges * 4);
    this.kinds = new Uint8Array(bytes, next, cells);
    this.formulas = new Uint8Array(bytes, next + cells, cells);
    this.end = start + roomOf({ cells, rowCount, merges });
  }
}

type SheetSize = Pick<PackedSheet, "cells" | "rowCount" | "merges">;

const PER_CELL = 26;

/** Bytes that a sheet takes, a multiple of eight. */
function roomOf({ cells, rowCount, merges }: SheetSize): number {
  return Math.ceil((cells * PER_CELL + (rowCount + 2) * 4 + merges * 16) / 8) * 8;
}

/** Packs workbooks, some at a time, for one unpacker, which must get all of them in this order. */
export class BookPacker {
  private readonly texts = new Map<string, number>();
  private ids: KnownIds = { table: [], ids: new Uint32Array(0) };
  private readonly styleTables = new Map<string, number>();
  private lastTable: { readonly table: Grid["styleTable"]; readonly place: number } | undefined;

  pack(books: readonly WorkbookGrid[]): PackedBooks {
    const isAnew = this.texts.size > MOST_TEXTS;
    if (isAnew) this.forget();
    const news: News = { texts: [], styleTables: [] };
    const packed = books.map(({ sheets, date1904, definedNames }) => ({
      date1904,
      definedNames,
      sheets: sheets.map((sheet) => this.describe(sheet, news.styleTables)),
    }));
    let size = 0;
    for (const { sheets } of packed) for (const sheet of sheets) size += roomOf(sheet);
    // Not filled with noughts: all that is looked at is written.
    const bytes = Buffer.allocUnsafeSlow(size).buffer;
    let start = 0;
    for (const { sheets } of books) for (const sheet of sheets) start = this.fill(bytes, start, { sheet, news });
    return { books: packed, bytes, isAnew, ...news };
  }

  private describe(sheet: Grid, styleTables: News["styleTables"]): PackedSheet {
    const { name, index, visibility, rowCount, columnCount, hiddenRows, hiddenColumns, runs } = sheet;
    const traits = { name, index, visibility, rowCount, columnCount, hiddenRows, hiddenColumns, runs };
    const styleTable = this.tableOf(sheet.styleTable, styleTables);
    return { styleTable, cells: sheet.rows.length, merges: sheet.merges.length, ...traits };
  }

  /** Place of a table of styles; the sheets of a workbook share one. */
  private tableOf(table: Grid["styleTable"], news: News["styleTables"]): number {
    if (this.lastTable !== undefined && hasSameStyles(table, this.lastTable.table)) return this.lastTable.place;
    const key = JSON.stringify(table);
    let place = this.styleTables.get(key);
    if (place === undefined) {
      place = this.styleTables.size;
      this.styleTables.set(key, place);
      news.push(table);
    }
    this.lastTable = { table, place };
    return place;
  }

  private fill(bytes: ArrayBuffer, start: number, { sheet, news }: { sheet: Grid; news: News }): number {
    const { rowCount, merges, textIds } = sheet;
    const room = new SheetRoom(bytes, start, { cells: sheet.rows.length, rowCount, merges: merges.length });
    room.numbers.set(sheet.numbers);
    room.rows.set(sheet.rows);
    room.columns.set(sheet.columns);
    room.styles.set(sheet.styles);
    room.rowStarts.set(sheet.rowStarts);
    room.kinds.set(sheet.kinds);
    room.formulas.set(sheet.formulas);
    let side = 0;
    for (const { top, left, bottom, right } of merges) {
      room.merges[side++] = top;
      room.merges[side++] = left;
      room.merges[side++] = bottom;
      room.merges[side++] = right;
    }
    const ids = this.idsOf(sheet.textTable);
    const shared = room.textIds;
    for (let index = 0; index < textIds.length; index += 1) {
      const own = textIds[index];
      const id = own === undefined ? undefined : ids[own];
      // The empty text is 0 on both sides; for any other 0 says that it was not asked for yet.
      shared[index] = id === undefined || (id === 0 && own !== 0) ? this.take(index, sheet, news) : id;
    }
    return room.end;
  }

  /** The numbers that texts of a table have for the way, by their own; 0 for those not asked for yet. */
  private idsOf(table: Grid["textTable"]): Uint32Array {
    if (this.ids.table !== table) this.ids = { table, ids: new Uint32Array(table.length) };
    return this.ids.ids;
  }

  /** The number for the way of a cell's text, which was not asked for yet. */
  private take(index: number, sheet: Grid, news: News): number {
    const id = this.idOf(storedText(sheet, index), news);
    this.ids.ids[at(sheet.textIds, index)] = id;
    return id;
  }

  private idOf(text: string, { texts }: News): number {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    const id = this.texts.size + 1;
    this.texts.set(text, id);
    texts.push(text);
    return id;
  }

  private forget(): void {
    this.texts.clear();
    this.ids = { table: [], ids: new Uint32Array(0) };
    this.styleTables.clear();
    this.lastTable = undefined;
  }
}

/** True for the same styles in the same order; workbooks with the same part of styles share the objects. */
function hasSameStyles(table: Grid["styleTable"], other: Grid["styleTable"]): boolean {
  return table === other || (table.length === other.length && table.every((style, place) => style === other[place]));
}

/** The last table that was asked for: sheets of a workbook share one. */
interface KnownIds {
  readonly table: Grid["textTable"];
  readonly ids: Uint32Array;
}

interface News {
  readonly texts: string[];
  readonly styleTables: (readonly CellStyle[])[];
}

/** Gives workbooks as they were before one packer packed them. */
export class BookUnpacker {
  /** Grids hold their table on, so that it only grows until it is replaced. */
  private texts = [""];
  private readonly styleTables: (readonly CellStyle[])[] = [];
  /** By name of the sheet, the merges of the last one that had this name: those of the next are mostly the same. */
  private readonly merges = new Map<string, Grid["merges"]>();

  unpack({ books, bytes, texts, styleTables, isAnew }: PackedBooks): readonly WorkbookGrid[] {
    if (isAnew) {
      this.texts = [""];
      this.styleTables.length = 0;
    }
    for (const text of texts) this.texts.push(text);
    for (const table of styleTables) this.styleTables.push(table);
    let start = 0;
    return books.map(({ sheets, date1904, definedNames }) => ({
      date1904,
      definedNames,
      sheets: sheets.map((sheet) => {
        const room = new SheetRoom(bytes, start, sheet);
        start = room.end;
        return this.grid(sheet, room);
      }),
    }));
  }

  private grid(sheet: PackedSheet, room: SheetRoom): Grid {
    const merges = this.mergesOf(sheet.name, room.merges);
    const styleTable = at(this.styleTables, sheet.styleTable);
    const { rowStarts } = room;
    const { runs } = sheet;
    return gridOf({ traits: sheet, merges, cells: room, rowStarts, textTable: this.texts, styleTable, runs });
  }

  private mergesOf(name: string, sides: Uint32Array): Grid["merges"] {
    const known = this.merges.get(name);
    if (known !== undefined && isSameMerges(known, sides)) return known;
    const merges = Array.from({ length: sides.length / 4 }, (_, place) => rangeAt(sides, place * 4));
    if (this.merges.size >= MOST_NAMES) this.merges.clear();
    this.merges.set(name, merges);
    return merges;
  }
}

function isSameMerges(merges: Grid["merges"], sides: Uint32Array): boolean {
  if (merges.length * 4 !== sides.length) return false;
  let side = 0;
  for (const { top, left, bottom, right } of merges) {
    if (top !== sides[side] || left !== sides[side + 1]) return false;
    if (bottom !== sides[side + 2] || right !== sides[side + 3]) return false;
    side += 4;
  }
  return true;
}

function rangeAt(sides: Uint32Array, first: number): Grid["merges"][number] {
  return {
    top: at(sides, first),
    left: at(sides, first + 1),
    bottom: at(sides, first + 2),
    right: at(sides, first + 3),
  };
}
