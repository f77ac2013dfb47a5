// Puts one result on the disk and says what stood in the way, if anything did.

import type { Env } from "./env.js";
import { wrap } from "./print/wrap.js";
import type { Words } from "./words.js";
import { writeReason } from "./write-reason.js";

export interface Output {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The path written: another one where the target is open elsewhere. Undefined where it could not be, which is said. */
export async function writeOutput({ path, bytes }: Output, words: Words, env: Env): Promise<string | undefined> {
  try {
    const written = await env.write(path, bytes);
    if (written.normalize("NFC").endsWith(path.replace(/^.*[\\/]/, "").normalize("NFC"))) return path;
    env.tell(words.heldOpen(path));
    return written;
  } catch (fault) {
    env.tell(wrap(words.notWritten(path, writeReason(fault, words)), env.columns));
    env.tell(`→ ${words.chooseElsewhere}`);
    return undefined;
  }
}
