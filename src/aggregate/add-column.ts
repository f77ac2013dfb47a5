// Adds one column of a table over some of its rows, straight from the typed arrays: this runs for every figure of
// every branch of a run.

import type { Indicator } from "../model/indicator.js";
import { at } from "../model/outcome.js";
import { missing, QUANTITY_STATES, type Quantity, quantityOf } from "../model/quantity.js";
import type { FormTable } from "../model/submission.js";

/** A column to add; `parts` are columns whose sum stands for it, row by row, where they are known. */
export interface Column {
  readonly field: number;
  readonly parts: readonly number[];
  readonly when: "parts-first" | "all-parts" | undefined;
}

const KNOWN = 0;

/**
 * The column with, where the indicator is computed from others on the same table, the columns of its parts: «Vận động»
 * is typed only where its money and goods are not, and that differs from branch to branch.
 */
export function columnOf(table: FormTable, field: number, indicator: Indicator): Column {
  const { sumOf } = indicator;
  if (sumOf === undefined || sumOf.when === "always") return { field, parts: [], when: undefined };
  const parts = sumOf.parts.map((code) =>
    table.fields.findIndex((other) => other.code === code && other.role === "indicator"),
  );
  const isUsable = sumOf.when === "parts-first" ? parts.some((part) => part >= 0) : parts.every((part) => part >= 0);
  return isUsable
    ? { field, parts: parts.filter((part) => part >= 0), when: sumOf.when }
    : { field, parts: [], when: undefined };
}

/** Sum over the rows: known figures are added; where none is known the heaviest reason; of no rows: missing. */
export function addColumn(table: FormTable, rows: readonly number[], column: Column): Quantity {
  const width = table.fields.length;
  let sum = 0;
  let best: number = QUANTITY_STATES.length;
  for (const row of rows) {
    const start = row * width;
    const computed = column.when === undefined ? undefined : partsSum(table, start, column);
    if (computed !== undefined) {
      sum += computed;
      best = KNOWN;
      continue;
    }
    const state = at(table.states, start + column.field);
    if (state === KNOWN) sum += at(table.values, start + column.field);
    if (state < best) best = state;
  }
  const state = QUANTITY_STATES[best];
  return state === undefined ? missing("blank") : quantityOf(state, sum);
}

function partsSum(table: FormTable, start: number, column: Column): number | undefined {
  let sum = 0;
  let count = 0;
  for (const part of column.parts) {
    if (at(table.states, start + part) !== KNOWN) continue;
    sum += at(table.values, start + part);
    count += 1;
  }
  const isEnough = column.when === "all-parts" ? count === column.parts.length : count > 0;
  return isEnough ? sum : undefined;
}
