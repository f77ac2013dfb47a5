// A document to be read or signed, as data: what stands on it, in order. Page by page the same words and figures as the
// sheets of the workbook plan it is made from; how it looks on paper or on a screen is decided where it is written.

import type { PlannedChart } from "./planned-chart.js";
import type { Look } from "./workbook-plan.js";

export interface LookedText {
  readonly text: string;
  readonly look: Look;
}

/** A cell of a table with the columns and rows it covers; cells that others cover are left out. */
export interface DocumentCell {
  /** From 1. */
  readonly column: number;
  readonly across: number;
  readonly down: number;
  readonly value: string | number | null;
  readonly look: Look;
}

export type DocumentRow = readonly DocumentCell[];

export interface DocumentTable {
  readonly kind: "table";
  /** What the table is about, as its title says. */
  readonly caption: string;
  /** Characters, one a column. */
  readonly widths: readonly number[];
  /** Rows repeated on each page. */
  readonly head: readonly DocumentRow[];
  /** Points that each of them needs at least, in letters of 11 points. */
  readonly headHeights: readonly number[];
  readonly body: readonly DocumentRow[];
  /** Columns of shares (0–1) that a bar may show, from 1. */
  readonly bars: readonly number[];
}

export interface Paragraph extends LookedText {
  readonly kind: "paragraph";
  readonly isIndented: boolean;
}

/** Two columns without lines: who issues beside the national heading, «Nơi nhận» beside who signs. */
export interface Sides {
  readonly kind: "sides";
  readonly rows: readonly (readonly [left: LookedText, right: LookedText])[];
  /** Share (0–1) of the width that the left column takes. */
  readonly leftShare: number;
  /** True where each side runs down for itself; false where the lines of both stay level. */
  readonly isStacked: boolean;
  /** Place of the row whose left line, the issuer's own name, has a rule below it; the Party's documents have none. */
  readonly ruled: number | undefined;
}

export interface DocumentChart {
  readonly kind: "chart";
  readonly chart: PlannedChart;
}

export type DocumentBlock = Paragraph | Sides | DocumentTable | DocumentChart;

export interface DocumentSection {
  readonly name: string;
  readonly isLandscape: boolean;
  /** True where the first page is numbered too: an annex. */
  readonly numbersFirst: boolean;
  /** «SỐ LIỆU TẠM TÍNH (47/52 xã)» for the head of every page; empty for none. */
  readonly stamp: string;
  readonly blocks: readonly DocumentBlock[];
}

export interface DocumentPlan {
  /** By which the program knows its own output again where it is sent in; readers do not see it. */
  readonly mark: string;
  readonly title: string;
  readonly creator: string;
  /** Moment written into the file, ISO text; the same moment gives the same bytes. */
  readonly created: string;
  readonly sections: readonly DocumentSection[];
}

/** Every chart of a document, in order. */
export function chartsOf(sections: readonly DocumentSection[]): readonly PlannedChart[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : [])));
}
