// A page of charts, as many below each other as fit a portrait page.

import { type PlannedChart, relativeHeight } from "../../model/planned-chart.js";
import type { ChartsPage } from "../../model/report.js";
import type { PlannedSheet } from "../../model/workbook-plan.js";
import { addUnseenMark } from "../own-sheet-mark.js";
import { pageFrame } from "../page-frame.js";
import { addSpanning, beginSheet, type SheetLines } from "../sheet-lines.js";
import { reportChart, type UnplacedChart } from "./report-chart.js";
import type { ReportContext } from "./report-context.js";
import { say } from "./say.js";
import type { TableGrid } from "./table-page.js";

/** One column that fills a portrait page between its margins. */
const WIDTHS = [84];
/** Points of each of a chart's rows: usually some 69 mm together. */
const ROW = 15;
const CHART_ROWS = 13;
/** Rows of the charts that fit a page. */
const PAGE_ROWS = 3 * CHART_ROWS;

/** The page, if any of its charts has something to show; a table that the report leaves out has no charts. */
export function chartsPage(
  page: ChartsPage,
  tables: ReadonlyMap<string, TableGrid>,
  context: ReportContext,
): readonly PlannedSheet[] {
  const charts = page.charts.flatMap((chart) => {
    const grid = tables.get(chart.table);
    return (grid === undefined ? undefined : reportChart(chart, grid, context)) ?? [];
  });
  if (charts.length === 0) return [];
  const lines = beginSheet();
  addUnseenMark(lines);
  addTop(lines, page, context);
  const breaks: number[] = [];
  let used = 0;
  const placed = charts.map((chart): PlannedChart => {
    const rows = Math.min(PAGE_ROWS, Math.round(CHART_ROWS * relativeHeight(chart)));
    if (used > 0 && used + rows > PAGE_ROWS) {
      breaks.push(lines.next() - 1);
      used = 0;
    }
    used += rows;
    return placedChart(lines, chart, rows);
  });
  const sheet = lines.finish({
    name: page.name,
    visibility: "visible",
    widths: WIDTHS,
    freeze: { rows: 0, columns: 0 },
    charts: placed,
    print: {
      landscape: false,
      repeatRows: undefined,
      footer: "",
      header: context.stamp,
      document: { numbersFirst: true },
      isFullSize: true,
      breaks,
    },
  });
  return [sheet];
}

function addTop(lines: SheetLines, page: ChartsPage, context: ReportContext): void {
  const frame = pageFrame(WIDTHS);
  const stamp = context.stamp === "" ? [] : [{ value: context.stamp, look: "warning" } as const];
  const top = [
    { value: page.mark.toUpperCase(), look: "annex-mark" },
    { value: say(page.title, context), look: "report-title" },
    { value: `${context.input.basis.unit.name}. ${context.layout.periodLine}.`, look: "subtitle" },
    ...stamp,
  ] as const;
  for (const line of top) addSpanning(lines, line, frame);
}

/** Over empty rows, after one that keeps it off what is above. */
function placedChart(lines: SheetLines, chart: UnplacedChart, rows: number): PlannedChart {
  lines.skip();
  const top = lines.next();
  for (let row = 0; row < rows; row += 1) lines.add([], ROW);
  return { ...chart, place: { top, left: 1, bottom: lines.next() - 1, right: WIDTHS.length } };
}
