// The rows of a table: their role, what they speak of, their categories. Figures are read beside them, so that each
// finding knows its unit.

import { CELL_KINDS, cellIndex, type Grid, kindAt, shownText } from "../model/grid.js";
import { assertNever, at } from "../model/outcome.js";
import type { RecognisedTable, RowRole } from "../model/recognised.js";
import type { TableRow, TableRowRole } from "../model/submission.js";
import type { UnitKey } from "../model/unit.js";
import { markUsed, reasonMark, type SheetMarks, USED } from "./cell-tally.js";
import { coverRows, type PlacedRow } from "./row-covers.js";
import { isWholeArea, type RowSubject, type RowSubjects, type RowText } from "./row-subject.js";
import { HOLDER, type TableLayout } from "./table-layout.js";

export interface RowReading {
  readonly table: RecognisedTable;
  readonly layout: TableLayout;
  readonly sheet: SheetMarks;
  readonly subjects: RowSubjects;
  readonly ownUnit: UnitKey | undefined;
  readonly same: (text: string) => string;
  /** Reads the figures of a sheet row into the place of row `index`. */
  readonly figures: (row: number, index: number, unit: UnitKey | undefined) => void;
}

const NO_CATEGORIES: ReadonlyMap<string, string> = new Map();
const NUMBER = CELL_KINDS.indexOf("number");
const TEXT = CELL_KINDS.indexOf("text");
const BLANK = CELL_KINDS.indexOf("blank");
const COVERED = CELL_KINDS.indexOf("covered");
/** In the spelling of `sameText`: cộng (but not cộng đồng), or tổng at the beginning. */
const SUM_WORD = /(?:^| )công5(?! đông1)(?= |$)|^tông3(?= |$)/u;
const NO_NAME = "dòng trống, chỉ có công thức hoặc số 0";
const REASONS = new Map<RowRole, string>([
  ["note", "ghi chú dưới bảng"],
  ["signature", "phần ký tên, nơi nhận"],
]);

