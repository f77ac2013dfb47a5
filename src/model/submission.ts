// One workbook as a report of one unit for one period: figures, each with its place and its text as typed.
// Rows × fields are kept as typed arrays: a commune has some thirty rows, a province some hundreds.

import type { CellAddress } from "./cell-address.js";
import type { Coverage } from "./coverage.js";
import type { Explanation } from "./explanation.js";
import type { Field, Form, Grain } from "./form.js";
import type { IsoDate } from "./iso-date.js";
import { at } from "./outcome.js";
import type { Period, Standing } from "./period.js";
import { QUANTITY_STATES, type Quantity, quantityOf } from "./quantity.js";
import type { Unit, UnitKey } from "./unit.js";

export interface FileRef {
  /** As given on the command line, with `/` between folders. */
  readonly path: string;
  readonly sha256: string;
}

/** The file's own name, without its folders. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/**
 * data: counted · subtotal, total: compared with the rows it covers · own-total: a row that names the reporting unit
 * itself («Toàn xã», «Xã Hướng Phùng») without a fund holder, compared as V-T06 · own: the unit's own or a named fund,
 * counted beside the children (only where the form declares a holder).
 */
export const TABLE_ROW_ROLES = ["data", "subtotal", "total", "own-total", "own"] as const;
export type TableRowRole = (typeof TABLE_ROW_ROLES)[number];

export interface TableRow {
  readonly role: TableRowRole;
  /** 1-based row of the sheet; for label–value forms 0. */
  readonly row: number;
  /** As typed. */
  readonly name: string;
  readonly code: string;
  /** The child unit or branch the row is about; the submission's own unit for `own` rows and label–value forms. */
  readonly unit: UnitKey | undefined;
  /** 1-based column of the cell that names the row, for messages. */
  readonly nameColumn: number;
  /** Canonical values of category fields by field code: kind, type, holder. */
  readonly categories: ReadonlyMap<string, string>;
  /** Rows a subtotal sums: indexes into `rows`, first and last, inclusive. */
  readonly covers: { readonly first: number; readonly last: number } | undefined;
  /**
   * Records of a list: texts by field code, choices in their canonical form, days as 2024-03-15 (or 2024-03, 2024).
   * Absent for rows of figures.
   */
  readonly texts?: ReadonlyMap<string, string>;
}

/** Rows of a very long table, column by column: what is asked of all of them makes no object of each. */
export interface LongRows {
  readonly count: number;
  /** Of each row: index into TABLE_ROW_ROLES, row of the sheet, index of its categories among `categorySets`. */
  readonly roles: Uint8Array;
  readonly sheetRows: Uint32Array;
  readonly sets: Uint32Array;
  readonly categorySets: readonly TableRow["categories"][];
  /** How many units the rows of data speak of; whether there are rows of the reporting unit's own besides. */
  readonly units: number;
  readonly hasOwn: boolean;
  /** Rows of data whose unit an earlier one has, and the first one that has it. */
  readonly repeated: ReadonlyMap<number, number>;
  /** The row itself, made anew each time. */
  at(index: number): TableRow;
}

/** One recognised form of the workbook with its figures: values[row × fields.length + field]. */
export interface FormTable {
  readonly form: Form;
  readonly grain: Grain;
  readonly sheet: string;
  /** The fields that hold figures (roles indicator and check) and were found, in sheet order. */
  readonly fields: readonly Field[];
  /** Of a table with `long` made when first asked for, which what is asked of every row does not do. */
  readonly rows: readonly TableRow[];
  readonly long?: LongRows | undefined;
  /** Whole đồng for money; NaN where the state is not `known`. */
  readonly values: Float64Array;
  /** Index into QUANTITY_STATES. */
  readonly states: Uint8Array;
  /** Place of a figure, by row and field index. */
  readonly place: (row: number, field: number) => CellAddress;
  /** Heading as it stands on the form, by field index. */
  readonly headings: readonly string[];
  /** What was typed where it differs from the plain number, by value index: a text, or a number that shows as itself. */
  readonly typed: ReadonlyMap<number, string | number>;
  /** đồng per unit written on the sheet: 1, 1_000, 1_000_000 or 1_000_000_000; 1 where no money stands on it. */
  readonly moneyFactor: number;
  /** What one unit written in a field stands for, by field index: đồng, or 0,01 for %; absent where that is `moneyFactor` for all. */
  readonly factors?: Float64Array;
  /** True where a stated unit of money was applied; amounts of a sheet without one are missing (V-K04). */
  readonly isMoneyDeclared: boolean;
}

/** What `_so-lieu` adds to a figure of the workbook: read back, matched to the visible cell. */
export interface CarriedFact {
  readonly unit: UnitKey;
  readonly indicator: string;
  readonly holder: string | undefined;
  readonly quantity: Quantity;
  readonly coverage: Coverage;
  readonly estimate: boolean;
  readonly explanation: string;
  readonly sheet: string;
  readonly cell: CellAddress;
}

/** Cells of a file, for the control total: seen = used + listed. */
export interface CellTally {
  readonly seen: number;
  readonly used: number;
  /** Cells not used, in runs, with the reason in Vietnamese. */
  readonly listed: readonly {
    readonly sheet: string;
    readonly cells: string;
    readonly reason: string;
    readonly count: number;
  }[];
}

export interface Submission {
  readonly file: FileRef;
  /** Undefined where the unit could not be told: the finding says so, and nothing of it is counted. */
  readonly unit: Unit | undefined;
  /** A cluster's workbook: the grouping it speaks of; its rows are read as its members' own submissions. */
  readonly grouping: string | undefined;
  readonly period: Period | undefined;
  readonly asOf: IsoDate | undefined;
  readonly standing: Standing | undefined;
  readonly revision: number | undefined;
  readonly preparedBy: string;
  readonly phone: string;
  readonly tables: readonly FormTable[];
  /** Lists of records; the `unit` of a row is whose record it is, undefined where it is not known. Absent: none. */
  readonly records?: readonly FormTable[];
  readonly carried: readonly CarriedFact[];
  readonly cells: CellTally;
  /** What was answered on lists of findings that the workbook carries, and the names of those lists' sheets. */
  readonly explanations: readonly Explanation[];
  readonly lists: readonly string[];
}

/** Tables of figures and lists of records. */
export function allTables({ tables, records }: Submission): readonly FormTable[] {
  return records === undefined ? tables : [...tables, ...records];
}

/** The quantity at (row, field) of a table. */
export function quantityAt(table: FormTable, row: number, field: number): Quantity {
  const index = row * table.fields.length + field;
  return quantityOf(at(QUANTITY_STATES, at(table.states, index)), at(table.values, index));
}

/** What the sender typed at (row, field), for messages. */
export function typedAt(table: FormTable, row: number, field: number): string {
  const index = row * table.fields.length + field;
  const value = at(table.values, index);
  const factor = table.factors?.[field] ?? table.moneyFactor;
  return String(table.typed.get(index) ?? (Number.isNaN(value) ? "" : value / factor));
}

/** A list of findings that was sent out alone comes back with answers: it is no report. */
export function isListOnly({ tables, lists, records = [] }: Submission): boolean {
  return lists.length > 0 && tables.length === 0 && records.length === 0;
}
