// A thread that packs the figures of a run for its manifest, while the main thread adds up, lays out and writes.

import { parentPort } from "node:worker_threads";
import { createFigurePacker, type PackedFigures } from "../trace/figure-packer.js";
import { withOwnBuffer } from "./own-buffer.js";
import type { PackingOrder } from "./packing-beside.js";

/** The main thread is at work: many parts at a time would take its processor from it, and are not ready before it is. */
const ONE_BY_ONE = 1;
const packer = createFigurePacker(ONE_BY_ONE);
let done: Promise<void> = Promise.resolve();

parentPort?.on("message", (order: PackingOrder) => {
  done = done.then(() => carryOut(order));
});
parentPort?.postMessage("ready");

async function carryOut(order: PackingOrder): Promise<void> {
  switch (order.kind) {
    case "evidence":
      packer.takeEvidence(order.evidence);
      return;
    case "totals":
      packer.takeTotals(order.told);
      return packer.packedSoFar();
    case "end":
      return handBack();
  }
}

async function handBack(): Promise<void> {
  const packed = await packer.finished();
  const [totals, evidence] = [packed?.totals.map(withOwnBytes) ?? [], packed?.evidence.map(withOwnBytes) ?? []];
  const buffers = [...totals, ...evidence].map(({ packed: bytes }) => bytes.buffer);
  parentPort?.postMessage({ totals, evidence }, buffers);
  parentPort?.close();
}

function withOwnBytes(part: PackedFigures["totals"][number]) {
  return { ...part, packed: withOwnBuffer(part.packed) };
}
