// ISO moments, as cells of type «d» hold them → Excel's serial numbers.

import { daysInMonth } from "../model/iso-date.js";

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/;
const DAY = 86_400;
const FROM_1904 = 1462;

/**
 * Serial number of `2022-11-30` or `2022-11-30T08:30:00` in the workbook's date system; undefined for other texts. Day 60
 * of the 1900 system, its invented 29/2/1900, is never given.
 */
export function serialOfMoment(text: string, date1904: boolean): number | undefined {
  const match = MOMENT.exec(text.trim());
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => (part === undefined ? 0 : Number(part)));
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  const days = Date.UTC(year, month - 1, day) / (DAY * 1000) + 25_569;
  const serial = days > 60 ? days : days - 1;
  return (date1904 ? days - FROM_1904 : serial) + (hours * 3600 + minutes * 60 + seconds) / DAY;
}
