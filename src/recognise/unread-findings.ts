// Numbers that stand in columns or sheets of no form: they are not read, and that is said once for a table or a sheet.
// Text beside the figures (remarks, telephone numbers) needs no word; the reading log lists it.

import type { FindingDraft } from "../model/finding.js";
import { values } from "../model/finding.js";
import { cellIndex, type Grid } from "../model/grid.js";
import { shortList } from "../model/number-text.js";
import type { RecognisedTable } from "../model/recognised.js";
import { NUMBER, textIn } from "./cell-kinds.js";
import type { TableReading } from "./read-table.js";

/** V-K11 as a note, at the first of the columns that hold numbers and belong to no form. Where it is
 * not even certain which column names the rows, nothing more is said. */
export function unreadColumns({ table, candidate }: TableReading, file: string): readonly FindingDraft[] {
  if (table.unknownColumns.length === 0) return [];
  if (candidate.clashes.some(({ fields }) => fields.some(({ role }) => role === "identity"))) return [];
  const former = new Set(candidate.formerColumns.map(({ column }) => column));
  const doubtful = new Set(candidate.clashes.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const unread = table.unknownColumns.filter(
    ({ column }) => !former.has(column) && !doubtful.has(column) && holdsNumbers(table, column),
  );
  const [first] = unread;
  if (first === undefined) return [];
  const list = shortList(
    unread.map(({ text }) => `"${text}"`),
    "cột",
  );
  return [
    {
      code: "V-K11",
      variant: "cột",
      place: { file, sheet: table.grid.name, cell: first.heading },
      values: values({ sheet: table.grid.name, ds: list }),
      found: first.text,
    },
  ];
}

/** V-K11 as a note: a sheet that holds numbers, beside others that were recognised. */
export function unreadSheet(grid: Grid, file: string): readonly FindingDraft[] {
  if (!grid.kinds.includes(NUMBER)) return [];
  return [{ code: "V-K11", variant: "trang", place: { file, sheet: grid.name }, values: values({ sheet: grid.name }) }];
}

/** A figure typed as text, as all are in a text table; a leading 0 is of a code or a telephone number. */
const TYPED_NUMBER = /^(?:[1-9]\d{0,7}|[1-9]\d{0,2}(?:[.,]\d{3})+)$/;

/** True where a row of figures has a number in the column. */
function holdsNumbers({ grid, firstRow, rowRoles }: RecognisedTable, column: number): boolean {
  return rowRoles.some((role, offset) => {
    const index = role === "data" ? cellIndex(grid, firstRow + offset, column) : -1;
    return index >= 0 && (grid.kinds[index] === NUMBER || TYPED_NUMBER.test(textIn(grid, index)?.trim() ?? ""));
  });
}
