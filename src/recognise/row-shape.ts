// What a row below the headings holds, seen through the table's columns: a number, a name, figures. Reads no value.

import type { Field } from "../model/form.js";
import { type Grid, shownText } from "../model/grid.js";
import { at } from "../model/outcome.js";
import type { RecognisedColumn } from "../model/recognised.js";
import { isShown, NUMBER, TEXT, textIn } from "./cell-kinds.js";
import { isNameField } from "./form-index.js";

const FIGURE = 1;
const NAME = 2;
const NUMBERING = 3;
const SORTS = 4;

const HOLDS_NUMBER = 1;
const HOLDS_TYPED = 2;
const HOLDS_TEXT = 4;

/** The part each column of the sheet plays in the table. */
export interface TableShape {
  readonly parts: Uint8Array;
  readonly hasNumbering: boolean;
}

export interface RowShape {
  readonly row: number;
  /** Cells in which something stands. */
  readonly filled: number;
  /** A figure column holds a number, an error or a formula; one typed by hand; any text. */
  readonly hasNumber: boolean;
  readonly hasTyped: boolean;
  readonly hasFigureText: boolean;
  /** The name cell; where it is empty, the first text left of the figures. */
  readonly label: string;
  readonly isNamed: boolean;
  /** A code or a category stands in the row. */
  readonly isSorted: boolean;
  /** The numbering (STT) as shown. */
  readonly number: string;
}

/** The shape of a table with these columns. */
export function tableShape(grid: Grid, columns: readonly RecognisedColumn[]): TableShape {
  const parts = new Uint8Array(grid.columnCount + 1);
  for (const { column, field } of columns) parts[column] = partOf(field);
  return { parts, hasNumbering: parts.includes(NUMBERING) };
}

/** The shape of one row. */
export function rowShape(grid: Grid, shape: TableShape, row: number): RowShape {
  let filled = 0;
  let figures = 0;
  let isSorted = false;
  let name = "";
  let first = "";
  let number = "";
  const end = at(grid.rowStarts, row + 1);
  for (let index = at(grid.rowStarts, row); index < end; index += 1) {
    if (!isShown(grid, index)) continue;
    filled += 1;
    const part = shape.parts[at(grid.columns, index)];
    if (part === FIGURE) {
      figures |= heldBy(grid, index);
    } else if (part === NAME) {
      name = shownText(grid, index);
    } else {
      if (part === NUMBERING) number = shownText(grid, index);
      if (part === SORTS) isSorted = true;
      if (first === "") first = textIn(grid, index) ?? "";
    }
  }
  const label = name === "" ? first : name;
  return {
    row,
    filled,
    hasNumber: (figures & HOLDS_NUMBER) !== 0,
    hasTyped: (figures & HOLDS_TYPED) !== 0,
    hasFigureText: (figures & HOLDS_TEXT) !== 0,
    label,
    isNamed: name !== "",
    isSorted,
    number,
  };
}

const CODE = /^\(?\[?(?:[A-Za-zĐđ]|\d{1,3})[)\]]?\s*(?:=.*)?$|^[\s\d()[\]=+\-−–*x×:/.,;%]+$/u;

function heldBy(grid: Grid, index: number): number {
  const held = grid.kinds[index] === TEXT ? HOLDS_TEXT : HOLDS_NUMBER;
  return grid.formulas[index] === 0 ? held | HOLDS_TYPED : held;
}

/** True for the row of column numbers: «A B C 1 2 3 4=1+2», at least three of them, numbers rising. */
export function isCodeRow(grid: Grid, row: number): boolean {
  let found = 0;
  let last = 0;
  for (let index = at(grid.rowStarts, row); index < at(grid.rowStarts, row + 1); index += 1) {
    if (!isShown(grid, index)) continue;
    const kind = at(grid.kinds, index);
    const text = shownText(grid, index).trim();
    if (!(kind === TEXT || kind === NUMBER) || !CODE.test(text)) return false;
    const digits = /^\(?\[?(\d{1,3})/.exec(text)?.[1];
    if (digits !== undefined) {
      if (Number(digits) <= last || !Number.isInteger(Number(digits))) return false;
      last = Number(digits);
    }
    found += 1;
  }
  return found >= 3;
}

/** Every text of a row, for words that may stand anywhere in it. */
export function rowTexts(grid: Grid, row: number): readonly string[] {
  const texts: string[] = [];
  for (let index = at(grid.rowStarts, row); index < at(grid.rowStarts, row + 1); index += 1) {
    if (at(grid.kinds, index) === TEXT && isShown(grid, index)) texts.push(at(grid.texts, index));
  }
  return texts;
}

function partOf(field: Field): number {
  switch (field.role) {
    case "indicator":
    case "check":
      return FIGURE;
    case "category":
    case "text":
      return SORTS;
    case "identity":
      if (isNameField(field)) return NAME;
      return field.code === "row.number" ? NUMBERING : SORTS;
  }
}
