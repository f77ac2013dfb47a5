// What goes back to senders: their own files with the faults marked, or the list of faults where the file is no .xlsx.

import { returnedWorkbook } from "../deliver.js";
import { isOpen } from "../model/finding.js";
import { unpacked } from "../pipeline/taken-file.js";
import type { Env } from "./env.js";
import type { Examination } from "./examine.js";
import type { FoundFile } from "./find-files.js";
import { outputNames, renamed } from "./output-names.js";
import { showProgress } from "./print/progress.js";
import { isSystemFile } from "./system-file.js";
import type { Words } from "./words.js";
import { writeOutput } from "./write-output.js";

/** Folder below the results in which returned files lie. */
const RETURNS = "tra-lai";
const LIST_TAIL = " - loi can sua.xlsx";

export interface Returns {
  readonly written: number;
  /** How many could not be written, which has been said. */
  readonly failed: number;
}

/** Writes what goes back for every file that has an error or an open query. Files are read once more for it. */
export async function writeReturns(
  examination: Examination,
  { folder, words }: { readonly folder: string; readonly words: Words },
  env: Env,
): Promise<Returns> {
  const { result, inputs } = examination;
  const faulty = new Set(result.findings.filter(isOpen).map(({ place }) => place.file));
  const wanted = new Map(
    result.taken.flatMap(({ file, isIgnored }, index) => {
      const verdict = result.verdicts[index];
      const isCurrent = !isIgnored && verdict !== "duplicate" && verdict !== "superseded" && verdict !== "ignored";
      return isCurrent && faulty.has(file.path) ? [[file.path, index] as const] : [];
    }),
  );
  const names = outputNames(result.taken.map(({ file }) => file.path));
  const progress = showProgress({ total: wanted.size, work: "marking", words }, env);
  let written = 0;
  let failed = 0;
  for (const input of inputs) {
    progress.step(written + failed);
    for (const { path, bytes } of await wantedFiles(input, wanted, env)) {
      const index = wanted.get(path);
      if (index === undefined || bytes.length === 0) continue;
      const making = { created: env.now(), toolVersion: env.version };
      const returned = await returnedWorkbook(bytes, { ...examination, index }, making);
      const name = names.get(path) ?? "";
      const target = `${folder}/${RETURNS}/${returned.kind === "copy" ? name : renamed(name, LIST_TAIL)}`;
      const done = await writeOutput({ path: target, bytes: returned.bytes }, words, env);
      if (done === undefined) failed += 1;
      else written += 1;
    }
  }
  progress.end();
  return { written, failed };
}

/** The wanted ones among a file and what is packed in it. */
async function wantedFiles(input: FoundFile, wanted: ReadonlyMap<string, number>, env: Env) {
  const isWanted = [...wanted.keys()].some((path) => path === input.shown || path.startsWith(`${input.shown}/`));
  if (!isWanted) return [];
  const bytes = await env.read(input.path).catch(() => undefined);
  if (bytes === undefined) return [];
  const arrived = { path: input.shown, modified: input.modified, bytes };
  return [...unpacked(arrived, (name) => !isSystemFile(name))].filter(({ path }) => wanted.has(path));
}
