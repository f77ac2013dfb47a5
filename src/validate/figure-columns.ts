// Where each indicator stands in the tables of one submission: code → columns, counted ones before compared ones. Which
// columns those are follows from the tables' fields alone and is shared by all submissions on one template.

import { isMoneyCode, moneyPrecision, roundingOf } from "../checks/money-precision.js";
import type { Indicator } from "../model/indicator.js";
import { at } from "../model/outcome.js";
import { QUANTITY_STATES } from "../model/quantity.js";
import type { Figure } from "../model/rule.js";
import { type FormTable, quantityAt, typedAt } from "../model/submission.js";

export const KNOWN = QUANTITY_STATES.indexOf("known");
export const REJECTED = QUANTITY_STATES.indexOf("rejected");

/** One column of one table; `width` cells a row. */
export interface FigureColumn {
  /** Index of the table in the list the columns were made from. */
  readonly table: number;
  readonly field: number;
  readonly form: string;
  readonly width: number;
  /** False where its figures are only compared. */
  readonly isTaken: boolean;
  /** True for a figure of the cover, which is the unit's alone. */
  readonly isOnCover: boolean;
}

/** Where one indicator stands. */
export interface CodeColumns {
  readonly columns: readonly FigureColumn[];
  /** What it is computed from where no column gives it; a part without a column has none here either. */
  readonly sumOf: ColumnSum | undefined;
  /** False where figures of some column, or of a part, are only compared. */
  readonly isTaken: boolean;
}

export interface ColumnSum {
  readonly codes: readonly string[];
  readonly parts: readonly CodeColumns[];
  readonly isAllNeeded: boolean;
}

/** By code; no entry for indicators that have no column and are not computed. */
export type ColumnsByCode = ReadonlyMap<string, CodeColumns>;

export interface TemplateColumns {
  /** Every column that holds figures. */
  readonly all: ColumnsByCode;
  /** Columns whose figures are taken; those that are only compared are left out. */
  readonly counted: ColumnsByCode;
}

export interface FigureColumns extends TemplateColumns {
  /** The same for all submissions on one template. */
  readonly template: TemplateColumns;
  readonly tables: readonly FormTable[];
  /** Values and states of each table. */
  readonly values: readonly Float64Array[];
  readonly states: readonly Uint8Array[];
  /** False where no figure of any table was refused, as in most files. */
  readonly hasRefused: boolean;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly file: string;
  /** The figure in a cell, with its place and heading. */
  figureAt(column: FigureColumn, row: number): Figure;
}

/** The columns of some tables. */
export function templateColumns(
  tables: readonly Pick<FormTable, "form" | "grain" | "fields">[],
  indicators: ReadonlyMap<string, Indicator>,
): TemplateColumns {
  const counted = new Map<string, FigureColumn[]>();
  const compared = new Map<string, FigureColumn[]>();
  for (const [table, { form, grain, fields }] of tables.entries()) {
    for (const [field, { code, role }] of fields.entries()) {
      const isTaken = role === "indicator";
      const column = { table, field, form: form.id, width: fields.length, isTaken, isOnCover: grain === "value" };
      append(isTaken ? counted : compared, code, column);
    }
  }
  const all = new Map<string, readonly FigureColumn[]>(counted);
  for (const [code, columns] of compared) all.set(code, [...(counted.get(code) ?? []), ...columns]);
  return { all: withSums(all, indicators), counted: withSums(counted, indicators) };
}

function withSums(
  columns: ReadonlyMap<string, readonly FigureColumn[]>,
  indicators: ReadonlyMap<string, Indicator>,
): ColumnsByCode {
  const byCode = new Map<string, CodeColumns>();
  const columnsOf = (code: string): CodeColumns => {
    const known = byCode.get(code);
    if (known !== undefined) return known;
    const sumOf = indicators.get(code)?.sumOf;
    const parts = sumOf?.parts.map(columnsOf) ?? [];
    const own = columns.get(code) ?? [];
    const made: CodeColumns = {
      columns: own,
      sumOf: sumOf === undefined ? undefined : { codes: sumOf.parts, parts, isAllNeeded: sumOf.when === "all-parts" },
      isTaken: [...own, ...parts].every(({ isTaken }) => isTaken),
    };
    if (made.columns.length > 0 || made.sumOf !== undefined) byCode.set(code, made);
    return made;
  };
  for (const code of columns.keys()) columnsOf(code);
  for (const { code, sumOf } of indicators.values()) if (sumOf !== undefined) columnsOf(code);
  return byCode;
}

/** The columns of the tables of one file, with the figures in them. */
export function figuresIn(
  tables: readonly FormTable[],
  file: string,
  { template, indicators }: Pick<FigureColumns, "indicators"> & { readonly template: TemplateColumns },
): FigureColumns {
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
      rounding: roundingOf(at(table.values, row * column.width + column.field), precision),
    };
  };
  const values: Float64Array[] = [];
  const states: Uint8Array[] = [];
  let hasRefused = false;
  for (const table of tables) {
    values.push(table.values);
    states.push(table.states);
    if (table.states.includes(REJECTED)) hasRefused = true;
  }
  return {
    template,
    all: template.all,
    counted: template.counted,
    tables,
    values,
    states,
    hasRefused,
    indicators,
    file,
    figureAt,
  };
}

function append(index: Map<string, FigureColumn[]>, code: string, column: FigureColumn): void {
  const columns = index.get(code);
  if (columns === undefined) index.set(code, [column]);
  else columns.push(column);
}
