// Whether a form that was sent out was filled in, and whether its sums are still formulas.

import type { Catalogue } from "../model/catalogue.js";
import type { Field } from "../model/form.js";
import { cellIndex, type Grid } from "../model/grid.js";
import type { RecognisedPairs, RecognisedTable } from "../model/recognised.js";
import { isShown } from "./cell-kinds.js";

/** True where no figure was typed; opening figures are filled in beforehand and do not count. */
export function isUnfilled(
  tables: readonly RecognisedTable[],
  covers: readonly RecognisedPairs[],
  indicators: Catalogue["indicators"],
): boolean {
  const isAsked = ({ code }: Field): boolean => {
    const kind = indicators.get(code)?.kind;
    return kind !== undefined && kind !== "OPENING";
  };
  const isTyped = (grid: Grid, row: number, column: number): boolean => {
    const index = cellIndex(grid, row, column);
    return index >= 0 && isShown(grid, index) && grid.formulas[index] === 0;
  };
  const isCoverFilled = covers.some(({ grid, pairs }) =>
    pairs.some(({ field, value }) => isAsked(field) && isTyped(grid, value.row, value.column)),
  );
  return !isCoverFilled && !tables.some((table) => isTableFilled(table, isAsked, isTyped));
}

function isTableFilled(
  { grid, columns, firstRow, rowRoles }: RecognisedTable,
  isAsked: (field: Field) => boolean,
  isTyped: (grid: Grid, row: number, column: number) => boolean,
): boolean {
  const asked = columns.filter(({ field }) => isAsked(field));
  return rowRoles.some(
    (role, offset) => role === "data" && asked.some(({ column }) => isTyped(grid, firstRow + offset, column)),
  );
}

/** True where the row of sums holds numbers and none of them is a formula. */
export function hasLostFormulas({ grid, columns, firstRow, rowRoles }: RecognisedTable): boolean {
  const row = firstRow + rowRoles.lastIndexOf("total");
  if (row < firstRow) return false;
  const shown = columns
    .filter(({ field }) => field.role === "indicator" || field.role === "check")
    .map(({ column }) => cellIndex(grid, row, column))
    .filter((index) => index >= 0 && isShown(grid, index));
  return shown.length > 0 && shown.every((index) => grid.formulas[index] === 0);
}
