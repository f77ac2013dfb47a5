// What must be known of figures that were restated to the units of the report's day.

import type { UnitRef } from "../../model/aggregation.js";
import { rangeInWords } from "../../model/month-range.js";
import { shortList } from "../../model/number-text.js";
import type { PeriodFigures, Restatement } from "../../model/period-figures.js";
import { unitsBelow } from "./coverage-stamp.js";
import type { ReportInput } from "./report-input.js";

/** From what units the figures come, and which of them are lacking; nothing where none were restated. */
export function restatedNotes({ pieces }: ReportInput): readonly string[] {
  const own = pieces.flatMap(({ range, restated }) =>
    restated === undefined || restated.madeFrom.length === 0 ? [] : [{ range, restated }],
  );
  const whole = own.filter(({ restated }) => restated.absent.length === 0);
  const from = shortList([...new Set(whole.flatMap(({ restated }) => restated.madeFrom))]);
  const carried = `Số liệu ${inWords(whole)} đã quy đổi về địa bàn hiện nay (lập từ: ${from}); số tổ chức không so sánh trực tiếp.`;
  const lacking = own.filter((one) => !whole.includes(one));
  const untold = lacking.map(
    ({ range, restated }) =>
      `Không tính được số ${rangeInWords(range)} trên địa bàn hiện nay: chưa có số liệu của ${shortList(restated.absent)}.`,
  );
  return whole.length === 0 ? untold : [carried, ...untold];
}

function inWords(periods: readonly Pick<PeriodFigures, "range">[]): string {
  return shortList(
    periods.map(({ range }) => rangeInWords(range)),
    "kỳ",
  );
}

/** The same of the units below: whose figures cannot be told, and why; which are estimates. */
export function restatedUnitNotes({ pieces, basis }: ReportInput): readonly string[] {
  const noun = unitsBelow(basis);
  const told = pieces.filter(({ restated }) => restated !== undefined);
  if (told.length === 0) return [];
  const periods = inWords(told);
  const named = (which: (restated: Restatement) => readonly UnitRef[]): string => listed(told, which, noun);
  const undivided = named((one) => one.undivided);
  const lacking = named((one) => one.lacking);
  const estimated = named((one) => one.estimated);
  return [
    `Số của từng ${noun} ${periods} đã quy đổi về địa bàn hiện nay.`,
    undivided &&
      `Không tính được số ${periods} của ${undivided}: đơn vị cũ chia về nhiều nơi mà chưa khai báo cách chia.`,
    lacking && `Không tính được số ${periods} của ${lacking}: thiếu số liệu của đơn vị cũ.`,
    estimated && `Số ${periods} của ${estimated} là số ước tính, phân bổ theo khai báo.`,
  ].filter((text) => text !== "");
}

/** «A, B và 3 xã khác», each unit once; nothing where there is none. */
function listed(
  told: readonly PeriodFigures[],
  which: (restated: Restatement) => readonly UnitRef[],
  noun: string,
): string {
  const units = told.flatMap(({ restated }) => (restated === undefined ? [] : which(restated)));
  const names = new Map(units.map(({ key, name }) => [key, name]));
  return names.size === 0 ? "" : shortList([...names.values()], noun);
}
