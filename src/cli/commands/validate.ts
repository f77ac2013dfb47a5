// validate (kiem-tra): every fault of every file, in words a sender can act on. Writes only below --out.

import { vietnameseNumber } from "../../model/number-text.js";
import type { RunResult } from "../../pipeline/conclude.js";
import type { Env } from "../env.js";
import { examine, exitOf, listedFindings } from "../examine.js";
import type { GivenOptions } from "../options.js";
import { outputFormat } from "../output-format.js";
import { replacedText, returnedText } from "../print/files-text.js";
import { findingsText } from "../print/findings-text.js";
import { findingsCsv } from "../print/report-csv.js";
import { reportJson } from "../print/report-json.js";
import { countsText, nextStep, subjectText } from "../print/run-text.js";
import { sections } from "../print/sections.js";
import { wrap } from "../print/wrap.js";
import { recordRun } from "../record-run.js";
import { resultFolder } from "../result-folder.js";
import type { ExitCode } from "../run.js";
import { type Screen, screenFor } from "../screen.js";
import type { Words } from "../words.js";
import { type Results, writeResults } from "../write-results.js";

/** Exit 0, 1 or 3 as `exitOf` says, 3 also where a result could not be written; usage errors are thrown. */
export async function validateCommand(paths: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  const screen = screenFor(options, env);
  const format = outputFormat(options);
  const folder = await resultFolder(paths, options, env);
  const examination = await examine({ paths }, options, env);
  const { catalogue, result } = examination;
  const written =
    folder === undefined ? undefined : await writeResults(examination, { folder, options, words: screen.words }, env);
  const isRecorded = await recordRun({ result, catalogue, stated: undefined }, options, { screen, env });
  const exit = !isRecorded || (written !== undefined && written.failed > 0) ? 3 : exitOf(result, options);
  if (format === "json") env.print(reportJson(result, catalogue.register, env.version));
  if (format === "csv") env.print(findingsCsv(listedFindings(result.findings, options)));
  if (format === "json" || format === "csv") return exit;
  if (format === "text") env.print(screenText(result, options, screen));
  const steps = [
    written === undefined ? "" : writtenText(written, screen.words),
    nextStep(result, undefined, screen.words),
  ];
  env.tell(
    `\n${steps
      .filter((step) => step !== "")
      .map((step) => wrap(step, screen.columns))
      .join("\n")}`,
  );
  return exit;
}

function screenText(result: RunResult, options: GivenOptions, screen: Screen): string {
  const subject = result.aggregation === undefined ? "" : `\n${subjectText(result.aggregation, screen)}`;
  return sections([
    countsText(result, screen) + subject,
    returnedText(result, screen),
    replacedText(result, screen),
    findingsText(listedFindings(result.findings, options), options, screen),
  ]);
}

function writtenText({ folder, receipts, returns }: Results, words: Words): string {
  return words.wroteInto(folder, { receipts: vietnameseNumber(receipts), returns: vietnameseNumber(returns) });
}
