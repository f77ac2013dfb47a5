// A comparison as a workbook, where one is asked for.

import { compareWorkbook, type OpenDivision } from "../deliver.js";
import type { Catalogue } from "../model/catalogue.js";
import type { ComparedRuns } from "../pipeline/compare-results.js";
import type { Env } from "./env.js";
import type { FoundFile } from "./find-files.js";
import { refuseInput } from "./named-output.js";
import type { GivenOptions } from "./options.js";
import type { ChangedFile } from "./print/changed-files.js";
import { reasonsOf, sidesOf } from "./print/compare-text.js";
import { screenFor } from "./screen.js";
import { writeOutput } from "./write-output.js";

export interface FinishedComparison {
  readonly compared: ComparedRuns;
  readonly changes: readonly ChangedFile[];
  readonly catalogue: Catalogue;
  /** Files of both sides. */
  readonly inputs: readonly FoundFile[];
  /** Where the workbook goes; undefined where none is asked for. */
  readonly target: string | undefined;
}

/** Writes it and says so; false where it could not be written, which has been said. @throws UsageError `out-among-inputs` */
export async function writeCompared(
  { compared, changes, catalogue, inputs, target }: FinishedComparison,
  options: GivenOptions,
  env: Env,
): Promise<boolean> {
  if (target === undefined) return true;
  await refuseInput(target, inputs, env);
  const { total, children } = compared;
  const told = { sides: sidesOf(compared, asIs), reasons: reasonsOf(compared, changes) };
  const open = openDivisions(compared, catalogue);
  const report = { total, children, ...told, open, created: env.now(), toolVersion: env.version };
  const bytes = await compareWorkbook(report, catalogue);
  const { words } = screenFor(options, env);
  const written = await writeOutput({ path: target, bytes }, words, env);
  if (written !== undefined) env.tell(`\n${words.wrote(written)}`);
  return written !== undefined;
}

/** Units that nothing divides, each with those that took over its people. */
function openDivisions({ unresolved }: ComparedRuns, { register }: Catalogue): readonly OpenDivision[] {
  const nameOf = (key: string): string => register.byKey(key)?.name ?? key;
  const heirs = new Map(unresolved.map(({ unit, candidates }) => [unit, candidates]));
  return [...heirs].map(([old, candidates]) => ({
    old,
    oldName: nameOf(old),
    heirs: candidates.map((key) => ({ key, name: nameOf(key) })),
  }));
}

/** What goes into a workbook is Vietnamese always. */
const asIs = (text: string): string => text;
