// What must be known of the figures before they are read: who is not in them, which periods lack, what is estimated.

import { isSameRange, rangeInWords } from "../../model/month-range.js";
import { shortList } from "../../model/number-text.js";
import { periodInWords } from "../../model/period.js";
import type { PeriodFigures } from "../../model/period-figures.js";
import { capitalised } from "../cell-texts.js";
import { coverageText } from "./coverage-stamp.js";
import type { ReportContext } from "./report-context.js";
import { restatedNotes } from "./restated-notes.js";

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
  if (provisional && input.verdicts.includes("returned")) notes.push("Có tính số đọc được của báo cáo bị trả lại.");
  if (isMixed) notes.push("Có kỳ là số ước tính, có kỳ là số chính thức.");
  else if (standing === "estimate") notes.push("Số liệu là số ước tính.");
  notes.push(...restatedNotes(input));
  if (input.otherTerritory.length > 0) {
    const periods = input.otherTerritory.map(periodInWords).join(", ");
    notes.push(`Địa bàn đã sắp xếp lại: không đem số liệu ${periods} (địa bàn cũ) ra so sánh.`);
  }
  const lacking = input.figures.filter((one) => one.gaps.length > 0 && figuresAt(one.range) !== undefined);
  const absent = lacking.filter(isWhollyAbsent);
  if (absent.length > 0)
    notes.push(`Chưa có số liệu của ${absent.map(({ range }) => rangeInWords(range)).join(", ")}.`);
  for (const { range, gaps } of lacking.filter((one) => !absent.includes(one))) {
    notes.push(`${capitalised(rangeInWords(range))} chưa đủ kỳ: thiếu ${gaps.map(rangeInWords).join(", ")}.`);
  }
  if ([...places.stretches].some((one) => [...one.totals.values()].some((total) => total.estimate))) {
    notes.push("Có số ước tính do phân bổ.");
  }
  return notes;
}

function isWhollyAbsent({ range, gaps }: PeriodFigures): boolean {
  const [only, ...others] = gaps;
  return only !== undefined && others.length === 0 && isSameRange(only, range);
}
