// Faults, questions and remarks of the run, with a column for the answers. Texts are taken as worded; answers that came
// from below stand behind them.

import type { Finding } from "../model/finding.js";
import { vietnameseNumber } from "../model/number-text.js";
import type { PlannedSheet } from "../model/workbook-plan.js";
import { footerOf, type LayoutContext, OWN_SHEETS } from "./layout-context.js";
import { answerRow, findingRow, KEY_COLUMNS, LIST_COLUMNS, listTable } from "./list-rows.js";
import { plainTableSheet } from "./plain-table.js";
import { sourceLink } from "./sources-sheet.js";
import { unitNameOf } from "./unit-name.js";

const { severity, code, file, sheet, cell, unitName, message, why, fix, answer } = LIST_COLUMNS;
const COLUMNS = [severity, code, file, sheet, cell, unitName, message, why, fix, answer, ...KEY_COLUMNS];

/** The sheet «Lỗi và giải trình», in the order of the findings. */
export function findingsSheet(context: LayoutContext): PlannedSheet {
  const { findings, carried } = context.report;
  const { catalogue, aggregation } = context;
  const fileIndex = new Map(aggregation.files.map((one, index) => [one.path, index]));
  const rows = findings.map((finding) => {
    const index = fileIndex.get(finding.place.file);
    const name = unitNameOf(finding, { register: catalogue.register, own: aggregation.unit });
    return findingRow(finding, name, index === undefined ? undefined : sourceLink(index));
  });
  return plainTableSheet({
    name: OWN_SHEETS.findings,
    title: "Lỗi và giải trình",
    lines: [`${context.periodLine}.`, `${countsOf(findings)}.`],
    ...listTable(COLUMNS, [...rows, ...carried.map(answerRow)]),
    whenEmpty: "Không có lỗi, không có nội dung cần giải trình.",
    footer: footerOf(context, OWN_SHEETS.findings),
  });
}

/** «Lỗi: 3; cần giải trình: 2 (đã giải trình: 1); lưu ý: 4». */
export function countsOf(findings: readonly Finding[]): string {
  const count = (level: Finding["severity"]) =>
    vietnameseNumber(findings.filter((finding) => finding.severity === level).length);
  const answered = findings.filter(({ explanation }) => explanation !== undefined).length;
  const told = answered === 0 ? "" : ` (đã giải trình: ${vietnameseNumber(answered)})`;
  return `Lỗi: ${count("error")}; cần giải trình: ${count("query")}${told}; lưu ý: ${count("note")}`;
}
