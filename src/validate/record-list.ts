// The records of a submission by their places: which row of which table each has. There may be a million, of which rules
// look at few one by one: a record is made when it is asked for, and the values of many are read straight from the tables.

import { SUBJECTS } from "../checks/subjects.js";
import { at } from "../model/outcome.js";
import type { FigureName, FigureRecord } from "../model/rule.js";
import type { TableRow } from "../model/submission.js";
import { rowAt } from "../model/table-rows.js";
import { sameText } from "../model/text.js";
import type { CodeColumns, ColumnSum, FigureColumn } from "./figure-columns.js";
import { figureOf, type RecordGround, RowRecord } from "./row-record.js";

/** The first row of a record; its role is data or own. */
export interface FirstRow {
  readonly table: number;
  readonly row: number;
  readonly role: TableRow["role"];
  /** True where its unit has an earlier record. */
  readonly isFurther: boolean;
}

/** Records from one index to before another. */
export interface RecordRange {
  readonly from: number;
  readonly to: number;
}

const [BRANCH, CHILD, OWN] = [SUBJECTS.indexOf("branch"), SUBJECTS.indexOf("child"), SUBJECTS.indexOf("unit")];
/** The cover is the first record of `ground.places`, those of the rows follow. */
export const COVER = 0;
const FIRST = 1;

export class RecordList {
  count = 0;
  private readonly ground: RecordGround;
  /** Of each record its subject, the table of its first row, and whether its unit has an earlier record. */
  private readonly subjects: Uint8Array;
  private readonly firstTables: Uint16Array;
  private readonly further: Uint8Array;
  private readonly rowSubjects: readonly number[];
  private readonly made: (RowRecord | undefined)[] = [];

  /** Room for so many records. */
  constructor(ground: RecordGround, most: number) {
    this.ground = ground;
    this.rowSubjects = ground.columns.tables.map(({ grain }) => (grain === "branch" ? BRANCH : CHILD));
    this.subjects = new Uint8Array(most);
    this.firstTables = new Uint16Array(most);
    this.further = new Uint8Array(most);
  }

  /** Adds a record by its first row and gives its index. */
  add({ table, row, role, isFurther }: FirstRow): number {
    const index = this.count;
    this.count += 1;
    this.subjects[index] = role === "own" ? OWN : at(this.rowSubjects, table);
    this.firstTables[index] = table;
    this.further[index] = isFurther ? 1 : 0;
    this.join(index, table, row);
    return index;
  }

  /** Gives a record a row in a further table. */
  join(index: number, table: number, row: number): void {
    this.ground.places.rowsIn(table)[FIRST + index] = row;
  }

  /** Row of a record in a table; −1 where it has none. */
  rowIn(index: number, table: number): number {
    return this.ground.places.rowOf(FIRST + index, table);
  }

  subjectAt(index: number): FigureRecord["subject"] {
    return at(SUBJECTS, at(this.subjects, index));
  }

  /** Indexes of the records about a subject, in ascending order. */
  placesOf(subject: FigureRecord["subject"]): Int32Array {
    const number = SUBJECTS.indexOf(subject);
    const places = new Int32Array(this.count);
    let count = 0;
    for (let index = 0; index < this.count; index += 1) if (this.subjects[index] === number) places[count++] = index;
    return places.subarray(0, count);
  }

  /** The same object for the same index. */
  at(index: number): RowRecord {
    const known = this.made[index];
    if (known !== undefined) return known;
    const table = at(this.firstTables, index);
    const of = rowAt(at(this.ground.columns.tables, table), this.rowIn(index, table));
    const part = partOf(of, this.further[index] === 1);
    const record = new RowRecord({ subject: this.subjectAt(index), of, part }, this.ground, FIRST + index);
    this.made[index] = record;
    return record;
  }

  all(): readonly RowRecord[] {
    return Array.from({ length: this.count }, (_, index) => this.at(index));
  }

  /** False for a figure that no record has, because it has no column, and no part of it has one. */
  has(code: string): boolean {
    const stand = this.ground.columns.all.get(code);
    return stand !== undefined && hasColumn(stand);
  }

  /** A figure of one record, from the columns whose figures are taken. */
  countedValue(index: number, code: string, form: string | undefined): number | undefined {
    const stand = this.ground.columns.counted.get(code);
    return stand === undefined ? undefined : figureOf(this.ground, FIRST + index, { stand, form });
  }

