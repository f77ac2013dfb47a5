// The main thread's side of reading ahead: files in the order in which they are ready, never waiting while there is one
// left to read.

import { setTimeout as pause } from "node:timers/promises";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { at } from "../model/outcome.js";
import { createUnpack, type ReadBook } from "../pipeline/read-ahead.js";
import { type AheadDelivery, type AheadTask, claimed } from "./claims.js";
import type { FoundFile } from "./env.js";

/** A file whose turn it is: read already, or left to be read. */
export interface Turn {
  readonly place: number;
  readonly file: FoundFile;
  readonly read: ReadBook | undefined;
}

/** The thread only reads, and what it makes there is soon garbage: more room for it would be memory and no time. */
const ROOM = { maxYoungGenerationSizeMb: 4 };

/**
 * Every file once, while the thread `program` reads ahead. Where nothing is ready the next file is given unread. Ends early
 * where the thread dies: the files that it had claimed, and those that nobody had, are then for the caller to miss.
 */
export async function* inTurn(files: readonly FoundFile[], program: URL): AsyncGenerator<Turn> {
  const { port1: port, port2 } = new MessageChannel();
  const task: AheadTask = { files, counter: new SharedArrayBuffer(4), used: new SharedArrayBuffer(4), port: port2 };
  const worker = new Worker(program, { workerData: task, transferList: [port2], resourceLimits: ROOM });
  let hasEnded = false;
  const end = (): void => {
    hasEnded = true;
  };
  worker.on("error", end);
  worker.on("exit", end);
  const own = claimed(task, 1);
  const ready = createReceiver(port, task);
  try {
    for (let given = 0; given < files.length; ) {
      const turns = ready() ?? own.next().value?.map(([place, file]) => ({ place, file, read: undefined }));
      if (turns !== undefined) {
        yield* turns;
        given += turns.length;
      } else if (hasEnded) return;
      else await pause(1);
    }
  } finally {
    port.close();
    await worker.terminate();
  }
}

/** Gives what came next, and lets the thread go on; undefined where nothing came. */
function createReceiver(port: MessagePort, { files, used }: AheadTask): () => readonly Turn[] | undefined {
  const unpack = createUnpack();
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
