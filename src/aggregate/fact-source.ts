// Where a figure stands: one cell, or the runs of a column it was added up from.

import { addressText, columnLetters } from "../model/cell-address.js";
import type { Source } from "../model/fact.js";
import { at } from "../model/outcome.js";
import type { FormTable } from "../model/submission.js";

/** Sheet rows in runs: «9–12, 14–20». First and last, inclusive, 1-based. */
export type RowRuns = readonly { readonly first: number; readonly last: number }[];

/** The runs of sheet rows that the table rows with these indexes stand in. */
export function runsOf(table: FormTable, rows: readonly number[]): RowRuns {
  const runs: { first: number; last: number }[] = [];
  for (const index of rows) {
    const { row } = at(table.rows, index);
    const run = runs.at(-1);
    if (run !== undefined && row === run.last + 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  return runs;
}

/** The runs of one column: «L9:L12,L14». */
export function columnSource(
  at: { readonly file: number; readonly sheet: string },
  column: number,
  runs: RowRuns,
): Source {
  const letters = columnLetters(column);
  let cells = "";
  for (const { first, last } of runs) {
    if (cells !== "") cells += ",";
    cells += first === last ? letters + first : `${letters}${first}:${letters}${last}`;
  }
  return { file: at.file, sheet: at.sheet, cells };
}

/** The cell of one figure of a table. */
export function cellSource(
  file: number,
  table: FormTable,
  place: { readonly row: number; readonly field: number },
): Source {
  return { file, sheet: table.sheet, cells: addressText(table.place(place.row, place.field)) };
}

/** Cells of several sources on one sheet joined; the first alone where they stand on different sheets. */
export function joinSources(sources: readonly (Source | undefined)[]): Source | undefined {
  const [first, ...others] = sources.filter((source) => source !== undefined);
  if (first === undefined) return undefined;
  const beside = others.filter((other) => other.file === first.file && other.sheet === first.sheet);
  return { ...first, cells: [first, ...beside].map((source) => source.cells).join(",") };
}
