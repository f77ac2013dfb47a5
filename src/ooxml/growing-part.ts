// A part that is packed while it grows, piece by piece on the threads that zlib keeps: neither all of its content nor the
// time to pack it is left for the end.

import { constants } from "node:zlib";
import { crc32 } from "./crc32.js";
import { deflateBeside } from "./deflate-beside.js";
import { DEFLATED } from "./zip-package.js";
import type { PackedPart } from "./zip-writer.js";

/** An empty last block (RFC 1951, 3.2.3): the pieces before it end at a byte and say that more follows. */
const LAST_BLOCK = Uint8Array.of(3, 0);

export class GrowingPart {
  readonly #name: string;
  readonly #level: number;
  readonly #pieces: Promise<Uint8Array>[] = [];
  #crc = 0;
  #size = 0;

  /** Level 1–9 as zlib counts. */
  constructor(name: string, level: number) {
    this.#name = name;
    this.#level = level;
  }

  /** Adds bytes, which must not change after this. The promise is kept when they are packed. */
  push(bytes: Uint8Array): Promise<unknown> {
    this.#crc = crc32(bytes, this.#crc);
    this.#size += bytes.length;
    const piece = deflateBeside(bytes, { level: this.#level, finishFlush: constants.Z_SYNC_FLUSH });
    this.#pieces.push(piece);
    return piece;
  }

  /** The part, when all of it is packed. */
  async finished(): Promise<PackedPart> {
    const packed = new Uint8Array(Buffer.concat([...(await Promise.all(this.#pieces)), LAST_BLOCK]));
    return { name: this.#name, method: DEFLATED, crc: this.#crc, size: this.#size, packed };
  }
}