  /** The values of a figure in some records, NaN where one is not known. */
  fill(into: Float64Array, { code, form }: FigureName, range: RecordRange): void {
    const stand = this.ground.columns.all.get(code);
    if (stand === undefined || !hasColumn(stand)) into.fill(Number.NaN, 0, range.to - range.from);
    else this.fillFigure(into, { stand, form }, range);
  }

  private fillFigure(into: Float64Array, { stand, form }: AskedFigure, { from, to }: RecordRange): void {
    const column = onlyColumn(stand, form);
    const { sumOf } = stand;
    if (column !== undefined) this.fillFrom(column, into, { from, to });
    else if (
      stand.columns.length === 0 &&
      form === undefined &&
      sumOf !== undefined &&
      !this.ground.columns.hasRefused
    ) {
      this.fillSum(into, sumOf, { from, to });
    } else {
      for (let index = from; index < to; index += 1) {
        into[index - from] = figureOf(this.ground, FIRST + index, { stand, form }) ?? Number.NaN;
      }
    }
  }

  /** A figure that no column gives, part by part; not known where no part is, or where one is not that is needed. */
  private fillSum(into: Float64Array, sum: ColumnSum, { from, to }: RecordRange): void {
    let part: Float64Array | undefined;
    for (const [place, stand] of sum.parts.entries()) {
      const column = onlyColumn(stand, undefined);
      if (place === 0) this.fillFigure(into, { stand, form: undefined }, { from, to });
      else if (column !== undefined) this.addFrom(column, into, { from, to, isAllNeeded: sum.isAllNeeded });
      else {
        part ??= new Float64Array(to - from);
        this.fillFigure(part, { stand, form: undefined }, { from, to });
        for (let index = 0; index < part.length; index += 1)
          addTo(into, index, { value: at(part, index), isAllNeeded: sum.isAllNeeded });
      }
    }
  }

  /** The figures of a column; what is not known is NaN in the table already. */
  private fillFrom({ table, field, width }: FigureColumn, into: Float64Array, { from, to }: RecordRange): void {
    const rows = this.ground.places.rowsIn(table);
    const values = at(this.ground.columns.values, table);
    for (let index = from; index < to; index += 1) {
      const row = rows[FIRST + index] ?? -1;
      into[index - from] = row < 0 ? Number.NaN : (values[row * width + field] ?? Number.NaN);
    }
  }

  /** Adds the figures of a column. */
  private addFrom(
    { table, field, width }: FigureColumn,
    into: Float64Array,
    { from, to, isAllNeeded }: AddedRange,
  ): void {
    const rows = this.ground.places.rowsIn(table);
    const values = at(this.ground.columns.values, table);
    for (let index = from; index < to; index += 1) {
      const row = rows[FIRST + index] ?? -1;
      const value = row < 0 ? Number.NaN : (values[row * width + field] ?? Number.NaN);
      addTo(into, index - from, { value, isAllNeeded });
    }
  }
}

type AddedRange = RecordRange & Pick<ColumnSum, "isAllNeeded">;

interface AskedFigure {
  readonly stand: CodeColumns;
  readonly form: string | undefined;
}

interface Added extends Pick<ColumnSum, "isAllNeeded"> {
  readonly value: number;
}

/** Adds what is known; what is not known (NaN) is passed over, or leaves the sum unknown where all is needed. */
function addTo(sums: Float64Array, place: number, { value, isAllNeeded }: Added): void {
  const sum = sums[place] ?? Number.NaN;
  if (isAllNeeded || !(Number.isNaN(sum) || Number.isNaN(value))) sums[place] = sum + value;
  else if (Number.isNaN(sum)) sums[place] = value;
}

/** The column that alone gives an indicator, as most indicators have it; undefined where several do, or parts of it. */
function onlyColumn({ columns, sumOf }: CodeColumns, form: string | undefined): FigureColumn | undefined {
  const [only] = columns;
  if (columns.length !== 1 || only === undefined) return undefined;
  return (form === undefined ? sumOf === undefined : only.form === form) ? only : undefined;
}

/** False for an indicator that is only computed, where no part of it has a column either. */
function hasColumn({ columns, sumOf }: CodeColumns): boolean {
  return columns.length > 0 || sumOf?.parts.some(hasColumn) === true;
}

/** Own funds go by their names, further rows of a unit by what their categories say. */
function partOf(row: TableRow, isFurther: boolean): string {
  if (row.role === "own") return sameText(row.name);
  return isFurther ? [...row.categories.values()].join(", ") : "";
}
