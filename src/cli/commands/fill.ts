// fill (dien-mau): puts totals into an office's own workbook or Word document, in the place of the codes that stand in it.

import { type ReportInput, reportInput } from "../../deliver.js";
import { printPeriod } from "../../model/period.js";
import { fileName } from "../../model/submission.js";
import { UsageError } from "../../model/usage-error.js";
import { type FilledForm, fillOwnForm, type OwnForm, reportOfCodes, understandForm } from "../../own-forms.js";
import type { Env } from "../env.js";
import { exitOf, filesBelow, listedFindings } from "../examine.js";
import { examineFor, type NothingTold, type PeriodsExamined, settleDeclarations } from "../examine-periods.js";
import { formAt, refuseCodes } from "../form-file.js";
import { type Say, sayOf } from "../language.js";
import { endingOf, fileNamed, refuseInput, withEnding } from "../named-output.js";
import type { GivenOptions } from "../options.js";
import { findingsOfRuns } from "../print/findings-of-runs.js";
import { findingsText } from "../print/findings-text.js";
import { countsText } from "../print/run-text.js";
import { sections } from "../print/sections.js";
import { wrap } from "../print/wrap.js";
import type { ExitCode } from "../run.js";
import { type Screen, screenFor } from "../screen.js";
import { writeManifest } from "../write-manifest.js";
import { writeOutput } from "../write-output.js";

/**
 * Exit as for aggregate; 1 too where figures are incomplete and the form has no place to say so.
 *
 * @throws UsageError `missing-path`, `form`, `form-codes`, `no-units`, `out`, and those of `examineFor`
 */
export async function fillCommand(
  [path, ...paths]: readonly string[],
  options: GivenOptions,
  env: Env,
): Promise<ExitCode> {
  const screen = screenFor(options, env);
  if (path === undefined || paths.length === 0) throw missingPath(path ?? "mau.xlsx");
  const settled = await settleDeclarations(options, env);
  const { catalogue } = settled;
  const say = sayOf(catalogue);
  const { file, form } = await formAt(path, env);
  refuseOtherEnding(options.out, form);
  const out = await fileNamed(options.out, form.kind, env);
  const understood = understandForm(form, catalogue);
  if (understood.kind === "refused") throw refuseCodes(path, understood.faults);
  const { codes } = understood;
  const report = reportOfCodes(codes.map(({ code }) => code));
  // The form itself may lie among the figures; it is no report.
  const given = (await filesBelow(paths, env)).filter((one) => one.path !== file.path);
  const asked = { ...settled, inputs: given, options, isTraced: form.kind === "xlsx" };
  const examined = await examineFor(report, asked, env);
  if ("nothing" in examined) return tellNothing(examined, options, { screen, env });
  const { basis, period, runs, inputs } = examined;
  const target = out ?? targetFor(path, form, `${basis.unit.code}-${printPeriod(period)}`);
  await refuseInput(target, [...inputs, file], env);
  const made = { created: env.now(), toolVersion: env.version };
  const input = reportInput({ ...examined, ...made, heading: "state", issuedUnder: "association" }, catalogue);
  const filled = fillOwnForm({ form, codes }, input, catalogue);
  if (filled === "no-units") throw noUnits(basis.unit.name);
  const all = findingsOfRuns(runs, screen.words);
  const findings = findingsText(listedFindings(all, options), options, screen);
  if (findings !== "") env.print(findings);
  if (filled === "no-stamp") return tellNoStamp(path, { say, env });
  const written = await writeOutput({ path: target, bytes: filled.bytes }, screen.words, env);
  if (written === undefined) return 3;
  env.tell(`\n${screen.words.wrote(written)}`);
  const isTraceable = form.kind !== "xlsx" || (await writeFilledManifest({ written, filled, input, examined }, env));
  tellRest(form, filled, { say, env });
  if (!isTraceable) return 3;
  return runs.map((run) => exitOf(run, options)).reduce((high: ExitCode, one) => (one > high ? one : high), 0);
}