/** Rows with figures, in sheet order; subtotals know which rows they stand for. Rows that say nothing are left out. */
export function readRows(reading: RowReading): readonly TableRow[] {
  const { table } = reading;
  const placed: PlacedRow[] = [];
  let group = 0;
  for (const [offset, role] of table.rowRoles.entries()) {
    const row = table.firstRow + offset;
    switch (role) {
      case "data":
      case "subtotal":
      case "total": {
        const read = readRow(reading, { row, role, index: placed.length });
        if (read !== undefined) placed.push({ ...read, group });
        break;
      }
      case "group":
        group += 1;
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
  return coverRows(placed).map(loneDistrict);
}

/** A district row without communes below it is the report itself. */
function loneDistrict(row: TableRow): TableRow {
  return row.role === "subtotal" && row.covers === undefined && row.unit !== undefined ? { ...row, role: "data" } : row;
}

interface RowPlace {
  readonly row: number;
  readonly role: "data" | "subtotal" | "total";
  readonly index: number;
}

function readRow(reading: RowReading, place: RowPlace): Omit<PlacedRow, "group"> | undefined {
  const { layout, sheet, table, ownUnit, same } = reading;
  const { grid } = table;
  const nameIndex = cellIndex(grid, place.row, layout.name);
  const codeIndex = cellIndex(grid, place.row, layout.code);
  const text: Omit<RowText, "hasHolder"> = {
    row: place.row,
    name: place.role === "data" ? shownText(grid, nameIndex).trim() : groupName(reading, place.row),
    code: shownText(grid, codeIndex).trim(),
    isCodeNumber: codeIndex >= 0 && grid.kinds[codeIndex] === NUMBER,
    district: layout.district === 0 ? "" : shownText(grid, cellIndex(grid, place.row, layout.district)).trim(),
    cell: { row: place.row, column: layout.nameCell },
  };
  if (text.name === "" && text.code === "" && place.role === "data" && !hasFigures(reading, place.row)) {
    markBlankRow(reading, place.row);
    return undefined;
  }
  const categories = readCategories(reading, place.row);
  const subject = subjectOf(reading, place, { ...text, hasHolder: categories.has(HOLDER) });
  const role = roleOf(place.role, subject);
  const unit = subject.kind === "own" ? ownUnit : "unit" in subject ? subject.unit : undefined;
  reading.figures(place.row, place.index, unit);
  for (const category of layout.categories) listUnread(sheet, grid, { row: place.row, category, categories });
  const row: TableRow = {
    role,
    row: place.row,
    name: text.name,
    code: text.code,
    unit,
    nameCell: text.cell,
    categories,
    covers: undefined,
  };
  return { row, isAbove: role === "subtotal" && !isSumWord(same(row.name)) };
}

/** Sums are not looked up: only a row of figures, or a subtotal that is a district, speaks of a unit. */
function subjectOf(reading: RowReading, place: RowPlace, text: RowText): RowSubject {
  const name = reading.same(text.name);
  if (place.role === "data") return reading.subjects.of(text);
  if (isWholeArea(name)) return { kind: text.hasHolder ? "own" : "own-total" };
  const district = place.role === "subtotal" && !isSumWord(name) ? reading.subjects.enterGroup(text.name) : undefined;
  return district === undefined ? { kind: "unknown" } : { kind: "district", unit: district };
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

/** «Cộng khối thôn», «Tổng cộng», «Tổng số»: a sum stands below its rows. «Cộng đồng» is no sum. */
function isSumWord(same: string): boolean {
  return SUM_WORD.test(same);
}

function readCategories({ layout, table }: RowReading, row: number): ReadonlyMap<string, string> {
  let categories: Map<string, string> | undefined;
  for (const { code, column, read } of layout.categories) {
    const text = shownText(table.grid, cellIndex(table.grid, row, column));
    const value = text === "" ? undefined : read(text);
    if (value === undefined) continue;
    categories ??= new Map();
    categories.set(code, value);
  }
  return categories ?? NO_CATEGORIES;
}

/** A category written in a way that is not declared is kept out and listed. */
function listUnread(
  sheet: SheetMarks,
  grid: Grid,
  cell: {
    readonly row: number;
    readonly category: TableLayout["categories"][number];
    readonly categories: ReadonlyMap<string, string>;
  },
): void {
  if (cell.categories.has(cell.category.code)) return;
  const index = cellIndex(grid, cell.row, cell.category.column);
  if (index >= 0) sheet.marks[index] = reasonMark(sheet, "giá trị không có trong danh mục của biểu");
}

/** True where a figure column holds something; 0 from a formula is what a template's empty rows show. */
function hasFigures({ table, layout }: RowReading, row: number): boolean {
  const { kinds, columns, rowStarts, formulas, numbers, texts } = table.grid;
  const end = at(rowStarts, row + 1);
  for (let index = at(rowStarts, row); index < end; index += 1) {
    const kind = at(kinds, index);
    if (kind === BLANK || kind === COVERED || at(layout.slots, at(columns, index)) < 0) continue;
    if (kind === TEXT && at(texts, index).trim() === "") continue;
    if (at(formulas, index) === 0 || at(numbers, index) !== 0) return true;
  }
  return false;
}

function markBlankRow({ sheet, table, layout }: RowReading, row: number): void {
  const { columns, rowStarts } = table.grid;
  const end = at(rowStarts, row + 1);
  for (let index = at(rowStarts, row); index < end; index += 1) {
    const column = at(columns, index);
    sheet.marks[index] = at(layout.slots, column) >= 0 ? reasonMark(sheet, NO_NAME) : at(layout.otherMarks, column);
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
  const name = shownText(grid, cellIndex(grid, row, layout.name)).trim();
  if (name !== "") return name;
  const end = at(grid.rowStarts, row + 1);
  for (let index = at(grid.rowStarts, row); index < end; index += 1) {
    if (kindAt(grid, index) === "text" && at(grid.texts, index).trim() !== "") return at(grid.texts, index).trim();
  }
  return "";
}
