// The one place where a grid is put together: wherever its cells come from, the engine then knows one kind of grid only,
// and the loops over cells need not tell several apart.

import type { Grid } from "../model/grid.js";
import type { CellColumns } from "./cell-room.js";

export interface GridParts extends Pick<Grid, "rowStarts" | "textTable" | "styleTable" | "merges"> {
  readonly traits: Pick<
    Grid,
    "name" | "index" | "visibility" | "rowCount" | "columnCount" | "hiddenRows" | "hiddenColumns"
  >;
  readonly runs: Grid["runs"] | undefined;
  readonly cells: CellColumns;
}

export function gridOf({ traits, cells, rowStarts, textTable, styleTable, merges, runs }: GridParts): Grid {
  const grid = {
    name: traits.name,
    index: traits.index,
    visibility: traits.visibility,
    rowCount: traits.rowCount,
    columnCount: traits.columnCount,
    rows: cells.rows,
    columns: cells.columns,
    kinds: cells.kinds,
    numbers: cells.numbers,
    textIds: cells.textIds,
    textTable,
    styles: cells.styles,
    formulas: cells.formulas,
    rowStarts,
    styleTable,
    merges,
    hiddenRows: traits.hiddenRows,
    hiddenColumns: traits.hiddenColumns,
  };
  return runs === undefined ? grid : { ...grid, runs };
}
