// aggregate (tong-hop): validates, adds up, writes one workbook that is itself a submission one level up.

import type { Aggregation } from "../../model/aggregation.js";
import type { Catalogue } from "../../model/catalogue.js";
import { printPeriod } from "../../model/period.js";
import { type RunResult, summaryWorkbook } from "../../pipeline.js";
import type { Env } from "../env.js";
import { examine, exitOf, listedFindings } from "../examine.js";
import type { GivenOptions } from "../options.js";
import { replacedText, returnedText } from "../print/files-text.js";
import { findingsText } from "../print/findings-text.js";
import { reportJson } from "../print/report-json.js";
import { countsText, nextStep, subjectText, totalsText } from "../print/run-text.js";
import { sections } from "../print/sections.js";
import { wrap } from "../print/wrap.js";
import type { ExitCode } from "../run.js";
import { refuseInput, refuseOtherKind, saveWorkbook } from "../workbook-target.js";
import { type WrittenRun, writeManifest } from "../write-manifest.js";

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
  const output = await saveWorkbook(summary.target, workbook.bytes, env);
  return output === undefined ? undefined : { ...summary, workbook, output };
}
