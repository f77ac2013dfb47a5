// A thread that packs what the files of a run gave for its manifest, while the main thread adds up, lays out and writes.

import { parentPort } from "node:worker_threads";
import { packEvidence } from "../trace/pack-manifest.js";

parentPort?.once("message", async (evidence) => {
  const parts = await packEvidence(evidence);
  const own = parts.map((part) => ({ ...part, packed: new Uint8Array(part.packed) }));
  parentPort?.postMessage(
    own,
    own.map(({ packed }) => packed.buffer),
  );
});
parentPort?.postMessage("ready");
