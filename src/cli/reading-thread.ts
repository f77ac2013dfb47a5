// A thread that takes in files beside the main one, and hands over what it made of them. It decides nothing: what it
// leaves undone when it fails is taken in by the main thread, which then meets the same fault and answers for it.

import { parentPort, workerData } from "node:worker_threads";
import { createTakeIn } from "../pipeline/take-in.js";
import type { TakenFile } from "../pipeline/taken-file.js";
import { claimed, type ReadingTask } from "./claims.js";
import { catalogueOf } from "./declarations.js";
import { readBytes } from "./find-files.js";
import { openMemory } from "./reading-memory.js";
import { takeFile } from "./take-file.js";
import { keepBytes } from "./write-files.js";

const task: ReadingTask = workerData;
const takeIn = createTakeIn(catalogueOf(task.declared), task.use);
const memory = task.memory && openMemory(task.memory, { read: readBytes, keep: keepBytes });
for (const files of claimed(task)) {
  const delivery: { place: number; taken: readonly TakenFile[] }[] = [];
  for (const [place, file] of files) {
    delivery.push({ place, taken: await takeFile(file, place, { takeIn, read: readBytes, memory }) });
  }
  parentPort?.postMessage(delivery);
}
