// The trace of one figure of the summary: from calling the program to its answer, every source file hashed again.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./measure.js";

/** A total that every commune of the corpus gives. */
const CELL = "Tổng hợp!D38";

/** Seconds of `trace` over an output; its sources are looked for where they were read. */
export function traceSeconds(out: string, folder: string): number {
  const started = performance.now();
  const child = spawnSync(process.execPath, [join(ROOT, "bin/khuyenhoc.js"), "trace", out, CELL], {
    cwd: folder,
    encoding: "utf8",
  });
  if (child.status !== 0) throw new Error(`${child.stdout.slice(-2000)}\n${child.stderr}`);
  return (performance.now() - started) / 1000;
}
