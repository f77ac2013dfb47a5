// The control total of a file: every cell that holds something is used, or listed with a reason, in ranges. Nothing of
// a sender's work may fall out unseen.

import { rangeText } from "../model/cell-address.js";
import { cutFrom } from "../model/cut-from.js";
import { CELL_KINDS, type Grid, holdsSomething } from "../model/grid.js";
import { at } from "../model/outcome.js";
import type { CellTally } from "../model/submission.js";

/** Marks of a sheet's stored cells: 0 not looked at, 1 used, else 2 + index into `reasons`. */
export interface SheetMarks {
  readonly grid: Grid;
  readonly marks: Uint16Array;
  readonly reasons: string[];
  /** Cells before this one lie above a table that was read, and are marked. */
  above: number;
}

type Listed = CellTally["listed"][number];

/** A rectangle of listed cells that may still grow downwards. */
interface Run {
  readonly reason: number;
  readonly top: number;
  readonly left: number;
  bottom: number;
  right: number;
  count: number;
}

export const USED = 1;
const FIRST_REASON = 2;
const OUTSIDE = "ngoài các bảng đã nhận ra";
const HIDDEN = "bị che dưới ô gộp";
const UNKNOWN_SHEET = "trang không nhận ra biểu nào";
const BLANK_KIND = CELL_KINDS.indexOf("blank");
const COVERED_KIND = CELL_KINDS.indexOf("covered");

/** Marks for one sheet after another, nothing looked at yet. */
export function createMarkRoom(): (grid: Grid) => SheetMarks {
  const marks = cutFrom((length) => new Uint16Array(length));
  return (grid) => ({ grid, marks: marks(grid.rows.length), reasons: [], above: 0 });
}

/** The mark that lists a cell of this sheet for a reason. */
export function reasonMark(sheet: SheetMarks, reason: string): number {
  const index = sheet.reasons.indexOf(reason);
  return FIRST_REASON + (index >= 0 ? index : sheet.reasons.push(reason) - 1);
}

/** Marks a cell as used; -1 (no such cell) is allowed. */
export function markUsed(sheet: SheetMarks, index: number): void {
  if (index >= 0) sheet.marks[index] = USED;
}

/** Counts what the marks say; sheets of `unused` hold nothing that was recognised and are listed as one range. */
export function tallyCells(sheets: Iterable<SheetMarks>, unused: Iterable<Grid>): CellTally {
  const listed: Listed[] = [];
  let seen = 0;
  let used = 0;
  for (const sheet of sheets) {
    const counted = tallySheet(sheet, listed);
    seen += counted.seen;
    used += counted.used;
  }
  for (const grid of unused) {
    const whole = wholeSheet(grid);
    if (whole === undefined) continue;
    seen += whole.count;
    listed.push(whole);
  }
  return { seen, used, listed };
}

function tallySheet(sheet: SheetMarks, listed: Listed[]): { readonly seen: number; readonly used: number } {
  const { grid, marks } = sheet;
  const { kinds, rows, columns } = grid;
  const open = new Map<number, Run>();
  const list = (done: Run): void => {
    listed.push(listing(done, sheet));
  };
  let run: Run | undefined;
  let seen = 0;
  let used = 0;
  for (let index = 0; index < marks.length; index += 1) {
    const kind = kinds[index];
    if (kind === BLANK_KIND || (kind === COVERED_KIND && !holdsSomething(grid, index))) continue;
    seen += 1;
    const mark = marks[index];
    if (mark === USED && kind !== COVERED_KIND) {
      used += 1;
      if (run !== undefined) run = close(run, open, list);
      continue;
    }
    const reason = kind === COVERED_KIND ? reasonMark(sheet, HIDDEN) : markOrOutside(sheet, mark);
    const row = at(rows, index);
    const column = at(columns, index);
    if (run !== undefined && run.reason === reason && run.top === row) {
      run.right = column;
      run.count += 1;
      continue;
    }
    if (run !== undefined) close(run, open, list);
    run = { reason, top: row, left: column, bottom: row, right: column, count: 1 };
  }
  if (run !== undefined) close(run, open, list);
  for (const last of open.values()) list(last);
  return { seen, used };
}

function markOrOutside(sheet: SheetMarks, mark: number | undefined): number {
  return mark === undefined || mark < FIRST_REASON ? reasonMark(sheet, OUTSIDE) : mark;
}

/** Joins a finished row run to the same columns of the row above, or keeps it open for the row below. */
function close(run: Run, open: Map<number, Run>, list: (run: Run) => void): undefined {
  const key = runKey(run);
  const above = open.get(key);
  if (above !== undefined && above.bottom === run.top - 1) {
    above.bottom = run.bottom;
    above.count += run.count;
    return;
  }
  if (above !== undefined) list(above);
  open.set(key, run);
}

/** Reason and columns as one number; for the usual ones a small integer, which a map finds several times faster. */
function runKey({ reason, left, right }: Run): number {
  const isSmall = reason < 0x200 && right < 0x400;
  return isSmall ? (reason << 20) | (left << 10) | right : 2 ** 44 + (reason * 0x4000 + left) * 0x4000 + right;
}

function listing(run: Run, { grid, reasons }: SheetMarks): Listed {
  const reason = reasons[run.reason - FIRST_REASON] ?? OUTSIDE;
  return { sheet: grid.name, cells: rangeText(run), reason, count: run.count };
}

function wholeSheet(grid: Grid): Listed | undefined {
  let count = 0;
  for (let index = 0; index < grid.kinds.length; index += 1) {
    const kind = grid.kinds[index];
    if (kind === BLANK_KIND || (kind === COVERED_KIND && !holdsSomething(grid, index))) continue;
    count += 1;
  }
  if (count === 0) return undefined;
  const cells = rangeText({ top: 1, left: 1, bottom: grid.rowCount, right: grid.columnCount });
  return { sheet: grid.name, cells, reason: UNKNOWN_SHEET, count };
}
