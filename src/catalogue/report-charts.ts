// Charts of a report as declared → series that are columns of one of its tables; what cannot be drawn is refused.

import type { Indicator } from "../model/indicator.js";
import type { ReportChart } from "../model/report.js";
import { type Declared, refuseEntry } from "./parse-yaml.js";
import type { ChartEntry, ChartsEntry, ColumnEntry, PageEntry, ReportEntry, TableEntry } from "./report-schema.js";

/** Tables whose rows are points of a chart. */
const DRAWN: ReadonlySet<string> = new Set(["indicators", "units", "years", "ranking", "tally"]);

type SeriesEntry = ChartEntry["series"][number];
/** Of a table, those of a score sheet's groups one by one. */
type Columns = readonly ColumnEntry[];

interface Ground {
  readonly path: readonly PropertyKey[];
  readonly indicators: ReadonlyMap<string, Indicator>;
}

/** The page's charts, `columnsOf` the tables; one without its table or column was refused before. */
export function chartsOf(
  { charts }: ChartsEntry,
  pages: readonly PageEntry[],
  columnsOf: (table: TableEntry) => Columns,
): readonly ReportChart[] {
  return charts.map(({ series, indicators, ...chart }) => {
    const table = tableOf(chart.table, pages);
    const columns = table === undefined ? [] : columnsOf(table);
    const drawn = series.map((one) => ({ name: one.name, column: columnOf(one, columns) }));
    return { ...chart, series: drawn, indicators: indicators ?? [] };
  });
}

/**
 * Refuses a chart that no table of the report has the rows and columns for, or that would lay people and đồng on one
 * axis.
 *
 * @throws UsageError `declaration`
 */
export function checkCharts(entry: Declared<ReportEntry>, { charts }: ChartsEntry, ground: Ground): void {
  for (const [index, chart] of charts.entries()) {
    const path = [...ground.path, "charts", index];
    const table = tableOf(chart.table, entry.value.pages);
    if (table === undefined || !DRAWN.has(table.rows.by)) {
      refuseEntry(entry, [...path, "table"], {
        reason: `không có bảng số liệu nào tên «${chart.table}» để vẽ.`,
        allowed: "Ghi name của một trang bảng trong cùng báo cáo.",
      });
    }
    chart.series.forEach((one, place) => {
      if (columnOf(one, table.columns) >= 0) return;
      refuseEntry(entry, [...path, "series", place], {
        reason: `bảng không có cột nào cho dãy số «${one.name}».`,
        allowed: "Ghi show, indicator và when như ở cột cần vẽ.",
      });
    });
    checkUnits(entry, drawnCodes(chart, table), { ...ground, path });
  }
}

function checkUnits(entry: Declared<ReportEntry>, codes: readonly string[], { path, indicators }: Ground): void {
  if (new Set(codes.map((code) => indicators.get(code)?.measuredIn)).size <= 1) return;
  refuseEntry(entry, path, {
    reason: "một biểu đồ chỉ vẽ các số cùng đơn vị tính.",
    allowed: "Tách thành nhiều biểu đồ, mỗi biểu đồ một đơn vị tính.",
  });
}

function tableOf(name: string, pages: readonly PageEntry[]): TableEntry | undefined {
  return pages.filter((page) => page.kind === "table").find((page) => page.name === name);
}

function columnOf({ show = "figure", indicator, when = "this", field }: SeriesEntry, columns: Columns): number {
  return columns.findIndex(
    (column) =>
      column.show === show &&
      column.indicator === indicator &&
      column.fields?.[0] === field &&
      (column.when ?? "this") === when,
  );
}

/** The indicators whose figures a chart shows. */
function drawnCodes({ series, indicators }: ChartEntry, { rows }: TableEntry): readonly string[] {
  if (rows.by !== "indicators") return series.flatMap(({ indicator }) => indicator ?? []);
  return indicators ?? rows.groups.flatMap((group) => group.indicators);
}
