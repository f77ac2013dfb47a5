// What is known about the column a number stands in, and what reading a cell of it can give.

import type { NotApplicableReason } from "../model/quantity.js";
import { parseDecimal, scaled } from "./decimal-text.js";

/** count: whole and not negative · money: whole đồng after the unit is applied · ratio: a share or another quotient. */
export type NumberKind = "count" | "money" | "ratio";

export interface NumberColumn {
  readonly kind: NumberKind;
  /** Money: the unit stated for the column as a power of ten of đồng; undefined where none is stated. Else 0. */
  readonly power: number | undefined;
  /** Ratio: what the printed figure is multiplied by (100 for %). Else 1. */
  readonly times: number;
  /** Ratio of a part to its whole: more than the whole cannot be meant. */
  readonly isShare: boolean;
  /** Words that may follow a figure because the heading or the unit of measure says them («15 hộ»), as `sameText`. */
  readonly words: string;
  /** How the column writes its numbers; worked out only when a cell is in doubt. */
  readonly habits: () => ColumnHabits;
}

export interface ColumnHabits {
  /** A text with dots between thousands stands in the column. */
  readonly hasDotGroups: boolean;
  /** A text that can only be en-US stands in it: «1,522.5», «1,234,567». */
  readonly hasEnglish: boolean;
  /** A fraction stands in it. */
  readonly hasFractions: boolean;
  /** The largest figure whose reading is not in doubt; −∞ where there is none. */
  readonly largest: number;
}

/**
 * Codes of the refusals a figure can meet. V-K04 (amount without a unit of money) and V-K13 (formula without a result)
 * are said once for a sheet, the others at the cell.
 */
export type RefusalCode = "V-K04" | "V-K05" | "V-K06" | "V-K07" | "V-K08" | "V-K09" | "V-K13";

export type NumberReading =
  /** `note` says in Vietnamese what was tidied beyond trimming. */
  | { readonly kind: "known"; readonly value: number; readonly note?: string }
  | { readonly kind: "blank" }
  | { readonly kind: "not-applicable"; readonly why: NotApplicableReason }
  /** `readings`: the two possible ones for V-K06; the day and the likely original for V-K08. */
  | {
      readonly kind: "refused";
      readonly code: RefusalCode;
      readonly variant?: string;
      readonly readings?: readonly [string, string];
    };

/** A figure read without doubt, or with a note of what was tidied; refused where it cannot be kept to the last digit. */
export function knownNumber(value: number, note?: string): NumberReading {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return { kind: "refused", code: "V-K05", variant: "lớn quá" };
  return note === undefined ? { kind: "known", value } : { kind: "known", value, note };
}

/** A figure that is not taken. */
export function refusedNumber(code: RefusalCode, readings?: readonly [string, string]): NumberReading {
  return readings === undefined ? { kind: "refused", code } : { kind: "refused", code, readings };
}

/** The habits of a column from its cells, as stored. */
export function habitsOf(cells: Iterable<string | number>): ColumnHabits {
  const habits = { hasDotGroups: false, hasEnglish: false, hasFractions: false, largest: Number.NEGATIVE_INFINITY };
  for (const cell of cells) {
    if (typeof cell === "number") {
      if (!Number.isInteger(cell)) habits.hasFractions = true;
      habits.largest = Math.max(habits.largest, cell);
      continue;
    }
    const number = parseDecimal(cell);
    if (number === undefined) continue;
    const { shape } = number;
    if (shape === "dot-group" || shape === "dot-groups" || shape === "dots-and-comma") habits.hasDotGroups = true;
    if (shape === "commas-and-dot" || shape === "comma-groups") habits.hasEnglish = true;
    if (number.exponent < 0) habits.hasFractions = true;
    const isInDoubt = shape === "dot-group" || shape === "comma-group";
    if (!isInDoubt) habits.largest = Math.max(habits.largest, scaled(number, 0));
  }
  return habits;
}
