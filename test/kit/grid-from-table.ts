// Sheets written in a test as Markdown tables (or rows of cells) → the Grid that read/ would give.
// Merges are written in the table: `<` is covered by the cell to the left, `^` by the cell above.

import { type CellRange, parseAddress, parseRange } from "../../src/model/cell-address.js";
import { CELL_KINDS, type CellKind, type CellStyle, type Grid, type WorkbookGrid } from "../../src/model/grid.js";
import { type CellInput, type CellWritten, cellFromText } from "./cell-from-text.js";
import { tableOf } from "./grid-texts.js";

/** A Markdown table, one line a row (a `|---|` line is left out), or rows of cells. */
export type TableInput = string | readonly (readonly CellInput[])[];

export interface SheetOptions {
  readonly name?: string;
  readonly index?: number;
  readonly visibility?: Grid["visibility"];
  /** Cell where the table's first cell stands: `C5`; A1 where absent. */
  readonly at?: string;
  /** Further merges, A1:B2. */
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly cell: CellWritten;
}

/**
 * The grid of one sheet. See `cellFromText` for how numbers, text numbers, dates, errors and formulas are written.
 * Cells under a merge are stored as `covered` (empty), as read/ gives them.
 */
export function gridFromTable(table: TableInput, options: SheetOptions = {}): Grid {
  const origin = parseAddress(options.at ?? "A1") ?? { row: 1, column: 1 };
  const lines = typeof table === "string" ? rowsOfMarkdown(table) : table;
  const merges = new Map<string, CellRange>();
  const placed: Placed[] = [];
  lines.forEach((line, lineIndex) => {
    line.forEach((input, cellOffset) => {
      const row = origin.row + lineIndex;
      const column = origin.column + cellOffset;
      const anchor = anchorOf(lines, lineIndex, cellOffset);
      if (anchor !== undefined) {
        widen(merges, { row: origin.row + anchor.row, column: origin.column + anchor.column }, { row, column });
        placed.push({ row, column, cell: { value: null, kind: "covered" } });
        return;
      }
      const cell = writtenCell(input);
      if (cell !== undefined) placed.push({ row, column, cell });
    });
  });
  const further = (options.merges ?? []).map((text) => parseRange(text)).filter((range) => range !== undefined);
  return assemble(coverUnder(placed, further), [...merges.values(), ...further], options);
}

/** A workbook of sheets made by `gridFromTable`, numbered in the order given. */
export function workbookOf(...sheets: readonly Grid[]): WorkbookGrid {
  return {
    sheets: sheets.map((sheet, index) => ({ ...sheet, index })),
    date1904: false,
    definedNames: new Map(),
  };
}

/** A workbook from sheet names and tables: `workbookFromTables({ "00 Chung": "| Mã đơn vị | 44 |" })`. */
export function workbookFromTables(sheets: Readonly<Record<string, TableInput>>): WorkbookGrid {
  return workbookOf(...Object.entries(sheets).map(([name, table]) => gridFromTable(table, { name })));
}

function rowsOfMarkdown(table: string): readonly (readonly string[])[] {
  return table
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("|") && !/^\|(?:\s*:?-{3,}:?\s*\|)+$/.test(line))
    .map((line) =>
      line
        .replace(/^\|/, "")
        .replace(/\|$/, "")
        .split("|")
        .map((text) => text.trim()),
    );
}

function writtenCell(input: CellInput): CellWritten | undefined {
  if (input === null) return undefined;
  if (typeof input === "string") return cellFromText(input);
  return typeof input === "object" ? input : { value: input };
}

/** For `<` and `^`: the offset (row, column) of the cell whose merge covers it. */
function anchorOf(
  lines: readonly (readonly CellInput[])[],
  row: number,
  column: number,
): { readonly row: number; readonly column: number } | undefined {
  let here = { row, column };
  for (;;) {
    const mark = lines[here.row]?.[here.column];
    if (mark === "<" && here.column > 0) here = { row: here.row, column: here.column - 1 };
    else if (mark === "^" && here.row > 0) here = { row: here.row - 1, column: here.column };
    else break;
  }
  return here.row === row && here.column === column ? undefined : here;
}

