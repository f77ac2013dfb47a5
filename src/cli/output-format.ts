// In which form a run prints its result.

import { UsageError } from "../model/usage-error.js";
import type { GivenOptions } from "./options.js";

const FORMATS = ["text", "json", "csv", "xlsx"] as const;
export type OutputFormat = (typeof FORMATS)[number];

/** The form asked for; --json is short for --format json. @throws UsageError `format` */
export function outputFormat({ format, json }: GivenOptions): OutputFormat {
  if (json === true && format !== undefined && format !== "json") {
    throw new UsageError("format", `Không dùng --json cùng với --format ${format}.`, "Giữ một trong hai.");
  }
  if (json === true) return "json";
  const known = FORMATS.find((one) => one === (format ?? "text"));
  if (known !== undefined) return known;
  throw new UsageError("format", `Không có kiểu «${format}».`, `Ghi một trong: ${FORMATS.join(", ")}.`);
}
