// status (tinh-hinh): who has sent, late, returned, missing, without an association; on screen, as xlsx, as a reminder.

import { statusWorkbook } from "../../deliver.js";
import { type IsoDate, isIsoDate } from "../../model/iso-date.js";
import { printPeriod } from "../../model/period.js";
import { UsageError } from "../../model/usage-error.js";
import { changeClosing, closing } from "../change-closing.js";
import { configInForce, translationInto } from "../declarations.js";
import type { Env } from "../env.js";
import { examine } from "../examine.js";
import { languageOf } from "../language.js";
import { ledgerFolder, readLedger } from "../ledger-folder.js";
import { refuseInput, workbookNamed } from "../named-output.js";
import type { GivenOptions } from "../options.js";
import { reminderText, statusJson, statusText } from "../print/status-text.js";
import { reportStatus } from "../report-status.js";
import type { ExitCode } from "../run.js";
import { screenFor } from "../screen.js";
import { writeOutput } from "../write-output.js";

/** Exit 3 where a file could not be read or the workbook not written, else 0: who has not sent is an answer. */
export async function statusCommand(paths: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  const asked = deadlineAsked(options.deadline);
  const say = await translationInto(languageOf(options.lang), env);
  const { deadlines } = await configInForce(options.config, env);
  const target = await workbookNamed(options.out, env);
  const { result, catalogue, inputs } = await examine({ paths }, options, env);
  if (target !== undefined) await refuseInput(target, inputs, env);
  const { aggregation } = result;
  if (aggregation === undefined) {
    throw new UsageError(
      "status-nothing",
      "Chưa biết đơn vị và kỳ báo cáo nào: không tệp nào cho biết.",
      "Ghi thêm --unit và --period vào cuối lệnh.",
    );
  }
  const period = printPeriod(aggregation.period);
  const folder = await ledgerFolder(options.config, env);
  const run = { aggregation, result, catalogue };
  const change = closing(options);
  const isClosed = change === undefined || (await changeClosing({ run, folder, change }, options, env));
  const past = folder === undefined ? undefined : (await readLedger(folder, period, env)).state;
  const status = reportStatus(aggregation, result, { deadline: asked ?? deadlines.get(period), past });
  const about = { aggregation, status };
  if (options.json === true) env.print(statusJson(about));
  else if (options.zalo === true) env.print(reminderText(about));
  else env.print(statusText(about, { columns: env.columns, isWhole: options.all === true, say }));
  if (target !== undefined) {
    const report = { aggregation, findings: result.findings, carried: [], verdicts: result.verdicts, tallies: [] };
    const bytes = await statusWorkbook({ ...report, created: env.now(), toolVersion: env.version }, status, catalogue);
    const { words } = screenFor(options, env);
    const written = await writeOutput({ path: target, bytes }, words, env);
    if (written === undefined) return 3;
    env.tell(`\n${words.wrote(written)}`);
  }
  return result.verdicts.includes("unreadable") || !isClosed ? 3 : 0;
}

function deadlineAsked(given: string | undefined): IsoDate | undefined {
  if (given === undefined || isIsoDate(given)) return given;
  throw new UsageError(
    "deadline",
    `Không hiểu hạn nộp «${given}».`,
    "Ghi theo thứ tự năm-tháng-ngày, ví dụ --deadline 2022-12-05.",
  );
}
