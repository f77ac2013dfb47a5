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
  const counted: number[] = [];
  const count = rowCount(table);
  for (let index = 0; index < count; index += 1) {
    const role = roleAt(table, index);
    if (role === "data" || role === "own") counted.push(index);
  }
  return counted;
}
