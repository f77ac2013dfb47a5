// The role of each row below the headings: data, group, subtotal, total, note, signature. Decides by the row's words
// and marks and by its neighbours, never by figures and never by the form.

import type { Grid } from "../model/grid.js";
import { assertNever, at } from "../model/outcome.js";
import type { RowRole } from "../model/recognised.js";
import { NUMBER } from "./cell-kinds.js";
import type { LabelKind, LabelKinds } from "./row-label.js";
import { isNextLetter, type MarkKind, markKind } from "./row-mark.js";
import { labelOf, numberOf, type RowShape, rowTexts } from "./row-shape.js";

/** A row with what is known from itself alone; `sum` is a sum whose place will tell total from subtotal. */
export interface RowReading {
  readonly shape: RowShape;
  readonly role: RowRole | "sum";
  readonly label: LabelKind;
  readonly mark: MarkKind;
}

/** What the reading of a row rests on. */
export interface RowGiven {
  readonly grid: Grid;
  readonly hasNumbering: boolean;
  readonly kinds: LabelKinds;
}

/** Reads one row by itself. */
export function readRow(shape: RowShape, { grid, hasNumbering, kinds }: RowGiven): RowReading {
  if (shape.filled === 0) return { shape, role: "outside", label: "plain", mark: "none" };
  if (!shape.hasNumber) {
    for (const text of rowTexts(grid, shape.row)) {
      const kind = kinds.ofLine(text);
      if (kind === "signature" || kind === "note") return { shape, role: kind, label: kind, mark: "none" };
    }
  }
  const text = labelOf(grid, shape);
  const label = kinds.ofLabel(text);
  const mark = isCount(grid, shape.numberCell) ? "arabic" : markKind(numberOf(grid, shape), text);
  switch (label) {
    case "total":
    case "subtotal":
    case "sum":
      return { shape, role: label, label, mark };
    case "of-which":
    case "note":
      return { shape, role: "note", label, mark };
    case "signature":
    case "district":
    case "plain":
      return { shape, role: plainRole(shape, text, { mark, hasNumbering }), label, mark };
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
 * Roles of consecutive rows. Settled here, because neighbours decide: what a sum covers, figures on a group's own row
 * («I  Huyện Hướng Hóa  12.450» above its communes) and lines of text after the last row of figures.
 */
export function settleRoles(grid: Grid, rows: readonly RowReading[]): RowRole[] {
  const roles: RowRole[] = [];
  for (const { role } of rows) roles.push(role === "sum" ? "subtotal" : role);
  settleGroupFigures(grid, rows, roles);
  settleSums(rows, roles);
  let last = roles.length - 1;
  while (last >= 0 && !isCounted(roles[last])) {
    if (roles[last] === "group") roles[last] = "outside";
    last -= 1;
  }
  return roles;
}

/** Group rows with figures: what follows them is numbered in another way, or below them (1 above 1.1). */
function settleGroupFigures(grid: Grid, rows: readonly RowReading[], roles: RowRole[]): void {
  let next: RowReading | undefined;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = at(rows, index);
    if (roles[index] === "data") {
      if (next !== undefined && isAbove(grid, row, next)) roles[index] = "subtotal";
      next = row;
    } else if (roles[index] === "total" || roles[index] === "subtotal") {
      next = undefined;
    }
  }
}

function isAbove(grid: Grid, row: RowReading, next: RowReading): boolean {
  const number = (of: RowReading): string => numberOf(grid, of.shape).trim();
  if (next.mark === "nested") return number(row) !== "" && number(next).startsWith(`${number(row)}.`);
  if (row.mark === "arabic") return isSmallLetter(grid, next);
  if ((row.mark === "roman" || row.mark === "letter") && !isSmallLetter(grid, row)) {
    return row.mark !== next.mark && !isNextLetter(number(row), number(next));
  }
  return row.mark === "none" && row.label === "district" && next.mark === "arabic" && next.label === "plain";
}

/** a, b, c stand below 1, 2, 3; A, B, C above them. */
function isSmallLetter(grid: Grid, { mark, shape }: RowReading): boolean {
  return mark === "letter" && /^\p{Ll}/u.test(numberOf(grid, shape).trim());
}

/** Sums with rows of figures on both sides are subtotals where another sum follows; the last one is the total. */
function settleSums(rows: readonly RowReading[], roles: RowRole[]): void {
  let hasDataAfter = false;
  let hasSumAfter = false;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const { role } = at(rows, index);
    const isOpen = role === "sum" || role === "total";
    const isBetween = hasDataAfter && hasSumAfter;
    if (role === "total" && isBetween && roles.lastIndexOf("data", index) >= 0) roles[index] = "subtotal";
    if (role === "sum" && !hasDataAfter && !hasSumAfter && !endsLastGroup(rows, index)) roles[index] = "total";
    if (isOpen || role === "subtotal") hasSumAfter = true;
    if (roles[index] === "data") hasDataAfter = true;
  }
}

/** True for a sum that closes the group before it: the rows since the sum before begin with a group's title. */
function endsLastGroup(rows: readonly RowReading[], index: number): boolean {
  let sawGroup = false;
  for (let before = index - 1; before >= 0; before -= 1) {
    const { role } = at(rows, before);
    if (role === "sum" || role === "subtotal") return sawGroup;
    if (role === "group") sawGroup = true;
  }
  return false;
}

function isCounted(role: RowRole | undefined): boolean {
  return role === "data" || role === "subtotal" || role === "total";
}