function widen(
  merges: Map<string, CellRange>,
  anchor: { readonly row: number; readonly column: number },
  cell: { readonly row: number; readonly column: number },
): void {
  const key = `${anchor.row}:${anchor.column}`;
  const known = merges.get(key) ?? { top: anchor.row, left: anchor.column, bottom: anchor.row, right: anchor.column };
  merges.set(key, {
    ...known,
    bottom: Math.max(known.bottom, cell.row),
    right: Math.max(known.right, cell.column),
  });
}

/** Cells inside a further merge keep what they hold but are covered, except its first cell. */
function coverUnder(placed: readonly Placed[], merges: readonly CellRange[]): readonly Placed[] {
  return placed.map((item) => {
    const isCovered = merges.some(
      (range) =>
        item.row >= range.top &&
        item.row <= range.bottom &&
        item.column >= range.left &&
        item.column <= range.right &&
        !(item.row === range.top && item.column === range.left),
    );
    return isCovered ? { ...item, cell: { ...item.cell, kind: "covered" } } : item;
  });
}

function assemble(placed: readonly Placed[], merges: readonly CellRange[], options: SheetOptions): Grid {
  const cells = [...placed].sort((a, b) => a.row - b.row || a.column - b.column);
  const rowCount = cells.at(-1)?.row ?? 0;
  const rowStarts = new Uint32Array(rowCount + 2);
  for (const { row } of cells) rowStarts[row + 1] = (rowStarts[row + 1] ?? 0) + 1;
  for (let row = 1; row < rowStarts.length; row += 1) {
    rowStarts[row] = (rowStarts[row] ?? 0) + (rowStarts[row - 1] ?? 0);
  }
  const styleTable: CellStyle[] = [];
  return {
    name: options.name ?? "Sheet1",
    index: options.index ?? 0,
    visibility: options.visibility ?? "visible",
    rowCount,
    columnCount: cells.reduce((most, { column }) => Math.max(most, column), 0),
    rows: Uint32Array.from(cells, ({ row }) => row),
    columns: Uint32Array.from(cells, ({ column }) => column),
    kinds: Uint8Array.from(cells, ({ cell }) => CELL_KINDS.indexOf(kindOf(cell))),
    numbers: Float64Array.from(cells, ({ cell }) => numberOf(cell)),
    ...tableOf(cells.map(({ cell }) => (typeof cell.value === "string" ? cell.value : ""))),
    styles: Uint32Array.from(cells, ({ cell }) => styleIndex(styleTable, cell)),
    formulas: Uint8Array.from(cells, ({ cell }) => cell.formula ?? 0),
    rowStarts,
    styleTable,
    merges,
    hiddenRows: new Set(options.hiddenRows ?? []),
    hiddenColumns: new Set(options.hiddenColumns ?? []),
  };
}

function kindOf(cell: CellWritten): CellKind {
  if (cell.kind !== undefined) return cell.kind;
  switch (typeof cell.value) {
    case "string":
      return "text";
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    default:
      return "blank";
  }
}

function numberOf(cell: CellWritten): number {
  if (typeof cell.value === "number") return cell.value;
  return typeof cell.value === "boolean" ? Number(cell.value) : Number.NaN;
}

function styleIndex(table: CellStyle[], cell: CellWritten): number {
  const style = { numberFormat: cell.format ?? "General", fontName: cell.font ?? "Times New Roman" };
  const known = table.findIndex(
    (entry) => entry.numberFormat === style.numberFormat && entry.fontName === style.fontName,
  );
  if (known >= 0) return known;
  table.push(style);
  return table.length - 1;
}
