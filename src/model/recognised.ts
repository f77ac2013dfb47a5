// A workbook whose sheets are understood: which form, which heading, which row is what. No value is read yet.

import type { CellAddress } from "./cell-address.js";
import type { Field, Form, Grain } from "./form.js";
import type { Grid } from "./grid.js";

/**
 * data: a figure row · group: a heading between rows («I. Khối thôn») · subtotal, total: sums of rows · codes: the row
 * of column numbers (A, B, 1, 2 …) · note, signature: text below the table · outside: anything else above or below.
 */
export const ROW_ROLES = [
  "outside",
  "heading",
  "codes",
  "group",
  "data",
  "subtotal",
  "total",
  "note",
  "signature",
] as const;
export type RowRole = (typeof ROW_ROLES)[number];

export interface RecognisedColumn {
  readonly field: Field;
  /** 1-based column of the sheet. */
  readonly column: number;
  /** The lowest heading cell, and the heading as it stands (tiers joined with « › »). */
  readonly heading: CellAddress;
  readonly headingText: string;
}

/** A table of rows: grain `branch` or `upper`. */
export interface RecognisedTable {
  readonly kind: "table";
  readonly grid: Grid;
  readonly form: Form;
  readonly grain: Grain;
  readonly columns: readonly RecognisedColumn[];
  /** Columns with a heading that is no field of the form. */
  readonly unknownColumns: readonly { readonly column: number; readonly heading: CellAddress; readonly text: string }[];
  /** Fields that stand on the sheet in a place that cannot be told (V-K12): their figures count as refused. */
  readonly doubtful: readonly { readonly field: Field; readonly cell: CellAddress }[];
  readonly headingTop: number;
  /** First row below headings and column codes. */
  readonly firstRow: number;
  /** Role of each row from `firstRow` on. */
  readonly rowRoles: readonly RowRole[];
  /** «Đơn vị tính: …» in the sheet's title lines, as it stands. */
  readonly moneyUnit: StatedUnit | undefined;
}

/** A unit of money as it stands, and what else is stated beside it in the same title lines. */
export interface StatedUnit {
  readonly cell: CellAddress;
  readonly text: string;
  readonly others: readonly string[];
}

/** Label–value pairs: grain `value`. */
export interface RecognisedPairs {
  readonly kind: "pairs";
  readonly grid: Grid;
  readonly form: Form;
  readonly pairs: readonly {
    readonly field: Field;
    readonly label: CellAddress;
    readonly labelText: string;
    readonly value: CellAddress;
  }[];
}

/** What title lines say about the whole workbook where no cover sheet does: «Kỳ báo cáo: năm 2022». */
export interface TitleStatement {
  /** Identity field of the cover it stands for: unit.name, unit.code, period, asOf, standing, moneyUnit, revision. */
  readonly code: string;
  readonly grid: Grid;
  readonly cell: CellAddress;
  /** The value part of the text. */
  readonly text: string;
}

export interface RecognisedWorkbook {
  readonly tables: readonly RecognisedTable[];
  readonly pairs: readonly RecognisedPairs[];
  readonly titles: readonly TitleStatement[];
  /** The very-hidden sheet `_so-lieu`, where the program wrote the workbook. */
  readonly factSheet: Grid | undefined;
  /** Sheets in which nothing was recognised. */
  readonly unused: readonly Grid[];
  /** Lists of findings that the program put in, with a column for answers. */
  readonly lists: readonly Grid[];
  /** True where the workbook counts its dates from 1904; absent means 1900. */
  readonly date1904?: boolean;
}
