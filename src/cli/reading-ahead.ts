// The main thread's side of reading ahead: files as another thread has read them.

import { on } from "node:events";
import { Worker } from "node:worker_threads";
import { at } from "../model/outcome.js";
import { createUnpack, type ReadBook } from "../pipeline/read-ahead.js";
import type { AheadDelivery, AheadTask } from "./claims.js";
import type { Env, FoundFile } from "./env.js";
import type { MemoryPlace } from "./reading-memory.js";

/** A file whose turn it is: read already, or left to be read. */
export interface Turn {
  readonly place: number;
  readonly file: FoundFile;
  readonly read: ReadBook | undefined;
}

/** What the thread makes is soon garbage: more room for it would be memory and no time. */
const ROOM = { maxYoungGenerationSizeMb: 4 };

/** Another thread that has begun to read files. Nobody need wait for it: a run that ends before leaves it behind. */
export class ReadingAhead {
  private readonly task: AheadTask;
  private readonly worker: Worker;
  private readonly messages: AsyncIterable<readonly AheadDelivery[]>;

  /** Starts the thread `program`. */
  constructor(files: readonly FoundFile[], program: URL) {
    this.task = { files, used: new SharedArrayBuffer(4) };
    this.worker = new Worker(program, { workerData: this.task, resourceLimits: ROOM });
    this.worker.unref();
    this.messages = on(this.worker, "message", { close: ["exit"] });
  }

  /** Every file once, as it was read. Ends early where the thread dies: the caller misses the rest. */
  async *turns(): AsyncGenerator<Turn> {
    const used = new Int32Array(this.task.used);
    const unpack = createUnpack();
    this.worker.ref();
    try {
      for await (const delivery of this.deliveries()) {
        const books = unpack(delivery.read);
        for (const place of [...books.keys(), ...delivery.left]) {
          yield { place, file: at(this.task.files, place), read: books.get(place) };
        }
        Atomics.add(used, 0, 1);
        Atomics.notify(used, 0);
      }
    } finally {
      await this.worker.terminate();
    }
  }

  /** What the thread sends until it ends, well or not. */
  private async *deliveries(): AsyncGenerator<AheadDelivery> {
    try {
      for await (const [delivery] of this.messages) if (delivery !== undefined) yield delivery;
    } catch (fault) {
      // The thread's error: it is met again, and answered for, by whoever takes in the files that it did not deliver.
      if (!(fault instanceof Error)) throw fault;
    }
  }
}

/** Starts reading ahead where two threads share a run by the kind of work; undefined where they do not. */
export function startReading(
  files: readonly FoundFile[],
  { jobs, memory }: { readonly jobs: number; readonly memory: MemoryPlace | undefined },
  { aheadThread }: Pick<Env, "aheadThread">,
): ReadingAhead | undefined {
  return jobs === 2 && memory === undefined ? new ReadingAhead(files, aheadThread) : undefined;
}
