// What a row below the headings holds, seen through the table's columns: a number, a name, figures. Reads no value.

import { type Field, holdsNumber } from "../model/form.js";
import { type Grid, shownText } from "../model/grid.js";
import type { RecognisedColumn } from "../model/recognised.js";
import { columnOf, isShown, rowStart, TEXT, textIn, UNCALCULATED } from "./cell-kinds.js";
import { isNameField } from "./form-index.js";

const UNKNOWN = 0;
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
  /** The last column that is no figure; 0 where there is none. */
  readonly lastOther: number;
}

export interface RowShape {
  readonly row: number;
  /** Cells in which something stands; only some of them in a row that has a name and a number. */
  readonly filled: number;
  /** A figure column holds a number, an error or a formula; one typed by hand; any text. */
  readonly hasNumber: boolean;
  readonly hasTyped: boolean;
  readonly hasFigureText: boolean;
  /** A code or a category stands in the row. */
  readonly isSorted: boolean;
  /** Stored cells of the name, of the first text that is neither name nor figure, and of the numbering; -1 for none. */
  readonly nameCell: number;
  readonly textCell: number;
  readonly numberCell: number;
}

/** The columns of a table: of its form, and of further forms among the same headings. */
interface TableColumns {
  readonly candidate: FormColumns;
  readonly further: readonly FormColumns[];
}

interface FormColumns {
  readonly columns: readonly RecognisedColumn[];
}

/** The shape of a table below headings. */
export type TableShapes = (grid: Pick<Grid, "columnCount">, headings: TableColumns) => TableShape;

/** Shapes kept for headings that are met again: those that were found once are the same objects from file to file. */
export function createTableShapes(): TableShapes {
  const known = new WeakMap<FormColumns, { readonly headings: TableColumns; readonly shape: TableShape }>();
  return (grid, headings) => {
    const before = known.get(headings.candidate);
    const isSame = before?.headings.further === headings.further && before.shape.parts.length === grid.columnCount + 1;
    if (isSame) return before.shape;
    const { candidate, further } = headings;
    const shape = tableShape(grid.columnCount, [candidate, ...further]);
    known.set(candidate, { headings: { candidate, further }, shape });
    return shape;
  };
}

function tableShape(columnCount: number, forms: readonly FormColumns[]): TableShape {
  const parts = new Uint8Array(columnCount + 1);
  for (const { columns } of forms) for (const { column, field } of columns) parts[column] = partOf(field);
  const lastOther = parts.findLastIndex((part) => part !== FIGURE && part !== UNKNOWN);
  return { parts, hasNumbering: parts.includes(NUMBERING), lastOther: Math.max(0, lastOther) };
}

/**
 * The shape of one row. No text is looked at, only where texts stand. A row with a name is known by the first number right
 * of it; what comes after is not counted.
 */
export function rowShape(grid: Grid, shape: TableShape, row: number): RowShape {
  let filled = 0;
  let figures = 0;
  let isSorted = false;
  let nameCell = -1;
  let textCell = -1;
  let numberCell = -1;
  const end = rowStart(grid, row + 1);
  for (let index = rowStart(grid, row); index < end; index += 1) {
    if (!isShown(grid, index)) continue;
    filled += 1;
    const column = columnOf(grid, index);
    const part = shape.parts[column];
    if (part === FIGURE) {
      figures |= heldBy(grid, index);
      const isKnown = nameCell >= 0 && column > shape.lastOther && (figures & HOLDS_NUMBER) !== 0;
      if (isKnown) break;
    } else if (part === NAME) {
      nameCell = showsText(grid, index);
    } else {
      if (part === NUMBERING) numberCell = showsText(grid, index);
      isSorted ||= part === SORTS;
      if (textCell < 0 && grid.kinds[index] === TEXT) textCell = index;
    }
  }
  return {
    row,
    filled,
    hasNumber: (figures & HOLDS_NUMBER) !== 0,
    hasTyped: (figures & HOLDS_TYPED) !== 0,
    hasFigureText: (figures & HOLDS_TEXT) !== 0,
    isSorted,
    nameCell,
    textCell,
    numberCell,
  };
}

/** What a row is about: the name cell; where it is empty, the first text left of the figures. */
export function labelOf(grid: Grid, { nameCell, textCell }: RowShape): string {
  return shownText(grid, nameCell < 0 ? textCell : nameCell);
}

/** The numbering (STT) of a row as shown. */
export function numberOf(grid: Grid, { numberCell }: RowShape): string {
  return shownText(grid, numberCell);
}

/** The cell itself; -1 for a formula without a result, in which nothing can be read. */
function showsText(grid: Grid, index: number): number {
  return grid.kinds[index] === UNCALCULATED ? -1 : index;
}

function heldBy(grid: Grid, index: number): number {
  const held = grid.kinds[index] === TEXT ? HOLDS_TEXT : HOLDS_NUMBER;
  return grid.formulas[index] === 0 ? held | HOLDS_TYPED : held;
}

/** Every text of a row, for words that may stand anywhere in it. */
export function rowTexts(grid: Grid, row: number): readonly string[] {
  const texts: string[] = [];
  const end = rowStart(grid, row + 1);
  for (let index = rowStart(grid, row); index < end; index += 1) {
    const text = textIn(grid, index);
    if (text !== undefined) texts.push(text);
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
    case "attribute":
      return holdsNumber(field) ? FIGURE : SORTS;
    case "identity":
      if (isNameField(field)) return NAME;
      return field.code === "row.number" ? NUMBERING : SORTS;
  }
}
