// The rows of a table: their role, what they speak of, their categories. Figures are read beside them, so that each
// finding knows its unit.

import { CELL_KINDS, cellIndex, kindAt, shownText, storedText } from "../model/grid.js";
import { assertNever, at } from "../model/outcome.js";
import type { RecognisedTable, RowRole } from "../model/recognised.js";
import type { FormTable, TableRow, TableRowRole } from "../model/submission.js";
import type { UnitKey } from "../model/unit.js";
import { listUnread, readCategories } from "./category-sets.js";
import { markUsed, reasonMark, type SheetMarks, USED } from "./cell-tally.js";
import { storeReading } from "./figure-store.js";
import { LONG_TABLE, RowsByColumn } from "./long-rows.js";
import type { WordsOf } from "./name-words.js";
import { refusedNumber } from "./number-column.js";
import { plainBranches, type ShortWay } from "./plain-branches.js";
import { type FigureReader, readRowFigures } from "./read-figures.js";
import { coveringRows, type Subtotal } from "./row-covers.js";
import { type RowKeeper, RowsOneByOne } from "./row-keeper.js";
import { OWN, OWN_TOTAL, type RowSubject, type RowSubjects, type RowText, UNKNOWN } from "./row-subject.js";
import { HOLDER, type TableLayout } from "./table-layout.js";
import { trimmed } from "./trimmed.js";

export interface RowReading {
  readonly table: RecognisedTable;
  readonly layout: TableLayout;
  readonly sheet: SheetMarks;
  readonly subjects: RowSubjects;
  readonly ownUnit: UnitKey | undefined;
  readonly wordsOf: WordsOf;
  /** Reads the figures of each row beside it. */
  readonly figures: FigureReader;
}

const NUMBER = CELL_KINDS.indexOf("number");
const TEXT = CELL_KINDS.indexOf("text");
const BLANK = CELL_KINDS.indexOf("blank");
const COVERED = CELL_KINDS.indexOf("covered");
const NO_NAME = "dòng trống, chỉ có công thức hoặc số 0";
const REASONS = new Map<RowRole, string>([
  ["note", "ghi chú dưới bảng"],
  ["signature", "phần ký tên, nơi nhận"],
]);

/** The rows of a table, with `long` where they are kept by columns: `rows` is then made when it is asked for. */
export type ReadRows = Pick<FormTable, "rows" | "long">;

/** Rows with figures, in sheet order; subtotals know which rows they stand for. Rows that say nothing are left out. */
export function readRows(reading: RowReading): ReadRows {
  const { rowRoles, firstRow } = reading.table;
  const { rows, readOnShortWay } = rowKeeper(reading);
  /** Rows right below the heading of a group. */
  const headed = new Set<number>();
  const subtotals: Subtotal[] = [];
  for (let offset = 0; offset < rowRoles.length; offset += 1) {
    const role = rowRoles[offset] ?? "outside";
    const row = firstRow + offset;
    if (!holdsFigures(role)) {
      if (role === "group") headed.add(rows.count);
      markOtherRow(reading, row, role);
    } else if (role !== "data" || !readOnShortWay(row)) {
      const read = readRow(reading, { row, role, index: rows.count });
      if (read?.role === "subtotal") subtotals.push({ index: rows.count, isAbove: !reading.wordsOf(read.name).isSum });
      if (read !== undefined) rows.push(read);
    }
  }
  if (subtotals.length > 0) for (const [index, row] of coveringRows(rows, headed, subtotals)) rows.replace(index, row);
  return rows.kept();
}

function holdsFigures(role: RowRole): role is RowPlace["role"] {
  return role === "data" || role === "subtotal" || role === "total";
}

/** Rows that are only of figures of branches, and very many, are kept by columns, and most of them read on a short way. */
function rowKeeper(reading: RowReading): { readonly rows: RowKeeper; readonly readOnShortWay: ShortWay } {
  const { table, layout, subjects } = reading;
  const most = table.rowRoles.length;
  const { again } = subjects;
  if (most < LONG_TABLE || again === undefined) return { rows: new RowsOneByOne(), readOnShortWay: () => false };
  const rows = new RowsByColumn(most, { nameColumn: layout.nameCell, again });
  return { rows, readOnShortWay: plainBranches(reading, rows, again) };
}

function markOtherRow(reading: RowReading, row: number, role: Exclude<RowRole, RowPlace["role"]>): void {
  switch (role) {
    case "group":
      reading.subjects.enterGroup(groupName(reading, row));
      markRow(reading, row, USED);
      break;
    case "heading":
    case "codes":
      markRow(reading, row, USED);
      break;
    case "note":
    case "signature":
      markRow(reading, row, reasonMark(reading.sheet, REASONS.get(role) ?? role));
      break;
    case "outside":
      break;
    default:
      assertNever(role);
  }
}

