// All figures of one branch, child unit or fund: its rows on every form. Look-ups allocate nothing; a Figure is made
// only when a check fails or asks why there is no value.

import { at } from "../model/outcome.js";
import { known, missing, stateOf } from "../model/quantity.js";
import type { Figure, FigureName, FigureRecord } from "../model/rule.js";
import type { TableRow } from "../model/submission.js";
import {
  type CodeColumns,
  type ColumnSum,
  type ColumnsByCode,
  type FigureColumn,
  type FigureColumns,
  KNOWN,
  REJECTED,
} from "./figure-columns.js";

/** What a record is about; its row of the sheet is 0 for the reporting unit. */
export interface RowSubject {
  readonly subject: FigureRecord["subject"];
  readonly of: Pick<TableRow, "unit" | "name" | "row">;
  /** Tells further rows of one unit apart. */
  readonly part: string;
}

/** Rows of the records of a submission in its tables; −1 where a record has none. One array holds them, table after table. */
export class RowPlaces {
  private readonly tables: Int32Array[] = [];
  private used = 0;

  /** Room for so many records over so many tables. */
  constructor(records: number, tables: number) {
    const rows = new Int32Array(records * tables).fill(-1);
    for (let first = 0; first < rows.length; first += records) this.tables.push(rows.subarray(first, first + records));
  }

  /** The number of the next record. */
  next(): number {
    this.used += 1;
    return this.used - 1;
  }

  /** The row of a record in a table. */
  rowOf(record: number, table: number): number {
    return this.tables[table]?.[record] ?? -1;
  }

  /** The rows of all records in a table, by their numbers. */
  rowsIn(table: number): Int32Array {
    return at(this.tables, table);
  }
}

/** What all records of a submission have in common. */
export interface RecordGround {
  readonly columns: FigureColumns;
  readonly places: RowPlaces;
}

/** Some records of one submission, in their order. */
export interface RecordRange {
  readonly records: readonly RowRecord[];
  readonly from: number;
  readonly to: number;
}

const NO_PARTS: readonly string[] = [];

/** One of the records of a submission. There may be a million: all keep their places in one array. */
export class RowRecord implements FigureRecord {
  readonly subject: FigureRecord["subject"];
  readonly part: string;
  private readonly of: RowSubject["of"];
  private readonly columns: FigureColumns;
  private readonly places: RowPlaces;
  private readonly number: number;

  constructor({ subject, of, part }: RowSubject, { columns, places }: RecordGround) {
    this.subject = subject;
    this.part = part;
    this.of = of;
    this.columns = columns;
    this.places = places;
    this.number = places.next();
  }

  get unit(): string {
    return this.of.unit ?? this.of.name;
  }

  get name(): string {
    return this.of.name;
  }

  get row(): number {
    return this.of.row;
  }

  /** Index of its row in a table; −1 where the table has none. */
  rowIn(table: number): number {
    return this.places.rowOf(this.number, table);
  }

  /** Gives it a row in a further table. */
  join(table: number, row: number): void {
    this.places.rowsIn(table)[this.number] = row;
  }

  /** As typed; a computed total (`sumOf`) that no column gives is added up from its parts. */
  value(code: string, form?: string): number | undefined {
    const stand = this.columns.all.get(code);
    return stand === undefined ? undefined : this.valueIn(stand, form);
  }

  /** As `value`, but only from columns whose figures are taken. */
  countedValue(code: string, form?: string): number | undefined {
    const stand = this.columns.counted.get(code);
    return stand === undefined ? undefined : this.valueIn(stand, form);
  }

  /** As `value`, of several records; NaN for one that is not known. */
  static fill(into: Float64Array, { code, form }: FigureName, { records, from, to }: RecordRange): void {
    const first = records[from];
    const stand = first?.columns.all.get(code);
    const column = stand === undefined ? undefined : onlyColumn(stand, form);
    if (first === undefined || stand === undefined) into.fill(Number.NaN, 0, to - from);
    else if (column !== undefined) first.fillFrom(column, into, to - from);
    else {
      for (let index = from; index < to; index += 1) {
        into[index - from] = records[index]?.valueIn(stand, form) ?? Number.NaN;
      }
    }
  }

  /** The figures of a column, of this record and the next ones; what is not known is NaN in the table already. */
  private fillFrom({ table, field, width }: FigureColumn, into: Float64Array, count: number): void {
    const rows = this.places.rowsIn(table);
    const values = at(this.columns.values, table);
    for (let index = 0; index < count; index += 1) {
      const row = rows[this.number + index] ?? -1;
      into[index] = row < 0 ? Number.NaN : (values[row * width + field] ?? Number.NaN);
    }
  }

