// What is measured. One code, one quantity; the kind says how it folds over units and over time.

import type { IsoDate } from "./iso-date.js";

/**
 * The two folds of each kind (over units, over time): FLOW sum, sum · STOCK sum, last · OPENING sum, first ·
 * YEAR_TO_DATE sum, last of each year · EXPIRING sum of what is valid · COUNT of rows by category, a stock one level
 * up · SUM computed from other indicators · RATIO computed last, never typed, summed or averaged.
 */
export const INDICATOR_KINDS = [
  "FLOW",
  "STOCK",
  "OPENING",
  "YEAR_TO_DATE",
  "EXPIRING",
  "COUNT",
  "SUM",
  "RATIO",
] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** Folds over time; `valid` takes what is valid at the date, `never` marks what is computed last. */
export const OVER_TIME = ["sum", "last", "first", "last-of-year", "valid", "never"] as const;
export type OverTime = (typeof OVER_TIME)[number];

/** The fold over time that each kind carries. */
export const OVER_TIME_OF: Readonly<Record<IndicatorKind, OverTime>> = {
  FLOW: "sum",
  STOCK: "last",
  OPENING: "first",
  YEAR_TO_DATE: "last-of-year",
  EXPIRING: "valid",
  COUNT: "last",
  SUM: "never",
  RATIO: "never",
};

export interface Indicator {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** Unit of measure as printed: người, đồng, %, … Money is whole đồng inside. */
  readonly measuredIn: string;
  readonly kind: IndicatorKind;
  /** The whole this is a part of; parts that may overlap are each checked against it, their sum is not. */
  readonly partOf: { readonly whole: string; readonly overlaps: boolean } | undefined;
  readonly recordedAt: string;
  /** Heading the indicator stands under in lists: Tổ chức, Hội viên, Quỹ, … */
  readonly family: string;
  readonly form: string;
  readonly serves: string;
  readonly optional: boolean;
  /** First day of the programme it belongs to: before it nobody owes a figure. Undefined where there was no such day. */
  readonly since?: IsoDate | undefined;
  /** One of the few figures that a run prints on screen. */
  readonly isHeadline: boolean;
  readonly note: string;
  /**
   * COUNT: rows of a form whose category fields hold one of the listed values. No entry in `where`: every row. A flow
   * may be the sum of a column over such rows of a list.
   */
  readonly count: RowCount | undefined;
  /**
   * Computed as the sum of others. `always`: never typed (SUM). `parts-first`: computed where a part is known, else as
   * typed. `all-parts`: computed where every part is known, else as typed.
   */
  readonly sumOf:
    | { readonly parts: readonly string[]; readonly when: "always" | "parts-first" | "all-parts" }
    | undefined;
  /** RATIO: `of` / `over`; a share is printed times `times` (100 for %). */
  readonly ratio: { readonly of: string; readonly over: string; readonly times: number } | undefined;
}

export interface RowCount {
  readonly form: string;
  readonly where: ReadonlyMap<string, readonly string[]>;
  /** Lists: rows that have the same in this column count once. */
  readonly distinct?: string;
  /** Lists: the numbers of this column are added, instead of rows counted. */
  readonly adds?: string;
}

/** True for amounts of money. */
export function isMoney(indicator: Indicator): boolean {
  return indicator.measuredIn === "đồng";
}
