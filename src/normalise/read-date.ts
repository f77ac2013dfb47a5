// Days in text, day first always: 30/11/2022, «ngày 30 tháng 11 năm 2022», 2022-11-30. Never through the machine's
// own idea of a date, which would read 05/06 as 6 May.

import { daysInMonth, type IsoDate, isIsoDate, isoDate } from "../model/iso-date.js";
import { tidyText } from "../model/text.js";

/** A day, and a Vietnamese note where something was supplied (the century of a two-digit year). */
export interface DateReading {
  readonly date: IsoDate;
  readonly note?: string;
}

const LEAD = /^(?:số liệu )?(?:(?:tính )?đến(?: hết)? )?(?:ngày )?/u;
const NUMERIC = /^(\d{1,2})[/\-.](\d{1,2})[/\-.](\d{4}|\d{2})$/;
const IN_WORDS = /^(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/u;

/**
 * The day a text names; «tính đến», «đến hết ngày» before it are allowed. Undefined for impossible days (31/6),
 * month-first dates (05/13/2024), months without a day, and serial numbers typed as text.
 */
export function readDate(text: string): DateReading | undefined {
  const bare = tidyText(text).toLowerCase().replace(LEAD, "");
  if (isIsoDate(bare)) return { date: bare };
  const match = NUMERIC.exec(bare) ?? IN_WORDS.exec(bare);
  if (match === null) return undefined;
  const [day, month, written] = [Number(match[1]), Number(match[2]), match[3] ?? ""];
  const year = written.length === 2 ? 2000 + Number(written) : Number(written);
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  const date = isoDate(year, month, day);
  return written.length === 2 ? { date, note: "năm ghi hai chữ số" } : { date };
}
