// Tables side by side over the same rows: the second one names its rows anew. Where it says the same in every row of
// figures, the first column of names is that of both; where it does not, nothing is settled and the clash stays.

import type { CellAddress } from "../model/cell-address.js";
import { cellIndex, type Grid, shownText } from "../model/grid.js";
import type { RecognisedColumn } from "../model/recognised.js";
import { sameText } from "../model/text.js";
import { NUMBER, rowStart } from "./cell-kinds.js";
import { isCodeRow } from "./code-row.js";
import type { Candidate, Clash } from "./heading-candidates.js";
import type { HeadingReading } from "./read-headings.js";

/** True where two columns name the rows: one of the headings' clashes is about who they are. */
export function namesRowsTwice({ clashes }: Candidate): boolean {
  return clashes.some(({ fields }) => fields.some(({ role }) => role === "identity"));
}

/** The headings with every column of names or codes that another one repeats, row by row, to the end of the sheet. */
export function withTwinNames(grid: Grid, reading: HeadingReading): HeadingReading {
  const firstRow = reading.band.bottom + 1;
  return { ...reading, candidates: reading.candidates.map((one) => settleTwins(grid, firstRow, one)) };
}

function settleTwins(grid: Grid, firstRow: number, candidate: Candidate): Candidate {
  const twins = candidate.clashes.flatMap((clash) => {
    const column = twinColumn(grid, firstRow, clash);
    return column === undefined ? [] : [{ clash, column }];
  });
  if (twins.length === 0) return candidate;
  const settled = new Set(twins.map(({ clash }) => clash));
  const found = twins.map(({ column }) => column);
  const taken = new Set(found.map(({ column }) => column));
  const columns = [...candidate.columns, ...found].sort((a, b) => a.column - b.column);
  return {
    ...candidate,
    columns,
    unknownColumns: candidate.unknownColumns.filter(
      (one) => !taken.has(one.column) && !columns.some((known) => repeats(grid, firstRow, [known, one])),
    ),
    clashes: candidate.clashes.filter((clash) => !settled.has(clash)),
  };
}

/** The first of several columns that name the rows alike; undefined for any other clash. */
function twinColumn(grid: Grid, firstRow: number, { cells, fields, text }: Clash): RecognisedColumn | undefined {
  const [field, rival] = fields;
  const [first, ...others] = [...cells].sort((a, b) => a.column - b.column);
  if (field?.role !== "identity" || rival !== undefined || first === undefined || others.length === 0) return undefined;
  if (!others.every((other) => saysSame(grid, firstRow, [first, other]))) return undefined;
  return { field, column: first.column, heading: first, headingText: text };
}

/** True for a column without a place on the form that says again who the rows are, or their numbers. */
function repeats(
  grid: Grid,
  firstRow: number,
  [known, other]: readonly [RecognisedColumn, Candidate["unknownColumns"][number]],
): boolean {
  if (known.field.role !== "identity" || sameText(known.headingText) !== sameText(other.text)) return false;
  return saysSame(grid, firstRow, [known.heading, other.heading]);
}

/** True where the columns hold the same text in every row with a number, and at least one row has both. */
function saysSame(grid: Grid, firstRow: number, [one, other]: readonly [CellAddress, CellAddress]): boolean {
  let named = 0;
  for (let row = firstRow; row <= grid.rowCount; row += 1) {
    if (!hasNumber(grid, row) || isCodeRow(grid, row)) continue;
    const [left, right] = [one, other].map(({ column }) => sameText(shownText(grid, cellIndex(grid, row, column))));
    if (left !== right) return false;
    if (left !== "") named += 1;
  }
  return named > 0;
}

function hasNumber(grid: Grid, row: number): boolean {
  const end = rowStart(grid, row + 1);
  for (let index = rowStart(grid, row); index < end; index += 1) if (grid.kinds[index] === NUMBER) return true;
  return false;
}
