// The cells of an output that show figures: what a manifest needs to know of it.

import type { Total } from "./fact.js";

/** By sheet and row, as in a WorkbookPlan. */
export interface PrintedCells {
  readonly sheets: readonly {
    readonly name: string;
    readonly rows: readonly { readonly row: number; readonly cells: readonly PrintedCell[] }[];
  }[];
}

interface PrintedCell {
  readonly column: number;
  readonly total?: Total | undefined;
  /** What stands in the cell where that is not the total's own number: an amount in triệu, a sentence. */
  readonly shown?: number | string;
}
