// Where each indicator stands in the tables of one submission: code → columns, counted ones before compared ones.

import { isMoneyCode, moneyPrecision, roundingOf } from "../checks/money-precision.js";
import type { Indicator } from "../model/indicator.js";
import { at } from "../model/outcome.js";
import { QUANTITY_STATES } from "../model/quantity.js";
import type { Figure } from "../model/rule.js";
import { type FormTable, quantityAt, typedAt } from "../model/submission.js";

export const KNOWN = QUANTITY_STATES.indexOf("known");
export const REJECTED = QUANTITY_STATES.indexOf("rejected");

/** One column of one table; values and states are the table's own arrays, `width` cells a row. */
export interface FigureColumn {
  /** Index of the table in the list the columns were made from. */
  readonly table: number;
  readonly field: number;
  readonly form: string;
  readonly width: number;
  readonly values: Float64Array;
  readonly states: Uint8Array;
}

export type ColumnsByCode = ReadonlyMap<string, readonly FigureColumn[]>;

export interface FigureColumns {
  readonly tables: readonly FormTable[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly file: string;
  /** Every column that holds figures. */
  readonly all: ColumnsByCode;
  /** Columns whose figures are taken; those that are only compared are left out. */
  readonly counted: ColumnsByCode;
  /** The figure in a cell, with its place and heading. */
  figureAt(column: FigureColumn, row: number): Figure;
}

/** Columns of some tables of one file. */
export function columnsOf(
  tables: readonly FormTable[],
  file: string,
  indicators: ReadonlyMap<string, Indicator>,
): FigureColumns {
  const counted = new Map<string, FigureColumn[]>();
  const compared = new Map<string, FigureColumn[]>();
  for (const [index, table] of tables.entries()) {
    for (const [field, { code, role }] of table.fields.entries()) {
      const column: FigureColumn = {
        table: index,
        field,
        form: table.form.id,
        width: table.fields.length,
        values: table.values,
        states: table.states,
      };
      append(role === "indicator" ? counted : compared, code, column);
    }
  }
  const all = new Map<string, readonly FigureColumn[]>(counted);
  for (const [code, columns] of compared) all.set(code, [...(counted.get(code) ?? []), ...columns]);
  const precisions: (number | undefined)[] = [];
  const figureAt = (column: FigureColumn, row: number): Figure => {
    const table = at(tables, column.table);
    const { code } = at(table.fields, column.field);
    const isMoney = isMoneyCode(code, indicators);
    const precision = isMoney ? (precisions[column.table] ?? moneyPrecision(table, indicators)) : 1;
    if (isMoney) precisions[column.table] = precision;
    return {
      code,
      label: at(table.headings, column.field),
      place: { file, sheet: table.sheet, cell: table.place(row, column.field) },
      typed: typedAt(table, row, column.field),
      quantity: quantityAt(table, row, column.field),
      scale: isMoney ? table.moneyFactor : 1,
      rounding: roundingOf(at(column.values, row * column.width + column.field), precision),
    };
  };
  return { tables, indicators, file, all, counted, figureAt };
}

function append(index: Map<string, FigureColumn[]>, code: string, column: FigureColumn): void {
  const columns = index.get(code);
  if (columns === undefined) index.set(code, [column]);
  else columns.push(column);
}
