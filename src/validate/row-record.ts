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

/** In the place of a row where a record has none. */
export const NO_ROW = -1;

/** Rows of the records of a submission in its tables. One array holds them, table after table. */
export class RowPlaces {
  private readonly tables: Int32Array[] = [];

  /** Over so many records; `rows` are NO_ROW all. */
  constructor(rows: Int32Array, records: number) {
    for (let first = 0; first < rows.length; first += records) this.tables.push(rows.subarray(first, first + records));
  }

  /** The row of a record in a table. */
  rowOf(record: number, table: number): number {
    return this.tables[table]?.[record] ?? NO_ROW;
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

const NO_PARTS: readonly string[] = [];

/** One of the records of a submission. There may be a million: all keep their places in one array. */
export class RowRecord implements FigureRecord {
  readonly subject: FigureRecord["subject"];
  readonly part: string;
  private readonly of: RowSubject["of"];
  private readonly ground: RecordGround;
  private readonly columns: FigureColumns;
  private readonly number: number;

  constructor({ subject, of, part }: RowSubject, ground: RecordGround, number: number) {
    this.subject = subject;
    this.part = part;
    this.of = of;
    this.ground = ground;
    this.columns = ground.columns;
    this.number = number;
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
    return this.ground.places.rowOf(this.number, table);
  }

  /** As typed; a computed total (`sumOf`) that no column gives is added up from its parts. */
  value(code: string, form?: string): number | undefined {
    const stand = this.columns.all.get(code);
    return stand === undefined ? undefined : figureOf(this.ground, this.number, { stand, form });
  }

  /** As `value`, but only from columns whose figures are taken. */
  countedValue(code: string, form?: string): number | undefined {
    const stand = this.columns.counted.get(code);
    return stand === undefined ? undefined : figureOf(this.ground, this.number, { stand, form });
  }

  /** True where the figure, or a part that it would be added up from, was refused earlier. */
  isRefused(code: string, form?: string): boolean {
    return isRefusedOf(this.ground, this.number, { code, form });
  }

  figure(code: string, form?: string): Figure | undefined {
    return this.figureIn(this.columns.all, code, form);
  }

  /** As `figure`, but only from columns whose figures are taken. */
  countedFigure(code: string, form?: string): Figure | undefined {
    return this.figureIn(this.columns.counted, code, form);
  }

  private figureIn(columns: ColumnsByCode, code: string, form: string | undefined): Figure | undefined {
    const column = columnOf(this.ground, this.number, { columns: columns.get(code)?.columns, form });
    const typed = column === undefined ? undefined : this.columns.figureAt(column, this.rowIn(column.table));
    if (form !== undefined || (typed !== undefined && stateOf(typed.quantity) !== "blank")) return typed;
    return this.computedFigure(columns, code) ?? typed;
  }

  /** Stands where its first part stands; rounded as far as all its parts are; refused where one of them is. */
  private computedFigure(columns: ColumnsByCode, code: string): Figure | undefined {
    const stand = columns.get(code);
    const sum = stand === undefined ? undefined : figureOf(this.ground, this.number, { stand, form: undefined });
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
}

/** A figure of one record, on one form where that is named. */
interface Asked {
  readonly stand: CodeColumns;
  readonly form: string | undefined;
}

/** The hot path of every rule: one look-up by code before it, then typed arrays. `number` is the record's. */
export function figureOf(ground: RecordGround, number: number, { stand, form }: Asked): number | undefined {
  const { values, states } = ground.columns;
  for (const column of stand.columns) {
    const row = ground.places.rowOf(number, column.table);
    if (row < 0 || (form !== undefined && column.form !== form)) continue;
    const place = row * column.width + column.field;
    const state = states[column.table]?.[place];
    if (state === KNOWN) return values[column.table]?.[place];
    if (state === REJECTED) return undefined;
  }
  return form === undefined && stand.sumOf !== undefined ? computedOf(ground, number, stand.sumOf) : undefined;
}

function computedOf(
  ground: RecordGround,
  number: number,
  { codes, parts, isAllNeeded }: ColumnSum,
): number | undefined {
  let sum: number | undefined;
  for (let index = 0; index < parts.length; index += 1) {
    const value = figureOf(ground, number, { stand: at(parts, index), form: undefined });
    if (value !== undefined) sum = sum === undefined ? value : sum + value;
    else if (isAllNeeded || isRefusedOf(ground, number, { code: at(codes, index), form: undefined })) return undefined;
  }
  return sum;
}

function isRefusedOf(ground: RecordGround, number: number, { code, form }: FigureName): boolean {
  if (!ground.columns.hasRefused) return false;
  const stand = ground.columns.all.get(code);
  if (stand === undefined) return false;
  const column = columnOf(ground, number, { columns: stand.columns, form });
  const state = column === undefined ? -1 : stateAt(ground, number, column);
  if (state === KNOWN || state === REJECTED) return state === REJECTED;
  const isSum = form === undefined && stand.sumOf !== undefined;
  return isSum && stand.sumOf.codes.some((part) => isRefusedOf(ground, number, { code: part, form }));
}

/** The first column in which something was typed for the record, else the first in which it has a row. */
function columnOf(
  ground: RecordGround,
  number: number,
  { columns, form }: { readonly columns: readonly FigureColumn[] | undefined; readonly form: string | undefined },
): FigureColumn | undefined {
  if (columns === undefined) return undefined;
  let blank: FigureColumn | undefined;
  for (const column of columns) {
    if (ground.places.rowOf(number, column.table) < 0 || (form !== undefined && column.form !== form)) continue;
    const state = stateAt(ground, number, column);
    if (state === KNOWN || state === REJECTED) return column;
    blank ??= column;
  }
  return blank;
}

function stateAt({ columns, places }: RecordGround, number: number, { table, field, width }: FigureColumn): number {
  return at(at(columns.states, table), places.rowOf(number, table) * width + field);
}
