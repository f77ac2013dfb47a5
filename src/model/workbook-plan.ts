// A workbook to be written, as data: every value, formula, width and border decided. write/ only carries it out.

import type { CellRange } from "./cell-address.js";
import type { Total } from "./fact.js";
import type { PlannedChart } from "./planned-chart.js";
import type { SheetEntry } from "./sheet-entry.js";

/** Named looks; write/ knows fonts, borders and fills for each. */
export const LOOKS = [
  "plain",
  "title",
  "subtitle",
  "heading",
  "codes",
  "label",
  "text",
  "count",
  "money",
  "ratio",
  "total-label",
  "total-count",
  "total-money",
  "total-ratio",
  "note",
  "warning",
  "nation",
  "motto",
  "signature",
  "link",
  "superior",
  "money-unit",
  "place-date",
  "group",
  "centred",
  "warning-cell",
  "mark",
  "entry-text",
  "entry-centred",
  "entry-number",
  "entry-points",
  "points",
  "total-points",
  "check",
  "report-title",
  "remark",
  "number-line",
  "part",
  "section",
  "subsection",
  "body",
  "guidance",
  "recipients-title",
  "recipients",
  "annex-mark",
  "signed-count",
  "signed-ratio",
  "break",
  "unseen",
  "answer",
] as const;
export type Look = (typeof LOOKS)[number];

export interface PlannedCell {
  readonly column: number;
  /** Text is written as text, never as a formula. */
  readonly value: string | number | null;
  /** Live formula without «=»; `value` is its stored result. */
  readonly formula?: string;
  readonly look: Look;
  /** Target inside the workbook: `'01 Tổ chức'!A1`. */
  readonly link?: string;
  /** Name by which the workbook knows the cell. */
  readonly name?: string;
  /** The total whose quantity the cell shows: what the manifest of the run keeps, so that the cell can be traced. */
  readonly total?: Total | undefined;
}

export interface PlannedRow {
  readonly row: number;
  readonly cells: readonly PlannedCell[];
  readonly height?: number;
}

export interface PlannedSheet {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very-hidden";
  /** Column widths in characters, from column 1. */
  readonly widths: readonly number[];
  /** Columns kept out of sight: keys by which the program knows its own rows again. */
  readonly hiddenColumns?: readonly number[];
  readonly rows: readonly PlannedRow[];
  /** True where only programs read the sheet: plain values, written without looks, heights, links and formulas. */
  readonly isForPrograms?: true;
  readonly merges: readonly CellRange[];
  readonly charts?: readonly PlannedChart[];
  /** Shares (0–1) behind whose figures a bar shows how far they are from 0 to 1. */
  readonly bars?: readonly CellRange[];
  /** Rows and columns kept in view. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly print: {
    readonly landscape: boolean;
    /** Heading rows repeated on each page; undefined for none. */
    readonly repeatRows: { readonly from: number; readonly to: number } | undefined;
    /** Columns repeated on each page of a sheet that is more than one page wide. */
    readonly repeatColumns?: { readonly from: number; readonly to: number };
    /** Pages side by side that the columns are fitted to; 1 where absent. */
    readonly pagesWide?: number;
    /** Plain text at the left; page numbers are added at the right. */
    readonly footer: string;
    readonly header: string;
    /**
     * As an office prints a document: its margins, page numbers at the top in the middle, none on the first page; the
     * footer is left out. `numbersFirst` numbers the first page too: an annex after a letter.
     */
    readonly document?: { readonly numbersFirst: boolean };
    /** Rows after which a new page begins. */
    readonly breaks?: readonly number[];
    /** True where the columns fit the page as they are: programs then keep to every break. */
    readonly isFullSize?: boolean;
  };
  /** A sheet to be filled in: locked but for its open looks, with limits, helps and alarms. */
  readonly entry?: SheetEntry;
}

export interface WorkbookPlan {
  readonly title: string;
  readonly creator: string;
  /** Moment written into the file's properties, ISO text; the same moment gives the same bytes. */
  readonly created: string;
  /** True where whoever opens the workbook must work out its formulas before showing them. */
  readonly recalculates?: boolean;
  readonly sheets: readonly PlannedSheet[];
}
