// The rows of a table asked for one trait at a time, however the table keeps them.

import { at } from "./outcome.js";
import { type FormTable, TABLE_ROW_ROLES, type TableRow, type TableRowRole } from "./submission.js";

type Rows = Pick<FormTable, "rows" | "long">;

export function rowCount(table: Rows): number {
  return table.long === undefined ? table.rows.length : table.long.count;
}

export function rowAt(table: Rows, index: number): TableRow {
  return table.long === undefined ? at(table.rows, index) : table.long.at(index);
}

export function roleAt(table: Rows, index: number): TableRowRole {
  return table.long === undefined ? at(table.rows, index).role : at(TABLE_ROW_ROLES, table.long.roles[index] ?? -1);
}

/** Row of the sheet. */
export function sheetRowAt(table: Rows, index: number): number {
  return table.long === undefined ? at(table.rows, index).row : (table.long.sheetRows[index] ?? Number.NaN);
}

export function categoriesAt(table: Rows, index: number): TableRow["categories"] {
  const { long } = table;
  return long === undefined ? at(table.rows, index).categories : at(long.categorySets, long.sets[index] ?? -1);
}

/** Indexes of the rows that are counted: data and own funds. */
export function countedRows(table: Rows): readonly number[] {
  return rowsOf(table, COUNTED);
}

const COUNTED: readonly TableRowRole[] = ["data", "own"];

/** Indexes of the rows of some roles, in ascending order. Rows kept by columns are looked through as numbers. */
export function rowsOf(table: Rows, roles: readonly TableRowRole[]): readonly number[] {
  const found: number[] = [];
  if (table.long === undefined) {
    const { rows } = table;
    for (let index = 0; index < rows.length; index += 1) if (roles.includes(at(rows, index).role)) found.push(index);
    return found;
  }
  const isWanted = Uint8Array.from(TABLE_ROW_ROLES, (role) => (roles.includes(role) ? 1 : 0));
  const { count, roles: numbers } = table.long;
  for (let index = 0; index < count; index += 1) if (isWanted[numbers[index] ?? -1] === 1) found.push(index);
  return found;
}
