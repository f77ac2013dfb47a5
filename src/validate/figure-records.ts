// Tables → records: the rows that speak of one branch or child unit, put together over all forms.

import type { Indicator } from "../model/indicator.js";
import { at } from "../model/outcome.js";
import { type FormTable, type LongRows, type Submission, TABLE_ROW_ROLES } from "../model/submission.js";
import { rowCount } from "../model/table-rows.js";
import { type FigureColumns, figuresIn } from "./figure-columns.js";
import { type ColumnsOf, createColumnsOf } from "./known-columns.js";
import { COVER, RecordList } from "./record-list.js";
import { RowPlaces, RowRecord } from "./row-record.js";
import { UnitRecord } from "./unit-record.js";

export interface FigureRecords {
  /** Branches, child units and own funds, in the order of their first rows. */
  readonly rows: RecordList;
  readonly unit: UnitRecord;
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
  const { tables, file } = submission;
  const columns = figuresIn(tables, file.path, { template: columnsOf(tables), indicators });
  const name = submission.unit?.name ?? submission.grouping ?? "";
  const rowTables = tables.filter(({ grain }) => grain !== "value");
  const most = rowTables.reduce((sum, table) => sum + rowCount(table), 0);
  const ground = { columns, places: new RowPlaces(most + 1, tables.length) };
  const of = { unit: submission.unit?.key, name, row: 0 };
  const cover = new RowRecord({ subject: "unit", of, part: "" }, ground, COVER);
  const gathered: Gathered = { rows: new RecordList(ground, most), joined: new Map() };
  for (const [index, table] of tables.entries()) {
    if (table.grain === "value") ground.places.rowsIn(index)[COVER] = table.rows.length > 0 ? 0 : -1;
    else if (table.long !== undefined && rowTables.length === 1) gatherLong(gathered.rows, table.long, index);
    else gather(gathered, table, index);
  }
  return { rows: gathered.rows, unit: new UnitRecord(cover, gathered.rows, ground), columns };
}

interface Gathered {
  readonly rows: RecordList;
  /** First record of each unit that has data rows. */
  readonly joined: Map<string, number>;
}

function gather({ rows, joined }: Gathered, table: FormTable, tableIndex: number): void {
  for (const [row, { role, unit }] of table.rows.entries()) {
    if (role !== "data" && role !== "own") continue;
    const key = role === "data" ? unit : undefined;
    const earlier = key === undefined ? undefined : joined.get(key);
    if (earlier !== undefined && rows.rowIn(earlier, tableIndex) < 0) {
      rows.join(earlier, tableIndex, row);
      continue;
    }
    const index = rows.add({ table: tableIndex, row, role, isFurther: earlier !== undefined });
    if (key !== undefined && earlier === undefined) joined.set(key, index);
  }
}

/** The only table of rows is joined with no other: which of its rows go further in a unit, it knows itself. */
function gatherLong(rows: RecordList, long: LongRows, table: number): void {
  for (let row = 0; row < long.count; row += 1) {
    const role = at(TABLE_ROW_ROLES, long.roles[row] ?? -1);
    if (role === "data" || role === "own") rows.add({ table, row, role, isFurther: long.repeated.has(row) });
  }
}
