// The reporting unit's own figures: its cover, and the sums over the rows of its tables, its own funds included.

import { isMoneyCode } from "../checks/money-precision.js";
import { at } from "../model/outcome.js";
import { known, missing } from "../model/quantity.js";
import type { Figure, FigureRecord } from "../model/rule.js";
import { roleAt, rowCount } from "../model/table-rows.js";
import { type FigureColumn, type FigureColumns, KNOWN, REJECTED } from "./figure-columns.js";
import type { RecordList } from "./record-list.js";
import type { RecordGround, RowPlaces, RowRecord } from "./row-record.js";

/** What the cover says comes before sums; a sum with a refused part is not known. */
export class UnitRecord implements FigureRecord {
  readonly subject = "unit";
  readonly unit: string;
  readonly name: string;
  readonly row = 0;
  private readonly cover: RowRecord;
  private readonly rows: RecordList;
  private readonly columns: FigureColumns;
  private readonly places: RowPlaces;
  private readonly worked = new Map<string, number | undefined>();

  /** The cover is the first record, those of the rows follow. */
  constructor(cover: RowRecord, rows: RecordList, { columns, places }: RecordGround) {
    this.unit = cover.unit;
    this.name = cover.name;
    this.cover = cover;
    this.rows = rows;
    this.columns = columns;
    this.places = places;
  }

  value(code: string, form?: string): number | undefined {
    if (form !== undefined) return this.work(code, form);
    const known = this.worked.get(code);
    if (known !== undefined || this.worked.has(code)) return known;
    const value = this.work(code, undefined);
    this.worked.set(code, value);
    return value;
  }

  /** As `value`, for who keeps it. */
  work(code: string, form: string | undefined): number | undefined {
    const typed = this.typed(code, form);
    return typed !== undefined || this.cover.isRefused(code, form) ? typed : this.sum(code, form);
  }

  /** What the cover says. */
  typed(code: string, form: string | undefined): number | undefined {
    return this.cover.value(code, form);
  }

  figure(code: string, form?: string): Figure | undefined {
    const typed = this.cover.figure(code, form);
    if (typed?.quantity.kind === "known" || this.cover.isRefused(code, form)) return typed;
    return this.sumFigure(code, form) ?? typed;
  }

  /** True where the figure is not typed on the cover but follows from the rows. */
  isFromRows(code: string): boolean {
    return this.cover.value(code) === undefined;
  }

  private sum(code: string, form: string | undefined): number | undefined {
    const all = this.columns.all.get(code);
    if (all === undefined || !this.rows.has(code)) return undefined;
    const [only, ...others] = all.columns;
    const isCounted = only !== undefined && this.columns.counted.get(code)?.columns[0] === only;
    if (isCounted && others.length === 0 && all.sumOf === undefined) {
      return form === undefined || only.form === form ? this.columnSum(only) : undefined;
    }
    let sum: number | undefined;
    for (let index = 0; index < this.rows.count; index += 1) {
      const value = this.rows.countedValue(index, code, form);
      if (value !== undefined) sum = sum === undefined ? value : sum + value;
      else if (this.isRefusedIn(index, code, form)) return undefined;
    }
    return sum;
  }

  private isRefusedIn(index: number, code: string, form: string | undefined): boolean {
    return this.columns.hasRefused && this.rows.at(index).isRefused(code, form);
  }

  /** The sum of an indicator that stands in one column only, as most do. */
  private columnSum({ table, field, width }: FigureColumn): number | undefined {
    const rows = this.places.rowsIn(table);
    const values = at(this.columns.values, table);
    const states = at(this.columns.states, table);
    let sum = 0;
    let isAny = false;
    for (let record = 1; record <= this.rows.count; record += 1) {
      const row = rows[record] ?? -1;
      if (row < 0) continue;
      const state = states[row * width + field];
      if (state === REJECTED) return undefined;
      if (state !== KNOWN) continue;
      sum += values[row * width + field] ?? Number.NaN;
      isAny = true;
    }
    return isAny ? sum : undefined;
  }

  /** A sum of a million figures makes none of them but the first, and those that are not known. */
  private sumFigure(code: string, form: string | undefined): Figure | undefined {
    let first: Figure | undefined;
    let isIncomplete = false;
    let rounding = 0;
    const isRounded = isMoneyCode(code, this.columns.indicators);
    if (!this.columns.counted.has(code) || !this.rows.has(code)) return undefined;
    for (let index = 0; index < this.rows.count; index += 1) {
      const isKnown = this.rows.countedValue(index, code, form) !== undefined;
      if (isKnown && first !== undefined && !isRounded) continue;
      if (isIncomplete && first !== undefined && !isRounded) break;
      const figure = this.rows.at(index).countedFigure(code, form);
      if (figure === undefined) continue;
      first ??= figure;
      rounding += figure.rounding;
      isIncomplete ||= figure.quantity.kind === "missing";
    }
    if (first === undefined) return undefined;
    const sum = this.sum(code, form);
    return {
      ...first,
      place: { ...first.place, ...this.totalCell(code, form) },
      typed: "",
      quantity: sum === undefined ? missing(this.isRefusedAnywhere(code, form) ? "rejected" : "blank") : known(sum),
      rounding,
      isIncomplete,
    };
  }

  private isRefusedAnywhere(code: string, form: string | undefined): boolean {
    for (let index = 0; index < this.rows.count; index += 1) if (this.isRefusedIn(index, code, form)) return true;
    return false;
  }

  /** The cell of the last total row, where the table has one. */
  private totalCell(code: string, form: string | undefined): Pick<Figure["place"], "sheet" | "cell"> {
    const columns = this.columns.counted.get(code)?.columns ?? [];
    for (const column of columns) {
      if (form !== undefined && column.form !== form) continue;
      const table = at(this.columns.tables, column.table);
      let total = rowCount(table) - 1;
      while (total >= 0 && roleAt(table, total) !== "total") total -= 1;
      if (table.grain !== "value" && total >= 0) return { sheet: table.sheet, cell: table.place(total, column.field) };
    }
    return {};
  }
}
