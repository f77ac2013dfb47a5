// What a run says at a terminal: counts first, then what blocks, then what to do next.

import { type Aggregation, VERDICTS, type Verdict } from "../../model/aggregation.js";
import type { Catalogue } from "../../model/catalogue.js";
import { SEVERITIES, type Severity } from "../../model/finding.js";
import { type Indicator, isMoney } from "../../model/indicator.js";
import { vietnameseDate } from "../../model/iso-date.js";
import { vietnameseNumber } from "../../model/number-text.js";
import { periodInWords } from "../../model/period.js";
import type { RunResult } from "../../pipeline.js";
import { SEVERITY_WORDS } from "../options.js";
import { countWords } from "./count-words.js";
import { wrap } from "./wrap.js";

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  accepted: "nhận",
  returned: "trả lại",
  duplicate: "trùng tệp",
  superseded: "đã có lần nộp sau",
  unreadable: "không đọc được",
  ignored: "bỏ qua",
};

/** «1.522 tệp: 1.520 nhận, 2 trả lại. 3 lỗi, 12 cần giải trình.» */
export function countsText(result: RunResult, columns: number): string {
  const files = countWords(result.verdicts, VERDICTS, VERDICT_WORDS);
  const severities = result.findings.map((finding) => finding.severity);
  const findings = countWords(severities, SEVERITIES, SEVERITY_WORDS);
  const shown = findings === "" ? "Không có lỗi nào." : `${findings}.`;
  return wrap(`${vietnameseNumber(result.taken.length)} tệp: ${files}. ${shown}`, columns);
}

/** What was added up: unit, period, cut-off, coverage. */
export function subjectText(aggregation: Aggregation, columns: number): string {
  const { coverage } = aggregation;
  const standing = { estimate: ", số ước tính", final: ", số chính thức" }[aggregation.standing ?? "final"];
  const lines = [
    `${aggregation.unit.name} — ${periodInWords(aggregation.period)}, số liệu đến ngày ${vietnameseDate(aggregation.asOf)}${aggregation.standing === undefined ? "" : standing}`,
  ];
  if (aggregation.provisional) lines.push("SỐ LIỆU TẠM TÍNH: có tính số của bài bị trả lại.");
  if (coverage.due > 0) {
    const [received, due] = [vietnameseNumber(coverage.received), vietnameseNumber(coverage.due)];
    lines.push(`Đã có số liệu của ${received}/${due} đơn vị trực tiếp.`);
  }
  return lines.map((line) => wrap(line, columns)).join("\n");
}

interface Line {
  readonly figure: string;
  readonly measuredIn: string;
  readonly name: string;
}

/** Below this a name is not squeezed, whatever the terminal's width. */
const NAME_ROOM = 24;

/**
 * The few figures that are asked for most, as the catalogue declares them, in three columns; n/N where a figure is
 * incomplete; "" where none is known.
 */
export function totalsText(aggregation: Aggregation, catalogue: Catalogue, columns: number): string {
  const lines: Line[] = [];
  for (const indicator of catalogue.indicators.values()) {
    const total = aggregation.totals.get(indicator.code);
    if (total === undefined || total.quantity.kind !== "known" || !indicator.isHeadline) continue;
    const { have, due } = total.coverage;
    const coverage = have === due ? "" : ` (${vietnameseNumber(have)}/${vietnameseNumber(due)})`;
    const figure = figureText(total.quantity.value, indicator);
    lines.push({ figure, measuredIn: indicator.measuredIn, name: indicator.name + coverage });
  }
  const figureWidth = Math.max(0, ...lines.map((line) => line.figure.length));
  const unitWidth = Math.max(0, ...lines.map((line) => line.measuredIn.length));
  const rest = " ".repeat(2 + figureWidth + 1 + unitWidth + 2);
  const width = Math.max(columns, rest.length + NAME_ROOM);
  return lines
    .map(({ figure, measuredIn, name }) => {
      const first = `  ${figure.padStart(figureWidth)} ${measuredIn.padEnd(unitWidth)}  `;
      return wrap(name, width, { first, rest });
    })
    .join("\n");
}

function figureText(value: number, indicator: Indicator): string {
  if (indicator.ratio === undefined) return vietnameseNumber(value, 0);
  return vietnameseNumber(value * indicator.ratio.times, isMoneyPerHead(indicator) ? 0 : 2);
}

function isMoneyPerHead(indicator: Indicator): boolean {
  return indicator.measuredIn.startsWith("đồng") && !isMoney(indicator);
}

/** The one sentence that ends a run: what the reader does next. */
export function nextStep(result: RunResult, written: string | undefined): string {
  const files = (verdict: Verdict): number => result.verdicts.filter((one) => one === verdict).length;
  const has = (severity: Severity): boolean => result.findings.some((finding) => finding.severity === severity);
  const steps: string[] = [];
  if (files("unreadable") > 0) steps.push(`xin gửi lại ${files("unreadable")} tệp không đọc được`);
  if (files("returned") > 0) {
    steps.push(
      `sửa các mục «lỗi» trong ${files("returned")} tệp bị trả lại (hoặc gửi trả nơi nộp), rồi chạy lại lệnh này`,
    );
  }
  if (has("error") && files("ignored") === result.taken.length) {
    steps.push("không tệp nào thuộc kỳ này, xem lại kỳ sau --period rồi chạy lại");
  }
  if (steps.length === 0 && has("error")) steps.push("xem các mục «lỗi» ở trên, rồi chạy lại lệnh này");
  if (steps.length === 0 && has("query")) steps.push(explainStep(written));
  if (steps.length === 0) {
    steps.push(
      written === undefined
        ? "chạy khuyenhoc aggregate để cộng dồn"
        : "mở tệp tổng hợp, xem trang «Độ phủ» rồi gửi lên cấp trên",
    );
  }
  return `Việc tiếp theo: ${steps.join("; ")}.`;
}

function explainStep(written: string | undefined): string {
  return written === undefined
    ? "chuẩn bị giải trình các mục «cần giải trình» ở trên; các tệp ấy vẫn được cộng"
    : "ghi giải trình vào trang «Lỗi và giải trình» của tệp tổng hợp";
}
