// Cells of one sheet while they are read: parallel columns that grow. A cell is filled into the fields below and stored,
// so that no object is made per cell. One buffer serves all sheets of a workbook and counts their cells.

import { addressText } from "../model/cell-address.js";
import { CELL_KINDS, type TextRun } from "../model/grid.js";
import type { Limits } from "../ooxml/limits.js";
import { overLimit } from "../ooxml/package-fault.js";

export const NUMBER = CELL_KINDS.indexOf("number");
export const TEXT = CELL_KINDS.indexOf("text");
export const BOOLEAN = CELL_KINDS.indexOf("boolean");
export const ERROR = CELL_KINDS.indexOf("error");
export const DATE = CELL_KINDS.indexOf("date");
export const UNCALCULATED = CELL_KINDS.indexOf("uncalculated");
export const COVERED = CELL_KINDS.indexOf("covered");

const FIRST_CAPACITY = 1024;

export class CellBuffer {
  /** The cell that `store` takes; it leaves number, text and formula as for the next blank one. */
  row = 0;
  column = 0;
  kind = 0;
  number = Number.NaN;
  text = "";
  style = 0;
  formula = 0;
  /** Runs of the text, where they stand in several fonts. */
  textRuns: readonly TextRun[] | undefined;

  count = 0;
  /** False once a cell came after one that stands behind it, or twice. */
  isOrdered = true;
  rows = new Uint32Array(FIRST_CAPACITY);
  columns = new Uint32Array(FIRST_CAPACITY);
  kinds = new Uint8Array(FIRST_CAPACITY);
  numbers = new Float64Array(FIRST_CAPACITY);
  styles = new Uint32Array(FIRST_CAPACITY);
  formulas = new Uint8Array(FIRST_CAPACITY);
  texts: string[] = [];
  /** Runs of the texts in several fonts, by A1 address. */
  runs = new Map<string, readonly TextRun[]>();

  private readonly limits: Limits;
  private lastRow = 0;
  private lastColumn = 0;
  private stored = 0;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** Begins the next sheet. */
  startSheet(): void {
    this.count = 0;
    this.isOrdered = true;
    this.texts = [];
    this.runs = new Map();
    this.lastRow = 0;
    this.lastColumn = 0;
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
    this.texts.push(this.text);
    this.styles[index] = this.style;
    this.formulas[index] = this.formula;
    if (this.textRuns !== undefined) this.keepRuns(this.textRuns);
    if (row < this.lastRow || (row === this.lastRow && column <= this.lastColumn)) this.isOrdered = false;
    this.lastRow = row;
    this.lastColumn = column;
    this.count = index + 1;
    if (++this.stored > this.limits.cells) throw overLimit("cells", this.limits);
  }

  private keepRuns(runs: readonly TextRun[]): void {
    this.runs.set(addressText(this), runs);
    this.textRuns = undefined;
  }

  private grow(): void {
    const capacity = this.rows.length * 2;
    this.rows = copyInto(new Uint32Array(capacity), this.rows);
    this.columns = copyInto(new Uint32Array(capacity), this.columns);
    this.kinds = copyInto(new Uint8Array(capacity), this.kinds);
    this.numbers = copyInto(new Float64Array(capacity), this.numbers);
    this.styles = copyInto(new Uint32Array(capacity), this.styles);
    this.formulas = copyInto(new Uint8Array(capacity), this.formulas);
  }
}

function copyInto<T extends Uint8Array | Uint32Array | Float64Array>(larger: T, smaller: T): T {
  larger.set(smaller);
  return larger;
}
