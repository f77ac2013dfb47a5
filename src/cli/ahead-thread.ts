// A thread that reads workbooks ahead of the main one, which only has to understand them. It knows no declarations, starts
// in a moment and decides nothing: what is not an ordinary workbook it leaves to the main thread, and so does a failure.

import { workerData } from "node:worker_threads";
import { createBookPack, createReadAhead, type ReadBook } from "../pipeline/read-ahead.js";
import { type AheadDelivery, type AheadTask, claimed } from "./claims.js";
import { type FoundFile, readBytes } from "./find-files.js";
import { handOverOne } from "./tune-engine.js";

/**
 * Workbooks of one delivery, and how many deliveries may wait to be used: as many workbooks in all as are read while the
 * main thread loads the declarations.
 */
const TOGETHER = 8;
const WAITING = 12;

handOverOne();
const task: AheadTask = workerData;
await readAll();
if (task.next !== undefined) await import(task.next);

async function readAll(): Promise<void> {
  const used = new Int32Array(task.used);
  const readTogether = createReadTogether();
  let sent = 0;
  for (const files of claimed(task, TOGETHER)) {
    const delivery = await readTogether(files);
    for (let behind = Atomics.load(used, 0); sent - behind >= WAITING; behind = Atomics.load(used, 0)) {
      Atomics.wait(used, 0, behind);
    }
    task.port.postMessage(delivery, [delivery.read.packed.bytes]);
    sent += 1;
  }
  task.port.close();
}

function createReadTogether() {
  const readAhead = createReadAhead();
  const pack = createBookPack();
  return async (files: readonly (readonly [place: number, file: FoundFile])[]): Promise<AheadDelivery> => {
    const read: [number, ReadBook][] = [];
    const left: number[] = [];
    for (const [place, { path, shown }] of files) {
      const bytes = await readBytes(path).catch(() => undefined);
      const book = bytes === undefined ? undefined : readAhead(bytes, shown);
      if (book === undefined) left.push(place);
      else read.push([place, book]);
    }
    return { read: pack(read), left };
  };
}
