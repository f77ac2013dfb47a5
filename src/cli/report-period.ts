// Which period a report is about: as asked, as the report declares, or the only one of its kind among the files.

import { type Period, periodInWords, printPeriod } from "../model/period.js";
import type { Report } from "../model/report.js";
import { UsageError } from "../model/usage-error.js";
import type { GivenOptions } from "./options.js";
import { parseOptions } from "./settle-request.js";

const KINDS: Readonly<Record<Period["kind"], string>> = {
  month: "tháng (2022-11)",
  quarter: "quý (2022-Q4)",
  half: "6 tháng (2022-H1)",
  "nine-months": "9 tháng (2022-9M)",
  year: "năm (2022)",
  span: "giai đoạn (2019..2024)",
};

/** @throws UsageError `report-period` where the report is no report of such a period, or where none is told */
export function chosenPeriod(report: Report, found: readonly Period[], options: GivenOptions): Period {
  const allowed = report.periods.map((kind) => KINDS[kind]).join(" hoặc ");
  const asked = parseOptions(options).period;
  if (asked !== undefined) {
    if (report.periods.includes(asked.kind)) return asked;
    const said = `${report.name} không lập cho ${periodInWords(asked)}.`;
    throw new UsageError("report-period", said, `Ghi sau --period một ${allowed}.`);
  }
  const fitting = found.filter(({ kind }) => report.periods.includes(kind));
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  if (report.defaultPeriod !== undefined) return report.defaultPeriod;
  const list = fitting.map((one) => `--period ${printPeriod(one)}`);
  throw new UsageError(
    "report-period",
    fitting.length === 0
      ? `Chưa rõ lập ${report.name.toLowerCase()} của kỳ nào.`
      : `Các tệp thuộc nhiều kỳ: ${fitting.map(periodInWords).join(", ")}.`,
    list.length === 0
      ? `Ghi sau --period một ${allowed}.`
      : `Ghi thêm vào cuối lệnh: ${list.slice(-3).join(" hoặc ")}.`,
  );
}
