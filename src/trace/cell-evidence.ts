// The figures of one submission as they were typed, cell by cell: what a trace ends in. Names are not kept.

import { addressText, columnLetters } from "../model/cell-address.js";
import { holdsNumber } from "../model/form.js";
import { at } from "../model/outcome.js";
import type { FormTable } from "../model/submission.js";
import type { FileEvidence, TypedCell } from "./manifest.js";

interface GrowingSheet {
  readonly runs: Map<string, TypedCell[]>;
  readonly factors: Map<string, number>;
}

/**
 * Typed figures of the rows that are counted, in runs down each column:
 *
 *   L9 60 · L10 «61 người» · L12 –     →     L9: [60, ["61 người", 61]], L12: [null]
 */
export function cellEvidence(tables: readonly FormTable[]): FileEvidence {
  const sheets = new Map<string, GrowingSheet>();
  for (const table of tables) {
    const sheet = sheets.get(table.sheet) ?? { runs: new Map(), factors: new Map() };
    sheets.set(table.sheet, sheet);
    const rows = countedRows(table);
    for (const [index, field] of table.fields.entries()) {
      const isCounted = field.role === "indicator" || holdsNumber(field);
      if (isCounted && rows.length > 0) addColumn(table, { field: index, rows }, sheet);
    }
  }
  return Object.fromEntries([...sheets].map(([name, sheet]) => [name, finished(sheet)]));
}

function countedRows({ rows }: FormTable): readonly number[] {
  const counted: number[] = [];
  for (const [index, { role }] of rows.entries()) if (role === "data" || role === "own") counted.push(index);
  return counted;
}

function addColumn(
  table: FormTable,
  { field, rows }: { readonly field: number; readonly rows: readonly number[] },
  { runs, factors }: GrowingSheet,
): void {
  const factor = table.factors?.[field] ?? table.moneyFactor;
  let run: TypedCell[] = [];
  let next = 0;
  for (const row of rows) {
    const cell = table.place(row, field);
    if (cell.row !== next) {
      run = [];
      runs.set(addressText(cell), run);
      if (factor !== 1) factors.set(columnLetters(cell.column), factor);
    }
    next = cell.row + 1;
    run.push(typedCell(table, row * table.fields.length + field));
  }
}

function typedCell({ values, typed }: FormTable, index: number): TypedCell {
  const value = at(values, index);
  const text = typed.get(index);
  if (text === undefined) return Number.isNaN(value) ? null : value;
  return Number.isNaN(value) ? [text] : [text, value];
}

function finished({ runs, factors }: GrowingSheet): FileEvidence[string] {
  const plain = { runs: Object.fromEntries(runs) };
  return factors.size === 0 ? plain : { ...plain, factors: Object.fromEntries(factors) };
}
