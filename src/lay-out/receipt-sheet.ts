// «Phiếu tiếp nhận»: what an office confirms to have received from a unit, with the totals as it reads them, for signing.

import type { UnitRef } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import type { TotalsByIndicator } from "../model/fact.js";
import type { Finding } from "../model/finding.js";
import { type Indicator, isMoney } from "../model/indicator.js";
import { type IsoDate, vietnameseDate } from "../model/iso-date.js";
import { type Period, periodInWords } from "../model/period.js";
import { type FileRef, fileName, type Submission } from "../model/submission.js";
import { momentText } from "../model/vietnam-time.js";
import type { Look, PlannedSheet } from "../model/workbook-plan.js";
import { capitalised, STANDING_TEXTS, shownQuantity } from "./cell-texts.js";
import { addHeadingBlock } from "./heading-block.js";
import { issuerOf, parentOf } from "./issuer.js";
import { addOwnSheetMark } from "./own-sheet-mark.js";
import { pageFrame } from "./page-frame.js";
import { addSpanning, beginSheet, type SheetLines } from "./sheet-lines.js";
import { heightOf, linesNeeded } from "./text-size.js";

const NAME = "Phiếu tiếp nhận";
const WIDTHS = [46, 16, 38];
const SIGNING_ROWS = 4;

export interface Receipt {
  readonly file: FileRef;
  readonly submission: Submission;
  /** The unit that sent, and the one that receives; the same where a unit checks its own report. */
  readonly sender: UnitRef;
  readonly receiver: UnitRef;
  readonly period: Period;
  readonly asOf: IsoDate;
  /** Ids of the forms found. */
  readonly forms: readonly string[];
  readonly totals: TotalsByIndicator;
  readonly findings: readonly Finding[];
  /** Moment of the run, ISO text. */
  readonly received: string;
  readonly catalogue: Catalogue;
}

/** The sheet: who, when, which file by its SHA-256, the totals that are asked for most, room for two signatures. */
export function receiptSheet(receipt: Receipt): PlannedSheet {
  const lines = beginSheet();
  const frame = pageFrame(WIDTHS);
  const { catalogue, period, asOf } = receipt;
  addOwnSheetMark(lines);
  addHeadingBlock(lines, {
    issuer: issuerOf({ unit: receiverOf(receipt), asOf }, catalogue),
    title: `${NAME} báo cáo`,
    subtitles: [`${capitalised(periodInWords(period))} – số liệu đến ngày ${vietnameseDate(asOf)}`],
    warnings: [],
    moneyUnit: undefined,
    frame,
  });
  lines.skip();
  for (const [label, value] of statements(receipt)) addStatement(lines, label, value);
  lines.skip();
  addTotals(lines, receipt);
  addSpanning(lines, { value: answersText(receipt.findings), look: "note" }, frame);
  addSignatures(lines);
  return lines.finish({
    name: NAME,
    visibility: "visible",
    widths: WIDTHS,
    freeze: { rows: 0, columns: 0 },
    print: { landscape: false, repeatRows: undefined, footer: `${NAME} – ${receipt.sender.name}`, header: "" },
  });
}

/** A unit that checks its own report confirms it to the one above. */
function receiverOf({ sender, receiver, asOf, catalogue }: Receipt): UnitRef {
  if (sender.key !== receiver.key) return receiver;
  const above = parentOf({ unit: sender, asOf }, catalogue);
  return above ?? receiver;
}

function statements({
  file,
  submission,
  sender,
  received,
  ...receipt
}: Receipt): readonly (readonly [string, string])[] {
  const { standing, revision, preparedBy, phone } = submission;
  const forms = receipt.forms.map((id) => receipt.catalogue.forms.get(id)?.sheet ?? id);
  const all: readonly (readonly [string, string])[] = [
    ["Đơn vị gửi", sender.name],
    ["Mã đơn vị", sender.code],
    ["Người lập", [preparedBy, phone].filter((part) => part !== "").join(", ")],
    ["Tính chất số liệu", standing === undefined ? "" : `số ${STANDING_TEXTS[standing]}`],
    ["Lần nộp", String(revision ?? 1)],
    ["Tệp", fileName(file.path)],
    ["Các biểu", forms.join("; ")],
    ["Dấu vân tay SHA-256", file.sha256],
    ["Tiếp nhận lúc", momentText(received)],
  ];
  return all.filter(([, value]) => value !== "");
}

function addStatement(lines: SheetLines, label: string, value: string): void {
  const [first = 1, ...rest] = WIDTHS;
  const room = rest.reduce((sum, width) => sum + width, 0);
  const height = heightOf(Math.max(linesNeeded(value, room), linesNeeded(label, first)));
  const row = lines.add(
    [
      { column: 1, value: label, look: "label" },
      { column: 2, value, look: "text" },
      { column: 3, value: null, look: "text" },
    ],
    height,
  );
  lines.merge({ top: row, left: 2, bottom: row, right: 3 });
}

function addTotals(lines: SheetLines, { catalogue, totals }: Receipt): void {
  const shown = [...catalogue.indicators.values()].filter(
    ({ code, isHeadline }) => isHeadline && totals.get(code)?.quantity.kind === "known",
  );
  if (shown.length === 0) return;
  lines.add(
    ["Chỉ tiêu", "Đơn vị tính", "Số liệu"].map((value, index) => ({ column: index + 1, value, look: "heading" })),
  );
  for (const indicator of shown) {
    const quantity = totals.get(indicator.code)?.quantity;
    if (quantity === undefined) continue;
    lines.add(
      [
        { column: 1, value: indicator.name, look: "label" },
        { column: 2, value: indicator.measuredIn, look: "centred" },
        { column: 3, value: shownQuantity(quantity), look: lookOf(indicator) },
      ],
      heightOf(linesNeeded(indicator.name, WIDTHS[0] ?? 1)),
    );
  }
  lines.skip();
}

function lookOf(indicator: Indicator): Look {
  if (indicator.ratio?.times === 100) return "ratio";
  return isMoney(indicator) ? "money" : "count";
}

function answersText(findings: readonly Finding[]): string {
  const queries = findings.filter(({ severity }) => severity === "query");
  const open = queries.filter(({ explanation }) => explanation === undefined).length;
  const state = "Báo cáo không có lỗi, đã được tiếp nhận và tính vào số tổng hợp.";
  if (queries.length === 0) return state;
  return `${state} Còn ${open} mục cần giải trình; ${queries.length - open} mục đã giải trình.`;
}

function addSignatures(lines: SheetLines): void {
  lines.skip();
  const row = lines.add([
    { column: 1, value: "NGƯỜI NỘP", look: "signature" },
    { column: 3, value: "NGƯỜI TIẾP NHẬN", look: "signature" },
  ]);
  lines.merge({ top: row, left: 1, bottom: row, right: 2 });
  for (let count = 0; count < SIGNING_ROWS; count += 1) lines.skip();
}
