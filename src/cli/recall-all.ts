// Files of earlier periods (--previous): read before all others, so that every rule can compare with them.

import type { BlankForms } from "../blank-forms.js";
import type { Catalogue } from "../model/catalogue.js";
import type { FindingDraft } from "../model/finding.js";
import type { History } from "../model/history.js";
import type { Period } from "../model/period.js";
import { fileName } from "../model/submission.js";
import { createRecall } from "../pipeline/read-report.js";
import { type ArrivedFile, unpacked } from "../pipeline/taken-file.js";
import type { Env } from "./env.js";
import type { FoundFile } from "./find-files.js";
import { isSystemFile } from "./system-file.js";

export interface Recalled {
  /** Undefined where no file was given. */
  readonly history: History | undefined;
  /** What is said of files that are of no use to a run about `now`. */
  readonly unused: (now: Period) => readonly FindingDraft[];
}

/** Reads everything that --previous names; a file that is of no use does not stop the others. */
export async function recallAll(files: readonly FoundFile[], catalogue: Catalogue, env: Env): Promise<Recalled> {
  if (files.length === 0) return { history: undefined, unused: () => [] };
  const recall = createRecall(catalogue);
  await eachReport(files, env, (arrived) => recall.take(arrived));
  return { history: recall.history(), unused: recall.unused };
}

/** The paths of those that tell no unit and period. */
export async function rememberAll(
  files: readonly FoundFile[],
  forms: BlankForms,
  env: Env,
): Promise<readonly string[]> {
  const useless: string[] = [];
  await eachReport(files, env, async (arrived) => {
    if (!(await forms.remember(arrived))) useless.push(arrived.path);
  });
  return useless;
}

async function eachReport(
  files: readonly FoundFile[],
  env: Env,
  take: (arrived: ArrivedFile) => Promise<void>,
): Promise<void> {
  for (const { path, shown, modified } of files) {
    if (isLeftBehind(fileName(shown))) continue;
    const bytes = await env.read(path).catch(() => new Uint8Array());
    for (const one of unpacked({ path: shown, modified, bytes }, (name) => !isLeftBehind(name))) await take(one);
  }
}

/** System files and lock files inside an archive. */
function isLeftBehind(name: string): boolean {
  return isSystemFile(name) || name.startsWith("~$");
}
