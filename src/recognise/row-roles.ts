// The role of each row below the headings: data, group, subtotal, total, note, signature. Decides by the row's words
// and marks and by its neighbours, never by figures and never by the form.

import type { Grid } from "../model/grid.js";
import { assertNever } from "../model/outcome.js";
import type { RowRole } from "../model/recognised.js";
import { NUMBER } from "./cell-kinds.js";
import type { LabelKind, LabelKinds } from "./row-label.js";
import { isNextLetter, type MarkKind, markKind } from "./row-mark.js";
import type { RowReadings } from "./row-readings.js";
import { labelOf, numberOf, type RowShape, rowTexts } from "./row-shape.js";

/** A row with what is known from itself alone; `sum` is a sum whose place will tell total from subtotal. */
export interface RowReading {
  readonly isBlank: boolean;
  readonly role: RowRole | "sum";
  readonly label: LabelKind;
  readonly mark: MarkKind;
}

export const BLANK_ROW: RowReading = { isBlank: true, role: "outside", label: "plain", mark: "none" };

/** What the reading of a row rests on. */
export interface RowGiven {
  readonly grid: Grid;
  readonly hasNumbering: boolean;
  readonly kinds: LabelKinds;
}

/** Reads one row by itself. */
export function readRow(shape: RowShape, { grid, hasNumbering, kinds }: RowGiven): RowReading {
  if (shape.filled === 0) return BLANK_ROW;
  if (!shape.hasNumber) {
    for (const text of rowTexts(grid, shape.row)) {
      const kind = kinds.ofLine(text);
      if (kind === "signature" || kind === "note") return { isBlank: false, role: kind, label: kind, mark: "none" };
    }
  }
  const text = labelOf(grid, shape);
  const label = kinds.ofLabel(text);
  const mark = isCount(grid, shape.numberCell) ? "arabic" : markKind(numberOf(grid, shape), text);
  switch (label) {
    case "total":
    case "subtotal":
    case "sum":
      return { isBlank: false, role: label, label, mark };
    case "of-which":
    case "note":
      return { isBlank: false, role: "note", label, mark };
    case "signature":
    case "district":
    case "plain":
      return { isBlank: false, role: plainRole(shape, text, { mark, hasNumbering }), label, mark };
    default:
      return assertNever(label);
  }
}

/** True for a whole number in the numbering, which most rows have: no text need be made of it. */
function isCount(grid: Grid, index: number): boolean {
  if (index < 0 || grid.kinds[index] !== NUMBER) return false;
  const value = grid.numbers[index];
  return value !== undefined && value >= 0 && value < 1e6 && Number.isInteger(value);
}

interface Numbered {
  readonly mark: MarkKind;
  readonly hasNumbering: boolean;
}

function plainRole(shape: RowShape, text: string, numbered: Numbered): RowRole {
  return shape.hasNumber || shape.hasFigureText ? figureRow(shape, text, numbered) : emptyRow(shape, text, numbered);
}

/** A row that holds figures: a row of data if anything says what they are of. */
function figureRow(shape: RowShape, text: string, { mark }: Numbered): RowRole {
  if (shape.nameCell >= 0) return "data";
  const isCounted = shape.isSorted || mark === "arabic" || mark === "nested";
  if (isCounted) return shape.hasTyped ? "data" : "outside";
  return text === "" ? "outside" : "subtotal";
}

/** A row without figures: a unit that left them blank if it is numbered or coded, else the title of a group. */
function emptyRow(shape: RowShape, text: string, { mark, hasNumbering }: Numbered): RowRole {
  const isNamed = shape.nameCell >= 0;
  if (text === "" || (!isNamed && mark === "arabic")) return "outside";
  if (isNamed && (shape.isSorted || (hasNumbering && (mark === "arabic" || mark === "nested")))) return "data";
  return "group";
}

/**
 * Roles of consecutive rows; `numberAt` gives the numbering of one of them as shown. Settled here, because neighbours
 * decide: what a sum covers, figures on a group's own row («I  Huyện Hướng Hóa  12.450» above its communes) and lines of
 * text after the last row of figures.
 */
