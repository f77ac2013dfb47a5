// What must be known of the figures before they are read: who is not in them, which periods lack, what is estimated.

import { rangeInWords } from "../../model/month-range.js";
import { shortList, vietnameseNumber } from "../../model/number-text.js";
import { periodInWords } from "../../model/period.js";
import type { RestatedPeriod } from "../../model/period-figures.js";
import { capitalised } from "../cell-texts.js";
import { coverageText } from "./coverage-stamp.js";
import type { ReportContext } from "./report-context.js";

/** One sentence each, those that apply; none where all is there and final. */
export function reportNotes({ ownFigures, input, figuresAt, places }: ReportContext): readonly string[] {
  const { coverage, standing, isMixed, provisional } = ownFigures;
  const notes: string[] = [];
  if (coverage.received < coverage.due) {
    const names = [...new Map(ownFigures.absences.map(({ unit }) => [unit.key, unit.name])).values()];
    const who = names.length === 0 ? "" : `; chưa có: ${shortList(names)}`;
    notes.push(
      `Tổng hợp từ ${coverageText(coverage, input.basis)}${who}; so với kỳ khác thì thiếu phần của các nơi ấy.`,
    );
  }
  if (coverage.noAssociation.length > 0) {
    notes.push(`Chưa có tổ chức Hội: ${shortList(coverage.noAssociation.map(({ name }) => name))}.`);
  }
  if (provisional) notes.push("Có tính số đọc được của báo cáo bị trả lại.");
  if (isMixed) notes.push("Có kỳ là số ước tính, có kỳ là số chính thức.");
  else if (standing === "estimate") notes.push("Số liệu là số ước tính.");
  if (input.otherTerritory.length > 0) {
    const periods = input.otherTerritory.map(periodInWords).join(", ");
    notes.push(`Địa bàn đã sắp xếp lại: không đem số liệu ${periods} (địa bàn cũ) ra so sánh.`);
  }
  notes.push(...restatedNotes(input.restated ?? []));
  const lacking = input.figures.filter((one) => one.gaps.length > 0 && figuresAt(one.range) !== undefined);
  for (const { range, gaps } of lacking) {
    const isWhole = gaps.length === 1 && gaps[0]?.first === range.first && gaps[0].last === range.last;
    const which = gaps.map(rangeInWords).join(", ");
    notes.push(
      isWhole ? `Chưa có số liệu của ${which}.` : `${capitalised(rangeInWords(range))} chưa đủ kỳ: thiếu ${which}.`,
    );
  }
  if ([...places.stretches].some((one) => [...one.totals.values()].some((total) => total.estimate))) {
    notes.push("Có số ước tính do phân bổ.");
  }
  return notes;
}

/** What was restated, from which old units, and what could not be divided among today's. */
function restatedNotes(restated: readonly RestatedPeriod[]): readonly string[] {
  if (restated.length === 0) return [];
  const periods = restated.map(({ period }) => periodInWords(period)).join(", ");
  const old = shortList([...new Set(restated.flatMap(({ madeFrom }) => madeFrom))]);
  const from = old === "" ? "" : ` (lập từ: ${old})`;
  const said = `Số liệu ${periods} đã quy đổi về địa bàn hiện nay${from}; số tổ chức không so sánh trực tiếp.`;
  const most = Math.max(...restated.map(({ undivided }) => undivided));
  if (most === 0) return [said];
  return [said, `${vietnameseNumber(most)} xã cũ chia về nhiều nơi, chưa có cách chia nên không tính vào từng xã.`];
}
