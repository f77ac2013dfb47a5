// The reader of the screen goes away before everything is said: the exit code still speaks of the submissions alone.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();
const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** Waits for its reader to be gone, then runs the command line it was given. */
const WHOLE_PROGRAM = `import { register } from "${import.meta.resolve("tsx/esm/api")}";
  register();
  const { main } = await import("${new URL("../../src/cli/main.ts", import.meta.url).href}");
  process.stdin.once("end", () => main(process.argv.slice(1))).resume();`;

/** Runs the program with both of its streams cut off before it says anything; its exit code. */
async function exitUnheard(...argv: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", WHOLE_PROGRAM, "--", ...argv], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdout.destroy();
  child.stderr.destroy();
  child.stdin.end();
  const [exit] = await once(child, "close");
  return exit;
}

describe("a reader that goes away", () => {
  it("leaves a good report good, and its summary whole", async () => {
    const out = join(folder, "tong-hop.xlsx");
    const report = path("fixtures/tinh-quang-tri-2022/bai-nop/19432-lao-bao.xlsx");
    const exit = await exitUnheard("aggregate", report, "--out", out);
    expect(exit).toBe(0);
    expect(existsSync(out)).toBe(true);
  });

  it("leaves wrong use wrong use", async () => {
    expect(await exitUnheard("validate", path("fixtures"), "--no-such-option")).toBe(2);
  });
});
