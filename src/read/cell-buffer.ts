// Cells of one sheet while they are read: parallel columns that grow. A cell is filled into the fields below and stored,
// so that no object is made per cell. One buffer serves all sheets of a workbook and counts their cells.

import { addressText } from "../model/cell-address.js";
import { CELL_KINDS, type TextRun } from "../model/grid.js";
import type { Limits } from "../ooxml/limits.js";
import { overLimit } from "../ooxml/package-fault.js";
import { type CellColumns, CellRoom } from "./cell-room.js";

export const NUMBER = CELL_KINDS.indexOf("number");
export const TEXT = CELL_KINDS.indexOf("text");
export const BOOLEAN = CELL_KINDS.indexOf("boolean");
export const ERROR = CELL_KINDS.indexOf("error");
export const DATE = CELL_KINDS.indexOf("date");
export const UNCALCULATED = CELL_KINDS.indexOf("uncalculated");
export const COVERED = CELL_KINDS.indexOf("covered");

export const OWN_FORMULA = 1;
export const OUTSIDE_FORMULA = 2;

/** Bytes that a cell usually takes in its part: a little less than written, so that long columns seldom grow. */
const BYTES_PER_CELL = 32;
const BLOCK = 1024;
const NO_ROOM = CellRoom.of(0);

export class CellBuffer {
  /** The cell that `store` takes. Row and column are also where reading stands: they stay until the next cell. */
  row = 0;
  column = 0;
  kind = 0;
  number = Number.NaN;
  /** Of its text in the table; 0 for none. */
  textId = 0;
  style = 0;
  formula = 0;
  /** Runs of the text, where they stand in several fonts. */
  textRuns: readonly TextRun[] | undefined;

  /** Number of the row that is read; 0 between two rows. */
  openRow = 0;
  /** Place of the cell stored last. */
  lastRow = 0;
  lastColumn = 0;
  /** The last column of any cell. */
  widest = 0;
  /** False once a cell came after one that stands behind it, or twice. */
  isOrdered = true;
  /** Cells in the block. */
  filled = 0;
  /** Runs of the texts in several fonts, by A1 address. */
  runs = new Map<string, readonly TextRun[]>();
  /** Texts by number, the first of them empty; grids hold it on. */
  readonly textTable: string[];

  private readonly limits: Limits;
  /** Where cells are stored first. */
  private readonly block: CellRoom;
  /** What the block could not hold, and what is expected of the sheet. */
  private kept = NO_ROOM;
  private keptCount = 0;
  private expected = 0;
  /** Cells of all sheets. */
  private stored = 0;

  /**
   * @param textTable begins with the empty text; the workbook's own list of texts may follow
   * @param block room that others may fill, too: they say so by `fillTo`
   */
  constructor(limits: Limits, textTable: string[], block: CellRoom = CellRoom.of(BLOCK)) {
    this.limits = limits;
    this.textTable = textTable;
    this.block = block;
  }

  /** Begins the next sheet, whose part has so many bytes. */
  startSheet(partBytes: number): void {
    this.row = 0;
    this.column = 0;
    this.openRow = 0;
    this.lastRow = 0;
    this.lastColumn = 0;
    this.widest = 0;
    this.isOrdered = true;
    this.runs = new Map();
    this.filled = 0;
    this.kept = NO_ROOM;
    this.keptCount = 0;
    this.expected = Math.ceil(partBytes / BYTES_PER_CELL);
  }

  /** Keeps the current cell. Faults: too many cells. */
  store(): void {
    this.makeRoom();
    const { block, row, column, filled } = this;
    block.rows[filled] = row;
    block.columns[filled] = column;
    block.kinds[filled] = this.kind;
    block.numbers[filled] = this.number;
    block.textIds[filled] = this.textId;
    block.styles[filled] = this.style;
    block.formulas[filled] = this.formula;
    if (this.textRuns !== undefined) this.keepRuns(this.textRuns);
    if (row < this.lastRow || (row === this.lastRow && column <= this.lastColumn)) this.isOrdered = false;
    this.lastRow = row;
    this.lastColumn = column;
    if (column > this.widest) this.widest = column;
    this.fillTo(filled + 1);
  }

  /** Takes note that the block holds so many cells now. Faults: too many cells. */
  fillTo(filled: number): void {
    this.stored += filled - this.filled;
    this.filled = filled;
    if (this.stored > this.limits.cells) throw overLimit("cells", this.limits);
  }

  /** Sees to it that the block can hold another cell. */
  makeRoom(): void {
    if (this.filled === this.block.rows.length) this.keepBlock();
  }

  /** Gives the current cell a text that is not in the table yet. */
  setText(text: string): void {
    this.textId = text === "" ? 0 : this.textTable.push(text) - 1;
  }

  /** The cells of the sheet as they came; they are the caller's. */
  takeColumns(): CellColumns {
    if (this.keptCount === 0) this.kept = CellRoom.of(this.filled);
    this.keepBlock();
    return this.kept.first(this.keptCount);
  }

  private keepBlock(): void {
    const count = this.keptCount + this.filled;
    if (count > this.kept.rows.length) this.grow(count);
    this.kept.put(this.block.first(this.filled), this.keptCount);
    this.keptCount = count;
    this.filled = 0;
  }

  private grow(least: number): void {
    const room = CellRoom.of(Math.max(least, this.expected, this.kept.rows.length * 2));
    room.put(this.kept.first(this.keptCount), 0);
    this.kept = room;
  }

  private keepRuns(runs: readonly TextRun[]): void {
    this.runs.set(addressText(this), runs);
    this.textRuns = undefined;
  }
}
