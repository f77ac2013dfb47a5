// Rows of a table by years: the year before the report's time, each of its years, and the whole time folded.

import { rangeInWords, yearOf } from "../../model/month-range.js";
import { calendarYear, type TablePage, yearsOf } from "../../model/report.js";
import { capitalised } from "../cell-texts.js";
import { type GridRow, spanRow } from "./grid.js";
import type { ReportContext } from "./report-context.js";
import { type RowSubject, rowCell } from "./row-cells.js";

/** The rows, with a line wherever a break lies between two years; the whole time only where it is more than a year. */
export function yearRows(page: TablePage, context: ReportContext): readonly GridRow[] {
  const first = Math.floor(context.own.first / 12);
  const years = yearsOf(page.rows, context.own);
  const row = (subject: RowSubject): GridRow => ({
    kind: "data",
    cells: page.columns.map((column) => rowCell(column, subject, context)),
  });
  const rows = years.flatMap((year, index): readonly GridRow[] => {
    const name = year < first ? `Năm ${year} (mốc so sánh)` : `Năm ${year}`;
    const subject = { number: index + 1, name, measuredIn: "", indicator: undefined, range: calendarYear(year) };
    const breaks = page.breaks.filter(({ after }) => after === year && years.includes(year + 1));
    return [{ ...row(subject), subject: String(year) }, ...breaks.map(({ text }) => spanRow(text, "break"))];
  });
  if (first === yearOf(context.own)) return rows;
  const name = capitalised(rangeInWords(context.own));
  const whole = row({ number: null, name, measuredIn: "", indicator: undefined, range: context.own });
  return [...rows, { ...whole, cells: whole.cells.map((cell) => ({ ...cell, look: emphasised(cell.look) })) }];
}

function emphasised(look: GridRow["cells"][number]["look"]): GridRow["cells"][number]["look"] {
  if (look === "count") return "total-count";
  if (look === "money") return "total-money";
  return look === "ratio" ? "total-ratio" : "total-label";
}
