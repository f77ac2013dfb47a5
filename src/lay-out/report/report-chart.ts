// A chart of a report's table: it follows cells of the table, and is left out where there is nothing to see.

import { columnLetters } from "../../model/cell-address.js";
import { isMoney } from "../../model/indicator.js";
import type { ChartScale, ChartValues, PlannedChart } from "../../model/planned-chart.js";
import type { ReportChart } from "../../model/report.js";
import type { GridCell } from "./grid.js";
import type { ReportContext } from "./report-context.js";
import { say } from "./say.js";
import type { TableGrid } from "./table-page.js";

/** A chart that is yet to get its place on the page. */
export type UnplacedChart = Omit<PlannedChart, "place">;

/** Fewer points are a sentence, more are a thicket. */
const FEWEST = 2;
const MOST = 40;
const BILLION = 1_000_000_000;
const MILLION = 1_000_000;
/** Above every table: a cell that stays empty, for what is not known. */
const EMPTY_CELL = { row: 1, column: 2 };

/** A row that the chart shows: where it stands, what it is about, its cells. */
interface Point {
  readonly row: number;
  readonly subject: string;
  readonly cells: readonly GridCell[];
}

/** The chart; undefined where it would show less than two figures, or more points than can be told apart. */
export function reportChart(chart: ReportChart, grid: TableGrid, context: ReportContext): UnplacedChart | undefined {
  const { columns, name } = grid.page;
  const points = pointsOf(chart, grid);
  const named = columns.findIndex(({ show }) => show === "name");
  const series = chart.series.map((one) => ({ name: one.name, points: figuresOf(points, one.column, name) }));
  const told = series.flatMap((one) => one.points.values.filter((value) => value !== undefined));
  /** Targets alone are no result to look at. */
  const reached = chart.series.flatMap(({ column }, index) =>
    columns[column]?.show === "target" ? [] : (series[index] ?? []),
  );
  const figures = reached.flatMap((one) => one.points.values.filter((value) => value !== undefined));
  if (points.length < FEWEST || points.length > MOST || figures.length < FEWEST) return undefined;
  const categories: ChartValues<string> = {
    cells: cellsText(
      name,
      points.map(({ row }) => ({ row, column: named + 1 })),
    ),
    values: points.map(({ cells }) => String(cells[named]?.value ?? "")),
  };
  const code = columns[chart.series[0]?.column ?? -1]?.indicator ?? points[0]?.subject ?? "";
  const { scale, unit } = scaleOf(code, told, context);
  const title = say(chart.title, context);
  return { kind: chart.kind, title: unit === "" ? title : `${title} (${unit})`, categories, series, scale };
}

/** Units, years or the indicators named: never totals, headings and breaks. */
function pointsOf({ indicators }: ReportChart, { rows, first }: TableGrid): readonly Point[] {
  return rows.flatMap(({ subject, cells }, index): readonly Point[] => {
    if (subject === undefined || (indicators.length > 0 && !indicators.includes(subject))) return [];
    return [{ row: first + index, subject, cells }];
  });
}

/** A column's figures; a mark in the place of one would be drawn as zero, so an empty cell stands for it. */
function figuresOf(points: readonly Point[], column: number, sheet: string): ChartValues<number | undefined> {
  const values = points.map(({ cells }) => {
    const value = cells[column]?.value;
    return typeof value === "number" ? value : undefined;
  });
  const places = points.map(({ row }, index) =>
    values[index] === undefined ? EMPTY_CELL : { row, column: column + 1 },
  );
  return { cells: cellsText(sheet, places), values };
}

/** Money in millions or billions; shares as percents, which need no unit; else as it is counted. */
function scaleOf(
  code: string,
  figures: readonly number[],
  { catalogue }: ReportContext,
): { readonly scale: ChartScale; readonly unit: string } {
  const indicator = catalogue.indicators.get(code);
  if (indicator?.ratio?.times === 100) return { scale: { divisor: 1, isShare: true }, unit: "" };
  if (indicator === undefined) {
    const isWhole = figures.every(Number.isInteger);
    return { scale: { divisor: 1, isShare: false, ...(isWhole ? {} : { decimals: 2 }) }, unit: "" };
  }
  const largest = Math.max(...figures.map(Math.abs));
  const divisor = isMoney(indicator) ? divisorOf(largest) : 1;
  const word = { 1: "", [MILLION]: "triệu ", [BILLION]: "tỉ " }[divisor];
  return { scale: { divisor, isShare: false }, unit: `${word}${indicator.measuredIn}` };
}

function divisorOf(largest: number): ChartScale["divisor"] {
  if (largest >= BILLION) return BILLION;
  return largest >= MILLION ? MILLION : 1;
}

/** Neighbouring cells as one range: `('PL2'!$K$10:$K$13,'PL2'!$K$15)`. */
function cellsText(sheet: string, cells: readonly { readonly row: number; readonly column: number }[]): string {
  const ranges: { readonly column: number; readonly from: number; to: number }[] = [];
  for (const { row, column } of cells) {
    const last = ranges.at(-1);
    if (last !== undefined && last.column === column && last.to + 1 === row) last.to = row;
    else ranges.push({ column, from: row, to: row });
  }
  const name = `'${sheet.replaceAll("'", "''")}'`;
  const texts = ranges.map(({ column, from, to }) => {
    const letters = columnLetters(column);
    return from === to ? `${name}!$${letters}$${from}` : `${name}!$${letters}$${from}:$${letters}$${to}`;
  });
  return texts.length === 1 ? texts.join("") : `(${texts.join(",")})`;
}
