// From paths and options to a finished run: finds the files, takes each in, settles what is asked, concludes.

import type { Worker } from "node:worker_threads";
import type { Catalogue } from "../model/catalogue.js";
import type { Finding, Severity } from "../model/finding.js";
import { isOpen, SEVERITIES } from "../model/finding.js";
import { UsageError } from "../model/usage-error.js";
import { conclude, concludeWithoutRequest, type RunResult } from "../pipeline/conclude.js";
import { createFigurePacker, type FigurePacker } from "../trace/figure-packer.js";
import { askAboutLate } from "./ask-about-late.js";
import { catalogueOf, type Declared, declarationsInForce } from "./declarations.js";
import type { Env } from "./env.js";
import type { Found, FoundFile } from "./find-files.js";
import { formerAnswers } from "./former-answers.js";
import { holdClosed } from "./hold-closed.js";
import { jobsFor, parseJobs } from "./jobs.js";
import { languageOf } from "./language.js";
import type { GivenOptions } from "./options.js";
import { packingIn, startPacking } from "./packing-beside.js";
import { showProgress } from "./print/progress.js";
import { startReading } from "./reading-ahead.js";
import { memoryPlace } from "./reading-memory.js";
import { recallAll } from "./recall-all.js";
import { parseOptions, settleRequest } from "./settle-request.js";
import { takeFiles } from "./take-files.js";
import { wordsIn } from "./words.js";
import { VIETNAMESE } from "./words-vi.js";

/** What is read, and whether a manifest is going to be written of it. */
export interface Examined {
  readonly paths: readonly string[];
  readonly isTraced?: boolean;
}

export interface Examination {
  readonly declared: Declared;
  readonly catalogue: Catalogue;
  readonly result: RunResult;
  readonly inputs: readonly FoundFile[];
  /** Packs figures for the manifest, and has been given those of the files; undefined where none is going to be written. */
  readonly packer: FigurePacker | undefined;
}

/**
 * Reads and judges everything below `paths`. A file that cannot be read gets its finding; the others go on.
 *
 * @throws UsageError `missing-path`, `empty-folder`, `severity`, `lang`, `jobs`, `declaration`, and those of
 * `settleRequest` and `declarationsInForce`
 */
export async function examine(
  { paths, isTraced = false }: Examined,
  options: GivenOptions,
  env: Env,
): Promise<Examination> {
  parseOptions(options);
  rankOf(options.severity);
  parseJobs(options.jobs);
  const language = languageOf(options.lang);
  const files = await filesBelow(paths, env);
  const declared = await declarationsInForce({ configPath: options.config, language }, env);
  const jobs = jobsFor(files.length, options.jobs, env);
  const memory = options.previous === undefined ? await memoryPlace(options.config, declared, env) : undefined;
  const packs = isTraced && jobs > 1 ? env.packingThread : undefined;
  const ahead = startReading(files, { jobs, memory, next: packs }, env);
  const catalogue = catalogueOf(declared);
  const recalled = await recallAll(await filesBelow(options.previous ?? [], env), catalogue, env);
  const progress = showProgress({ total: files.length, work: "reading", words: wordsIn(language) }, env);
  const use = {
    history: recalled.history,
    isTraced: isTraced || memory !== undefined,
    isAlone: memory === undefined && files.length === 1 && !files.some(({ path }) => /\.zip$/i.test(path)),
  };
  const ground = { declared, catalogue, use, memory };
  const packing = createPacking(packs, ahead?.worker);
  const onTaken = (done: number): void => {
    progress.step(done);
    if (files.length - done < SOON_DONE) packing.start();
  };
  const taken = await takeFiles(files, ground, { env, jobs, ahead, onTaken });
  progress.end();
  const held = await holdClosed(taken, options.config, env);
  const settled = settleRequest(held, options, catalogue);
  const { history, unused } = recalled;
  const answers = settled === undefined ? [] : await formerAnswers(settled.period, options.config, env);
  const request =
    settled === undefined ? undefined : { ...settled, before: { history, unused: unused(settled.period), answers } };
  if (request === undefined) {
    return { declared, catalogue, result: concludeWithoutRequest(held, catalogue), inputs: files, packer: undefined };
  }
  const asked = await askAboutLate(held, { request, catalogue, configPath: options.config }, env);
  const packer = isTraced ? await packing.packer() : undefined;
  packer?.takeEvidence(asked.map(({ evidence }) => evidence));
  const result = conclude(asked, request, catalogue);
  return { declared, catalogue, result, inputs: files, packer };
}

/** Files from the end of a run at which a thread that is wanted afterwards is started: what reads ahead is done with them. */
const SOON_DONE = 100;

/** Packing in the thread `program` from when it is started, which is once; without one in this thread. */
function createPacking(program: URL | undefined, reader: Worker | undefined) {
  let started = program === undefined || reader === undefined ? undefined : packingIn(reader);
  return {
    start: (): void => {
      if (program !== undefined) started ??= startPacking(program);
    },
    packer: (): Promise<FigurePacker> | FigurePacker => started?.() ?? createFigurePacker(),
  };
}

/** Every file once, in the order of their names: in which order they were typed plays no part in what is written. */
export async function filesBelow(paths: readonly string[], env: Env): Promise<readonly FoundFile[]> {
  const files = new Map<string, FoundFile>();
  for (const path of paths) {
    const found = await findAsTyped(path, env);
    if (found.kind === "missing") {
      throw new UsageError(
        "missing-path",
        `Không thấy tệp hay thư mục «${path}».`,
        "Kiểm tra lại đường dẫn; tên có dấu cách thì đặt trong dấu nháy kép.",
      );
    }
    if (found.files.length === 0) {
      throw new UsageError(
        "empty-folder",
        `Thư mục «${path}» không có tệp nào.`,
        "Chép các tệp báo cáo vào thư mục này, rồi chạy lại.",
      );
    }
    for (const file of found.files) files.set(file.path, file);
  }
  return [...files.values()].sort((a, b) => (a.shown < b.shown ? -1 : 1));
}

/** On Windows «"D:\\bai nop\\"» arrives with its closing quote, which no file name can hold there. */
async function findAsTyped(path: string, env: Env): Promise<Found> {
  const found = await env.find(path);
  return found.kind === "missing" && path.endsWith('"') ? env.find(path.slice(0, -1)) : found;
}

/** 3 where a file could not be read, 1 where an error (with --strict: or a query) is open, else 0. */
export function exitOf(result: RunResult, options: GivenOptions): 0 | 1 | 3 {
  if (result.verdicts.includes("unreadable")) return 3;
  const blocks = (finding: Finding): boolean =>
    finding.severity === "error" || (options.strict === true && isOpen(finding));
  return result.findings.some(blocks) ? 1 : 0;
}

/** Findings at or above what --severity asks for; a query that was answered is not asked again. @throws UsageError `severity` */
export function listedFindings<One extends Finding>(findings: readonly One[], options: GivenOptions): readonly One[] {
  const lowest = rankOf(options.severity);
  return findings.filter(
    ({ severity, explanation }) => SEVERITIES.indexOf(severity) <= lowest && explanation === undefined,
  );
}

export function rankOf(severity: string | undefined): number {
  if (severity === undefined) return SEVERITIES.length;
  const rank = SEVERITIES.findIndex((one: Severity) => one === severity);
  if (rank >= 0) return rank;
  const known = SEVERITIES.map((one) => `${one} (${VIETNAMESE.severities[one]})`);
  throw new UsageError("severity", `Không có mức «${severity}».`, `Ghi một trong: ${known.join(", ")}.`);
}
