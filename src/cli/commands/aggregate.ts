// aggregate (tong-hop): validates, adds up, writes one workbook that is itself a submission one level up.

import { summaryPlan, workbookBytes } from "../../deliver.js";
import type { Aggregation } from "../../model/aggregation.js";
import type { Catalogue } from "../../model/catalogue.js";
import { printPeriod } from "../../model/period.js";
import type { RunResult } from "../../pipeline/conclude.js";
import { traceFigures } from "../../trace/pack-manifest.js";
import type { Env } from "../env.js";
import { type Examination, examine, exitOf, listedFindings } from "../examine.js";
import { refuseInput, workbookNamed } from "../named-output.js";
import type { GivenOptions } from "../options.js";
import { outputFormat } from "../output-format.js";
import { replacedText, returnedText } from "../print/files-text.js";
import { findingsText } from "../print/findings-text.js";
import { totalsCsv } from "../print/report-csv.js";
import { reportJson } from "../print/report-json.js";
import { countsText, nextStep, subjectText, totalsText } from "../print/run-text.js";
import { sections } from "../print/sections.js";
import { wrap } from "../print/wrap.js";
import { recordRun } from "../record-run.js";
import type { ExitCode } from "../run.js";
import { type Screen, screenFor } from "../screen.js";
import type { Words } from "../words.js";
import { type WrittenRun, writeManifest } from "../write-manifest.js";
import { writeOutput } from "../write-output.js";

/** Exit 0, 1 or 3 as `exitOf` says, 3 also where the workbook could not be written; usage errors are thrown. */
export async function aggregateCommand(paths: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  const out = await workbookNamed(options.out, env);
  const format = outputFormat(options);
  const screen = screenFor(options, env);
  const { declared, catalogue, result, inputs, packer } = await examine({ paths, isTraced: true }, options, env);
  const { aggregation } = result;
  const target = aggregation === undefined ? undefined : (out ?? defaultTarget(aggregation));
  if (target !== undefined) await refuseInput(target, inputs, env);
  const written =
    aggregation === undefined || target === undefined
      ? undefined
      : await writeSummary({ aggregation, result, catalogue, packer, target, declared }, screen.words, env);
  if (format === "json") env.print(reportJson(result, catalogue.register, env.version));
  if (format === "csv" && aggregation !== undefined) env.print(totalsCsv(aggregation, catalogue.indicators));
  if (format === "text") env.print(screenText({ catalogue, result }, options, screen));
  const exit = exitOf(result, options);
  if (aggregation === undefined) {
    env.tell(`\n${wrap(screen.words.nothingAdded, env.columns)}`);
  }
  if (written !== undefined) env.tell(`\n${screen.words.wrote(written.output)}`);
  const stated = options.provisional === true ? undefined : aggregation;
  const isRecorded = await recordRun({ result, catalogue, stated }, options, { screen, env });
  if (aggregation !== undefined && written === undefined) return 3;
  const isTraceable = written === undefined || (await writeManifest(written, env));
  env.tell(wrap(nextStep(result, written?.output, screen.words), env.columns));
  return isTraceable && isRecorded ? exit : 3;
}

function screenText(
  { catalogue, result }: Pick<Summary, "catalogue" | "result">,
  options: GivenOptions,
  screen: Screen,
) {
  const { aggregation } = result;
  return sections([
    countsText(result, screen),
    returnedText(result, screen),
    replacedText(result, screen),
    findingsText(listedFindings(result.findings, options), options, screen),
    aggregation === undefined ? "" : subjectText(aggregation, screen),
    aggregation === undefined ? "" : totalsText(aggregation, catalogue, screen.columns),
  ]);
}

function defaultTarget({ unit, period }: Aggregation): string {
  return `tong-hop-${unit.code}-${printPeriod(period)}.xlsx`;
}

interface Summary {
  readonly aggregation: Aggregation;
  readonly result: RunResult;
  readonly catalogue: Catalogue;
  readonly packer: Examination["packer"];
  readonly target: string;
  readonly declared: Examination["declared"];
}

/** What was written and where; undefined where it could not be, which has then been said. */
async function writeSummary(summary: Summary, words: Words, env: Env): Promise<WrittenRun | undefined> {
  const { aggregation, result, catalogue, packer } = summary;
  const { findings, carried, verdicts } = result;
  const tallies = result.taken.map(({ submission }) => submission?.cells);
  const report = { aggregation, findings, carried, verdicts, tallies, created: env.now(), toolVersion: env.version };
  const plan = summaryPlan(report, catalogue);
  const traced = packer === undefined ? {} : { traced: await traceFigures(plan, packer) };
  const bytes = await workbookBytes(plan);
  const output = await writeOutput({ path: summary.target, bytes }, words, env);
  return output === undefined ? undefined : { ...summary, ...traced, workbook: { plan, bytes }, output };
}
