// Who is in the figures and who is not: every unit of the asked area that owes a report, with the file it came in.

import type { CoverageRow, ReceivedAs } from "../model/aggregation.js";
import { fileName } from "../model/submission.js";
import type { PlannedCell, PlannedSheet } from "../model/workbook-plan.js";
import { RECEIVED_TEXTS } from "./cell-texts.js";
import { footerOf, type LayoutContext, OWN_SHEETS } from "./layout-context.js";
import { plainTableSheet } from "./plain-table.js";
import { sourceLink } from "./sources-sheet.js";

const ORDER: readonly ReceivedAs[] = [
  "own-workbook",
  "from-below",
  "parent-row",
  "returned",
  "missing",
  "no-association",
];

/** The sheet «Độ phủ»: counts on top, one row per unit below. Headings are no form's headings. */
export function coverageSheet(context: LayoutContext): PlannedSheet {
  const { grassroots, coverage, files } = context.aggregation;
  const direct = [
    `Đơn vị trực thuộc phải báo cáo: ${coverage.due}`,
    `đã nhận ${coverage.received}`,
    `trả lại ${coverage.returned}`,
    `nộp muộn ${coverage.late}`,
    `chưa nộp ${coverage.missing.length}`,
    `chưa có Hội ${coverage.noAssociation.length}`,
  ].join("; ");
  return plainTableSheet({
    name: OWN_SHEETS.coverage,
    title: "Độ phủ số liệu",
    lines: [`${context.periodLine}.`, `${direct}.`, `${countsOf(grassroots)}.`],
    headings: ["STT", "Đơn vị", "Mã số", "Trực thuộc", "Tình trạng", "Tệp báo cáo"],
    widths: [6, 40, 14, 34, 22, 36],
    rows: grassroots.map((row, index) => cellsOf(row, index, files[row.file ?? -1]?.path)),
    whenEmpty: "Không có đơn vị nào phải báo cáo.",
    footer: footerOf(context, OWN_SHEETS.coverage),
  });
}

function countsOf(rows: readonly CoverageRow[]): string {
  const counts = ORDER.flatMap((receivedAs) => {
    const count = rows.filter((row) => row.receivedAs === receivedAs).length;
    return count === 0 ? [] : [`${RECEIVED_TEXTS[receivedAs]} ${count}`];
  });
  return `Đơn vị trong danh sách: ${[rows.length, ...counts].join("; ")}`;
}

function cellsOf(row: CoverageRow, index: number, path: string | undefined): readonly PlannedCell[] {
  const file: PlannedCell =
    path === undefined || row.file === undefined
      ? { column: 6, value: null, look: "text" }
      : { column: 6, value: fileName(path), look: "link", link: sourceLink(row.file) };
  return [
    { column: 1, value: index + 1, look: "centred" },
    { column: 2, value: row.unit.name, look: "text" },
    { column: 3, value: row.unit.code, look: "centred" },
    { column: 4, value: row.parent?.name ?? null, look: "text" },
    { column: 5, value: RECEIVED_TEXTS[row.receivedAs], look: row.receivedAs === "returned" ? "warning-cell" : "text" },
    file,
  ];
}
