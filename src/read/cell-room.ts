// Room for cells as a grid holds them: parallel columns, all in one piece of memory, wide ones first, so that each begins
// where its numbers may.

import type { Grid } from "../model/grid.js";

/** The columns of a grid that hold its cells. */
export type CellColumns = Pick<Grid, "rows" | "columns" | "kinds" | "numbers" | "textIds" | "styles" | "formulas">;

/** A number, four whole numbers, two kinds. */
const BYTES_PER_CELL = 26;
/**
 * From here on memory is of the kind that threads may share, which the engine does not count: for what it counts it looks
 * for garbage at once, where there is none yet (100.000 rows × 12, five pairs of runs: 7 % of the time).
 */
const LARGE = 8_388_608;

export class CellRoom implements CellColumns {
  readonly numbers: Float64Array;
  readonly rows: Uint32Array;
  readonly columns: Uint32Array;
  readonly styles: Uint32Array;
  readonly textIds: Uint32Array;
  readonly kinds: Uint8Array;
  readonly formulas: Uint8Array;

  /** Room for so many cells from byte `start` of the memory on, which others may fill, too. */
  constructor(memory: ArrayBufferLike, start: number, capacity: number) {
    this.numbers = new Float64Array(memory, start, capacity);
    this.rows = new Uint32Array(memory, start + capacity * 8, capacity);
    this.columns = new Uint32Array(memory, start + capacity * 12, capacity);
    this.styles = new Uint32Array(memory, start + capacity * 16, capacity);
    this.textIds = new Uint32Array(memory, start + capacity * 20, capacity);
    this.kinds = new Uint8Array(memory, start + capacity * 24, capacity);
    this.formulas = new Uint8Array(memory, start + capacity * 25, capacity);
  }

  /** A room of its own memory, which need not be noughts: what lies behind the cells that were put in is never shown. */
  static of(capacity: number): CellRoom {
    const bytes = capacity * BYTES_PER_CELL;
    const memory = bytes < LARGE ? Buffer.allocUnsafeSlow(bytes).buffer : new SharedArrayBuffer(bytes);
    return new CellRoom(memory, 0, capacity);
  }

  /** The first cells, without copying. */
  first(count: number): CellColumns {
    if (count === this.rows.length) return this;
    return {
      numbers: this.numbers.subarray(0, count),
      rows: this.rows.subarray(0, count),
      columns: this.columns.subarray(0, count),
      styles: this.styles.subarray(0, count),
      textIds: this.textIds.subarray(0, count),
      kinds: this.kinds.subarray(0, count),
      formulas: this.formulas.subarray(0, count),
    };
  }

  /** Copies cells in, from place `index` on, where there must be room for them. */
  put(cells: CellColumns, index: number): void {
    this.numbers.set(cells.numbers, index);
    this.rows.set(cells.rows, index);
    this.columns.set(cells.columns, index);
    this.styles.set(cells.styles, index);
    this.textIds.set(cells.textIds, index);
    this.kinds.set(cells.kinds, index);
    this.formulas.set(cells.formulas, index);
  }
}
