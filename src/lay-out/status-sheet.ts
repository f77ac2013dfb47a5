// Who has sent and who has not, as a workbook of one printed sheet.

import type { Catalogue } from "../model/catalogue.js";
import { vietnameseDate } from "../model/iso-date.js";
import { periodInWords } from "../model/period.js";
import { countsOf, type ReportState, type StatusReport, type UnitStatus } from "../model/report-status.js";
import { fileName } from "../model/submission.js";
import type { PlannedCell, WorkbookPlan } from "../model/workbook-plan.js";
import type { AggregateReport } from "./aggregate-report.js";
import { contextOf, footerOf } from "./layout-context.js";
import { plainTableSheet } from "./plain-table.js";

const STATE_TEXTS: Readonly<Record<ReportState, string>> = {
  missing: "chưa nộp",
  returned: "trả lại, còn lỗi",
  late: "nộp muộn",
  received: "đã nhận",
  below: "từ đơn vị cấp dưới",
  "no-association": "chưa có Hội",
};

/** The workbook: one row per direct reporter, in the order of the register. */
export function layOutStatus(report: AggregateReport, status: StatusReport, catalogue: Catalogue): WorkbookPlan {
  const context = contextOf(report, catalogue);
  const { unit, period } = report.aggregation;
  const { due, received } = countsOf(status);
  const deadline = status.deadline === undefined ? "" : ` Hạn nộp: ${vietnameseDate(status.deadline)}.`;
  const sheet = plainTableSheet({
    name: "Tình hình nộp",
    title: `Tình hình nộp báo cáo ${unit.name}`,
    lines: [`${context.periodLine}.${deadline}`, `Đã nhận ${received}/${due} đơn vị phải báo cáo.`],
    headings: ["STT", "Đơn vị", "Mã số", "Tình trạng", "Ngày lưu tệp", "Chậm (ngày)", "Lần nộp", "Số lỗi", "Tệp"],
    widths: [6, 36, 12, 20, 14, 10, 9, 9, 36],
    rows: status.units.map(cellsOf),
    whenEmpty: "Không có đơn vị nào phải báo cáo.",
    footer: footerOf(context, "Tình hình nộp"),
  });
  return {
    title: `Tình hình nộp báo cáo ${unit.name}, ${periodInWords(period)}`,
    creator: `khuyenhoc ${report.toolVersion}`,
    created: report.created,
    sheets: [sheet],
  };
}

function cellsOf(one: UnitStatus, index: number): readonly PlannedCell[] {
  const { unit, state, saved, daysLate, revision, errors, file } = one;
  const isFaulty = state === "missing" || state === "returned";
  return [
    { column: 1, value: index + 1, look: "centred" },
    { column: 2, value: unit.name, look: "text" },
    { column: 3, value: unit.code, look: "centred" },
    { column: 4, value: STATE_TEXTS[state], look: isFaulty ? "warning-cell" : "text" },
    { column: 5, value: saved === undefined ? null : vietnameseDate(saved), look: "centred" },
    { column: 6, value: daysLate > 0 ? daysLate : null, look: "centred" },
    { column: 7, value: revision ?? null, look: "centred" },
    { column: 8, value: errors > 0 ? errors : null, look: "centred" },
    { column: 9, value: file === undefined ? null : fileName(file), look: "text" },
  ];
}
