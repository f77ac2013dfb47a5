// One sheet as the reader gives it: stored cells only, in row-major order, as parallel columns so that a folder of
// thousands of workbooks costs little. No library's cell type exists behind this page.

import type { CellRange } from "./cell-address.js";
import { at } from "./outcome.js";

/**
 * blank: formatted but empty · covered: hidden under a merge, whatever it holds · uncalculated: a formula without a
 * stored result · date: a number whose format shows a date.
 */
export const CELL_KINDS = ["blank", "number", "text", "boolean", "error", "date", "uncalculated", "covered"] as const;
export type CellKind = (typeof CELL_KINDS)[number];

const TEXT = CELL_KINDS.indexOf("text");

/** What a style says that matters for reading. */
export interface CellStyle {
  /** Excel's format code, for instance `#,##0` or `0.0%`; `General` where none. */
  readonly numberFormat: string;
  readonly fontName: string;
}

/** A stretch of a text in one font; "" where the cell's own font holds. */
export interface TextRun {
  readonly text: string;
  readonly fontName: string;
}

export interface Grid {
  readonly name: string;
  /** Order in the workbook, from 0. */
  readonly index: number;
  readonly visibility: "visible" | "hidden" | "very-hidden";
  /** Last row and column that hold a stored cell; 0 for an empty sheet. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Parallel columns over the stored cells: 1-based row and column, index into CELL_KINDS, number, text, style. */
  readonly rows: Uint32Array;
  readonly columns: Uint32Array;
  readonly kinds: Uint8Array;
  /** The number of number and date cells, 1 or 0 of boolean cells, else NaN. */
  readonly numbers: Float64Array;
  /** Number of the text in the table below, or of the code of an error cell (`#REF!`); 0 where there is none. */
  readonly textIds: Uint32Array;
  /** Texts by number, the first of them empty, and no other. A text may stand in it twice, or belong to no cell. */
  readonly textTable: readonly string[];
  readonly styles: Uint32Array;
  /** 1 where the cell is a formula; 2 where the formula reads another workbook. */
  readonly formulas: Uint8Array;
  /** Index of the first stored cell of each row: cells of row r are `rowStarts[r] … rowStarts[r + 1] - 1`. */
  readonly rowStarts: Uint32Array;
  readonly styleTable: readonly CellStyle[];
  /** Runs of the texts that stand in several fonts, by A1 address; absent where no text of the sheet does. */
  readonly runs?: ReadonlyMap<string, readonly TextRun[]>;
  readonly merges: readonly CellRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface WorkbookGrid {
  readonly sheets: readonly Grid[];
  readonly date1904: boolean;
  /** Defined names and the text they refer to, as stored. */
  readonly definedNames: ReadonlyMap<string, string>;
}

/** Index of the stored cell at (row, column), 1-based; -1 where nothing is stored. */
export function cellIndex(grid: Grid, row: number, column: number): number {
  if (row < 1 || row > grid.rowCount || column < 1) return -1;
  const { columns, rowStarts } = grid;
  const first = rowStarts[row];
  const next = rowStarts[row + 1];
  if (first === undefined || next === undefined) return -1;
  // A row without gaps: the cell stands as far from the row's first one as their columns are apart.
  const guess = first + column - (columns[first] ?? column);
  if (guess >= first && guess < next && columns[guess] === column) return guess;
  let low = first;
  let high = next - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = at(columns, middle);
    if (found === column) return middle;
    if (found < column) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The kind of a stored cell; `blank` for index -1. */
export function kindAt(grid: Grid, index: number): CellKind {
  return index < 0 ? "blank" : at(CELL_KINDS, at(grid.kinds, index));
}

/** The text of a stored cell, the code of an error; "" for any other. */
export function storedText({ textIds, textTable }: Pick<Grid, "textIds" | "textTable">, index: number): string {
  return textTable[textIds[index] ?? -1] ?? "";
}

/** The cell as a person sees it, for messages and labels: text, plain number, error code; "" for nothing. */
export function shownText(grid: Grid, index: number): string {
  if (index >= 0 && grid.kinds[index] === TEXT) return storedText(grid, index);
  switch (kindAt(grid, index)) {
    case "text":
    case "error":
      return storedText(grid, index);
    case "number":
    case "date":
      return String(at(grid.numbers, index));
    case "boolean":
      return at(grid.numbers, index) === 1 ? "TRUE" : "FALSE";
    case "blank":
    case "covered":
    case "uncalculated":
      return "";
  }
}

/** True for a cell that a person typed or computed something into (covered content included). */
export function holdsSomething(grid: Grid, index: number): boolean {
  const kind = kindAt(grid, index);
  return kind === "covered"
    ? storedText(grid, index) !== "" || !Number.isNaN(at(grid.numbers, index))
    : kind !== "blank";
}
