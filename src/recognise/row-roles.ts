// The role of each row below the headings: data, group, subtotal, total, note, signature. Decides by the row's words
// and marks and by its neighbours, never by figures and never by the form.

import { assertNever, at } from "../model/outcome.js";
import type { RowRole } from "../model/recognised.js";
import { hasPlaceDate, isNextLetter, type LabelKind, type MarkKind, markKind } from "./row-label.js";
import type { RowShape } from "./row-shape.js";

/** A row with what is known from itself alone; `sum` is a sum whose place will tell total from subtotal. */
export interface RowReading {
  readonly shape: RowShape;
  readonly role: RowRole | "sum";
  readonly label: LabelKind;
  readonly mark: MarkKind;
}

/** What the reading of a row rests on. */
export interface RowGiven {
  readonly hasNumbering: boolean;
  readonly kindOf: (text: string) => LabelKind;
  /** All texts of a row; asked for only where no number stands in it. */
  readonly textsOf: (row: number) => readonly string[];
}

/** Reads one row by itself. */
export function readRow(shape: RowShape, { hasNumbering, kindOf, textsOf }: RowGiven): RowReading {
  if (shape.filled === 0) return reading(shape, "outside");
  if (!shape.hasNumber) {
    for (const text of textsOf(shape.row)) {
      const kind = hasPlaceDate(text) ? "signature" : kindOf(text);
      if (kind === "signature" || kind === "note") return { shape, role: kind, label: kind, mark: "none" };
    }
  }
  const hasFigures = shape.hasNumber || shape.hasFigureText;
  const label = kindOf(shape.label);
  const mark = markKind(shape.number, shape.label);
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
      return { shape, role: hasFigures ? figureRow(shape, mark) : emptyRow(shape, mark, hasNumbering), label, mark };
    default:
      return assertNever(label);
  }
}

/** A row that holds figures: a row of data if anything says what they are of. */
function figureRow(shape: RowShape, mark: MarkKind): RowRole {
  if (shape.isNamed) return "data";
  const isCounted = shape.isSorted || mark === "arabic" || mark === "nested";
  if (isCounted) return shape.hasTyped ? "data" : "outside";
  return shape.label === "" ? "outside" : "subtotal";
}

/** A row without figures: a unit that left them blank if it is numbered or coded, else the title of a group. */
function emptyRow(shape: RowShape, mark: MarkKind, hasNumbering: boolean): RowRole {
  if (shape.label === "" || (!shape.isNamed && mark === "arabic")) return "outside";
  if (shape.isNamed && (shape.isSorted || (hasNumbering && (mark === "arabic" || mark === "nested")))) return "data";
  return "group";
}

/**
 * Roles of consecutive rows. Settled here, because neighbours decide: what a sum covers, figures on a group's own row
 * («I  Huyện Hướng Hóa  12.450» above its communes) and lines of text after the last row of figures.
 */
export function settleRoles(rows: readonly RowReading[]): readonly RowRole[] {
  const roles: RowRole[] = rows.map(({ role }) => (role === "sum" ? "subtotal" : role));
  settleGroupFigures(rows, roles);
  settleSums(rows, roles);
  let last = roles.length - 1;
  while (last >= 0 && !isCounted(roles[last])) {
    if (roles[last] === "group") roles[last] = "outside";
    last -= 1;
  }
  return roles;
}

/** Group rows with figures: what follows them is numbered in another way, or below them (1 above 1.1). */
function settleGroupFigures(rows: readonly RowReading[], roles: RowRole[]): void {
  let next: RowReading | undefined;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = at(rows, index);
    if (roles[index] === "data") {
      if (next !== undefined && isAbove(row, next)) roles[index] = "subtotal";
      next = row;
    } else if (roles[index] === "total" || roles[index] === "subtotal") {
      next = undefined;
    }
  }
}

function isAbove(row: RowReading, next: RowReading): boolean {
  if (next.mark === "nested") {
    return row.shape.number.trim() !== "" && next.shape.number.trim().startsWith(`${row.shape.number.trim()}.`);
  }
  if (row.mark === "arabic") return isSmallLetter(next);
  if ((row.mark === "roman" || row.mark === "letter") && !isSmallLetter(row)) {
    return row.mark !== next.mark && !isNextLetter(row.shape.number, next.shape.number);
  }
  return row.mark === "none" && row.label === "district" && next.mark === "arabic" && next.label === "plain";
}

/** a, b, c stand below 1, 2, 3; A, B, C above them. */
function isSmallLetter({ mark, shape }: RowReading): boolean {
  return mark === "letter" && /^\p{Ll}/u.test(shape.number.trim());
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

function reading(shape: RowShape, role: RowRole): RowReading {
  return { shape, role, label: "plain", mark: "none" };
}
