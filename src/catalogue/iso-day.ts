// A calendar day in declarations.

import * as z from "zod";
import { type IsoDate, isIsoDate } from "../model/iso-date.js";

/** A day written year-month-day. */
export const ISO_DAY = z.custom<IsoDate>((text) => typeof text === "string" && isIsoDate(text), {
  error: "ngày không đúng; ghi dạng năm-tháng-ngày, ví dụ 2025-07-01.",
});
