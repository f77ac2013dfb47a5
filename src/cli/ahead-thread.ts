// A thread that reads workbooks ahead of the main one, which only has to understand them. It knows no declarations, starts
// in a moment and decides nothing: what is not an ordinary workbook it leaves to the main thread, and so does a failure.

import { parentPort, workerData } from "node:worker_threads";
import { createPack, createReadAhead, type ReadBook } from "../pipeline/read-ahead.js";
import type { AheadDelivery, AheadTask } from "./claims.js";
import { readBytes } from "./env.js";

/**
 * Workbooks of one delivery, the first ones smaller so that the other thread may begin; and how many deliveries may wait to
 * be used: some tens of workbooks in all.
 */
const TOGETHER = 8;
const WAITING = 4;

const task: AheadTask = workerData;
const used = new Int32Array(task.used);
const readAhead = createReadAhead();
const pack = createPack();
let sent = 0;
for (let first = 0; first < task.files.length; ) {
  const next = first + Math.min(TOGETHER, 1 + sent);
  const delivery = await readTogether(first, next);
  for (let behind = Atomics.load(used, 0); sent - behind >= WAITING; behind = Atomics.load(used, 0)) {
    Atomics.wait(used, 0, behind);
  }
  parentPort?.postMessage(delivery, [delivery.read.packed.bytes]);
  sent += 1;
  first = next;
}

async function readTogether(first: number, end: number): Promise<AheadDelivery> {
  const read: [number, ReadBook][] = [];
  const left: number[] = [];
  for (const [index, { path, shown }] of task.files.slice(first, end).entries()) {
    const bytes = await readBytes(path).catch(() => undefined);
    const book = bytes === undefined ? undefined : readAhead(bytes, shown);
    if (book === undefined) left.push(first + index);
    else read.push([first + index, book]);
  }
  return { read: pack(read), left };
}
