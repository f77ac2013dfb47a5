// Cells of one sheet while they are read: parallel columns that grow. A cell is filled into the fields below and stored,
// so that no object is made per cell. One buffer serves all sheets of a workbook and counts their cells.

import { addressText } from "../model/cell-address.js";
import { CELL_KINDS, type Grid, type TextRun } from "../model/grid.js";
import type { Limits } from "../ooxml/limits.js";
import { overLimit } from "../ooxml/package-fault.js";

export const NUMBER = CELL_KINDS.indexOf("number");
export const TEXT = CELL_KINDS.indexOf("text");
export const BOOLEAN = CELL_KINDS.indexOf("boolean");
export const ERROR = CELL_KINDS.indexOf("error");
export const DATE = CELL_KINDS.indexOf("date");
export const UNCALCULATED = CELL_KINDS.indexOf("uncalculated");
export const COVERED = CELL_KINDS.indexOf("covered");

export const OWN_FORMULA = 1;
export const OUTSIDE_FORMULA = 2;

/** The columns of a grid that hold its cells. */
export type CellColumns = Pick<Grid, "rows" | "columns" | "kinds" | "numbers" | "textIds" | "styles" | "formulas">;

/** Bytes that a cell usually takes in its part: a little less than written, so that the columns seldom grow. */
const BYTES_PER_CELL = 32;
const LEAST_CAPACITY = 16;
/** A number, four whole numbers, two kinds: all columns lie in one piece of memory. */
const ROOM_PER_CELL = 26;

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

  count = 0;
  /** False once a cell came after one that stands behind it, or twice. */
  isOrdered = true;
  /** Runs of the texts in several fonts, by A1 address. */
  runs = new Map<string, readonly TextRun[]>();

  private numbers = new Float64Array(0);
  private rows = new Uint32Array(0);
  private columns = new Uint32Array(0);
  private styles = new Uint32Array(0);
  private kinds = new Uint8Array(0);
  private formulas = new Uint8Array(0);
  private textIds = new Uint32Array(0);
  /** Texts by number, the first of them empty; grids hold it on. */
  readonly textTable: string[];
  private readonly limits: Limits;
  private lastRow = 0;
  private lastColumn = 0;
  private stored = 0;

  /** `textTable` begins with the empty text; the workbook's own list of texts may follow. */
  constructor(limits: Limits, textTable: string[]) {
    this.limits = limits;
    this.textTable = textTable;
  }

  /** Begins the next sheet, whose part has so many bytes. */
  startSheet(partBytes: number): void {
    this.row = 0;
    this.column = 0;
    this.count = 0;
    this.isOrdered = true;
    this.runs = new Map();
    this.lastRow = 0;
    this.lastColumn = 0;
    this.makeRoom(LEAST_CAPACITY + Math.ceil(partBytes / BYTES_PER_CELL));
  }

  /** Keeps the current cell. Faults: too many cells. */
  store(): void {
    const index = this.count;
    if (index === this.rows.length) this.grow();
    const { row, column } = this;
    this.rows[index] = row;
    this.columns[index] = column;
    this.kinds[index] = this.kind;
    this.numbers[index] = this.number;
    this.textIds[index] = this.textId;
    this.styles[index] = this.style;
    this.formulas[index] = this.formula;
    if (this.textRuns !== undefined) this.keepRuns(this.textRuns);
    if (row < this.lastRow || (row === this.lastRow && column <= this.lastColumn)) this.isOrdered = false;
    this.lastRow = row;
    this.lastColumn = column;
    this.count = index + 1;
    if (++this.stored > this.limits.cells) throw overLimit("cells", this.limits);
  }

  /** Gives the current cell a text that is not in the table yet. */
  setText(text: string): void {
    this.textId = text === "" ? 0 : this.textTable.push(text) - 1;
  }

  /** The cells of the sheet as they came, without copying; they belong to the caller once the next sheet begins. */
  takeColumns(): CellColumns {
    const { count } = this;
    return {
      rows: this.rows.subarray(0, count),
      columns: this.columns.subarray(0, count),
      kinds: this.kinds.subarray(0, count),
      numbers: this.numbers.subarray(0, count),
      textIds: this.textIds.subarray(0, count),
      styles: this.styles.subarray(0, count),
      formulas: this.formulas.subarray(0, count),
    };
  }

  private makeRoom(capacity: number): void {
    // Not filled with noughts: `store` writes all columns of a cell, and what lies behind the last cell is never shown.
    const room = Buffer.allocUnsafeSlow(capacity * ROOM_PER_CELL).buffer;
    this.numbers = new Float64Array(room, 0, capacity);
    this.rows = new Uint32Array(room, capacity * 8, capacity);
    this.columns = new Uint32Array(room, capacity * 12, capacity);
    this.styles = new Uint32Array(room, capacity * 16, capacity);
    this.textIds = new Uint32Array(room, capacity * 20, capacity);
    this.kinds = new Uint8Array(room, capacity * 24, capacity);
    this.formulas = new Uint8Array(room, capacity * 25, capacity);
  }

  private keepRuns(runs: readonly TextRun[]): void {
    this.runs.set(addressText(this), runs);
    this.textRuns = undefined;
  }

  private grow(): void {
    const { numbers, rows, columns, styles, textIds, kinds, formulas } = this;
    this.makeRoom(rows.length * 2);
    this.numbers.set(numbers);
    this.rows.set(rows);
    this.columns.set(columns);
    this.styles.set(styles);
    this.textIds.set(textIds);
    this.kinds.set(kinds);
    this.formulas.set(formulas);
  }
}
