// Where the parts of a row stand in one recognised table: name, code, district, categories, figures.

import type { Field } from "../model/form.js";
import type { RecognisedColumn, RecognisedTable } from "../model/recognised.js";
import { reasonMark, type SheetMarks, USED } from "./cell-tally.js";
import type { CategoryReader } from "./read-identity-words.js";

interface CategoryColumn {
  readonly code: string;
  readonly column: number;
  readonly read: CategoryReader;
}

export interface TableLayout {
  /** Columns of figures (indicator and check), in sheet order. */
  readonly figures: readonly RecognisedColumn[];
  /** 1-based columns; 0 where the table has none. */
  readonly name: number;
  readonly code: number;
  readonly district: number;
  /** Column of the cell that messages about a row point at. */
  readonly nameCell: number;
  readonly categories: readonly CategoryColumn[];
  /** Index of the figure in each column of the sheet, −1 for none. */
  readonly slots: Int16Array;
  /** Mark for the cells of columns without figures: used, or listed with the reason. */
  readonly otherMarks: Uint16Array;
}

/** Identity words of the column that names the row, codes it, and names the district above it. */
const NAMES = ["row.name", "unit.name"];
const CODES = ["row.code", "unit.code"];
const PARENTS = ["unit.parent"];

/** The layout of a table; reasons for columns that are not counted go into the marks of its sheet. */
export function layOutTable(
  table: RecognisedTable,
  sheet: SheetMarks,
  readerOf: (field: Field) => CategoryReader,
): TableLayout {
  const columns = [...table.columns].sort((a, b) => a.column - b.column);
  const figures = columns.filter(({ field }) => field.role === "indicator" || field.role === "check");
  const width = table.grid.columnCount + 1;
  const slots = new Int16Array(width).fill(-1);
  for (const [index, { column }] of figures.entries()) slots[column] = index;
  const name = identityColumn(columns, NAMES);
  const code = identityColumn(columns, CODES);
  return {
    figures,
    name,
    code,
    nameCell: name > 0 ? name : Math.max(code, 1),
    district: identityColumn(columns, PARENTS),
    categories: columns
      .filter(({ field }) => field.role === "category")
      .map(({ field, column }) => ({ code: field.code, column, read: readerOf(field) })),
    slots,
    otherMarks: otherMarks(table, columns, sheet),
  };
}

function identityColumn(columns: readonly RecognisedColumn[], words: readonly string[]): number {
  return columns.find(({ field }) => field.role === "identity" && words.includes(field.code))?.column ?? 0;
}

function otherMarks(table: RecognisedTable, columns: readonly RecognisedColumn[], sheet: SheetMarks): Uint16Array {
  const width = table.grid.columnCount + 1;
  const marks = new Uint16Array(width).fill(reasonMark(sheet, "ngoài các cột của biểu"));
  for (const { column, text } of table.unknownColumns) {
    marks[column] = reasonMark(sheet, `cột "${text}" không có trong biểu`);
  }
  for (const { column, field, headingText } of columns) {
    marks[column] = field.role === "text" ? reasonMark(sheet, `cột "${headingText}" chỉ để đọc, không tính`) : USED;
  }
  return marks;
}

/** True where the table sorts its rows by a holder of funds. */
export function hasHolderColumn(table: RecognisedTable): boolean {
  return table.columns.some(({ field }) => field.role === "category" && field.code === HOLDER);
}

/** Category that makes a row a fund of its own (chủ quỹ), where a form declares it. */
export const HOLDER = "holder";
