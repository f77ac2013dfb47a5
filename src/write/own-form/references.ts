// References to cells inside formulas and lists of ranges: told from the text around them, moved, written back.

import { columnLetters, parseAddress } from "../../model/cell-address.js";

/** One corner of a range; whole rows have no column, whole columns no row. `$` keeps it where it is. */
export interface Corner {
  readonly column: number | undefined;
  readonly row: number | undefined;
  readonly keepsColumn: boolean;
  readonly keepsRow: boolean;
}

export interface Reference {
  /** Name of the sheet it is about, as written there; undefined for the formula's own. */
  readonly sheet: string | undefined;
  readonly from: Corner;
  /** Undefined for a single cell. */
  readonly to: Corner | undefined;
}

const CELL = "\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6}";
const SHEET = "(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!";
/** A text in quotes or a column in brackets, which are passed over; or a sheet's name and a cell, a range, whole rows or whole columns. */
const REFERENCE = new RegExp(
  `"(?:[^"]|"")*"|\\[[^\\[\\]]*\\]|(?<![\\p{L}\\p{N}_.$!'\\]])(${SHEET})?(?:(${CELL})(?::(${CELL}))?|(\\$?[1-9]\\d{0,6}):(\\$?[1-9]\\d{0,6})|(\\$?[A-Za-z]{1,3}):(\\$?[A-Za-z]{1,3}))(?![\\p{L}\\p{N}_.(!])`,
  "gu",
);

/** The text with every reference put through `move`. Texts in quotes, names and functions stay. */
export function mapReferences(formula: string, move: (reference: Reference) => Reference): string {
  return formula.replace(REFERENCE, (whole, sheet: string | undefined, ...parts: (string | undefined)[]) => {
    const [cell, endCell, row, endRow, column, endColumn] = parts;
    const from = cornerOf(cell ?? row ?? column);
    if (from === undefined) return whole;
    const to = cornerOf(endCell ?? endRow ?? endColumn);
    const name = sheet === undefined ? undefined : unquoted(sheet.slice(0, -1));
    const moved = move({ sheet: name, from, to });
    const range = moved.to === undefined ? cornerText(moved.from) : `${cornerText(moved.from)}:${cornerText(moved.to)}`;
    return `${sheet ?? ""}${range}`;
  });
}

function cornerOf(text: string | undefined): Corner | undefined {
  const match = /^(\$?)([A-Za-z]{0,3})(\$?)(\d*)$/.exec(text ?? "");
  if (text === undefined || match === null) return undefined;
  const [, firstSign, letters = "", sign, digits = ""] = match;
  const column = letters === "" ? undefined : parseAddress(`${letters}1`)?.column;
  const row = digits === "" ? undefined : Number(digits);
  return {
    column,
    row,
    keepsColumn: firstSign === "$" && column !== undefined,
    keepsRow: sign === "$" || (firstSign === "$" && column === undefined),
  };
}

function cornerText({ column, row, keepsColumn, keepsRow }: Corner): string {
  const letters = column === undefined ? "" : `${keepsColumn ? "$" : ""}${columnLetters(column)}`;
  return row === undefined ? letters : `${letters}${keepsRow ? "$" : ""}${row}`;
}

function unquoted(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** Rows that are put in behind one row of a sheet. */
export interface Insertion {
  readonly sheet: string;
  readonly row: number;
  readonly count: number;
}

/**
 * A formula's text after rows were put in: ranges that end at the row, or hold it, grow; what stands below moves down. A
 * single cell of the row stays where it is, or becomes the range of all copies (`grows`), as series of charts must.
 */
export function afterInsertion(
  formula: string,
  { sheet, row, count }: Insertion,
  { own, single }: { readonly own: string | undefined; readonly single: "stays" | "grows" },
): string {
  return mapReferences(formula, (reference) => {
    const { from, to } = reference;
    if ((reference.sheet ?? own) !== sheet) return reference;
    const down = (corner: Corner, first: number): Corner =>
      corner.row === undefined || corner.row < first ? corner : { ...corner, row: corner.row + count };
    if (to !== undefined) return { ...reference, from: down(from, row + 1), to: down(to, row) };
    if (from.row === row && single === "grows" && count > 0) return { ...reference, to: down(from, row) };
    return { ...reference, from: down(from, row + 1) };
  });
}

/** The formula of a copy of the row, `copy` rows further down: references without `$` go with it. */
export function inCopy(formula: string, { sheet, row, count }: Insertion, copy: number): string {
  const go = (corner: Corner): Corner => {
    if (corner.row === undefined) return corner;
    if (corner.row > row) return { ...corner, row: corner.row + count };
    return corner.keepsRow ? corner : { ...corner, row: corner.row + copy };
  };
  return mapReferences(formula, (reference) =>
    reference.sheet !== undefined && reference.sheet !== sheet
      ? reference
      : { ...reference, from: go(reference.from), to: reference.to === undefined ? undefined : go(reference.to) },
  );
}

/** A formula that cells share, as the cell so many rows and columns further has it. */
export function shared(formula: string, by: { readonly rows: number; readonly columns: number }): string {
  const go = ({ column, row, keepsColumn, keepsRow }: Corner): Corner => ({
    column: column === undefined || keepsColumn ? column : column + by.columns,
    row: row === undefined || keepsRow ? row : row + by.rows,
    keepsColumn,
    keepsRow,
  });
  return mapReferences(formula, ({ sheet, from, to }) => ({
    sheet,
    from: go(from),
    to: to === undefined ? to : go(to),
  }));
}
