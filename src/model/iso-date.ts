// Calendar dates as text YYYY-MM-DD: they order as text, and no clock or zone can touch them.

export type IsoDate = `${string}-${string}-${string}`;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for an existing calendar day written YYYY-MM-DD. */
export function isIsoDate(text: string): text is IsoDate {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const [, year, month, day] = match.map(Number);
  return month !== undefined && day !== undefined && year !== undefined && day >= 1 && day <= daysInMonth(year, month);
}

/** Days of a month (1–12) in the Gregorian calendar; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day written YYYY-MM-DD; the parts are taken as they are. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The day `days` after `date` (negative: before). */
export function addDays(date: IsoDate, days: number): IsoDate {
  const [year, month, day] = partsOf(date);
  const moved = new Date(Date.UTC(year, month - 1, day + days));
  return isoDate(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** Year, month (1–12) and day (1–31) of a date. */
export function partsOf(date: IsoDate): readonly [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

/** A date the way it is written on Vietnamese forms: 30/11/2022. */
export function vietnameseDate(date: IsoDate): string {
  const [year, month, day] = partsOf(date);
  return `${pad(day, 2)}/${pad(month, 2)}/${year}`;
}

/** The day of an Excel serial number (1900 system, with its invented 29/2/1900; or 1904), undefined below 1. */
export function fromExcelSerial(serial: number, date1904: boolean): IsoDate | undefined {
  const whole = Math.floor(serial);
  const days = date1904 ? whole + 1462 : whole;
  if (!(days >= 1 && days <= 2_958_465)) return undefined;
  const sinceEpoch = days < 60 ? days - 25_568 : days - 25_569;
  const moment = new Date(sinceEpoch * 86_400_000);
  return isoDate(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate());
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