  /** True where the figure, or a part that it would be added up from, was refused earlier. */
  isRefused(code: string, form?: string): boolean {
    if (!this.columns.hasRefused) return false;
    const stand = this.columns.all.get(code);
    if (stand === undefined) return false;
    const column = this.find(stand.columns, form);
    const state = column === undefined ? -1 : this.stateAt(column);
    if (state === KNOWN || state === REJECTED) return state === REJECTED;
    return form === undefined && stand.sumOf !== undefined && stand.sumOf.codes.some((part) => this.isRefused(part));
  }

  figure(code: string, form?: string): Figure | undefined {
    return this.figureIn(this.columns.all, code, form);
  }

  /** As `figure`, but only from columns whose figures are taken. */
  countedFigure(code: string, form?: string): Figure | undefined {
    return this.figureIn(this.columns.counted, code, form);
  }

  /** The hot path of every rule: one look-up by code, then typed arrays. */
  private valueIn({ columns, sumOf }: CodeColumns, form: string | undefined): number | undefined {
    for (const column of columns) {
      const row = this.rowIn(column.table);
      if (row < 0 || (form !== undefined && column.form !== form)) continue;
      const place = row * column.width + column.field;
      const state = this.columns.states[column.table]?.[place];
      if (state === KNOWN) return this.columns.values[column.table]?.[place];
      if (state === REJECTED) return undefined;
    }
    return form === undefined && sumOf !== undefined ? this.computed(sumOf) : undefined;
  }

  private computed({ codes, parts, isAllNeeded }: ColumnSum): number | undefined {
    let sum: number | undefined;
    for (let index = 0; index < parts.length; index += 1) {
      const value = this.valueIn(at(parts, index), undefined);
      if (value !== undefined) sum = sum === undefined ? value : sum + value;
      else if (isAllNeeded || this.isRefused(at(codes, index))) return undefined;
    }
    return sum;
  }

  private figureIn(columns: ColumnsByCode, code: string, form: string | undefined): Figure | undefined {
    const column = this.find(columns.get(code)?.columns, form);
    const typed = column === undefined ? undefined : this.columns.figureAt(column, this.rowIn(column.table));
    if (form !== undefined || (typed !== undefined && stateOf(typed.quantity) !== "blank")) return typed;
    return this.computedFigure(columns, code) ?? typed;
  }

  /** Stands where its first part stands; rounded as far as all its parts are; refused where one of them is. */
  private computedFigure(columns: ColumnsByCode, code: string): Figure | undefined {
    const stand = columns.get(code);
    const sum = stand === undefined ? undefined : this.valueIn(stand, undefined);
    if (sum === undefined && !this.isRefused(code)) return undefined;
    const parts = this.partsOf(code)
      .map((part) => this.figureIn(columns, part, undefined))
      .filter((part) => part !== undefined);
    const [first] = parts;
    if (first === undefined) return undefined;
    const label = this.columns.indicators.get(code)?.name ?? code;
    const rounding = parts.reduce((total, part) => total + part.rounding, 0);
    const quantity = sum === undefined ? missing("rejected") : known(sum);
    return { ...first, code, label, typed: "", quantity, rounding };
  }

  private partsOf(code: string): readonly string[] {
    return this.columns.indicators.get(code)?.sumOf?.parts ?? NO_PARTS;
  }

  /** The first column in which something was typed for this thing, else the first in which it has a row. */
  private find(columns: readonly FigureColumn[] | undefined, form: string | undefined): FigureColumn | undefined {
    if (columns === undefined) return undefined;
    let blank: FigureColumn | undefined;
    for (const column of columns) {
      if (this.rowIn(column.table) < 0 || (form !== undefined && column.form !== form)) continue;
      const state = this.stateAt(column);
      if (state === KNOWN || state === REJECTED) return column;
      blank ??= column;
    }
    return blank;
  }

  private stateAt(column: FigureColumn): number {
    return at(at(this.columns.states, column.table), this.rowIn(column.table) * column.width + column.field);
  }
}

/** The column that alone gives an indicator, as most indicators have it; undefined where several do, or parts of it. */
function onlyColumn({ columns, sumOf }: CodeColumns, form: string | undefined): FigureColumn | undefined {
  const [only] = columns;
  if (columns.length !== 1 || only === undefined) return undefined;
  return (form === undefined ? sumOf === undefined : only.form === form) ? only : undefined;
}
