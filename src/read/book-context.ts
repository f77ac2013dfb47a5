// What the sheets of one workbook share while they are read.

import type { Limits } from "../ooxml/limits.js";
import { overLimit } from "../ooxml/package-fault.js";
import type { CellBuffer } from "./cell-buffer.js";
import type { PlainRows } from "./plain-rows/plain-rows.js";
import type { SharedStrings } from "./read-shared-strings.js";
import type { StyleTable } from "./style-table.js";

export interface BookContext {
  readonly strings: SharedStrings;
  readonly styles: StyleTable;
  readonly date1904: boolean;
  readonly limits: Limits;
  readonly cells: CellBuffer;
  readonly spent: Spending;
  /** The short way through a sheet's rows, where there is one. */
  readonly plain: PlainRows | undefined;
}

/** What all sheets together have used of limits that hold for the workbook. */
export class Spending {
  private readonly limits: Limits;
  private merges = 0;
  private rows = 0;
  private hiddenColumns = 0;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  addMerge(): void {
    if (++this.merges > this.limits.merges) throw overLimit("merges", this.limits);
  }

  /** Columns of a sheet are hidden once each, so their number over all sheets is bounded as well. */
  addHiddenColumns(count: number): void {
    this.hiddenColumns += count;
    const limit = this.limits.columns * this.limits.sheets;
    if (this.hiddenColumns > limit) throw overLimit("columns", this.limits);
  }

  addRows(count: number): void {
    this.rows += count;
    if (this.rows > this.limits.totalRows) throw overLimit("totalRows", this.limits);
  }
}