export function settleRoles(rows: RowReadings, numberAt: (index: number) => string): RowRole[] {
  const roles = new Array<RowRole>(rows.count).fill("subtotal");
  for (let index = 0; index < rows.count; index += 1) {
    const { role } = rows.at(index);
    if (role !== "sum") roles[index] = role;
  }
  settleGroupFigures(rows, roles, numberAt);
  settleSums(rows, roles);
  let last = roles.length - 1;
  while (last >= 0 && !isCounted(roles[last])) {
    if (roles[last] === "group") roles[last] = "outside";
    last -= 1;
  }
  return roles;
}

interface NumberedRow {
  readonly reading: RowReading;
  /** Its numbering as shown. */
  readonly number: () => string;
}

/** Group rows with figures: what follows them is numbered in another way, or below them (1 above 1.1). */
function settleGroupFigures(rows: RowReadings, roles: RowRole[], numberAt: (index: number) => string): void {
  const numbered = (index: number): NumberedRow => ({
    reading: rows.at(index),
    number: () => numberAt(index).trim(),
  });
  let next: number | undefined;
  for (let index = rows.count - 1; index >= 0; index -= 1) {
    if (roles[index] === "data") {
      const isSame = next !== undefined && isPlain(rows.at(index)) && isPlain(rows.at(next));
      if (next !== undefined && !isSame && isAbove(numbered(index), numbered(next))) roles[index] = "subtotal";
      next = index;
    } else if (roles[index] === "total" || roles[index] === "subtotal") {
      next = undefined;
    }
  }
}

/** Rows numbered 1, 2, 3 are never above one another. */
function isPlain({ mark }: RowReading): boolean {
  return mark === "arabic";
}

function isAbove(row: NumberedRow, next: NumberedRow): boolean {
  const { mark, label } = row.reading;
  if (next.reading.mark === "nested") return row.number() !== "" && next.number().startsWith(`${row.number()}.`);
  if (mark === "arabic") return isSmallLetter(next);
  if ((mark === "roman" || mark === "letter") && !isSmallLetter(row)) {
    return mark !== next.reading.mark && !isNextLetter(row.number(), next.number());
  }
  return mark === "none" && label === "district" && next.reading.mark === "arabic" && next.reading.label === "plain";
}

/** a, b, c stand below 1, 2, 3; A, B, C above them. */
function isSmallLetter({ reading, number }: NumberedRow): boolean {
  return reading.mark === "letter" && /^\p{Ll}/u.test(number());
}

/** Sums with rows of figures on both sides are subtotals where another sum follows; the last one is the total. */
function settleSums(rows: RowReadings, roles: RowRole[]): void {
  let hasDataAfter = false;
  let hasSumAfter = false;
  for (let index = rows.count - 1; index >= 0; index -= 1) {
    const { role } = rows.at(index);
    const isOpen = role === "sum" || role === "total";
    const isBetween = hasDataAfter && hasSumAfter;
    if (role === "total" && isBetween && roles.lastIndexOf("data", index) >= 0) roles[index] = "subtotal";
    if (role === "sum" && !hasDataAfter && !hasSumAfter && !endsLastGroup(rows, index)) roles[index] = "total";
    if (isOpen || role === "subtotal") hasSumAfter = true;
    if (roles[index] === "data") hasDataAfter = true;
  }
}

/** True for a sum that closes the group before it: the rows since the sum before begin with a group's title. */
function endsLastGroup(rows: RowReadings, index: number): boolean {
  let sawGroup = false;
  for (let before = index - 1; before >= 0; before -= 1) {
    const { role } = rows.at(before);
    if (role === "sum" || role === "subtotal") return sawGroup;
    if (role === "group") sawGroup = true;
  }
  return false;
}

function isCounted(role: RowRole | undefined): boolean {
  return role === "data" || role === "subtotal" || role === "total";
}
