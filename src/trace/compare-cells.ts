// Printed cells as they stand now against what was written: someone may have changed the output since.

import { parseAddress } from "../model/cell-address.js";
import { cellIndex, type Grid, kindAt, shownText, type WorkbookGrid } from "../model/grid.js";
import type { StoredQuantity } from "./manifest.js";
import { type Manifest, totalNamed } from "./open-manifest.js";

/** Programs write a stored result again with the last binary digits rounded. */
const PRECISION = 1e-9;

export interface CellPlace {
  readonly sheet: string;
  /** As Excel names it: F12. */
  readonly cell: string;
}

export interface ChangedCell extends CellPlace {
  /** The number that stood there, or why there was none. */
  readonly written: StoredQuantity;
  /** The text that stood there, where it was neither of these. */
  readonly text?: string | undefined;
  /** "" where nothing stands there now, or the sheet is gone. */
  readonly now: string;
}

/** True where the cell shows what was written: its number, or a text where there was none. */
export function isShownStill(book: WorkbookGrid | undefined, place: CellPlace, manifest: Manifest): boolean {
  const grid = book?.sheets.find(({ name }) => name === place.sheet);
  const total = manifest.cells[place.sheet]?.[place.cell];
  return grid !== undefined && total !== undefined && shows(grid, place.cell, writtenAt(manifest, place, total));
}

/** What stood in the cell: as it was shown, else the number of its total, or why there was none. */
function writtenAt(manifest: Manifest, { sheet, cell }: CellPlace, total: string): Written {
  const shown = manifest.shown(sheet, cell);
  const written = typeof shown === "number" ? shown : totalNamed(manifest, total).total[2];
  return typeof shown === "string" ? { written, text: shown } : { written };
}

type Written = Pick<ChangedCell, "written" | "text">;

/** Every printed figure that no longer shows what was written. */
export function changedCells(book: WorkbookGrid | undefined, manifest: Manifest): readonly ChangedCell[] {
  const grids = new Map(book?.sheets.map((grid) => [grid.name, grid]));
  return Object.entries(manifest.cells).flatMap(([sheet, cells]) => {
    const grid = grids.get(sheet);
    return Object.entries(cells).flatMap(([cell, name]): readonly ChangedCell[] => {
      const written = writtenAt(manifest, { sheet, cell }, name);
      if (grid !== undefined && shows(grid, cell, written)) return [];
      return [{ sheet, cell, ...written, now: grid === undefined ? "" : shownText(grid, indexOf(grid, cell)) }];
    });
  });
}

function shows(grid: Grid, cell: string, { text, written }: Written): boolean {
  const index = indexOf(grid, cell);
  const kind = kindAt(grid, index);
  if (text !== undefined) return shownText(grid, index) === text;
  if (typeof written === "string") return kind === "text";
  const number = kind === "number" ? (grid.numbers[index] ?? Number.NaN) : Number.NaN;
  return Math.abs(number - written) <= PRECISION * Math.max(1, Math.abs(written));
}

function indexOf(grid: Grid, cell: string): number {
  const address = parseAddress(cell);
  return address === undefined ? -1 : cellIndex(grid, address.row, address.column);
}
