// Deflating beside the program, by the threads that zlib keeps.

import { promisify } from "node:util";
import { deflateRaw, type ZlibOptions } from "node:zlib";

const deflate = promisify(deflateRaw);
/** What deflating may add to a text that does not shrink, with room to spare. */
const MARGIN = 1_024;

/**
 * The bytes deflated; they must not change meanwhile. There is room for all of the result from the start: a thread that
 * fills its room waits until this one, which may be long at work, gives it more.
 */
export function deflateBeside(bytes: Uint8Array, options: Pick<ZlibOptions, "level" | "finishFlush">): Promise<Buffer> {
  return deflate(bytes, { ...options, chunkSize: bytes.length + MARGIN });
}
