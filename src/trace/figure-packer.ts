// What packs the figures of a run for its manifest, in this thread or in another: as they were typed, which waits for
// nothing that is made of them, and the totals as they are told.

import { type LoosePart, packParts, TOGETHER } from "../ooxml/pack-parts.js";
import type { PackedPart } from "../ooxml/zip-writer.js";
import { FILES_IN_PART, PARTS } from "./manifest.js";
import type { ToldTotals } from "./told-totals.js";
import { TotalLists } from "./total-lists.js";

/** The quick level: what is saved beyond it is not worth the wait for thousands of files. */
export const LEVEL = 1;

/** Typed figures by file, in the order of the run's files, as JSON; undefined for one that gave nothing. */
export type EvidenceOfFiles = readonly (Uint8Array | undefined)[];

/** Parts of a manifest. */
export interface PackedFigures {
  readonly totals: readonly PackedPart[];
  readonly evidence: readonly PackedPart[];
}

export interface FigurePacker {
  /** Takes typed figures, once; they are handed over, and gone from where they were. */
  takeEvidence(evidence: EvidenceOfFiles): void;
  takeTotals(told: ToldTotals): void;
  /** Waits where much is left to be packed. */
  packedSoFar(): Promise<void>;
  /** All of it, and nothing is taken after it; undefined where the thread died that had been given the figures. */
  finished(): Promise<PackedFigures | undefined>;
}

/** Packs in this thread, and beside it on the threads that zlib keeps, so many parts at a time. */
export function createFigurePacker(together = TOGETHER): FigurePacker {
  const lists = new TotalLists(LEVEL);
  let evidence: Promise<readonly PackedPart[]> = Promise.resolve([]);
  return {
    takeEvidence: (typed) => {
      evidence = packParts(evidenceParts(typed), LEVEL, together);
    },
    takeTotals: (told) => lists.take(told),
    packedSoFar: () => lists.packedSoFar(),
    finished: async () => ({ totals: await lists.finished(), evidence: await evidence }),
  };
}

/** Files leave the list when their part is put together: a nation's are sixty megabytes, which need not be held to the end. */
function* evidenceParts(typed: EvidenceOfFiles): Generator<LoosePart> {
  const left = [...typed];
  for (let file = 0; left.length > 0; file += FILES_IN_PART) {
    const pieces = evidencePieces(left.splice(0, FILES_IN_PART), file);
    if (pieces.length > 0) yield { name: PARTS.files(file), pieces: () => pieces };
  }
}

/** JSON of the figures of some files, of which the first stands at a place in the run's list. */
function evidencePieces(typed: EvidenceOfFiles, first: number): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (const [index, bytes] of typed.entries()) {
    if (bytes === undefined) continue;
    pieces.push(Buffer.from(`${pieces.length === 0 ? "{" : ","}"${first + index}":`), bytes);
  }
  return pieces.length === 0 ? [] : [...pieces, Buffer.from("}")];
}
