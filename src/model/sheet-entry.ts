// What makes a planned sheet one that people fill in: where they may type what, what they are told beside the cell, and
// what turns red. Cells with an «entry» look are open, all others are locked.

import type { CellRange } from "./cell-address.js";

/** A short text in a box: title up to 32 characters, text up to 255. */
export interface BoxText {
  readonly title: string;
  readonly text: string;
}

/**
 * What may be typed: one of some values · whatever makes the formula true, which is written for the first cell of the
 * range · anything.
 */
export type Allowed =
  | { readonly kind: "list"; readonly values: readonly string[] }
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "anything" };

export interface EntryLimit {
  readonly range: CellRange;
  readonly allowed: Allowed;
  /** Shown while the cell is chosen. */
  readonly help: BoxText;
  /** Shown when something else is typed. */
  readonly refusal: BoxText;
}

export interface SheetEntry {
  readonly limits: readonly EntryLimit[];
  /** Ranges that turn red while a formula, written for their first cell, is true. */
  readonly alarms: readonly { readonly range: CellRange; readonly formula: string }[];
}