interface Filled {
  readonly written: string;
  readonly filled: FilledForm;
  readonly input: ReportInput;
  readonly examined: PeriodsExamined;
}

/** What each figure rests on, beside the filled workbook; false where that could not be written. */
function writeFilledManifest({ written, filled, input, examined }: Filled, env: Env) {
  const { basis, period, runs, catalogue, declared } = examined;
  const run = {
    output: written,
    workbook: { plan: filled.printed, bytes: filled.bytes },
    aggregation: { ...basis, period },
    result: { taken: runs[0]?.taken ?? [], verdicts: input.verdicts },
    catalogue,
    declared,
  };
  return writeManifest(run, env);
}

interface Speaking {
  readonly say: Say;
  readonly env: Env;
}

/** What is left to be known of a form that is written: figures that are lacking, and what to do now. */
function tellRest({ kind }: OwnForm, { lacking }: FilledForm, { say, env }: Speaking): void {
  const names = [...new Set(lacking.map(({ indicator }) => indicator))];
  if (names.length > 0) {
    env.tell(wrap(say(`Chưa có số liệu, trong mẫu ghi «…» hoặc «—»: ${names.join(", ")}.`), env.columns));
  }
  const next = ["Việc tiếp theo: mở tệp, xem lại rồi ký."];
  if (kind === "xlsx") next.push("Công thức trong mẫu được tính khi mở tệp.");
  env.tell(wrap(next.map(say).join(" "), env.columns));
}

function tellNothing(
  { nothing: result, catalogue }: NothingTold,
  options: GivenOptions,
  { screen, env }: { readonly screen: Screen; readonly env: Env },
): ExitCode {
  const findings = listedFindings(result.findings, options);
  env.print(sections([countsText(result, screen), findingsText(findings, options, screen)]));
  const said = sayOf(catalogue)("Chưa điền được mẫu: không tệp nào cho biết đơn vị và kỳ báo cáo.");
  env.tell(`\n${wrap(said, env.columns)}`);
  return exitOf(result, options);
}

function missingPath(form: string): UsageError {
  const hint = `Ghi mẫu trước, số liệu sau, ví dụ: khuyenhoc fill ${form} bai-nop`;
  return new UsageError("missing-path", "Cần ghi tệp mẫu rồi đến tệp hoặc thư mục số liệu.", hint);
}

/** A form that is a document stays one. */
function refuseOtherEnding(out: string | undefined, { kind }: OwnForm): void {
  const ending = out === undefined ? undefined : endingOf(out);
  if (out === undefined || ending === undefined || ending === kind) return;
  throw new UsageError(
    "out",
    `Mẫu là tệp .${kind}, không ghi được thành «${out}».`,
    `Ghi --out ${withEnding(out, kind)}`,
  );
}

function noUnits(unit: string): UsageError {
  return new UsageError(
    "no-units",
    `Mẫu có dòng lặp cho từng đơn vị cấp dưới, nhưng ${unit} không có đơn vị cấp dưới trong số liệu này.`,
    "Bỏ dòng ấy khỏi mẫu, hoặc dùng số liệu của đơn vị cấp trên.",
  );
}

function tellNoStamp(path: string, { say, env }: Speaking): ExitCode {
  const said = `Chưa điền mẫu: số liệu chưa đủ các đơn vị, mà «${path}» không có chỗ nào nói điều đó.`;
  env.tell(`\n${wrap(say(said), env.columns)}`);
  const hint = "→ Ghi thêm vào mẫu {{phủ}} (thành 47/52 xã) hoặc {{tạm tính}}, hoặc bổ sung báo cáo còn thiếu.";
  env.tell(wrap(say(hint), env.columns));
  return 1;
}

/** «mau.docx» → «mau-44-2025.docx» in the folder where the command runs. */
function targetFor(path: string, { kind }: OwnForm, what: string): string {
  return `${fileName(path).replace(/\.[^.]*$/, "")}-${what}.${kind}`;
}
