// The first sheet: every indicator of the asked unit in one list, with how many units gave it. A list by indicator, not
// a form: whoever reads the workbook again finds no form's headings here.

import type { PlannedSheet } from "../model/workbook-plan.js";
import { addHeadingBlock } from "./heading-block.js";
import { type LayoutContext, OWN_SHEETS, printSetup } from "./layout-context.js";
import { addOwnSheetMark } from "./own-sheet-mark.js";
import { pageFrame } from "./page-frame.js";
import type { PlacedTotal } from "./placed-figure.js";
import { romanNumeral } from "./roman-numeral.js";
import { addSpanning, beginSheet, type SheetLines } from "./sheet-lines.js";
import { addSignatureBlock } from "./signature-block.js";
import { addSummaryLine, SUMMARY_WIDTHS } from "./summary-line.js";
import { type SummaryFamily, summaryFamilies } from "./summary-rows.js";
import { heightOf } from "./text-size.js";

const HEADINGS = ["Mã", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Độ phủ (n/N)", "Ghi chú"];
const FRAME = pageFrame(SUMMARY_WIDTHS);
const MARKS =
  "Ghi chú: Độ phủ là số đơn vị cơ sở có số liệu trên số đơn vị phải báo cáo chỉ tiêu đó. Dấu … là chưa có số liệu; dấu x là không thuộc diện báo cáo.";

/** The summary. `placed` says where the totals stand on the other sheets. */
export function summarySheet(context: LayoutContext, placed: ReadonlyMap<string, PlacedTotal>): PlannedSheet {
  const lines = beginSheet();
  addOwnSheetMark(lines);
  addHeadingBlock(lines, {
    issuer: context.issuer,
    title: `Tổng hợp số liệu ${context.issuer.own}`,
    subtitles: [`${context.periodLine}.`, context.coverageLine],
    warnings: context.warnings,
    moneyUnit: undefined,
    frame: FRAME,
  });
  const heading = lines.add(
    HEADINGS.map((value, index) => ({ column: index + 1, value, look: "heading" })),
    heightOf(2),
  );
  const families = summaryFamilies(context, placed);
  const around = { placed, context, rowOf: rowsOf(families, lines.next()) };
  for (const [index, family] of families.entries()) {
    addFamily(lines, index, family.name);
    for (const indicator of family.indicators) addSummaryLine(lines, indicator, around);
  }
  lines.skip();
  addSpanning(lines, { value: MARKS, look: "note" }, FRAME);
  addSignatureBlock(lines, FRAME);
  const header = context.aggregation.provisional ? "SỐ LIỆU TẠM TÍNH" : "";
  const print = printSetup(context, OWN_SHEETS.summary, { from: heading, to: heading });
  return lines.finish({
    name: OWN_SHEETS.summary,
    visibility: "visible",
    widths: SUMMARY_WIDTHS,
    freeze: { rows: heading, columns: 0 },
    print: { ...print, landscape: false, header },
  });
}

/** Row of each indicator's line; every family takes one row for its name. */
function rowsOf(families: readonly SummaryFamily[], first: number): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  let next = first;
  for (const family of families) {
    next += 1;
    for (const { code } of family.indicators) {
      rows.set(code, next);
      next += 1;
    }
  }
  return rows;
}

function addFamily(lines: SheetLines, index: number, name: string): void {
  const row = lines.add(
    HEADINGS.map((_, position) => ({
      column: position + 1,
      value: position === 0 ? `${romanNumeral(index + 1)}. ${name}` : null,
      look: "group",
    })),
  );
  lines.merge({ top: row, left: 1, bottom: row, right: HEADINGS.length });
}
