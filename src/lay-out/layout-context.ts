// What every sheet of the summary workbook needs to know, settled once.

import type { Aggregation, ReceivedAs } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import type { Form } from "../model/form.js";
import { vietnameseDate } from "../model/iso-date.js";
import { shortList } from "../model/number-text.js";
import { periodInWords } from "../model/period.js";
import type { PlannedSheet } from "../model/workbook-plan.js";
import type { AggregateReport } from "./aggregate-report.js";
import { capitalised, STANDING_TEXTS } from "./cell-texts.js";
import { type Issuer, issuerOf } from "./issuer.js";
import { sheetName } from "./sheet-name.js";

export interface LayoutContext {
  readonly report: AggregateReport;
  readonly aggregation: Aggregation;
  readonly catalogue: Catalogue;
  readonly issuer: Issuer;
  /** «Năm 2022 – số liệu đến ngày 30/11/2022 (chính thức)». */
  readonly periodLine: string;
  /** «Số liệu tổng hợp từ 33/34 đơn vị trực thuộc; …». */
  readonly coverageLine: string;
  /** «SỐ LIỆU TẠM TÍNH …» where returned submissions are counted; else empty. */
  readonly warnings: readonly string[];
  /** Names of the forms' sheets by form id, within Excel's rules and apart from the names of other sheets. */
  readonly sheetNames: ReadonlyMap<string, string>;
}

/** Names of the sheets that are no forms. */
export const OWN_SHEETS = {
  summary: "Tổng hợp",
  coverage: "Độ phủ",
  findings: "Lỗi và giải trình",
  sources: "Nguồn",
  readingLog: "Nhật ký đọc",
  facts: "_so-lieu",
  layout: "_bieu-mau",
} as const;

const CAME_IN: ReadonlySet<ReceivedAs> = new Set(["own-workbook", "from-below", "parent-row"]);
const PROVISIONAL = "SỐ LIỆU TẠM TÍNH (có tính cả báo cáo còn lỗi, chưa được chấp nhận)";

/** Gathers the sentences that stand on several sheets. */
export function contextOf(report: AggregateReport, catalogue: Catalogue): LayoutContext {
  const { aggregation } = report;
  const standing = aggregation.standing === undefined ? "" : ` (${STANDING_TEXTS[aggregation.standing]})`;
  return {
    report,
    aggregation,
    catalogue,
    issuer: issuerOf(aggregation, catalogue),
    periodLine: `${capitalised(periodInWords(aggregation.period))} – số liệu đến ngày ${vietnameseDate(aggregation.asOf)}${standing}`,
    coverageLine: coverageLineOf(aggregation),
    warnings: aggregation.provisional ? [PROVISIONAL] : [],
    sheetNames: formSheetNames(catalogue),
  };
}

/** Page set-up shared by all sheets; `footer` names the sheet at the left of the page's foot. */
export function printSetup(
  context: LayoutContext,
  sheet: string,
  repeatRows: PlannedSheet["print"]["repeatRows"],
): PlannedSheet["print"] {
  return { landscape: true, repeatRows, footer: footerOf(context, sheet), header: "" };
}

/** What stands at the foot of a sheet's pages: its name, the unit, the period. */
export function footerOf({ aggregation }: LayoutContext, sheet: string): string {
  return `${sheet} – ${aggregation.unit.name}, ${periodInWords(aggregation.period)}`;
}

/** The name of the sheet a form is laid out on. */
export function sheetNameOf(form: Form, context: LayoutContext): string {
  return context.sheetNames.get(form.id) ?? form.sheet;
}

/** Names of the forms' sheets by form id, within Excel's rules and apart from the names of the program's own sheets. */
export function formSheetNames(catalogue: Catalogue): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const form of catalogue.forms.values()) {
    names.set(form.id, sheetName(form.sheet, [...Object.values(OWN_SHEETS), ...names.values()]));
  }
  return names;
}

function coverageLineOf({ coverage, children }: Aggregation): string {
  const used = children.filter((child) => CAME_IN.has(child.receivedAs));
  const parts = [`Số liệu tổng hợp từ ${used.length}/${coverage.due} đơn vị trực thuộc`];
  const returned = children.filter((child) => child.receivedAs === "returned").map((child) => child.unit.name);
  const missing = coverage.missing.map((unit) => unit.name);
  if (returned.length > 0) parts.push(`trả lại: ${shortList(returned)}`);
  if (missing.length > 0) parts.push(`chưa nộp: ${shortList(missing)}`);
  if (coverage.noAssociation.length > 0) {
    parts.push(`chưa có Hội: ${shortList(coverage.noAssociation.map((unit) => unit.name))}`);
  }
  return `${parts.join("; ")}.`;
}
