// A moment of the run as paper says it.

import { isIsoDate, vietnameseDate } from "../model/iso-date.js";

/** «02:00 ngày 05/12/2022 (giờ quốc tế)» of an ISO moment in UTC. */
export function momentText(iso: string): string {
  const [date = "", time = ""] = iso.split("T");
  return `${time.slice(0, 5)} ngày ${isIsoDate(date) ? vietnameseDate(date) : date} (giờ quốc tế)`;
}
