// What the files of a run gave for its manifest, packed by another thread: a nation's is sixty megabytes, and the main
// thread has the only other work that is left when the last file is taken in.

import { Worker } from "node:worker_threads";
import { type EvidenceOfFiles, type PackedEvidence, packEvidence } from "../trace/pack-manifest.js";

/** Packs evidence, which is handed over: it is gone from where it was. */
export type PackBeside = (evidence: EvidenceOfFiles) => Promise<PackedEvidence>;

/** What the thread makes is soon garbage: more room for it would be memory and no time. */
const ROOM = { maxYoungGenerationSizeMb: 4 };

/** Starts the thread `program`. Nobody need wait for it; where it cannot be started this thread packs. */
export function startPacking(program: URL): PackBeside {
  const worker = new Worker(program, { resourceLimits: ROOM });
  worker.unref();
  const isReady = new Promise<boolean>((resolve) => {
    worker.once("message", () => resolve(true));
    for (const end of ["error", "exit"]) worker.once(end, () => resolve(false));
  });
  return async (evidence) => {
    worker.ref();
    if (!(await isReady)) return packEvidence(evidence);
    const own = evidence.map((bytes) => bytes && withOwnBuffer(bytes));
    const packed = new Promise<PackedEvidence>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("the thread that packs ended before it was done")));
    });
    worker.postMessage(
      own,
      own.flatMap((bytes) => bytes?.buffer ?? []),
    );
    return packed;
  };
}

/** Bytes that share their buffer with others must not take it with them. */
function withOwnBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return isOwn ? new Uint8Array(buffer) : bytes.slice();
}
