// report (bao-cao): reads the files of one or several periods and writes a declared report.

import { type ReportFormat, type ReportInput, reportFile, reportInput } from "../../deliver.js";
import { rangeInShort, rangeInWords } from "../../model/month-range.js";
import { vietnameseNumber } from "../../model/number-text.js";
import { periodInWords, printPeriod } from "../../model/period.js";
import { configInForce } from "../declarations.js";
import type { Env } from "../env.js";
import { exitOf, listedFindings } from "../examine.js";
import { examinePeriods, type NothingTold, type PeriodsExamined } from "../examine-periods.js";
import { type Say, sayOf } from "../language.js";
import { lateReports } from "../late-reports.js";
import { fileNamed, refuseInput } from "../named-output.js";
import type { GivenOptions } from "../options.js";
import { findingsOfRuns } from "../print/findings-of-runs.js";
import { findingsText } from "../print/findings-text.js";
import { countsText } from "../print/run-text.js";
import { sections } from "../print/sections.js";
import { wrap } from "../print/wrap.js";
import { reportFormat } from "../report-format.js";
import type { ExitCode } from "../run.js";
import { type Screen, screenFor } from "../screen.js";
import { writeManifest } from "../write-manifest.js";
import { writeOutput } from "../write-output.js";

/** Exit as for aggregate; 1 too where too little has come in for a report that is not provisional. */
export async function reportCommand(words: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  const format = reportFormat(options);
  const out = await fileNamed(options.out, format, env);
  const screen = screenFor(options, env);
  const examined = await examinePeriods(words, options, env);
  const say = sayOf(examined.catalogue);
  if ("nothing" in examined) return tellNothing(examined, options, { screen, env });
  const { declared, catalogue, report, period, basis, runs, inputs } = examined;
  const target = out ?? `${report.id}-${basis.unit.code}-${printPeriod(period)}.${format}`;
  await refuseInput(target, inputs, env);
  const heading = options.partyLayout === true ? "party" : "state";
  const { issuedUnder } = await configInForce(options.config, env);
  const made = { created: env.now(), toolVersion: env.version };
  const late = await lateReports(runs, options, env);
  const input = reportInput({ ...examined, ...made, heading, issuedUnder, late }, catalogue);
  const findings = listedFindings(findingsOfRuns(runs, screen.words), options);
  env.print(sections([subjectText(examined, input, { say, env }), findingsText(findings, options, screen)]));
  const lack = options.provisional === true ? undefined : lackText(input);
  if (lack !== undefined) {
    env.tell(`\n${wrap(say(`Chưa lập báo cáo: ${lack}`), env.columns)}`);
    env.tell(wrap(say(ADD_OR_PROVISIONAL), env.columns));
    return highest([1, ...runs.map((run) => exitOf(run, options))]);
  }
  const workbook = await reportFile(input, format, catalogue);
  const output = await writeOutput({ path: target, bytes: workbook.bytes }, screen.words, env);
  if (output === undefined) return 3;
  env.tell(`\n${screen.words.wrote(output)}`);
  const aggregation = { ...basis, period };
  const result = { taken: runs[0]?.taken ?? [], verdicts: input.verdicts };
  const written = { output, workbook, aggregation, result, catalogue, declared };
  const isTraceable = format !== "xlsx" || (await writeManifest(written, env));
  env.tell(wrap(say(`Việc tiếp theo: ${NEXT[format]}`), env.columns));
  return isTraceable ? highest(runs.map((run) => exitOf(run, options))) : 3;
}

const ADD_OR_PROVISIONAL = "→ Bổ sung báo cáo còn thiếu, hoặc thêm --provisional để lập bản ghi rõ SỐ LIỆU TẠM TÍNH.";
const TO_SIGN = "mở tệp, viết thêm những chỗ trong ngoặc vuông, xem lại rồi ký.";
const NEXT: Readonly<Record<ReportFormat, string>> = {
  xlsx: TO_SIGN,
  docx: TO_SIGN,
  html: "mở tệp bằng trình duyệt, hoặc gửi qua Zalo để xem trên điện thoại.",
};

function tellNothing(
  { nothing: result, catalogue }: NothingTold,
  options: GivenOptions,
  { screen, env }: { readonly screen: Screen; readonly env: Env },
): ExitCode {
  env.print(
    sections([countsText(result, screen), findingsText(listedFindings(result.findings, options), options, screen)]),
  );
  const said = sayOf(catalogue)("Chưa lập được báo cáo: không tệp nào cho biết đơn vị và kỳ báo cáo.");
  env.tell(`\n${wrap(said, env.columns)}`);
  return exitOf(result, options);
}

function subjectText(
  examined: PeriodsExamined,
  input: ReportInput,
  { say, env }: { readonly say: Say; readonly env: Env },
): string {
  const { report, basis, period, unused, otherTerritory } = examined;
  const [own] = input.figures;
  const lines = [`${report.name} — ${basis.unit.name}, ${say(periodInWords(period))}`];
  const periods = input.pieces.map(({ range }) => say(rangeInShort(range)));
  lines.push(`Dùng số liệu của ${vietnameseNumber(input.pieces.length)} kỳ: ${periods.join(", ")}.`);
  if (otherTerritory.length > 0) {
    const left = otherTerritory.map((one) => say(periodInWords(one))).join(", ");
    lines.push(`Không so với ${left}: đơn vị hành chính đã sắp xếp lại, địa bàn khi ấy khác bây giờ.`);
  }
  const restated = input.pieces.filter((one) => one.restated?.absent.length === 0 && one.restated.madeFrom.length > 0);
  if (restated.length > 0) {
    const carried = restated.map(({ range }) => say(rangeInWords(range))).join(", ");
    lines.push(`Đã quy đổi ${carried} về địa bàn hiện nay: đơn vị hành chính đã sắp xếp lại.`);
  }
  if (unused > 0) lines.push(`Không dùng ${vietnameseNumber(unused)} tệp của các kỳ khác.`);
  if (own !== undefined && own.coverage.due > 0) {
    const { received, due } = own.coverage;
    lines.push(`Đã có số liệu của ${vietnameseNumber(received)}/${vietnameseNumber(due)} đơn vị trực tiếp.`);
  }
  return lines.map((line) => wrap(say(line), env.columns)).join("\n");
}

/** What keeps the report from being written as it stands; undefined where nothing does. */
function lackText({ figures, report }: ReportInput): string | undefined {
  const [own] = figures;
  if (own === undefined) return undefined;
  if (own.gaps.length > 0) return `thiếu hẳn số liệu của ${own.gaps.map(rangeInWords).join(", ")}.`;
  const { received, due } = own.coverage;
  if (due === 0 || received / due >= report.minimumCoverage) return undefined;
  const least = vietnameseNumber(report.minimumCoverage * 100);
  return `mới có ${vietnameseNumber(received)}/${vietnameseNumber(due)} đơn vị, dưới mức ${least} %.`;
}

function highest(exits: readonly ExitCode[]): ExitCode {
  return exits.reduce((high: ExitCode, one) => (one > high ? one : high), 0);
}
