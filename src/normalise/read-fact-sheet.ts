// The very-hidden sheet `_so-lieu` → what each figure of the workbook carries beside its value: coverage, flags, why
// nothing stands there. The values themselves are read from the visible cells.

import { parseAddress } from "../model/cell-address.js";
import { COMPLETE, type Coverage } from "../model/coverage.js";
import { cellIndex, type Grid, kindAt, shownText } from "../model/grid.js";
import { at } from "../model/outcome.js";
import { QUANTITY_STATES, type Quantity, quantityOf } from "../model/quantity.js";
import type { Register } from "../model/register.js";
import type { CarriedFact } from "../model/submission.js";
import { markUsed, reasonMark, type SheetMarks } from "./cell-tally.js";

const HEAD = "khuyenhoc so-lieu";
const SCHEMA = "1";
const NAMES_ROW = 2;
const NEEDED = ["unit", "indicator", "kind", "value", "have", "due", "sheet", "cell"] as const;
/** A column that no sheet has: nothing stands there. */
const NOWHERE = 0;
const UNREADABLE = "dòng số liệu kèm theo không đọc được";

/**
 * Row 1 is the head (`khuyenhoc so-lieu`, schema, version), row 2 names the columns, one fact a row from row 3. A sheet
 * of another schema gives nothing and is listed; so is a row whose unit is not in the register.
 */
export function readFactSheet(sheet: SheetMarks, register: Register): readonly CarriedFact[] {
  const { grid } = sheet;
  const isOurs = textAt(grid, 1, 1) === HEAD && textAt(grid, 1, 2) === SCHEMA;
  const columns = columnsOf(grid);
  if (!isOurs || NEEDED.some((name) => !columns.has(name))) {
    sheet.marks.fill(reasonMark(sheet, "trang số liệu kèm theo của phiên bản khác"));
    return [];
  }
  const facts: CarriedFact[] = [];
  for (let row = 1; row <= grid.rowCount; row += 1) {
    const fact = row <= NAMES_ROW ? undefined : readFact(grid, row, { columns, register });
    if (fact !== undefined) facts.push(fact);
    markFactRow(sheet, row, fact !== undefined || row <= NAMES_ROW);
  }
  return facts;
}

interface FactColumns {
  readonly columns: ReadonlyMap<string, number>;
  readonly register: Register;
}

function readFact(grid: Grid, row: number, { columns, register }: FactColumns): CarriedFact | undefined {
  const columnOf = (name: string): number => columns.get(name) ?? NOWHERE;
  const text = (name: string): string => textAt(grid, row, columnOf(name));
  const unit = register.byKey(text("unit"))?.key;
  const cell = parseAddress(text("cell"));
  const quantity = quantityFrom(text("kind"), text("why"), numberAt(grid, row, columnOf("value")));
  if (unit === undefined || cell === undefined || quantity === undefined) return undefined;
  const holder = text("holder");
  return {
    unit,
    indicator: text("indicator"),
    holder: holder === "" ? undefined : holder,
    quantity,
    coverage: coverageFrom(numberAt(grid, row, columnOf("have")), numberAt(grid, row, columnOf("due"))),
    estimate: text("flags").includes("estimate"),
    explanation: text("explanation"),
    sheet: text("sheet"),
    cell,
  };
}

function quantityFrom(kind: string, why: string, value: number | undefined): Quantity | undefined {
  if (kind === "known") return value === undefined ? undefined : quantityOf("known", value);
  const state = QUANTITY_STATES.find((candidate) => candidate === why);
  return state === undefined || state === "known" ? undefined : quantityOf(state, Number.NaN);
}

function coverageFrom(have: number | undefined, due: number | undefined): Coverage {
  return have === undefined || due === undefined ? COMPLETE : { have, due };
}

function columnsOf(grid: Grid): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (let column = 1; column <= grid.columnCount; column += 1) {
    const name = textAt(grid, NAMES_ROW, column);
    if (name !== "" && !columns.has(name)) columns.set(name, column);
  }
  return columns;
}

function markFactRow(sheet: SheetMarks, row: number, isUsed: boolean): void {
  const { rowStarts } = sheet.grid;
  const end = at(rowStarts, row + 1);
  for (let index = at(rowStarts, row); index < end; index += 1) {
    if (isUsed) markUsed(sheet, index);
    else sheet.marks[index] = reasonMark(sheet, UNREADABLE);
  }
}

function textAt(grid: Grid, row: number, column: number): string {
  return shownText(grid, cellIndex(grid, row, column)).trim();
}

function numberAt(grid: Grid, row: number, column: number): number | undefined {
  const index = cellIndex(grid, row, column);
  const kind = kindAt(grid, index);
  if (kind === "number") return at(grid.numbers, index);
  const text = kind === "text" ? shownText(grid, index).trim() : "";
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}