interface RowPlace {
  readonly row: number;
  readonly role: "data" | "subtotal" | "total";
  readonly index: number;
}

function readRow(reading: RowReading, place: RowPlace): TableRow | undefined {
  const { layout, sheet, table, figures } = reading;
  const { grid } = table;
  const { row } = place;
  const isData = place.role === "data";
  const name = isData ? trimmed(shownText(grid, cellIndex(grid, row, layout.name))) : groupName(reading, row);
  const codeIndex = cellIndex(grid, row, layout.code);
  const code = trimmed(shownText(grid, codeIndex));
  if (name === "" && code === "" && isData && !hasFigures(reading, row)) {
    markBlankRow(reading, row);
    return undefined;
  }
  const categories = readCategories(layout.categories, layout.noCategories, { grid, row });
  const subject = subjectOf(reading, place, {
    row,
    name,
    code,
    isCodeNumber: codeIndex >= 0 && grid.kinds[codeIndex] === NUMBER,
    district: layout.district === 0 ? "" : trimmed(shownText(grid, cellIndex(grid, row, layout.district))),
    hasHolder: categories.has(HOLDER),
    cell: { row, column: layout.nameCell },
  });
  const unit = subject.kind === "own" ? reading.ownUnit : "unit" in subject ? subject.unit : undefined;
  const base = place.index * layout.places.length;
  readRowFigures(figures, { row, base, unit });
  for (const slot of layout.refused) storeReading(figures.store, base + slot, refusedNumber("V-K06"));
  listUnread(layout.categories, sheet, { row, values: categories });
  const role = roleOf(place.role, subject);
  return { role, row, name, code, unit, nameColumn: layout.nameCell, categories, covers: undefined };
}

/** Sums are not looked up: only a row of figures, or a subtotal that is a district, speaks of a unit. */
function subjectOf(reading: RowReading, place: RowPlace, text: RowText): RowSubject {
  if (place.role === "data") return reading.subjects.of(text);
  const { isWholeArea, isSum } = reading.wordsOf(text.name);
  if (isWholeArea) return text.hasHolder ? OWN : OWN_TOTAL;
  const district = place.role === "subtotal" && !isSum ? reading.subjects.enterGroup(text.name) : undefined;
  return district === undefined ? UNKNOWN : { kind: "district", unit: district };
}

function roleOf(role: RowPlace["role"], subject: RowSubject): TableRowRole {
  switch (subject.kind) {
    case "data":
    case "unknown":
      return role;
    case "district":
      return "subtotal";
    case "own":
    case "own-total":
      return subject.kind;
    default:
      return assertNever(subject);
  }
}

/** True where a figure column holds something; 0 from a formula is what a template's empty rows show. */
function hasFigures({ table, layout }: RowReading, row: number): boolean {
  const { kinds, columns, rowStarts, formulas, numbers } = table.grid;
  const end = at(rowStarts, row + 1);
  for (let index = at(rowStarts, row); index < end; index += 1) {
    const kind = at(kinds, index);
    if (kind === BLANK || kind === COVERED || at(layout.slots, at(columns, index)) < 0) continue;
    if (kind === TEXT && storedText(table.grid, index).trim() === "") continue;
    if (at(formulas, index) === 0 || at(numbers, index) !== 0) return true;
  }
  return false;
}

function markBlankRow({ sheet, table, layout, figures }: RowReading, row: number): void {
  const { columns, rowStarts } = table.grid;
  const end = at(rowStarts, row + 1);
  for (let index = at(rowStarts, row); index < end; index += 1) {
    const column = at(columns, index);
    sheet.marks[index] = at(layout.slots, column) >= 0 ? reasonMark(sheet, NO_NAME) : at(figures.otherMarks, column);
  }
}

function markRow({ sheet, table }: RowReading, row: number, mark: number): void {
  const { rowStarts } = table.grid;
  const end = at(rowStarts, row + 1);
  for (let index = at(rowStarts, row); index < end; index += 1) {
    if (mark === USED) markUsed(sheet, index);
    else sheet.marks[index] = mark;
  }
}

/** The words of a row between figures: its name, else its first text. */
function groupName({ table, layout }: RowReading, row: number): string {
  const { grid } = table;
  const name = trimmed(shownText(grid, cellIndex(grid, row, layout.name)));
  if (name !== "") return name;
  const end = at(grid.rowStarts, row + 1);
  for (let index = at(grid.rowStarts, row); index < end; index += 1) {
    const text = kindAt(grid, index) === "text" ? storedText(grid, index).trim() : "";
    if (text !== "") return text;
  }
  return "";
}
