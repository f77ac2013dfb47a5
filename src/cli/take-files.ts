// Every file of a run, taken in by this thread and by others beside it. Which thread took which file plays no part in
// what comes out; what a thread that failed leaves behind is taken in here.

import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Catalogue } from "../model/catalogue.js";
import { createTakeIn } from "../pipeline/take-in.js";
import { inOrder, type TakenFile } from "../pipeline/taken-file.js";
import { claimed, type Delivery, type ReadingTask } from "./claims.js";
import type { Env, FoundFile } from "./env.js";
import { openMemory } from "./reading-memory.js";
import { takeFile } from "./take-file.js";

/** What files are judged by: the catalogue, and what another thread makes the same catalogue of. */
export type Ground = Pick<ReadingTask, "declared" | "use" | "memory"> & { readonly catalogue: Catalogue };

export interface Manpower {
  readonly env: Pick<Env, "read" | "keep" | "readingThread">;
  /** Threads that read, this one among them. */
  readonly jobs: number;
  /** Told now and then how many files are done. */
  readonly onTaken?: (done: number) => void;
}

/**
 * Takes in `files` and gives everything in their order: a submission each, or those of an archive. The result is the
 * same for any number of jobs.
 */
export async function takeFiles(
  files: readonly FoundFile[],
  { catalogue, declared, use, memory }: Ground,
  { env, jobs, onTaken }: Manpower,
): Promise<readonly TakenFile[]> {
  const task: ReadingTask = { files, declared, use, memory, counter: new SharedArrayBuffer(4) };
  const taken = new Map<number, readonly TakenFile[]>();
  const deliver = (delivery: Delivery): void => {
    for (const one of delivery) taken.set(one.place, one.taken);
    onTaken?.(taken.size);
  };
  const threads = Array.from({ length: jobs - 1 }, () => startThread(env.readingThread, task, deliver));
  const tools = {
    takeIn: createTakeIn(catalogue, use),
    read: env.read,
    memory: memory && openMemory(memory, env),
  };
  const take = async (place: number, file: FoundFile): Promise<void> =>
    deliver([{ place, taken: await takeFile(file, place, tools) }]);
  for (const some of claimed(task)) {
    for (const [place, file] of some) await take(place, file);
    await nextTurn();
  }
  if (taken.size < files.length) await Promise.all(threads.map(({ ended }) => ended));
  for (const [place, file] of files.entries()) {
    if (!taken.has(place)) await take(place, file);
  }
  await Promise.all(threads.map(({ worker }) => worker.terminate()));
  return inOrder(files.map((_, place) => taken.get(place) ?? []));
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
