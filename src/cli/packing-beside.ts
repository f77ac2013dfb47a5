// The figures of a run packed for its manifest by another thread: a nation's are eighty megabytes, and the main thread has
// the only other work that is left when the last file is taken in.

import { Worker } from "node:worker_threads";
import {
  createFigurePacker,
  type EvidenceOfFiles,
  type FigurePacker,
  type PackedFigures,
} from "../trace/figure-packer.js";
import type { ToldTotals } from "../trace/told-totals.js";
import { withOwnBuffer } from "./own-buffer.js";

/** What the thread is told to do. */
export type PackingOrder =
  | { readonly kind: "evidence"; readonly evidence: EvidenceOfFiles }
  | { readonly kind: "totals"; readonly told: ToldTotals }
  | { readonly kind: "end" };

/** What the thread makes is soon garbage: more room for it would be memory and no time. */
const ROOM = { maxYoungGenerationSizeMb: 4 };

/**
 * Starts the thread `program`; nobody need wait for it. Gives what waits until it can be told, and where it cannot be
 * started this thread packs.
 */
export function startPacking(program: URL): () => Promise<FigurePacker> {
  return packingIn(new Worker(program, { resourceLimits: ROOM }));
}

/** As `startPacking`, in a thread that is going to be that program. */
export function packingIn(worker: Worker): () => Promise<FigurePacker> {
  worker.unref();
  const hasStarted = new Promise<boolean>((resolve) => {
    worker.once("message", () => resolve(true));
    for (const end of ["error", "exit"]) worker.once(end, () => resolve(false));
  });
  return async () => {
    worker.ref();
    const isThere = await hasStarted;
    worker.unref();
    return isThere ? packerIn(worker) : createFigurePacker();
  };
}

function packerIn(worker: Worker): FigurePacker {
  const packed = new Promise<PackedFigures | undefined>((resolve) => {
    worker.once("message", resolve);
    for (const end of ["error", "exit"]) worker.once(end, () => resolve(undefined));
  });
  const order = (what: PackingOrder, handedOver: readonly ArrayBuffer[]): void =>
    worker.postMessage(what, [...handedOver]);
  return {
    takeEvidence: (evidence) => {
      const own = evidence.map((bytes) => bytes && withOwnBuffer(bytes));
      order(
        { kind: "evidence", evidence: own },
        own.flatMap((bytes) => bytes?.buffer ?? []),
      );
    },
    takeTotals: (told) =>
      order({ kind: "totals", told }, [told.numbers.buffer, ...told.groups.map(({ cells }) => cells.buffer)]),
    packedSoFar: () => Promise.resolve(),
    finished: () => {
      worker.ref();
      order({ kind: "end" }, []);
      return packed;
    },
  };
}
