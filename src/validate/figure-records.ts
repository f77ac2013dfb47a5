// Tables → records: the rows that speak of one branch or child unit, put together over all forms.

import { cutFrom } from "../model/cut-from.js";
import type { Indicator } from "../model/indicator.js";
import { at } from "../model/outcome.js";
import type { FormTable, Submission } from "../model/submission.js";
import { rowCount } from "../model/table-rows.js";
import { type FigureColumns, figuresIn } from "./figure-columns.js";
import { createColumnsOf } from "./known-columns.js";
import { COVER, RecordList } from "./record-list.js";
import { NO_ROW, RowPlaces, RowRecord } from "./row-record.js";
import { UnitRecord } from "./unit-record.js";

export interface FigureRecords {
  /** Branches, child units and own funds, in the order of their first rows. */
  readonly rows: RecordList;
  readonly unit: UnitRecord;
  /** Where the indicators stand. */
  readonly columns: FigureColumns;
}

/** Records of one submission after another. */
export type FigureRecordsOf = (submission: Submission) => FigureRecords;

/**
 * Records of submissions; what follows from the columns of a template is kept for the next one on it. A further row of a
 * unit in the same table (another fund holder, a duplicate) and every row of the unit's own funds is a record of its own;
 * totals are none.
 *
 *   01: Chi hội thôn 1 · 60 hội viên    02: Chi hội thôn 1 · dư 5.000    →    one record with both
 */
export function createFigureRecords(indicators: ReadonlyMap<string, Indicator>): FigureRecordsOf {
  const columnsOf = createColumnsOf(indicators);
  const placeRoom = cutFrom((length) => new Int32Array(length).fill(NO_ROW));
  return (submission) => {
    const { tables, file } = submission;
    const columns = figuresIn(tables, file.path, { template: columnsOf(tables), indicators });
    const name = submission.unit?.name ?? submission.grouping ?? "";
    let most = 0;
    let rowTables = 0;
    for (const table of tables) {
      if (table.grain === "value") continue;
      most += rowCount(table);
      rowTables += 1;
    }
    const ground = { columns, places: new RowPlaces(placeRoom((most + 1) * tables.length), most + 1) };
    const of = { unit: submission.unit?.key, name, row: 0 };
    const cover = new RowRecord({ subject: "unit", of, part: "" }, ground, COVER);
    const gathered: Gathered = { rows: new RecordList(ground, most), units: [], joined: new Map() };
    for (const [index, table] of tables.entries()) {
      if (table.grain === "value") ground.places.rowsIn(index)[COVER] = table.rows.length > 0 ? 0 : NO_ROW;
      else if (table.long !== undefined && rowTables === 1) gathered.rows.addLong(index, table.long);
      else gather(gathered, table, index);
    }
    return { rows: gathered.rows, unit: new UnitRecord(cover, gathered.rows, ground), columns };
  };
}

/** Records of a single submission. */
export function figureRecords(submission: Submission, indicators: ReadonlyMap<string, Indicator>): FigureRecords {
  return createFigureRecords(indicators)(submission);
}

interface Gathered {
  readonly rows: RecordList;
  /** Of each record the unit whose first it is. */
  readonly units: (string | undefined)[];
  /** First record of each unit that has data rows. */
  readonly joined: Map<string, number>;
}

const NONE_EXPECTED = Number.MAX_SAFE_INTEGER;

/** Tables mostly have the same units in the same order: the record behind the last one is looked at first. */
function gather(gathered: Gathered, table: FormTable, tableIndex: number): void {
  const { rows, units, joined } = gathered;
  let expected = units.length === 0 ? NONE_EXPECTED : 0;
  for (let row = 0; row < table.rows.length; row += 1) {
    const { role, unit } = at(table.rows, row);
    if (role !== "data" && role !== "own") continue;
    const key = role === "data" ? unit : undefined;
    const earlier = key === undefined ? undefined : recordOf(key, expected, gathered);
    if (earlier !== undefined) expected = earlier + 1;
    if (earlier !== undefined && rows.rowIn(earlier, tableIndex) < 0) {
      rows.join(earlier, tableIndex, row);
      continue;
    }
    const index = rows.add({ table: tableIndex, row, role, isFurther: earlier !== undefined });
    units.push(earlier === undefined ? key : undefined);
    if (key !== undefined && earlier === undefined) joined.set(key, index);
  }
}

/** The first record of a unit, if it has any: mostly the one that is expected. */
function recordOf(unit: string, expected: number, { units, joined }: Gathered): number | undefined {
  return expected < units.length && units[expected] === unit ? expected : joined.get(unit);
}
