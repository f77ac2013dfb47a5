// Moments as Vietnam's clocks show them, whatever zone the machine is set to.

import { type IsoDate, isIsoDate, vietnameseDate } from "./iso-date.js";

/** UTC+7 the whole year round. */
const AHEAD = 7 * 3_600_000;

/** The day in Vietnam at a moment (ISO text in UTC): «2022-12-05T18:00:00Z» is 6/12/2022. Undefined for no moment. */
export function dayInVietnam(moment: string): IsoDate | undefined {
  const [day = ""] = inVietnam(moment).split("T");
  return isIsoDate(day) ? day : undefined;
}

/** «01:00 ngày 06/12/2022» of a moment; as it stands where it is none. */
export function momentText(moment: string): string {
  const day = dayInVietnam(moment);
  return day === undefined ? moment : `${inVietnam(moment).slice(11, 16)} ngày ${vietnameseDate(day)}`;
}

/** «20221206-0100» of a moment, for names of files. */
export function momentInName(moment: string): string {
  return inVietnam(moment).slice(0, 16).replace(/[-:]/g, "").replace("T", "-");
}

function inVietnam(moment: string): string {
  const time = Date.parse(moment);
  return Number.isNaN(time) ? "" : new Date(time + AHEAD).toISOString();
}
