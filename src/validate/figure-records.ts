// Tables → records: the rows that speak of one branch or child unit, put together over all forms.

import type { Indicator } from "../model/indicator.js";
import { at } from "../model/outcome.js";
import type { FormTable, Submission, TableRow } from "../model/submission.js";
import { sameText } from "../model/text.js";
import { type FigureColumns, figuresIn } from "./figure-columns.js";
import { type ColumnsOf, createColumnsOf } from "./known-columns.js";
import { type RecordGround, RowPlaces, RowRecord } from "./row-record.js";
import { UnitRecord } from "./unit-record.js";

export interface FigureRecords {
  /** Branches, child units and own funds, in the order of their first rows. */
  readonly rows: readonly RowRecord[];
  readonly unit: UnitRecord;
  /** The rows, and the unit after them. */
  readonly all: () => readonly (RowRecord | UnitRecord)[];
  /** Where the indicators stand. */
  readonly columns: FigureColumns;
}

/**
 * Records of a submission. A further row of a unit in the same table (another fund holder, a duplicate) and every row
 * of the unit's own funds is a record of its own; totals are none.
 *
 *   01: Chi hội thôn 1 · 60 hội viên    02: Chi hội thôn 1 · dư 5.000    →    one record with both
 */
export function figureRecords(
  submission: Submission,
  indicators: ReadonlyMap<string, Indicator>,
  columnsOf: ColumnsOf = createColumnsOf(indicators),
): FigureRecords {
  const template = columnsOf(submission.tables);
  const columns = figuresIn(submission.tables, submission.file.path, { template, indicators });
  const name = submission.unit?.name ?? submission.grouping ?? "";
  let most = 1;
  for (const { grain, rows } of submission.tables) if (grain !== "value") most += rows.length;
  const ground = { columns, places: new RowPlaces(most, submission.tables.length) };
  const unit = submission.unit?.key;
  const cover = new RowRecord({ subject: "unit", of: { unit, name, row: 0 }, part: "" }, ground);
  const gathered: Gathered = { ground, rows: [], joined: new Map() };
  for (let index = 0; index < submission.tables.length; index += 1) {
    const table = at(submission.tables, index);
    if (table.grain !== "value") gather(gathered, table, index);
    else if (table.rows.length > 0) cover.join(index, 0);
  }
  const own = new UnitRecord(cover, gathered.rows, ground);
  let all: readonly (RowRecord | UnitRecord)[] | undefined;
  return {
    rows: gathered.rows,
    unit: own,
    all: () => {
      all ??= [...gathered.rows, own];
      return all;
    },
    columns,
  };
}

interface Gathered {
  readonly ground: RecordGround;
  readonly rows: RowRecord[];
  /** First record of each unit that has data rows. */
  readonly joined: Map<string, RowRecord>;
}

function gather({ ground, rows, joined }: Gathered, table: FormTable, tableIndex: number): void {
  for (let rowIndex = 0; rowIndex < table.rows.length; rowIndex += 1) {
    const row = at(table.rows, rowIndex);
    if (row.role !== "data" && row.role !== "own") continue;
    const key = row.role === "data" ? row.unit : undefined;
    const earlier = key === undefined ? undefined : joined.get(key);
    if (earlier?.rowIn(tableIndex) === -1) {
      earlier.join(tableIndex, rowIndex);
      continue;
    }
    const part = partOf(row, earlier !== undefined);
    const record = new RowRecord({ subject: subjectOf(row, table), of: row, part }, ground);
    record.join(tableIndex, rowIndex);
    rows.push(record);
    if (key !== undefined && earlier === undefined) joined.set(key, record);
  }
}

/** Own funds go by their names, further rows of a unit by what their categories say. */
function partOf(row: TableRow, isFurther: boolean): string {
  if (row.role === "own") return sameText(row.name);
  return isFurther ? [...row.categories.values()].join(", ") : "";
}

function subjectOf(row: TableRow, table: FormTable): "branch" | "child" | "unit" {
  if (row.role === "own") return "unit";
  return table.grain === "branch" ? "branch" : "child";
}
