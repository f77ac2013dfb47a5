// The main thread's side of reading ahead: files as another thread has read them.

import { setTimeout as pause } from "node:timers/promises";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { at } from "../model/outcome.js";
import { createBookUnpack, type ReadBook } from "../pipeline/read-ahead.js";
import { type AheadDelivery, type AheadTask, claimed } from "./claims.js";
import type { Env } from "./env.js";
import type { FoundFile } from "./find-files.js";
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
  /** The thread itself: what it goes on as is for others to speak to. */
  readonly worker: Worker;
  private readonly port: MessagePort;
  private hasEnded = false;

  /** Starts the thread `program`, which goes on as the program `next` when all is read. */
  constructor(files: readonly FoundFile[], program: URL, next?: URL) {
    const { port1, port2 } = new MessageChannel();
    const shared = { counter: new SharedArrayBuffer(4), used: new SharedArrayBuffer(4) };
    this.task = { files, ...shared, port: port2, next: next?.href };
    this.port = port1;
    this.worker = new Worker(program, { workerData: this.task, transferList: [port2], resourceLimits: ROOM });
    this.worker.unref();
    // The thread's error is met again, and answered for, by whoever takes in the files that it did not deliver.
    for (const end of ["error", "exit"]) {
      this.worker.on(end, () => {
        this.hasEnded = true;
      });
    }
  }

  /**
   * Every file once, as it was read; where nothing is ready the next file is given unread. Ends early where the thread dies:
   * the caller misses the rest.
   */
  async *turns(): AsyncGenerator<Turn> {
    const { files, next } = this.task;
    const receive = createReceiver(this.port, this.task);
    const own = claimed(this.task, 1);
    let given = 0;
    this.worker.ref();
    try {
      while (given < files.length) {
        const turns = receive() ?? own.next().value?.map(([place, file]) => ({ place, file, read: undefined }));
        if (turns !== undefined) {
          yield* turns;
          given += turns.length;
        } else if (this.hasEnded) return;
        else await pause(1);
      }
    } finally {
      this.port.close();
      if (next === undefined || given < files.length) await this.worker.terminate();
      else this.worker.unref();
    }
  }
}

/** Gives what came next, and lets the thread go on; undefined where nothing came. */
function createReceiver(port: MessagePort, { files, used }: AheadTask): () => readonly Turn[] | undefined {
  const unpack = createBookUnpack();
  const count = new Int32Array(used);
  return () => {
    const received: { readonly message: AheadDelivery } | undefined = receiveMessageOnPort(port);
    if (received === undefined) return undefined;
    Atomics.add(count, 0, 1);
    Atomics.notify(count, 0);
    const { read, left } = received.message;
    const books = unpack(read);
    return [...books.keys(), ...left].map((place) => ({ place, file: at(files, place), read: books.get(place) }));
  };
}

/** How a run is shared, and what the thread goes on as that read ahead. */
export interface Sharing {
  readonly jobs: number;
  readonly memory: MemoryPlace | undefined;
  readonly next?: URL | undefined;
}

/** Starts reading ahead where two threads share a run by the kind of work; undefined where they do not. */
export function startReading(
  files: readonly FoundFile[],
  { jobs, memory, next }: Sharing,
  { aheadThread }: Pick<Env, "aheadThread">,
): ReadingAhead | undefined {
  return jobs === 2 && memory === undefined ? new ReadingAhead(files, aheadThread, next) : undefined;
}
