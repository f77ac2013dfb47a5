// A large part unpacked piece by piece, held to the length and the checksum that its archive states.

import { createInflateRaw } from "node:zlib";
import { crc32 } from "./crc32.js";
import { falsified, inflateFault } from "./package-fault.js";

const PIECE = 1_048_576;

/** Pieces of the unpacked bytes, in order. Faults: cannot be unpacked; longer or shorter than stated, another checksum. */
export async function* inflateInPieces(
  packed: Buffer,
  stated: { readonly size: number; readonly crc: number },
): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: PIECE });
  stream.end(packed);
  let size = 0;
  let crc = 0;
  try {
    for await (const piece of stream) {
      if (!Buffer.isBuffer(piece)) throw falsified();
      size += piece.length;
      if (size > stated.size) throw falsified();
      crc = crc32(piece, crc);
      yield piece;
    }
  } catch (cause) {
    throw inflateFault(cause);
  }
  if (size !== stated.size || crc !== stated.crc) throw falsified();
}
