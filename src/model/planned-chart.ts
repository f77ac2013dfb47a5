// A chart to be drawn, as data: which cells it follows, what they hold, how figures are written along its axis.

import type { CellRange } from "./cell-address.js";

/** columns: side by side · bars: one below the other, for long names · lines: over time. */
export const CHART_KINDS = ["columns", "bars", "lines"] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** Values of cells in order, and where they stand: `'PL2'!$K$10:$K$16`, several ranges in round brackets. */
export interface ChartValues<Value> {
  readonly cells: string;
  readonly values: readonly Value[];
}

export interface PlannedChart {
  readonly kind: ChartKind;
  /** With the unit of its figures: «Vận động (tỉ đồng)». */
  readonly title: string;
  /** Cells of its sheet that it lies over. */
  readonly place: CellRange;
  readonly categories: ChartValues<string>;
  /** A figure that is not there is undefined and leaves a gap, never a zero. */
  readonly series: readonly { readonly name: string; readonly points: ChartValues<number | undefined> }[];
  readonly scale: ChartScale;
}

/** Bars below each other that are still read easily at the usual height. */
const USUAL_BARS = 5;

/** Height of a chart as a multiple of the usual one: long names below each other need room for each. */
export function relativeHeight({ kind, categories }: Pick<PlannedChart, "kind" | "categories">): number {
  return kind === "bars" ? Math.max(1, categories.values.length / USUAL_BARS) : 1;
}

/** How figures are told: divided, in a unit; shares (0–1) as percents. */
export interface ChartScale {
  readonly divisor: 1 | 1_000_000 | 1_000_000_000;
  readonly isShare: boolean;
  /** Decimals of what is told beside the bars, for points; absent: none. */
  readonly decimals?: 2;
}
