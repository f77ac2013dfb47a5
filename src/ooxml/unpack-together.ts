// Several small parts unpacked by one call of zlib. A call costs more than a small part itself, and a workbook has about
// ten of them: the parts are joined to one gzip stream of several members, whose trailers zlib verifies on its own.

import { gunzipSync } from "node:zlib";

/** A deflated part with the length and the checksum that its archive states. */
export interface PackedPart {
  readonly packed: Buffer;
  readonly size: number;
  readonly crc: number;
}

/** Signature, «deflated», no flags, no time. */
const MEMBER_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0]);
const TRAILER_SIZE = 8;

/** The parts unpacked and verified, in order; undefined where any of them is not as stated, without saying which. */
export function unpackTogether(parts: readonly PackedPart[]): readonly Buffer[] | undefined {
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const bytes = unpack(joinMembers(parts), size);
  if (bytes?.length !== size) return undefined;
  let start = 0;
  return parts.map((part) => {
    start += part.size;
    return bytes.subarray(start - part.size, start);
  });
}

function joinMembers(parts: readonly PackedPart[]): Buffer {
  const around = MEMBER_HEADER.length + TRAILER_SIZE;
  const members = Buffer.allocUnsafe(parts.reduce((sum, part) => sum + around + part.packed.length, 0));
  let position = 0;
  for (const { packed, size, crc } of parts) {
    position += MEMBER_HEADER.copy(members, position);
    position += packed.copy(members, position);
    position = members.writeUInt32LE(crc, position);
    position = members.writeUInt32LE(size, position);
  }
  return members;
}

function unpack(members: Buffer, size: number): Buffer | undefined {
  try {
    return gunzipSync(members, { chunkSize: Math.max(64, size + 1), maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    if (cause instanceof Error && "code" in cause) return undefined;
    throw cause;
  }
}
