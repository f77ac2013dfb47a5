// What a run says at a terminal: counts first, then what blocks, then what to do next.

import type { Aggregation, Verdict } from "../../model/aggregation.js";
import type { Catalogue } from "../../model/catalogue.js";
import type { Finding } from "../../model/finding.js";
import { type Indicator, isMoney } from "../../model/indicator.js";
import { vietnameseDate } from "../../model/iso-date.js";
import { shortList, vietnameseNumber } from "../../model/number-text.js";
import { periodInWords } from "../../model/period.js";
import type { RunResult } from "../../pipeline.js";
import { SEVERITY_WORDS } from "../options.js";
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
export function countsText(result: RunResult): string {
  const files = tally(result.verdicts, VERDICT_WORDS);
  const findings = tally(
    result.findings.map((finding) => finding.severity),
    SEVERITY_WORDS,
  );
  const shown = findings === "" ? "Không có lỗi nào." : `${findings}.`;
  return `${vietnameseNumber(result.taken.length)} tệp: ${files}. ${shown}`;
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
    const missing = coverage.missing.map((unit) => unit.name);
    const rest = missing.length === 0 ? "" : ` Còn thiếu: ${shortList(missing)}.`;
    lines.push(
      `Đã có số liệu của ${vietnameseNumber(coverage.received)}/${vietnameseNumber(coverage.due)} đơn vị trực tiếp.${rest}`,
    );
  }
  return lines.map((line) => wrap(line, columns)).join("\n");
}

/** The few figures that are asked for most, as the catalogue declares them; n/N where a figure is incomplete. */
export function totalsText(aggregation: Aggregation, catalogue: Catalogue): string {
  const lines: { readonly name: string; readonly figure: string; readonly coverage: string }[] = [];
  for (const indicator of catalogue.indicators.values()) {
    const total = aggregation.totals.get(indicator.code);
    if (total === undefined || total.quantity.kind !== "known" || !indicator.isHeadline) continue;
    const { have, due } = total.coverage;
    lines.push({
      name: indicator.name,
      figure: figureText(total.quantity.value, indicator),
      coverage: have === due ? "" : ` (${vietnameseNumber(have)}/${vietnameseNumber(due)})`,
    });
  }
  const widest = Math.max(0, ...lines.map((line) => line.figure.length));
  return lines.map((line) => `  ${line.figure.padStart(widest)}  ${line.name}${line.coverage}`).join("\n");
}

function figureText(value: number, indicator: Indicator): string {
  if (indicator.ratio === undefined) return `${vietnameseNumber(value, 0)} ${indicator.measuredIn}`;
  const decimals = isMoneyPerHead(indicator) ? 0 : 2;
  return `${vietnameseNumber(value * indicator.ratio.times, decimals)} ${indicator.measuredIn}`;
}

function isMoneyPerHead(indicator: Indicator): boolean {
  return indicator.measuredIn.startsWith("đồng") && !isMoney(indicator);
}

/** The one sentence that ends a run. */
export function nextStep(result: RunResult, written: string | undefined): string {
  const returned = result.verdicts.filter((verdict) => verdict === "returned").length;
  const has = (severity: Finding["severity"]): boolean =>
    result.findings.some((finding) => finding.severity === severity);
  if (returned > 0) return `Việc tiếp theo: gửi lại ${returned} tệp bị trả để nơi gửi sửa theo các mục «lỗi» ở trên.`;
  if (has("query")) return "Việc tiếp theo: xin giải trình các mục «cần giải trình» ở trên.";
  return written === undefined
    ? "Việc tiếp theo: chạy khuyenhoc aggregate để cộng dồn."
    : "Việc tiếp theo: mở tệp tổng hợp, xem trang «Độ phủ» rồi gửi lên cấp trên.";
}

function tally<T extends string>(items: readonly T[], words: Readonly<Record<T, string>>): string {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].map(([item, count]) => `${vietnameseNumber(count)} ${words[item]}`).join(", ");
}
