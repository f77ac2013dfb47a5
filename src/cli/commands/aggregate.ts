// aggregate (tong-hop): validates, adds up, writes one workbook that is itself a submission one level up.

import type { Aggregation } from "../../model/aggregation.js";
import type { Catalogue } from "../../model/catalogue.js";
import { printPeriod } from "../../model/period.js";
import { type RunResult, summaryWorkbook } from "../../pipeline.js";
import type { Env } from "../env.js";
import { examine, exitOf, listedFindings } from "../examine.js";
import type { GivenOptions } from "../options.js";
import { findingsText } from "../print/findings-text.js";
import { reportJson } from "../print/report-json.js";
import { countsText, nextStep, subjectText, totalsText } from "../print/run-text.js";
import type { ExitCode } from "../run.js";
import { systemCode } from "../system-code.js";

/** Exit 0, 1 or 3 as `exitOf` says, 3 also where the workbook could not be written; usage errors are thrown. */
export async function aggregateCommand(paths: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  const { catalogue, result } = await examine(paths, options, env);
  const findings = listedFindings(result.findings, options);
  const exit = exitOf(result, options);
  const { aggregation } = result;
  const written =
    aggregation === undefined ? undefined : await writeSummary({ aggregation, result, catalogue, options }, env);
  if (options.json === true) {
    env.print(reportJson(result, catalogue.register, env.version));
  } else {
    env.print(countsText(result));
    if (findings.length > 0) env.print(`\n${findingsText(findings, env)}\n`);
    if (aggregation !== undefined) {
      env.print(`${subjectText(aggregation, env.columns)}\n\n${totalsText(aggregation, catalogue)}`);
    }
  }
  if (written === undefined) {
    if (aggregation === undefined) env.tell("\nChưa tổng hợp được: không tệp nào cho biết đơn vị và kỳ báo cáo.");
    return aggregation === undefined ? exit : 3;
  }
  env.tell(`\nĐã ghi ${written}`);
  env.tell(nextStep(result, written));
  return exit;
}

interface Summary {
  readonly aggregation: Aggregation;
  readonly result: RunResult;
  readonly catalogue: Catalogue;
  readonly options: GivenOptions;
}

/** The path written; undefined where it could not be, which has then been said. */
async function writeSummary(summary: Summary, env: Env): Promise<string | undefined> {
  const { aggregation, result, catalogue, options } = summary;
  const path = options.out ?? `tong-hop-${aggregation.unit.code}-${printPeriod(aggregation.period)}.xlsx`;
  const { findings, verdicts } = result;
  const bytes = await summaryWorkbook(
    { aggregation, findings, verdicts, created: env.now(), toolVersion: env.version },
    catalogue,
  );
  try {
    const written = await env.write(path, bytes);
    if (written.normalize("NFC").endsWith(path.replace(/^.*[\\/]/, "").normalize("NFC"))) return path;
    env.tell(`Tệp «${path}» đang mở ở chương trình khác nên không ghi đè.`);
    return written;
  } catch (fault) {
    env.tell(`Không ghi được «${path}»: ${writeReason(fault)}\n→ Chọn nơi khác bằng --out, rồi chạy lại.`);
    return undefined;
  }
}

function writeReason(fault: unknown): string {
  const code = systemCode(fault);
  const reasons = new Map([
    ["EACCES", "không có quyền ghi vào thư mục này."],
    ["EPERM", "không có quyền ghi vào thư mục này."],
    ["EROFS", "ổ đĩa chỉ cho đọc."],
    ["ENOSPC", "ổ đĩa đã đầy."],
    ["ENOTDIR", "đường dẫn đi qua một tệp, không phải thư mục."],
    ["EISDIR", "đây là một thư mục; --out cần tên tệp."],
    ["EEXIST", "đường dẫn đi qua một tệp, không phải thư mục."],
  ]);
  return reasons.get(code) ?? `hệ thống báo ${code || "lỗi không rõ"}.`;
}
