// validate (kiem-tra): every fault of every file, in words a sender can act on. Writes nothing.

import type { Env } from "../env.js";
import { examine, exitOf, listedFindings } from "../examine.js";
import type { GivenOptions } from "../options.js";
import { replacedText, returnedText } from "../print/files-text.js";
import { findingsText } from "../print/findings-text.js";
import { reportJson } from "../print/report-json.js";
import { countsText, nextStep, subjectText } from "../print/run-text.js";
import { sections } from "../print/sections.js";
import { wrap } from "../print/wrap.js";
import type { ExitCode } from "../run.js";

/** Exit 0, 1 or 3 as `exitOf` says; usage errors are thrown. */
export async function validateCommand(paths: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  const { catalogue, result } = await examine(paths, options, env);
  if (options.json === true) {
    env.print(reportJson(result, catalogue.register, env.version));
    return exitOf(result, options);
  }
  const { columns } = env;
  const subject = result.aggregation === undefined ? "" : `\n${subjectText(result.aggregation, columns)}`;
  env.print(
    sections([
      countsText(result, columns) + subject,
      returnedText(result, columns),
      replacedText(result, columns),
      findingsText(listedFindings(result.findings, options), options, env),
    ]),
  );
  env.tell(`\n${wrap(nextStep(result, undefined), columns)}`);
  return exitOf(result, options);
}
