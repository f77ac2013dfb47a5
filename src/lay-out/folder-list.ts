// The list of findings of a whole folder as a workbook: who to call first, then every finding with room for an answer.

import type { UnitRef, Verdict } from "../model/aggregation.js";
import type { Explanation } from "../model/explanation.js";
import type { Finding } from "../model/finding.js";
import { vietnameseNumber } from "../model/number-text.js";
import type { Register } from "../model/register.js";
import { fileName } from "../model/submission.js";
import type { PlannedCell, PlannedSheet } from "../model/workbook-plan.js";
import { VERDICT_TEXTS } from "./cell-texts.js";
import { ERROR_LIST } from "./error-list-sheet.js";
import { countsOf } from "./findings-sheet.js";
import { answerRow, findingRow, KEY_COLUMNS, LIST_COLUMNS, listTable } from "./list-rows.js";
import { plainTableSheet } from "./plain-table.js";
import { unitNameOf } from "./unit-name.js";

export interface FolderFile {
  readonly path: string;
  /** Whose file it is; "" where it does not tell. */
  readonly unitName: string;
  readonly verdict: Verdict;
  /** Who made it, with the number to call. */
  readonly preparedBy: string;
  readonly phone: string;
  readonly findings: readonly Finding[];
}

export interface FolderErrors {
  /** «Tỉnh Quảng Trị, năm 2025»; "" where nothing was added up. */
  readonly subject: string;
  readonly files: readonly FolderFile[];
  readonly missing: readonly UnitRef[];
  readonly findings: readonly Finding[];
  readonly carried: readonly Explanation[];
  readonly register: Register;
}

const OVERVIEW = "Gọi ai trước";
const { messageAndWhy, severity, place, unitName, file, found, expected, fix, answer, code } = LIST_COLUMNS;
const COLUMNS = [messageAndWhy, severity, unitName, file, place, found, expected, fix, answer, code, ...KEY_COLUMNS];
const HEADINGS = [
  "STT",
  "Đơn vị",
  "Tệp",
  "Kết quả",
  "Lỗi",
  "Cần giải trình",
  "Đã giải trình",
  "Lưu ý",
  "Người lập, điện thoại",
  "Việc cần làm",
];
/** What is asked of the sender, by what became of the file. */
const TO_DO: Readonly<Record<Verdict, string>> = {
  unreadable: "Gửi lại tệp đọc được",
  returned: "Sửa lỗi rồi gửi lại",
  accepted: "",
  duplicate: "",
  superseded: "",
  ignored: "Gửi tệp của đúng kỳ",
};
const EXPLAIN = "Giải trình";
const SEND = "Gửi báo cáo";

/** Two sheets: units with their counts, the most urgent first; all findings, by file and cell. */
export function folderListSheets(errors: FolderErrors): readonly PlannedSheet[] {
  return [overviewSheet(errors), findingsList(errors)];
}

interface Call extends FolderFile {
  readonly errors: number;
  readonly open: number;
  readonly answered: number;
  readonly notes: number;
}

function overviewSheet({ subject, files, missing, findings }: FolderErrors): PlannedSheet {
  const asked = files.filter(isAsked);
  const calls = asked.filter(isNoticed).map(countsFor);
  const quiet = asked.length - calls.length;
  const inOrder = [...calls].sort((a, b) => urgency(b) - urgency(a) || b.errors - a.errors || b.open - a.open);
  const absent = missing.map((unit, index): readonly PlannedCell[] =>
    plannedRow([calls.length + index + 1, unit.name, "", "chưa nộp", "", "", "", "", "", SEND]),
  );
  return plainTableSheet({
    name: OVERVIEW,
    title: "Gọi ai trước",
    lines: [
      subject,
      `${countsOf(findings)}.`,
      quiet === 0 ? "" : `Nhận và không có gì phải hỏi: ${vietnameseNumber(quiet)} báo cáo, không kê dưới đây.`,
    ].filter((line) => line !== ""),
    headings: HEADINGS,
    widths: [6, 30, 34, 18, 8, 10, 10, 8, 26, 26],
    rows: [...inOrder.map(callRow), ...absent],
    whenEmpty: "Không có tệp nào.",
    footer: `${OVERVIEW} – ${subject}`,
  });
}

/** Copies and older files need no call; a file that is passed over only where it was meant for another period. */
function isAsked({ verdict, findings }: FolderFile): boolean {
  if (verdict === "ignored") return findings.some(({ severity }) => severity === "error");
  return verdict !== "duplicate" && verdict !== "superseded";
}

/** A report without any finding needs no line. */
function isNoticed({ verdict, findings }: FolderFile): boolean {
  return verdict !== "accepted" || findings.length > 0;
}

function countsFor(file: FolderFile): Call {
  const count = (level: Finding["severity"]) => file.findings.filter((finding) => finding.severity === level).length;
  const answered = file.findings.filter(({ explanation }) => explanation !== undefined).length;
  return { ...file, errors: count("error"), open: count("query") - answered, answered, notes: count("note") };
}

/** Files that nothing could be read from come first, then those sent back, then those with open questions. */
function urgency({ verdict, open }: Call): number {
  if (verdict === "unreadable") return 3;
  if (verdict === "returned") return 2;
  return open > 0 ? 1 : 0;
}

function callRow(call: Call, index: number): readonly PlannedCell[] {
  const toDo = TO_DO[call.verdict] === "" && call.open > 0 ? EXPLAIN : TO_DO[call.verdict];
  const whom = [call.preparedBy, call.phone].filter((part) => part !== "").join(", ");
  const { errors, open, answered, notes } = call;
  const name = [index + 1, call.unitName, fileName(call.path), VERDICT_TEXTS[call.verdict]];
  return plannedRow([...name, errors, open, answered, notes, whom, toDo]);
}

function plannedRow(values: readonly (string | number)[]): readonly PlannedCell[] {
  return values.map((value, index) => ({
    column: index + 1,
    value: value === "" ? null : value,
    look: typeof value === "number" ? "centred" : "text",
  }));
}

function findingsList({ subject, findings, carried, register }: FolderErrors): PlannedSheet {
  const rows = findings.map((finding) =>
    findingRow(finding, unitNameOf(finding, { register, own: undefined }), undefined),
  );
  return plainTableSheet({
    name: ERROR_LIST,
    title: "Danh sách lỗi cả đợt",
    lines: [subject, `${countsOf(findings)}.`].filter((line) => line !== ""),
    ...listTable(COLUMNS, [...rows, ...carried.map(answerRow)]),
    whenEmpty: "Không có lỗi, không có nội dung cần giải trình.",
    footer: `${ERROR_LIST} – ${subject}`,
  });
}
