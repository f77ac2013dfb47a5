// What the engine made of the program's text is kept beside it, so that the next start need not make it again: reading
// and compiling three megabytes is a fifth of a small run. The file stands alone; it is what loads all the others.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cachedDataVersionTag, setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

/** A run that ended in a usage error met little of the program. */
const WHOLE_RUNS = [0, 1, 3];
const HASH_BYTES = 32;

/**
 * The engine throws code away that has not run for some rounds of collecting garbage, first that of the beginning. Kept
 * without it, every later start would compile the outermost function again, which is the whole text.
 */
const HOLD_ALL = "--no-flush-bytecode";
const HOLD_SOME = "--flush-bytecode";

/**
 * Runs a built file (CommonJS, in ASCII) and gives what it exports. Its name tells its content, as the build gives it, and
 * the engine is told apart by its release and its settings: what was kept for another file or engine is never looked at.
 *
 * @param use What the file is started for, «aggregate»: other uses run, and keep, other parts of it.
 */
export function loadCompiled(file: URL, use = ""): unknown {
  const path = fileURLToPath(file);
  const settings = cachedDataVersionTag();
  const engine = [process.version, process.platform, process.arch, settings].join("-");
  const place = join(dirname(path), "../compiled", `${basename(path)}.${use.replace(/[^a-z]/g, "")}.${engine}`);
  const kept = keptCode(place);
  const text = `(function (module, exports, require, __filename) {${readFileSync(path, "latin1")}\n})`;
  const script = new Script(text, { filename: path, ...(kept === undefined ? {} : { cachedData: kept }) });
  if (kept === undefined || script.cachedDataRejected === true) {
    setFlagsFromString(HOLD_ALL);
    process.once("exit", (exit) => {
      setFlagsFromString(HOLD_SOME);
      if (WHOLE_RUNS.includes(exit) && cachedDataVersionTag() === settings) keepCode(place, script);
    });
  }
  const module: { readonly exports: unknown } = { exports: {} };
  script.runInThisContext()(module, module.exports, createRequire(file), path);
  return module.exports;
}

/**
 * Undefined where nothing is kept. The engine trusts it blindly: a file that is not as it was written, or is being written,
 * counts as none.
 */
function keptCode(place: string): Buffer | undefined {
  try {
    const bytes = readFileSync(place);
    const code = bytes.subarray(0, -HASH_BYTES);
    return hashOf(code).equals(bytes.subarray(-HASH_BYTES)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** False where it cannot be written: the program lies where this user writes nothing, and starts as slowly again. */
function keepCode(place: string, script: Script): boolean {
  try {
    const code = script.createCachedData();
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, Buffer.concat([code, hashOf(code)]));
    return true;
  } catch {
    return false;
  }
}

function hashOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
