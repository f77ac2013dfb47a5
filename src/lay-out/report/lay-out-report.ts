// A declared report and its figures → WorkbookPlan. No arithmetic is left after this.

import type { Catalogue } from "../../model/catalogue.js";
import { rangeInWords } from "../../model/month-range.js";
import type { ReportPage } from "../../model/report.js";
import type { PlannedSheet, WorkbookPlan } from "../../model/workbook-plan.js";
import { sourcesSheet } from "../sources-sheet.js";
import { chartsPage } from "./charts-page.js";
import { dataSheet } from "./data-sheet.js";
import { letterPage } from "./letter-page.js";
import { type ReportContext, reportContext } from "./report-context.js";
import type { ReportInput } from "./report-input.js";
import { tableGrid, tablePage } from "./table-page.js";

export type { ReportInput } from "./report-input.js";

/**
 * The report's pages in declared order, then «Số liệu» (every figure of the unit itself, folded ones as formulas) and
 * «Nguồn». Figures are whole đồng, percents shares 0–1; missing prints «…», not owed «—». Each formula has its result.
 */
export function layOutReport(input: ReportInput, catalogue: Catalogue): WorkbookPlan {
  const context = reportContext(input, catalogue);
  const shown = input.report.pages.filter((page) => hasRows(page, context));
  const tables = new Map(
    shown.flatMap((page) => (page.kind === "table" ? [[page.name, tableGrid(page, context)] as const] : [])),
  );
  const pages = shown.flatMap((page): readonly PlannedSheet[] => {
    if (page.kind === "letter") return [letterPage(page, context)];
    if (page.kind === "charts") return chartsPage(page, tables, context);
    const grid = tables.get(page.name);
    return grid === undefined ? [] : [tablePage(grid, context)];
  });
  return {
    title: `${input.report.name}, ${input.basis.unit.name}, ${rangeInWords(context.own)}`,
    creator: `khuyenhoc ${input.toolVersion}`,
    created: input.created,
    sheets: [...pages, dataSheet(context), stamped(sourcesSheet(context.layout), context.stamp)],
  };
}

/** A grassroots unit has no units below that report: tables of them are left out. */
function hasRows(page: ReportPage, { ownFigures }: ReportContext): boolean {
  const isAboutUnits = page.kind === "table" && (page.rows.by === "units" || page.rows.by === "absent");
  return !isAboutUnits || ownFigures.children.length > 0;
}

function stamped(sheet: PlannedSheet, stamp: string): PlannedSheet {
  return { ...sheet, print: { ...sheet.print, header: stamp } };
}
