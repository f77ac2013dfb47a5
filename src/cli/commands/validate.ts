// validate (kiem-tra): every fault of every file, in words a sender can act on. Writes nothing.

import type { Env } from "../env.js";
import { examine, exitOf, listedFindings } from "../examine.js";
import type { GivenOptions } from "../options.js";
import { findingsText } from "../print/findings-text.js";
import { reportJson } from "../print/report-json.js";
import { countsText, nextStep, subjectText } from "../print/run-text.js";
import type { ExitCode } from "../run.js";

/** Exit 0, 1 or 3 as `exitOf` says; usage errors are thrown. */
export async function validateCommand(paths: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  const { catalogue, result } = await examine(paths, options, env);
  const findings = listedFindings(result.findings, options);
  if (options.json === true) {
    env.print(reportJson(result, catalogue.register, env.version));
    return exitOf(result, options);
  }
  env.print(countsText(result));
  if (result.aggregation !== undefined) env.print(subjectText(result.aggregation, env.columns));
  if (findings.length > 0) env.print(`\n${findingsText(findings, env)}`);
  env.tell(`\n${nextStep(result, undefined)}`);
  return exitOf(result, options);
}
