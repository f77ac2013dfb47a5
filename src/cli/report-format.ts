// In which format a report is written: as --format says, else as the ending of --out does.

import { REPORT_FORMATS, type ReportFormat } from "../deliver.js";
import { UsageError } from "../model/usage-error.js";
import { endingOf, withEnding } from "./named-output.js";
import type { GivenOptions } from "./options.js";

/** The format; a workbook where nothing is said. @throws UsageError `format`, `out` where the two do not fit */
export function reportFormat({ format, out }: GivenOptions): ReportFormat {
  const asked = format === undefined ? undefined : REPORT_FORMATS.find((one) => one === format.toLowerCase());
  if (format !== undefined && asked === undefined) {
    throw new UsageError("format", `Không có kiểu «${format}».`, `Ghi một trong: ${REPORT_FORMATS.join(", ")}.`);
  }
  const ending = out === undefined ? undefined : endingOf(out);
  if (out === undefined || ending === undefined) return asked ?? "xlsx";
  const named = REPORT_FORMATS.find((one) => one === ending);
  const meant = REPORT_FORMATS.find((one) => one.startsWith(ending));
  const wanted = asked ?? named ?? meant ?? "xlsx";
  if (named === wanted) return wanted;
  throw new UsageError(
    "out",
    `Báo cáo kiểu ${wanted} không ghi được thành «${out}».`,
    `Ghi --out ${withEnding(out, wanted)}`,
  );
}
