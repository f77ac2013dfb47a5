// How many threads read the files of a run.

import { UsageError } from "../model/usage-error.js";
import type { Env } from "./env.js";

const MOST = 64;

/**
 * Files from which a second thread reads ahead of the first. Measured on two processors: below 400 files starting and warming
 * it up costs what it gains; a run over 1.522 files takes four fifths of the time.
 */
const WORTH_READING_AHEAD = 500;

/** Files for each thread beyond two: such a thread loads the declarations and warms up on its own before it helps. */
const WORTH_A_THREAD = 2500;

/** Each thread has a heap of its own, some 100 MB. */
const BY_ITSELF = 4;

/** What --jobs says; undefined where it says nothing. @throws UsageError `jobs` */
export function parseJobs(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const jobs = Number(given);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST) return jobs;
  throw new UsageError(
    "jobs",
    `Không hiểu số luồng «${given}».`,
    `Ghi một số nguyên từ 1 đến ${MOST}, ví dụ --jobs 2.`,
  );
}

/** Threads for a run over `files` files: what was asked for, else one for each processor as far as each is worth it. */
export function jobsFor(files: number, given: string | undefined, { processors }: Pick<Env, "processors">): number {
  const worth = Math.max(files < WORTH_READING_AHEAD ? 1 : 2, Math.floor(files / WORTH_A_THREAD));
  return Math.min(parseJobs(given) ?? Math.min(processors, BY_ITSELF, worth), Math.max(1, files));
}
