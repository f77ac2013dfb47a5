// The list of findings that goes back to whoever sent a file: what is wrong first, a click to the cell, room to answer.

import type { Explanation } from "../model/explanation.js";
import { type Finding, SEVERITIES } from "../model/finding.js";
import type { Register } from "../model/register.js";
import { fileName } from "../model/submission.js";
import type { PlannedSheet } from "../model/workbook-plan.js";
import { countsOf } from "./findings-sheet.js";
import { answerRow, findingRow, KEY_COLUMNS, LIST_COLUMNS, listTable } from "./list-rows.js";
import { plainTableSheet } from "./plain-table.js";
import { referenceText } from "./sheet-lines.js";
import { unitNameOf } from "./unit-name.js";

/** Name of the sheet; the one it is known by on the phone. */
export const ERROR_LIST = "Lỗi cần sửa";
const HOW_TO =
  "Sửa các mục «Lỗi» ngay trong bảng, bấm vào «Chỗ cần xem» để tới ô. Mục «Cần giải trình»: nếu số đúng, ghi lý do vào cột «Giải trình» (ô nền vàng) rồi lưu và gửi lại tệp này.";

const { messageAndWhy, severity, place, found, expected, fix, answer, code } = LIST_COLUMNS;
const UNIT_OUT_OF_SIGHT = { ...LIST_COLUMNS.unitName, isHidden: true };
const COLUMNS = [messageAndWhy, severity, place, found, expected, fix, answer, code, UNIT_OUT_OF_SIGHT, ...KEY_COLUMNS];

export interface FileErrors {
  /** Path of the file, as given. */
  readonly path: string;
  /** «Xã Hướng Phùng, năm 2025»; "" where the file does not tell. */
  readonly subject: string;
  readonly findings: readonly Finding[];
  /** Answers that the file carries to nothing that is asked now. */
  readonly carried: readonly Explanation[];
  readonly register: Register;
  /** Whether the list stands in the file itself, so that its cells can be reached by a click. */
  readonly stands: "in-the-file" | "alone";
}

/** Errors first, then queries, then notes; each in the order of their cells. Answers without a question come last. */
export function errorListSheet(errors: FileErrors): PlannedSheet {
  const { path, subject, findings, carried, register, stands } = errors;
  const inOrder = [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const rows = inOrder.map((finding) => {
    const { sheet, cell } = finding.place;
    const target =
      sheet === undefined || stands === "alone" ? undefined : { sheet, row: cell?.row ?? 1, column: cell?.column ?? 1 };
    const name = unitNameOf(finding, { register, own: undefined });
    return findingRow(finding, name, target === undefined ? undefined : referenceText(target));
  });
  const heading = [fileName(path), subject].filter((part) => part !== "").join(" — ");
  return plainTableSheet({
    name: ERROR_LIST,
    title: ERROR_LIST,
    lines: [heading, `${countsOf(findings)}.`, HOW_TO],
    ...listTable(COLUMNS, [...rows, ...carried.map(answerRow)]),
    whenEmpty: "Không có lỗi, không có nội dung cần giải trình.",
    footer: `${ERROR_LIST} – ${heading}`,
  });
}
