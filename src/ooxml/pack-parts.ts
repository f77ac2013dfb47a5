// Many parts packed beside each other and beside the program, by the threads that zlib keeps.

import { deflateBeside } from "./deflate-beside.js";
import { type PackedPart, partOf } from "./zip-writer.js";

/** A part before it is packed. */
export interface LoosePart {
  readonly name: string;
  /** Its content, put together when its turn comes. */
  readonly content: () => Uint8Array;
}

/** Packed at a time, or waiting for it while the program is long at work: each takes a megabyte of room. */
const TOGETHER = 24;

/** The parts packed, in their order; level 1–9 as zlib counts. The bytes are those of `packPart`. */
export async function packParts(parts: readonly LoosePart[], level: number): Promise<readonly PackedPart[]> {
  const packed = new Map<number, PackedPart>();
  const waiting = parts.entries();
  const work = async (): Promise<void> => {
    for (const [place, { name, content }] of waiting) {
      const bytes = content();
      packed.set(place, partOf(name, bytes, await deflateBeside(bytes, { level })));
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
  return parts.flatMap((_, place) => packed.get(place) ?? []);
}
