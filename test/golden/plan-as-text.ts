// A WorkbookPlan as a person reviews it: one line per row, values with their formulas and links, looks at the end.

import { columnLetters, rangeText } from "../../src/model/cell-address.js";
import type { PlannedChart } from "../../src/model/planned-chart.js";
import type { PlannedCell, PlannedRow, PlannedSheet, WorkbookPlan } from "../../src/model/workbook-plan.js";

/** The plan as text; the very-hidden sheets are in it too. */
export function planAsText(plan: WorkbookPlan): string {
  const head = [`title: ${plan.title}`, `creator: ${plan.creator}`, `created: ${plan.created}`];
  return `${[...head, ...plan.sheets.map(sheetAsText)].join("\n")}\n`;
}

function sheetAsText(sheet: PlannedSheet): string {
  const { print, freeze } = sheet;
  const repeated =
    print.repeatRows === undefined ? "" : `, rows ${print.repeatRows.from}–${print.repeatRows.to} on each page`;
  const wide = print.pagesWide === undefined ? "" : `, ${print.pagesWide} pages wide`;
  const columns =
    print.repeatColumns === undefined ? "" : `, columns ${print.repeatColumns.from}–${print.repeatColumns.to} repeated`;
  const document = print.document === undefined ? "" : `, document${print.document.numbersFirst ? " (annex)" : ""}`;
  const breaks = print.breaks === undefined ? "" : `, pages end after rows ${print.breaks.join(" ") || "none"}`;
  return [
    "",
    `═══ ${sheet.name}${sheet.visibility === "visible" ? "" : ` (${sheet.visibility})`}`,
    `widths: ${sheet.widths.join(" ")}`,
    `freeze: ${freeze.rows} rows, ${freeze.columns} columns`,
    `print: ${print.landscape ? "landscape" : "portrait"}${repeated}${wide}${columns}${document}${breaks}; ${print.header} / ${print.footer}`,
    `merges: ${sheet.merges.map(rangeText).join(" ")}`,
    ...(sheet.bars === undefined ? [] : [`bars: ${sheet.bars.map(rangeText).join(" ")}`]),
    ...(sheet.charts ?? []).map(chartAsText),
    ...sheet.rows.filter(({ cells }) => cells.length > 0).map(rowAsText),
  ].join("\n");
}

function chartAsText({ kind, title, place, categories, series, scale }: PlannedChart): string {
  const told = series.map(
    ({ name, points }) => `  ${name}: ${points.values.map((value) => value ?? "gap").join(", ")} ‹${points.cells}›`,
  );
  const axis = scale.isShare ? "shares" : `÷ ${scale.divisor}`;
  const head = `chart at ${rangeText(place)}: ${kind}, ${title}, ${axis}`;
  return [head, `  ${categories.values.join(", ")} ‹${categories.cells}›`, ...told].join("\n");
}

function rowAsText({ row, cells, height }: PlannedRow): string {
  const looks = [...new Set(cells.map((cell) => cell.look))].join(" ");
  return `${String(row).padStart(3)} | ${cells.map(cellAsText).join(" | ")}   ‹${looks}${height === undefined ? "" : ` ${height}`}›`;
}

function cellAsText({ column, value, formula, link }: PlannedCell): string {
  const shown = value === null ? "" : typeof value === "number" ? String(value) : value.replaceAll("\n", "⏎");
  const live = formula === undefined ? "" : ` {=${formula}}`;
  const target = link === undefined ? "" : ` →${link}`;
  return `${columnLetters(column)}: ${shown}${live}${target}`.trimEnd();
}
