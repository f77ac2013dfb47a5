// Where the parts of a row stand in a table: name, code, district, categories, figures. A layout says nothing about one
// sheet in particular, so that the files of one collection share it.

import { type Field, fieldsOf, holdsNumber } from "../model/form.js";
import type { RecognisedColumn, RecognisedTable } from "../model/recognised.js";
import { type CategoryColumn, type CategorySet, noCategories } from "./category-sets.js";
import { reasonMark, type SheetMarks, USED } from "./cell-tally.js";
import type { ColumnTraits, TraitsOf } from "./column-traits.js";
import { type FormColumn, figureColumn, largestFactor, shownFactors } from "./figure-columns.js";
import type { CategoryReader } from "./read-identity-words.js";

export interface TableLayout {
  /** Columns of figures (indicator and check), in sheet order, refused ones last, with their place on the sheet. */
  readonly columns: readonly FormColumn[];
  readonly places: readonly number[];
  readonly fields: readonly Field[];
  readonly headings: readonly string[];
  /** `factor` of each figure column; the factor it is written in (that of the sheet where it has none). */
  readonly factors: Float64Array;
  readonly shownFactors: Float64Array;
  /** Indexes of the figures that stand in no certain column: refused in every row. */
  readonly refused: readonly number[];
  readonly moneyFactor: number;
  readonly isMoneyDeclared: boolean;
  /** 1-based columns; 0 where the table has none. */
  readonly name: number;
  readonly code: number;
  readonly district: number;
  /** Column of the cell that messages about a row point at. */
  readonly nameCell: number;
  readonly categories: readonly CategoryColumn[];
  /** Lists: columns whose texts are kept with their record, in declared order. */
  readonly attributes: readonly AttributeColumn[];
  readonly noCategories: CategorySet;
  /** Index of the figure in each column of the sheet, −1 for none. */
  readonly slots: Int16Array;
  /** Why cells of a column without figures are not counted; undefined where they are used. By column of the sheet. */
  readonly reasons: readonly (string | undefined)[];
  /** 1 for columns whose heading is no field of the form. */
  readonly unknown: Uint8Array;
}

/** A column of a list that is kept as text; `heading` as it stands on the form. */
export interface AttributeColumn {
  readonly field: Field;
  readonly column: number;
  readonly heading: string;
}

export interface LayoutSettings {
  readonly traits: TraitsOf;
  readonly readerOf: (field: Field) => CategoryReader;
  /** đồng per unit that the sheet or the cover states, where the heading of a column does not. */
  readonly stated: number | undefined;
}

/** Identity words of the column that names the row, codes it, and names the district above it. */
const NAMES = ["row.name", "unit.name"];
const CODES = ["row.code", "unit.code"];
const PARENTS = ["unit.parent"];
/** Points may be half ones: read as a plain quotient, which is never rounded. */
const POINTS: ColumnTraits = { kind: "ratio", headingFactor: undefined, times: 1, isShare: false, words: "" };
const OTHER_COLUMN = "ngoài các cột của biểu";

/** The layout of a table. */
export function layOutTable(table: RecognisedTable, { traits, readerOf, stated }: LayoutSettings): TableLayout {
  const sorted = [...table.columns].sort((a, b) => a.column - b.column);
  const certain = sorted.filter(({ field }) => isFigure(field));
  const doubtful = table.doubtful.map(({ field, cell }) => ({
    field,
    column: cell.column,
    headingText: field.heading,
  }));
  const figures = [...certain, ...doubtful];
  const columns = figures.map(({ field: { code, holds }, headingText: heading }) =>
    figureColumn(holds === "points" ? POINTS : traits(code, heading), { code, heading, stated }),
  );
  const slots = new Int16Array(table.grid.columnCount + 1).fill(-1);
  for (const [index, { column }] of certain.entries()) slots[column] = index;
  const name = identityColumn(sorted, NAMES);
  const code = identityColumn(sorted, CODES);
  const categories = sorted
    .filter(({ field }) => field.role === "category" || isChoice(field))
    .map(({ field, column, headingText: heading }) => ({
      code: field.code,
      column,
      heading,
      read: readerOf(field),
      otherwise: field.otherwise,
    }));
  return {
    columns,
    places: figures.map(({ column }) => column),
    fields: figures.map(({ field }) => field),
    headings: figures.map(({ headingText }) => headingText),
    factors: Float64Array.from(columns, ({ factor }) => factor),
    shownFactors: shownFactors(columns),
    refused: doubtful.map((_, index) => certain.length + index),
    moneyFactor: largestFactor(columns),
    isMoneyDeclared: columns.every(({ power }) => power !== undefined),
    name,
    code,
    nameCell: name > 0 ? name : Math.max(code, 1),
    district: identityColumn(sorted, PARENTS),
    categories,
    attributes: attributesOf(table),
    noCategories: noCategories(categories),
    slots,
    reasons: reasonsOf(table, sorted),
    unknown: unknownColumns(table),
  };
}

function isFigure(field: Field): boolean {
  return field.role === "indicator" || field.role === "check" || holdsNumber(field);
}

function isChoice({ role, values }: Field): boolean {
  return role === "attribute" && values.size > 0;
}

function attributesOf({ form, grain, columns }: RecognisedTable): readonly AttributeColumn[] {
  return fieldsOf(form, grain).flatMap((field) => {
    if (field.role !== "attribute" || holdsNumber(field)) return [];
    const found = columns.find((one) => one.field === field);
    return found === undefined ? [] : [{ field, column: found.column, heading: found.headingText }];
  });
}

/** Marks of one sheet for the cells of each column without figures: used, or listed with the reason. */
export function otherMarks({ reasons }: TableLayout, sheet: SheetMarks): Uint16Array {
  const marks = new Uint16Array(reasons.length);
  for (let column = 0; column < reasons.length; column += 1) {
    const reason = reasons[column];
    marks[column] = reason === undefined ? USED : reasonMark(sheet, reason);
  }
  return marks;
}

function identityColumn(columns: readonly RecognisedColumn[], words: readonly string[]): number {
  return columns.find(({ field }) => field.role === "identity" && words.includes(field.code))?.column ?? 0;
}

function reasonsOf(table: RecognisedTable, columns: readonly RecognisedColumn[]): readonly (string | undefined)[] {
  const reasons: (string | undefined)[] = Array.from({ length: table.grid.columnCount + 1 }, () => OTHER_COLUMN);
  for (const { column, text } of table.unknownColumns) reasons[column] = `cột "${text}" không có trong biểu`;
  for (const { column, field, headingText } of columns) {
    reasons[column] = field.role === "text" ? `cột "${headingText}" chỉ để đọc, không tính` : undefined;
  }
  return reasons;
}

function unknownColumns({ grid, unknownColumns: columns }: RecognisedTable): Uint8Array {
  const unknown = new Uint8Array(grid.columnCount + 1);
  for (const { column } of columns) unknown[column] = 1;
  return unknown;
}

/** True where the table sorts its rows by a holder of funds. */
export function hasHolderColumn(table: RecognisedTable): boolean {
  return table.columns.some(({ field }) => field.role === "category" && field.code === HOLDER);
}

/** Category that makes a row a fund of its own (chủ quỹ), where a form declares it. */
export const HOLDER = "holder";
