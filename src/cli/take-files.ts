// Every file of a run, taken in by this thread, with or without others beside it. Which thread did what plays no part in
// what comes out; what a thread that failed leaves behind is taken in here.

import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Catalogue } from "../model/catalogue.js";
import type { ReadBook } from "../pipeline/read-ahead.js";
import { createTakeIn } from "../pipeline/take-in.js";
import { inOrder, type TakenFile } from "../pipeline/taken-file.js";
import { claimed, type Delivery, type ReadingTask } from "./claims.js";
import type { Env } from "./env.js";
import type { FoundFile } from "./find-files.js";
import { type ReadingAhead, startReading } from "./reading-ahead.js";
import { openMemory } from "./reading-memory.js";
import { takeFile, takeRead } from "./take-file.js";
import { tuneEngine } from "./tune-engine.js";

/** What files are judged by: the catalogue, and what another thread makes the same catalogue of. */
export type Ground = Pick<ReadingTask, "declared" | "use" | "memory"> & { readonly catalogue: Catalogue };

export interface Manpower {
  readonly env: Pick<Env, "read" | "keep" | "readingThread" | "aheadThread">;
  /** Threads that are at work, this one among them. */
  readonly jobs: number;
  /** A thread that has begun to read these files for two jobs; without it one is started when it is wanted. */
  readonly ahead?: ReadingAhead | undefined;
  /** Told now and then how many files are done. */
  readonly onTaken?: (done: number) => void;
}

/**
 * Takes in `files` and gives everything in their order: a submission each, or those of an archive. The result is the
 * same for any number of jobs. Two share the work by its kind: the other thread reads, this one understands, and reads
 * while it would have to wait. More share it by files.
 */
export async function takeFiles(
  files: readonly FoundFile[],
  { catalogue, declared, use, memory }: Ground,
  { env, jobs, ahead = startReading(files, { jobs, memory }, env), onTaken }: Manpower,
): Promise<readonly TakenFile[]> {
  tuneEngine(files.length);
  const task: ReadingTask = { files, declared, use, memory, counter: new SharedArrayBuffer(4) };
  const taken = new Map<number, readonly TakenFile[]>();
  const deliver = (delivery: Delivery): void => {
    for (const one of delivery) taken.set(one.place, one.taken);
    onTaken?.(taken.size);
  };
  const takeIn = createTakeIn(catalogue, use);
  const tools = { takeIn, read: env.read, memory: memory && openMemory(memory, env) };
  const take = async (place: number, file: FoundFile, read?: ReadBook): Promise<void> =>
    deliver([
      {
        place,
        taken: await (read === undefined ? takeFile(file, place, tools) : takeRead(file, place, { read, takeIn })),
      },
    ]);
  if (ahead === undefined) await shareFiles({ task, take, deliver, taken }, { env, jobs });
  else for await (const { place, file, read } of ahead.turns()) await take(place, file, read);
  for (const [place, file] of files.entries()) {
    if (!taken.has(place)) await take(place, file);
  }
  return inOrder(files.map((_, place) => taken.get(place) ?? []));
}

interface Work {
  readonly task: ReadingTask;
  readonly taken: ReadonlyMap<number, unknown>;
  readonly take: (place: number, file: FoundFile, read?: ReadBook) => Promise<void>;
  readonly deliver: (delivery: Delivery) => void;
}

/** Every thread takes in the files that it claims. */
async function shareFiles(
  { task, taken, take, deliver }: Work,
  { env, jobs }: Pick<Manpower, "env" | "jobs">,
): Promise<void> {
  const threads = Array.from({ length: jobs - 1 }, () => startThread(env.readingThread, task, deliver));
  for (const some of claimed(task)) {
    for (const [place, file] of some) await take(place, file);
    await nextTurn();
  }
  if (taken.size < task.files.length) await Promise.all(threads.map(({ ended }) => ended));
  await Promise.all(threads.map(({ worker }) => worker.terminate()));
}

interface Thread {
  readonly worker: Worker;
  /** Kept when the thread has ended, well or not: what it did not deliver is seen by what is missing. */
  readonly ended: Promise<void>;
}

function startThread(program: URL, task: ReadingTask, deliver: (delivery: Delivery) => void): Thread {
  const worker = new Worker(program, { workerData: task });
  worker.on("message", deliver);
  const ended = new Promise<void>((resolve) => {
    worker.on("error", () => resolve());
    worker.on("exit", () => resolve());
  });
  return { worker, ended };
}
