// Adds one column of a table over some of its rows, straight from the typed arrays: this runs for every figure of
// every branch of a run.

import type { Indicator } from "../model/indicator.js";
import { QUANTITY_STATES, type Quantity, quantityOf } from "../model/quantity.js";
import type { FormTable } from "../model/submission.js";

/** A column to add; `parts` are columns whose sum stands for it, row by row, where they are known. */
export interface Column {
  readonly field: number;
  readonly parts: readonly number[];
  readonly when: "parts-first" | "all-parts" | undefined;
}

const NO_PARTS: readonly number[] = [];
const KNOWN = QUANTITY_STATES.indexOf("known");
const BLANK = QUANTITY_STATES.indexOf("blank");

/**
 * The column with, where the indicator is computed from others on the same table, the columns of its parts: «Vận động»
 * is typed only where its money and goods are not, and that differs from branch to branch.
 */
export function columnOf(table: FormTable, field: number, indicator: Indicator): Column {
  const { sumOf } = indicator;
  if (sumOf === undefined || sumOf.when === "always") return { field, parts: NO_PARTS, when: undefined };
  const parts = sumOf.parts.map((code) =>
    table.fields.findIndex((other) => other.code === code && other.role === "indicator"),
  );
  const isUsable = sumOf.when === "parts-first" ? parts.some((part) => part >= 0) : parts.every((part) => part >= 0);
  return isUsable
    ? { field, parts: parts.filter((part) => part >= 0), when: sumOf.when }
    : { field, parts: NO_PARTS, when: undefined };
}

/** What is added. */
export interface Addition {
  readonly rows: readonly number[];
  readonly column: Column;
}

/** Sum over the rows: known figures are added; where none is known the heaviest reason; of no rows: missing. */
export function addColumn({ fields, states, values }: FormTable, { rows, column }: Addition): Quantity {
  const width = fields.length;
  if (column.when === undefined) return addPlainColumn({ states, values }, rows, { field: column.field, width });
  let sum = 0;
  let best: number = QUANTITY_STATES.length;
  for (const row of rows) {
    const start = row * width;
    const computed = partsSum({ states, values }, start, column);
    if (!Number.isNaN(computed)) {
      sum += computed;
      best = KNOWN;
      continue;
    }
    const state = states[start + column.field] ?? BLANK;
    if (state === KNOWN) sum += values[start + column.field] ?? Number.NaN;
    if (state < best) best = state;
  }
  return quantityOf(QUANTITY_STATES[best] ?? "blank", sum);
}

/** The same for a column that no parts stand for. */
function addPlainColumn(
  { states, values }: Pick<FormTable, "states" | "values">,
  rows: readonly number[],
  { field, width }: { readonly field: number; readonly width: number },
): Quantity {
  let sum = 0;
  let best: number = QUANTITY_STATES.length;
  for (let place = 0; place < rows.length; place += 1) {
    const index = (rows[place] ?? Number.NaN) * width + field;
    const state = states[index] ?? BLANK;
    if (state === KNOWN) sum += values[index] ?? Number.NaN;
    if (state < best) best = state;
  }
  return quantityOf(QUANTITY_STATES[best] ?? "blank", sum);
}

/** True where the parts stand for the column in this row. */
export function isFromParts({ fields, states, values }: FormTable, row: number, column: Column): boolean {
  return !Number.isNaN(partsSum({ states, values }, row * fields.length, column));
}

/** NaN where too few of the parts are known. */
function partsSum({ states, values }: Pick<FormTable, "states" | "values">, start: number, column: Column): number {
  let sum = 0;
  let count = 0;
  for (const part of column.parts) {
    if (states[start + part] !== KNOWN) continue;
    sum += values[start + part] ?? Number.NaN;
    count += 1;
  }
  const isEnough = column.when === "all-parts" ? count === column.parts.length : count > 0;
  return isEnough ? sum : Number.NaN;
}
