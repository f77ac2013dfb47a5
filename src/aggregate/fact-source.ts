// Where a figure stands: one cell, or the runs of a column it was added up from. Forms of one collection have their rows
// and columns in the same places, so the texts that say so are shared by all facts.

import { columnLetters } from "../model/cell-address.js";
import { type Source, type SourceCells, sourceCells, sourceOf } from "../model/fact.js";
import type { FormTable } from "../model/submission.js";
import { sheetRowAt } from "../model/table-rows.js";

/** Sheet rows in runs: «9–12, 14–20», with their cells by column: «L9:L12,L14:L20». */
export interface RowRuns {
  /** First and last of each run in turn, inclusive and 1-based: 9, 12, 14, 20. */
  readonly ends: ArrayLike<number>;
  readonly cells: Map<number, string>;
}

export interface RunBook {
  /** For the next rows, of which nothing is known yet. What was gathered before must be taken by `ofRows` till then. */
  gather(): RowGathering;
  /** The runs of what was gathered. */
  ofRows(rows: RowGathering): RowRuns;
  /** One sheet row. */
  ofRow(row: number): RowRuns;
}

/** As many as the runs of a usual table have. */
const USUAL_ENDS = 64;

/** Sheet rows as they come, in ascending order, kept as runs. A list of a million may have a run for each: one room serves all. */
export class RowGathering {
  count = 0;
  private ends = new Uint32Array(USUAL_ENDS);
  private length = 0;
  private last = 0;

  /** Adds the rows of a table with these indexes. */
  addRows(table: FormTable, indexes: readonly number[]): this {
    for (const index of indexes) this.add(sheetRowAt(table, index));
    return this;
  }

  add(row: number): void {
    if (this.count === 0 || row !== this.last + 1) this.begin(row);
    this.ends[this.length - 1] = row;
    this.last = row;
    this.count += 1;
  }

  clear(): this {
    this.count = 0;
    this.length = 0;
    return this;
  }

  /** First and last of each run in turn. */
  taken(): Uint32Array {
    return this.ends.slice(0, this.length);
  }

  /** The only run, where there is but one. */
  only(): readonly [first: number, last: number] | undefined {
    return this.length === 2 ? [this.last - this.count + 1, this.last] : undefined;
  }

  private begin(row: number): void {
    if (this.length === this.ends.length) {
      const { ends } = this;
      this.ends = new Uint32Array(2 * ends.length);
      this.ends.set(ends);
    }
    this.ends[this.length] = row;
    this.length += 2;
  }
}

/** More single runs than the forms of a collection have; beyond it the book is begun anew. */
const LIMIT = 5_000;

/** Runs that are one stretch of rows are kept and shared; the few others are made each time. */
export function createRunBook(): RunBook {
  const known = new Map<number, Map<number, RowRuns>>();
  const rows = new RowGathering();
  let count = 0;
  const stretch = (first: number, last: number): RowRuns => {
    const found = known.get(first)?.get(last);
    if (found !== undefined) return found;
    if (count >= LIMIT) known.clear();
    count = count >= LIMIT ? 1 : count + 1;
    const made: RowRuns = { ends: [first, last], cells: new Map() };
    const lasts = known.get(first);
    if (lasts === undefined) known.set(first, new Map([[last, made]]));
    else lasts.set(last, made);
    return made;
  };
  return {
    ofRow: (row) => stretch(row, row),
    gather: () => rows.clear(),
    ofRows: (gathered) => {
      const only = gathered.only();
      return only === undefined ? { ends: gathered.taken(), cells: new Map() } : stretch(...only);
    },
  };
}

/** The runs of one column. */
export function columnSource(
  place: { readonly file: number; readonly sheet: string },
  column: number,
  rows: RowRuns,
): Source {
  let cells = rows.cells.get(column);
  if (cells === undefined) {
    cells = cellsText(columnLetters(column), rows);
    rows.cells.set(column, cells);
  }
  return { file: place.file, sheet: place.sheet, cells };
}

/** The longest a run's text can be beside its letters: two rows of seven digits, a colon and a comma. */
const DIGITS_AND_SIGNS = 16;
const [COMMA, COLON, DIGIT_0] = [0x2c, 0x3a, 0x30];

/** Written as bytes: a list of branches may have a run for each of a million rows, and a text for each were most of it. */
function cellsText(letters: string, { ends }: RowRuns): string {
  const bytes = Buffer.allocUnsafe((ends.length / 2) * (2 * letters.length + DIGITS_AND_SIGNS));
  let end = 0;
  for (let index = 0; index < ends.length; index += 2) {
    const first = ends[index] ?? Number.NaN;
    const last = ends[index + 1] ?? Number.NaN;
    if (index > 0) bytes[end++] = COMMA;
    end = writeDigits(bytes, writeLetters(bytes, end, letters), first);
    if (last === first) continue;
    bytes[end++] = COLON;
    end = writeDigits(bytes, writeLetters(bytes, end, letters), last);
  }
  return bytes.toString("latin1", 0, end);
}

/** Gives the position behind what was written. */
function writeLetters(bytes: Buffer, start: number, letters: string): number {
  for (let index = 0; index < letters.length; index += 1) bytes[start + index] = letters.charCodeAt(index);
  return start + letters.length;
}

/** Gives the position behind what was written. */
function writeDigits(bytes: Buffer, start: number, row: number): number {
  let end = start + 1;
  for (let rest = row; rest >= 10; rest = (rest / 10) | 0) end += 1;
  let rest = row;
  for (let place = end - 1; place >= start; place -= 1) {
    const tens = (rest / 10) | 0;
    bytes[place] = DIGIT_0 + rest - 10 * tens;
    rest = tens;
  }
  return end;
}

/** Cells of several sources of one file as one: those of one sheet joined, the others beside them. */
export function joinSources(sources: readonly (Source | undefined)[]): Source | undefined {
  const given = sources.filter((source) => source !== undefined);
  const [source] = given;
  if (source === undefined) return undefined;
  if (given.length === 1 && source.beside === undefined) return source;
  const joined: Joined[] = [];
  for (const one of given) {
    join(joined, one);
    if (one.beside !== undefined) for (const cells of one.beside) join(joined, cells);
  }
  const [first = source, ...others] = joined;
  return sourceOf(source.file, first, others.length === 0 ? undefined : others.map(sourceCells));
}

interface Joined {
  readonly sheet: string;
  readonly isCounted: true | undefined;
  cells: string;
}

function join(joined: Joined[], { sheet, cells, isCounted }: SourceCells): void {
  const before = joined.find((other) => other.sheet === sheet && other.isCounted === isCounted);
  if (before === undefined) joined.push({ sheet, isCounted, cells });
  else before.cells += `,${cells}`;
}
