// The records of a submission by their places: which row of which table each has. There may be a million, of which rules
// look at few one by one: a record is made when it is asked for, and the values of many are read straight from the tables.

import { SUBJECTS } from "../checks/subjects.js";
import { at } from "../model/outcome.js";
import type { FigureRecord } from "../model/rule.js";
import { type LongRows, TABLE_ROW_ROLES, type TableRow } from "../model/submission.js";
import { rowAt } from "../model/table-rows.js";
import { sameText } from "../model/text.js";
import { type AskedFigure, type AskedSum, hasColumn } from "./asked-figure.js";
import type { ColumnSum, FigureColumn } from "./figure-columns.js";
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
const NO_SUBJECT = -1;
const NO_PLACES = new Int32Array(0);
/** The cover is the first record of `ground.places`, those of the rows follow. */
export const COVER = 0;
const FIRST = 1;

export class RecordList {
  count = 0;
  /** The subjects of all records: bit n for the n-th of SUBJECTS. */
  subjectsMet = 0;
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
    const subject = role === "own" ? OWN : at(this.rowSubjects, table);
    this.subjects[index] = subject;
    this.subjectsMet |= 1 << subject;
    this.firstTables[index] = table;
    this.further[index] = isFurther ? 1 : 0;
    this.join(index, table, row);
    return index;
  }

  /** Adds a record for each row of data and of own funds of a long table, which knows which of them go further in a unit. */
  addLong(table: number, { count, roles, repeated }: LongRows): void {
    const { subjects, firstTables, further } = this;
    const rows = this.ground.places.rowsIn(table);
    const subjectOf = Int8Array.from(TABLE_ROW_ROLES, (role) =>
      role === "own" ? OWN : role === "data" ? at(this.rowSubjects, table) : NO_SUBJECT,
    );
    let index = this.count;
    for (let row = 0; row < count; row += 1) {
      const subject = subjectOf[roles[row] ?? -1] ?? NO_SUBJECT;
      if (subject === NO_SUBJECT) continue;
      subjects[index] = subject;
      this.subjectsMet |= 1 << subject;
      firstTables[index] = table;
      if (repeated.size > 0 && repeated.has(row)) further[index] = 1;
      rows[FIRST + index] = row;
      index += 1;
    }
    this.count = index;
  }

  /** Gives a record a row in a further table. */
  join(index: number, table: number, row: number): void {
    this.ground.places.rowsIn(table)[FIRST + index] = row;
  }

  /** Row of a record in a table; −1 where it has none. */
  rowIn(index: number, table: number): number {
    return this.ground.places.rowOf(FIRST + index, table);
  }

  /** True for a record about one of these subjects, given as bits. */
  isAbout(index: number, subjects: number): boolean {
    return (subjects & (1 << at(this.subjects, index))) !== 0;
  }

  subjectAt(index: number): FigureRecord["subject"] {
    return at(SUBJECTS, at(this.subjects, index));
  }

  /** Indexes of the records about a subject, in ascending order. */
  placesOf(subject: FigureRecord["subject"]): Int32Array {
    const number = SUBJECTS.indexOf(subject);
    if ((this.subjectsMet & (1 << number)) === 0) return NO_PLACES;
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
  fill(into: Float64Array, asked: AskedFigure | undefined, { from, to }: RecordRange): void {
    const { lead, sum, isLeadAlone } = asked ?? NOWHERE;
    if (lead !== undefined) this.fillFrom(lead, into, { from, to });
    else if (sum !== undefined && !this.ground.columns.hasRefused) {
      this.fillSum(into, sum, { from, to });
      return;
    } else into.fill(Number.NaN, 0, to - from);
    if (asked !== undefined && !isLeadAlone) this.fillBlanks(into, asked, { from, to });
  }

  /** What is not known yet, looked for wherever the figure may stand. */
  private fillBlanks(into: Float64Array, asked: AskedFigure, { from, to }: RecordRange): void {
    for (let index = from; index < to; index += 1) {
      if (Number.isNaN(into[index - from]))
        into[index - from] = figureOf(this.ground, FIRST + index, asked) ?? Number.NaN;
    }
  }

  /** A figure that no column gives, part by part; not known where no part is, or where one is not that is needed. */
  private fillSum(into: Float64Array, { parts, isAllNeeded }: AskedSum, { from, to }: RecordRange): void {
    let room: Float64Array | undefined;
    for (const [place, part] of parts.entries()) {
      if (place === 0) this.fill(into, part, { from, to });
      else if (part?.lead !== undefined && part.isLeadAlone) this.addFrom(part.lead, into, { from, to, isAllNeeded });
      else {
        room ??= new Float64Array(to - from);
        this.fill(room, part, { from, to });
        for (let index = 0; index < room.length; index += 1)
          addTo(into, index, { value: at(room, index), isAllNeeded });
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

const NOWHERE: Pick<AskedFigure, "lead" | "sum" | "isLeadAlone"> = {
  lead: undefined,
  sum: undefined,
  isLeadAlone: true,
};

interface Added extends Pick<ColumnSum, "isAllNeeded"> {
  readonly value: number;
}

/** Adds what is known; what is not known (NaN) is passed over, or leaves the sum unknown where all is needed. */
function addTo(sums: Float64Array, place: number, { value, isAllNeeded }: Added): void {
  const sum = sums[place] ?? Number.NaN;
  if (isAllNeeded || !(Number.isNaN(sum) || Number.isNaN(value))) sums[place] = sum + value;
  else if (Number.isNaN(sum)) sums[place] = value;
}

/** Own funds go by their names, further rows of a unit by what their categories say. */
function partOf(row: TableRow, isFurther: boolean): string {
  if (row.role === "own") return sameText(row.name);
  return isFurther ? [...row.categories.values()].join(", ") : "";
}
