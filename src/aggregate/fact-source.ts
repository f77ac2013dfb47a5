// Where a figure stands: one cell, or the runs of a column it was added up from. Forms of one collection have their rows
// and columns in the same places, so the texts that say so are shared by all facts.

import { columnLetters } from "../model/cell-address.js";
import type { Source, SourceCells } from "../model/fact.js";
import type { FormTable } from "../model/submission.js";
import { sheetRowAt } from "../model/table-rows.js";

/** Sheet rows in runs: «9–12, 14–20», first and last inclusive and 1-based, with their cells by column: «L9:L12,L14». */
export interface RowRuns {
  readonly runs: readonly { readonly first: number; readonly last: number }[];
  readonly cells: Map<number, string>;
}

export interface RunBook {
  /** The runs of sheet rows that the table rows with these indexes stand in. */
  ofRows(table: FormTable, rows: readonly number[]): RowRuns;
  /** One sheet row. */
  ofRow(row: number): RowRuns;
}

/** More single runs than the forms of a collection have; beyond it the book is begun anew. */
const LIMIT = 5_000;

/** Runs that are one stretch of rows are kept and shared; the few others are made each time. */
export function createRunBook(): RunBook {
  const known = new Map<number, Map<number, RowRuns>>();
  let count = 0;
  const stretch = (first: number, last: number): RowRuns => {
    const found = known.get(first)?.get(last);
    if (found !== undefined) return found;
    if (count >= LIMIT) known.clear();
    count = count >= LIMIT ? 1 : count + 1;
    const made: RowRuns = { runs: [{ first, last }], cells: new Map() };
    const lasts = known.get(first);
    if (lasts === undefined) known.set(first, new Map([[last, made]]));
    else lasts.set(last, made);
    return made;
  };
  return {
    ofRow: (row) => stretch(row, row),
    ofRows: (table, rows) => {
      const runs = runsOf(table, rows);
      const [only] = runs;
      return only !== undefined && runs.length === 1 ? stretch(only.first, only.last) : { runs, cells: new Map() };
    },
  };
}

function runsOf(table: FormTable, rows: readonly number[]): RowRuns["runs"] {
  const runs: { first: number; last: number }[] = [];
  let run: { first: number; last: number } | undefined;
  for (const index of rows) {
    const row = sheetRowAt(table, index);
    if (run !== undefined && row === run.last + 1) run.last = row;
    else {
      run = { first: row, last: row };
      runs.push(run);
    }
  }
  return runs;
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

function cellsText(letters: string, { runs }: RowRuns): string {
  return runs
    .map(({ first, last }) => (first === last ? letters + first : `${letters}${first}:${letters}${last}`))
    .join(",");
}

/** Cells of several sources of one file as one: those of one sheet joined, the others beside them. */
export function joinSources(sources: readonly (Source | undefined)[]): Source | undefined {
  const given = sources.filter((source) => source !== undefined);
  const [source] = given;
  if (source === undefined) return undefined;
  if (given.length === 1 && source.beside === undefined) return source;
  const joined: SourceCells[] = [];
  for (const cells of given.flatMap(({ file: _, beside = [], ...own }) => [own, ...beside])) {
    const index = joined.findIndex((other) => other.sheet === cells.sheet && other.isCounted === cells.isCounted);
    const before = joined[index];
    if (before === undefined) joined.push(cells);
    else joined[index] = { ...before, cells: `${before.cells},${cells.cells}` };
  }
  const [first, ...beside] = joined;
  return { file: source.file, ...(first ?? source), ...(beside.length === 0 ? {} : { beside }) };
}
