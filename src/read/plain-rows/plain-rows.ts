// The short way through a sheet's rows: what is written as nearly every program writes it, be it one cell or a thousand rows,
// is read by a small compiled module (assembly/walk.ts), which is fast from its first row on. It stops in front of anything else,
// which the scanner then reads. Here nothing is refused, and without WebAssembly the scanner reads everything.

import { at } from "../../model/outcome.js";
import type { Limits } from "../../ooxml/limits.js";
import { byteAt } from "../../ooxml/xml-scanner.js";
import { type CellBuffer, DATE, NUMBER, TEXT } from "../cell-buffer.js";
import { CellRoom } from "../cell-room.js";
import type { SharedStrings } from "../read-shared-strings.js";
import type { StyleTable } from "../style-table.js";
import { COMPILED } from "./compiled.js";
import type { CompiledTexts } from "./known-texts.js";
import * as layout from "./layout.js";
import type { CompiledLetters } from "./long-texts.js";
import { PartWindow } from "./part-window.js";
import { PlainTexts } from "./plain-texts.js";

/** What is used of the engine's own, which not every engine has. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Compiled };
};

interface Compiled extends CompiledTexts, CompiledLetters {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): void };
  /** Walks on from a place in the window; gives the place in front of what is not plain. */
  walk(start: number): number;
}

const PAGE = 65_536;
const LESS = 0x3c;
/** What follows `<` in plain rows: those of a file that writes `<x:c` everywhere need not be asked after one by one. */
const PLAIN_BEGINNINGS = [..."cr/"].map((letter) => letter.charCodeAt(0));
/** Four bytes of the memory at a time. */
const WORD = 4;

/** The short way, for one workbook after another; undefined where the engine has none, or gives it no memory. */
export function createPlainRows(): PlainRows | undefined {
  try {
    return typeof WebAssembly === "undefined" ? undefined : new PlainRows();
  } catch {
    // An engine reserves gibibytes of addresses for any module: where they are rationed, the scanner does without.
    return undefined;
  }
}

export class PlainRows {
  /** The room that cells are put in. */
  readonly block: CellRoom;
  /** The short way through the texts of a workbook, which are read before `startBook`. */
  readonly texts: PlainTexts;
  private readonly compiled: Compiled;
  private readonly bytes: Uint8Array;
  private readonly words: Int32Array;
  private readonly window: PartWindow;

  /** @param windowBytes length of the window, at most `WINDOW_BYTES` */
  constructor(windowBytes: number = layout.WINDOW_BYTES) {
    this.compiled = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(COMPILED, "base64"))).exports;
    this.compiled.memory.grow(Math.ceil(layout.MEMORY_BYTES / PAGE));
    const { buffer } = this.compiled.memory;
    this.bytes = new Uint8Array(buffer);
    this.words = new Int32Array(buffer);
    this.block = new CellRoom(buffer, layout.NUMBERS, layout.ROOM);
    this.window = new PartWindow(buffer, windowBytes);
    this.texts = new PlainTexts(this.compiled, buffer, this.window);
  }

  /** Begins with the sheets of a workbook, whose cells come into `block`. */
  startBook(strings: SharedStrings, styles: StyleTable, limits: Limits): void {
    const { bytes, words } = this;
    this.window.close();
    const styleCount = Math.min(styles.declared, layout.MOST_STYLES);
    words[layout.ROW_LIMIT / WORD] = limits.rows;
    words[layout.COLUMN_LIMIT / WORD] = limits.columns;
    words[layout.STYLE_COUNT / WORD] = styleCount;
    words[layout.TEXT_COUNT / WORD] = Math.min(strings.count, layout.MOST_TEXTS - 1);
    words[layout.TEXT_KIND / WORD] = TEXT;
    for (let style = 0; style < styleCount; style++) {
      bytes[layout.NUMBER_KINDS + style] = styles.isDate(style) ? DATE : NUMBER;
    }
    bytes.fill(
      layout.PLAIN_TEXT,
      layout.TEXT_TRAITS,
      layout.TEXT_TRAITS + Math.min(strings.count + 1, layout.MOST_TEXTS),
    );
    for (const id of strings.empty) bytes[layout.TEXT_TRAITS + id] = layout.EMPTY_TEXT;
    for (const id of strings.fonts.keys()) bytes[layout.TEXT_TRAITS + id] = layout.ODD_TEXT;
    for (const id of strings.runs.keys()) bytes[layout.TEXT_TRAITS + id] = layout.ODD_TEXT;
  }

  /**
   * Reads what is plain of a sheet's part from `start` on, between two rows or inside one, and gives the position behind it.
   * `cells` says where reading stands, and is told where it stands then. Faults: too many cells.
   */
  walk(part: Buffer, start: number, cells: CellBuffer): number {
    if (part[start] === LESS && !PLAIN_BEGINNINGS.includes(byteAt(part, start + 1))) return start;
    this.window.open(part, start);
    let position = this.step(start, cells);
    for (;;) {
      if (cells.filled === layout.ROOM) cells.makeRoom();
      else if (!this.window.moveOn(position)) return position;
      position = this.step(position, cells);
    }
  }

  /** As far as one window and the block reach. */
  private step(position: number, cells: CellBuffer): number {
    const { words } = this;
    const { first } = this.window;
    words[layout.OPEN_ROW / WORD] = cells.openRow;
    words[layout.PLACE_ROW / WORD] = cells.row;
    words[layout.PLACE_COLUMN / WORD] = cells.column;
    words[layout.LAST_ROW / WORD] = cells.lastRow;
    words[layout.LAST_COLUMN / WORD] = cells.lastColumn;
    words[layout.WIDEST / WORD] = cells.widest;
    words[layout.IS_ORDERED / WORD] = cells.isOrdered ? 1 : 0;
    words[layout.FILLED / WORD] = cells.filled;
    const stop = this.compiled.walk(layout.WINDOW + position - first);
    cells.openRow = at(words, layout.OPEN_ROW / WORD);
    cells.row = at(words, layout.PLACE_ROW / WORD);
    cells.column = at(words, layout.PLACE_COLUMN / WORD);
    cells.lastRow = at(words, layout.LAST_ROW / WORD);
    cells.lastColumn = at(words, layout.LAST_COLUMN / WORD);
    cells.widest = at(words, layout.WIDEST / WORD);
    cells.isOrdered = words[layout.IS_ORDERED / WORD] === 1;
    cells.fillTo(at(words, layout.FILLED / WORD));
    return stop - layout.WINDOW + first;
  }
}
