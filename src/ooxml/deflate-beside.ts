// Deflating beside the program, by the threads that zlib keeps, as far as that is worth it.

import { promisify } from "node:util";
import { deflateRaw, deflateRawSync, type ZlibOptions } from "node:zlib";

const deflate = promisify(deflateRaw);
/** What deflating may add to a text that does not shrink, with room to spare. */
const MARGIN = 1_024;
/** Fewer bytes are deflated while another thread is told of them, for half the processor time (twenty parts, level 1 and 6). */
const WORTH_TELLING = 40_000;

/**
 * The bytes deflated; they must not change meanwhile. There is room for all of the result from the start: a thread that
 * fills its room waits until this one, which may be long at work, gives it more.
 */
export function deflateBeside(bytes: Uint8Array, options: Pick<ZlibOptions, "level" | "finishFlush">): Promise<Buffer> {
  const settings = { ...options, chunkSize: bytes.length + MARGIN };
  return bytes.length < WORTH_TELLING ? Promise.resolve(deflateRawSync(bytes, settings)) : deflate(bytes, settings);
}
