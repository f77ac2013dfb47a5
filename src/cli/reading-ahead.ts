// The main thread's side of reading ahead: files as another thread has read them.

import { on } from "node:events";
import { Worker } from "node:worker_threads";
import { at } from "../model/outcome.js";
import { createUnpack, type ReadBook } from "../pipeline/read-ahead.js";
import type { AheadDelivery, AheadTask } from "./claims.js";
import type { FoundFile } from "./env.js";

/** A file whose turn it is: read already, or left to be read. */
export interface Turn {
  readonly place: number;
  readonly file: FoundFile;
  readonly read: ReadBook | undefined;
}

/** What the thread makes is soon garbage: more room for it would be memory and no time. */
const ROOM = { maxYoungGenerationSizeMb: 4 };

/** Every file once, as the thread `program` has read it. Ends early where that thread dies: the caller misses the rest. */
export async function* inTurn(files: readonly FoundFile[], program: URL): AsyncGenerator<Turn> {
  const task: AheadTask = { files, used: new SharedArrayBuffer(4) };
  const worker = new Worker(program, { workerData: task, resourceLimits: ROOM });
  const used = new Int32Array(task.used);
  const unpack = createUnpack();
  try {
    for await (const delivery of deliveries(worker)) {
      const books = unpack(delivery.read);
      for (const place of [...books.keys(), ...delivery.left]) {
        yield { place, file: at(files, place), read: books.get(place) };
      }
      Atomics.add(used, 0, 1);
      Atomics.notify(used, 0);
    }
  } finally {
    await worker.terminate();
  }
}

/** What the thread sends until it ends, well or not. */
async function* deliveries(worker: Worker): AsyncGenerator<AheadDelivery> {
  try {
    for await (const [delivery] of on(worker, "message", { close: ["exit"] })) yield delivery;
  } catch (fault) {
    // The thread's error: it is met again, and answered for, by whoever takes in the files that it did not deliver.
    if (!(fault instanceof Error)) throw fault;
  }
}
