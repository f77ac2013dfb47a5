// From chosen headings to a table: its first row, the role of every row below, and where the table ends.

import type { CellAddress } from "../model/cell-address.js";
import type { Field } from "../model/form.js";
import type { Grid } from "../model/grid.js";
import type { RecognisedTable, RowRole } from "../model/recognised.js";
import { isBlankRow } from "./cell-kinds.js";
import { isCodeRow } from "./code-row.js";
import type { FoundHeadings } from "./find-headings.js";
import type { HeadingBand } from "./heading-band.js";
import type { Candidate } from "./heading-candidates.js";
import { readListRow } from "./list-rows.js";
import type { LabelKinds } from "./row-label.js";
import type { RowReadings } from "./row-readings.js";
import { readRow, settleRoles } from "./row-roles.js";
import { numberOf, rowShape, type TableShape, type TableShapes } from "./row-shape.js";

export interface TableGiven {
  readonly grid: Grid;
  readonly band: HeadingBand;
  readonly candidate: Candidate;
  readonly further: readonly Candidate[];
  readonly moneyUnit: RecognisedTable["moneyUnit"];
  readonly kinds: LabelKinds;
  readonly shapes: TableShapes;
  readonly rows: RowReadings;
  /** Headings that begin at a row, if any. */
  readonly headingsAt: (row: number) => FoundHeadings | undefined;
}

export interface TableReading {
  readonly table: RecognisedTable;
  readonly candidate: Candidate;
}

/** One table for each form of the headings, and the first row below that may belong to something else. */
export interface TablesFound {
  readonly tables: readonly TableReading[];
  readonly nextRow: number;
}

/** Rows of a signature block: from the first line («Người lập biểu») to the typed names. */
const SIGNATURE_ROWS = 8;
/** Texts a row must have before it is looked at as headings of a next table. */
const HEADING_TEXTS = 3;

/** Reads the rows below the headings to the signature, to the next table's headings or to the end of the sheet. */
export function readTables(given: TableGiven): TablesFound {
  const { grid, band, candidate, further } = given;
  const firstRow = belowCodes(grid, band.bottom + 1);
  const shape = given.shapes(grid, given);
  const rows = readRows(given, shape, firstRow);
  const roles = settleRoles(rows, (index) => numberOf(grid, rowShape(grid, shape, firstRow + index)));
  let last = roles.length - 1;
  while (last >= 0 && roles[last] === "outside") last -= 1;
  let lastCounted = last;
  while (lastCounted >= 0 && (roles[lastCounted] === "outside" || roles[lastCounted] === "signature")) lastCounted -= 1;
  roles.length = last + 1;
  const tables: TableReading[] = [];
  const body = { firstRow, rowRoles: roles };
  tables.push({ table: tableOf(candidate, given, body), candidate });
  for (const form of further) tables.push({ table: tableOf(form, given, body), candidate: form });
  return { tables, nextRow: firstRow + lastCounted + 1 };
}

function tableOf(
  candidate: Candidate,
  { grid, band, moneyUnit }: TableGiven,
  rows: Pick<RecognisedTable, "firstRow" | "rowRoles">,
): RecognisedTable {
  const { slot, columns, unknownColumns } = candidate;
  const doubtful = doubtfulFields(candidate);
  const { form, grain } = slot;
  return {
    kind: "table",
    grid,
    form,
    grain,
    columns,
    unknownColumns,
    doubtful,
    headingTop: band.top,
    ...rows,
    moneyUnit,
  };
}

const NONE_DOUBTFUL: RecognisedTable["doubtful"] = [];

/** The figures that clash, each at the last of its cells. */
function doubtfulFields({ clashes, columns }: Candidate): RecognisedTable["doubtful"] {
  if (clashes.length === 0) return NONE_DOUBTFUL;
  const doubtful = new Map<Field, CellAddress>();
  for (const { fields, cells } of clashes) {
    const cell = cells.at(-1);
    for (const field of fields) {
      const isFigure = field.role === "indicator" || field.role === "check";
      if (cell !== undefined && isFigure && !columns.some((column) => column.field === field))
        doubtful.set(field, cell);
    }
  }
  return [...doubtful].map(([field, cell]) => ({ field, cell }));
}

/** The first row that is neither a row of column codes nor blank between headings and codes. */
function belowCodes(grid: Grid, row: number): number {
  let first = row;
  if (isBlankRow(grid, first) && first < grid.rowCount && isCodes(grid, first + 1)) first += 1;
  while (isCodes(grid, first)) first += 1;
  return Math.min(first, grid.rowCount + 1);
}

function isCodes(grid: Grid, row: number): boolean {
  return row <= grid.rowCount && isCodeRow(grid, row);
}

function readRows(given: TableGiven, shape: TableShape, firstRow: number): RowReadings {
  const { grid, kinds } = given;
  const rowGiven = { grid, hasNumbering: shape.hasNumbering, kinds };
  const isList = given.candidate.slot.grain === "record";
  const rows = given.rows.begin();
  let end = grid.rowCount;
  let isSigned = false;
  for (let row = firstRow; row <= end; row += 1) {
    const seen = rowShape(grid, shape, row);
    if (!seen.hasNumber && seen.filled >= HEADING_TEXTS) {
      const found = given.headingsAt(row);
      if (found !== undefined) {
        const isRepeated =
          !isSigned && isSameTable(found.candidate, given.candidate) && followsRows(rows, found.band.top - firstRow);
        if (!isRepeated) {
          rows.cut(found.band.top - firstRow);
          return rows;
        }
        row = skipHeadings(given, { rows, band: found.band, firstRow });
        continue;
      }
    }
    const reading = isList ? readListRow(seen, rowGiven) : readRow(seen, rowGiven);
    rows.push(isSigned && reading.role !== "outside" ? { ...reading, role: "signature" } : reading);
    if (reading.role === "signature" && !isSigned) {
      isSigned = true;
      end = Math.min(end, row + SIGNATURE_ROWS);
    }
  }
  return rows;
}

/** Headings printed again on a further page: their rows and codes are passed over. Gives the last row passed. */
function skipHeadings(
  { grid }: TableGiven,
  part: { readonly rows: RowReadings; readonly band: HeadingBand; readonly firstRow: number },
): number {
  const { rows, band, firstRow } = part;
  const next = belowCodes(grid, band.bottom + 1);
  rows.cut(band.top - firstRow);
  for (let row = band.top; row < next; row += 1) {
    const role: RowRole = row <= band.bottom ? "heading" : "codes";
    rows.push({ isBlank: isBlankRow(grid, row), role, label: "plain", mark: "none" });
  }
  return next - 1;
}

/** True where nothing but blank rows lies between the last counted row and the repeated headings. */
function followsRows(rows: RowReadings, count: number): boolean {
  for (let index = count - 1; index >= 0; index -= 1) {
    const { role, isBlank } = rows.at(index);
    if (role === "data" || role === "subtotal") return true;
    if (!isBlank) return false;
  }
  return false;
}

function isSameTable(a: Candidate, b: Candidate): boolean {
  return (
    a.slot === b.slot &&
    a.columns.length === b.columns.length &&
    a.columns.every(
      (column, index) => column.column === b.columns[index]?.column && column.field === b.columns[index]?.field,
    )
  );
}
