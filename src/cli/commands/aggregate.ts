// aggregate (tong-hop): validates, adds up, writes one workbook that is itself a submission one level up.

import type { Aggregation } from "../../model/aggregation.js";
import type { Catalogue } from "../../model/catalogue.js";
import { printPeriod } from "../../model/period.js";
import { UsageError } from "../../model/usage-error.js";
import { type RunResult, summaryWorkbook } from "../../pipeline.js";
import type { Env, FoundFile } from "../env.js";
import { examine, exitOf, listedFindings } from "../examine.js";
import type { GivenOptions } from "../options.js";
import { replacedText, returnedText } from "../print/files-text.js";
import { findingsText } from "../print/findings-text.js";
import { reportJson } from "../print/report-json.js";
import { countsText, nextStep, subjectText, totalsText } from "../print/run-text.js";
import { sections } from "../print/sections.js";
import { wrap } from "../print/wrap.js";
import type { ExitCode } from "../run.js";
import { type WrittenRun, writeManifest } from "../write-manifest.js";
import { writeReason } from "../write-reason.js";

/** Exit 0, 1 or 3 as `exitOf` says, 3 also where the workbook could not be written; usage errors are thrown. */
export async function aggregateCommand(paths: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  refuseOtherKind(options.out);
  const { catalogue, result, inputs } = await examine(paths, options, env);
  const { aggregation } = result;
  const target = aggregation === undefined ? undefined : (options.out ?? defaultTarget(aggregation));
  if (target !== undefined) await refuseInput(target, inputs, env);
  const written =
    aggregation === undefined || target === undefined
      ? undefined
      : await writeSummary({ aggregation, result, catalogue, target, configPath: options.config }, env);
  if (options.json === true) env.print(reportJson(result, catalogue.register, env.version));
  else env.print(screenText({ catalogue, result }, options, env));
  const exit = exitOf(result, options);
  if (aggregation === undefined) {
    env.tell(`\n${wrap("Chưa tổng hợp được: không tệp nào cho biết đơn vị và kỳ báo cáo.", env.columns)}`);
  }
  if (written !== undefined) env.tell(`\nĐã ghi ${written.output}`);
  if (aggregation !== undefined && written === undefined) return 3;
  const isTraceable = written === undefined || (await writeManifest(written, env));
  env.tell(wrap(nextStep(result, written?.output), env.columns));
  return isTraceable ? exit : 3;
}

function screenText({ catalogue, result }: Pick<Summary, "catalogue" | "result">, options: GivenOptions, env: Env) {
  const { aggregation } = result;
  return sections([
    countsText(result, env.columns),
    returnedText(result, env.columns),
    replacedText(result, env.columns),
    findingsText(listedFindings(result.findings, options), options, env),
    aggregation === undefined ? "" : subjectText(aggregation, env.columns),
    aggregation === undefined ? "" : totalsText(aggregation, catalogue, env.columns),
  ]);
}

function defaultTarget({ unit, period }: Aggregation): string {
  return `tong-hop-${unit.code}-${printPeriod(period)}.xlsx`;
}

/** A workbook under another ending would not open. A name without one may be a folder; the system will tell. */
function refuseOtherKind(out: string | undefined): void {
  const ending = out === undefined ? undefined : /\.[^./\\]+$/.exec(out)?.[0];
  if (out === undefined || ending === undefined || ending.toLowerCase() === ".xlsx") return;
  throw new UsageError(
    "out",
    `Tệp tổng hợp là bảng tính .xlsx, không ghi được thành «${out}».`,
    `Ghi --out ${out.slice(0, -ending.length)}.xlsx`,
  );
}

/** What was sent in is never written over, and what this command wrote is not what was sent in. */
async function refuseInput(target: string, inputs: readonly FoundFile[], env: Env): Promise<void> {
  const standing = await env.find(target);
  if (standing.kind === "missing" || standing.files.length !== 1) return;
  const key = (file: FoundFile): string => file.path.normalize("NFC").toLowerCase();
  const taken = standing.files.map(key);
  if (!inputs.some((input) => taken.includes(key(input)))) return;
  throw new UsageError(
    "out-among-inputs",
    `Tệp sẽ ghi «${target}» nằm trong số các tệp vừa đọc vào. Không ghi đè lên tệp báo cáo.`,
    "Nếu đó là kết quả của lần chạy trước, chuyển nó sang thư mục khác; rồi ghi --out ở ngoài thư mục bài nộp.",
  );
}

interface Summary {
  readonly aggregation: Aggregation;
  readonly result: RunResult;
  readonly catalogue: Catalogue;
  readonly target: string;
  readonly configPath: string | undefined;
}

/** What was written and where; undefined where it could not be, which has then been said. */
async function writeSummary(summary: Summary, env: Env): Promise<WrittenRun | undefined> {
  const { aggregation, result, catalogue } = summary;
  const { findings, verdicts } = result;
  const tallies = result.taken.map(({ submission }) => submission?.cells);
  const workbook = await summaryWorkbook(
    { aggregation, findings, verdicts, tallies, created: env.now(), toolVersion: env.version },
    catalogue,
  );
  const output = await writeBytes(summary.target, workbook.bytes, env);
  return output === undefined ? undefined : { ...summary, workbook, output };
}

/** The path written; undefined where it could not be. */
async function writeBytes(path: string, bytes: Uint8Array, env: Env): Promise<string | undefined> {
  try {
    const written = await env.write(path, bytes);
    if (written.normalize("NFC").endsWith(path.replace(/^.*[\\/]/, "").normalize("NFC"))) return path;
    env.tell(`Tệp «${path}» đang mở ở chương trình khác nên không ghi đè.`);
    return written;
  } catch (fault) {
    env.tell(wrap(`Không ghi được «${path}»: ${writeReason(fault)}`, env.columns));
    env.tell("→ Chọn nơi khác bằng --out, rồi chạy lại.");
    return undefined;
  }
}
