// Many parts packed beside each other and beside the program, by the threads that zlib keeps.

import { crc32 } from "./crc32.js";
import { deflateBeside } from "./deflate-beside.js";
import { type PackedPart, partOf } from "./zip-writer.js";

/** A part before it is packed. */
export interface LoosePart {
  readonly name: string;
  /** Its content, put together when its turn comes: one piece after the other. */
  readonly pieces: () => readonly Uint8Array[];
}

/** Packed at a time, or waiting for it while the program is long at work: each takes a megabyte of room. */
export const TOGETHER = 24;

/**
 * The parts packed, in their order; level 1–9 as zlib counts. The bytes are those of `packPart`. A part is asked for when
 * its turn comes, and nothing of it is held when it is packed.
 */
export async function packParts(
  parts: Iterable<LoosePart>,
  level: number,
  together = TOGETHER,
): Promise<readonly PackedPart[]> {
  const packed: PackedPart[] = [];
  let count = 0;
  const waiting = parts[Symbol.iterator]();
  const work = async (): Promise<void> => {
    const room = new JoinedBytes();
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
      const place = count;
      count += 1;
      const bytes = room.join(next.value.pieces());
      const deflating = deflateBeside(bytes, { level });
      const content = { name: next.value.name, bytes, crc: crc32(bytes) };
      const part = partOf(content, await deflating);
      packed[place] = { ...part, packed: new Uint8Array(part.packed) };
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  return packed;
}

/** Pieces behind one another; the room for them is used again. */
class JoinedBytes {
  #room: Uint8Array = new Uint8Array(0);

  join(pieces: readonly Uint8Array[]): Uint8Array {
    const [first] = pieces;
    if (first !== undefined && pieces.length === 1) return first;
    const size = pieces.reduce((sum, { length }) => sum + length, 0);
    if (size > this.#room.length) this.#room = new Uint8Array(size + size / 4);
    let used = 0;
    for (const piece of pieces) {
      this.#room.set(piece, used);
      used += piece.length;
    }
    return this.#room.subarray(0, used);
  }
}
