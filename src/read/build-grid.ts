// Buffered cells → a Grid: in row-major order, one per place, hidden ones marked, with the index of rows.

import type { CellRange } from "../model/cell-address.js";
import type { Grid } from "../model/grid.js";
import { at } from "../model/outcome.js";
import type { BookContext } from "./book-context.js";
import type { CellColumns } from "./cell-room.js";
import { markCovered } from "./covered-cells.js";
import { gridOf } from "./grid-of.js";

/** What a sheet's part says beside its cells. */
export interface SheetTraits {
  readonly name: string;
  readonly index: number;
  readonly visibility: Grid["visibility"];
  readonly merges: readonly CellRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** The grid of the sheet whose cells stand in the buffer. Where one place came twice, the later cell holds. */
export function buildGrid(traits: SheetTraits, book: BookContext): Grid {
  const taken = book.cells.takeColumns();
  const cells = book.cells.isOrdered ? taken : inOrder(taken);
  const count = cells.rows.length;
  const rowCount = count === 0 ? 0 : at(cells.rows, count - 1);
  const columnCount = book.cells.widest;
  book.spent.addRows(rowCount);
  markCovered(cells, columnCount, traits.merges);
  const { runs, textTable } = book.cells;
  return gridOf({
    traits: { rowCount, columnCount, ...traits },
    runs: runs.size === 0 ? undefined : runs,
    merges: traits.merges,
    cells,
    rowStarts: indexRows(cells.rows, rowCount),
    textTable,
    styleTable: book.styles.styles,
  });
}

function inOrder(cells: CellColumns): CellColumns {
  const order = orderOf(cells);
  return {
    rows: order.map((index) => at(cells.rows, index)),
    columns: order.map((index) => at(cells.columns, index)),
    kinds: Uint8Array.from(order, (index) => at(cells.kinds, index)),
    numbers: Float64Array.from(order, (index) => at(cells.numbers, index)),
    textIds: order.map((index) => at(cells.textIds, index)),
    styles: order.map((index) => at(cells.styles, index)),
    formulas: Uint8Array.from(order, (index) => at(cells.formulas, index)),
  };
}

/** Indexes in row-major order, of each place the last one. */
function orderOf({ rows, columns }: CellColumns): Uint32Array {
  const byRow = (a: number, b: number): number => at(rows, a) - at(rows, b);
  const byColumn = (a: number, b: number): number => at(columns, a) - at(columns, b);
  const all = Uint32Array.from(rows, (_, index) => index);
  all.sort((a, b) => byRow(a, b) || byColumn(a, b) || a - b);
  return all.filter((index, place) => {
    const next = all[place + 1];
    return next === undefined || byRow(index, next) !== 0 || byColumn(index, next) !== 0;
  });
}

/** First index of each row; rowStarts[r + 1] exists for every r up to the last row. */
function indexRows(rows: Uint32Array, rowCount: number): Uint32Array {
  const starts = new Uint32Array(rowCount + 2);
  let row = 0;
  let width = 1;
  for (let index = 0; index < rows.length; index += width) {
    const current = rows[index] ?? rowCount;
    while (row < current) starts[++row] = index;
    // Most rows are as wide as the one before, so that two looks tell it.
    if (rows[index + width - 1] === current && rows[index + width] !== current) continue;
    width = 1;
    while (rows[index + width] === current) width++;
  }
  starts[rowCount + 1] = rows.length;
  return starts;
}
