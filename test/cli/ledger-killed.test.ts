// Processes that add to one ledger are killed at any moment: whatever they said was written is there, nothing is there
// in part, and who comes after them is not in the way of what they left behind.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { chance } from "../../fixtures/kit/random.js";
import { machineEnv } from "../../src/cli/env.js";
import { addToLedger, readLedger } from "../../src/cli/ledger-folder.js";
import type { FileEntry } from "../../src/ledger/entry.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();
const BATCH = 800;
const source = (path: string): string => new URL(`../../src/${path}`, import.meta.url).href;

/** Adds one batch after the other and says the number of each that is written. */
const WRITER = `import { register } from "${import.meta.resolve("tsx/esm/api")}";
  register();
  const { machineEnv } = await import("${source("cli/env.ts")}");
  const { addToLedger } = await import("${source("cli/ledger-folder.ts")}");
  const env = await machineEnv();
  const [folder, name, size] = process.argv.slice(1);
  for (let batch = 0; ; batch += 1) {
    const moment = new Date().toISOString();
    const entry = { kind: "file", moment, period: "2022", path: "a.xlsx", unit: "45", unitName: "Quảng Trị", revision: 1,
      saved: moment, state: "accepted", errors: 0, replaces: "" };
    const entries = Array.from({ length: Number(size) }, (_, at) => ({ ...entry, sha256: [name, batch, at].join("-") }));
    await addToLedger(folder, entries, env);
    process.stdout.write(batch + "\\n");
  }`;

/** A writer that is killed a while after it has begun to write; gives how many batches it said were written. */
async function killed(ledger: string, name: string, after: number): Promise<number> {
  const argv = ["--input-type=module", "--eval", WRITER, ledger, name, String(BATCH)];
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  await once(child.stdout, "data");
  await setTimeout(after);
  child.kill("SIGKILL");
  await once(child, "close");
  return said.split("\n").length - 1;
}

/** How many lines of each batch are there. */
function batches(hashes: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const hash of hashes) {
    const batch = hash.slice(0, hash.lastIndexOf("-"));
    counts.set(batch, (counts.get(batch) ?? 0) + 1);
  }
  return counts;
}

describe("two processes killed at random", () => {
  const luck = chance(20221205);

  it.each([1, 2, 3])("round %i: what was said is there, nothing is there in part", async (round) => {
    const ledger = join(folder, `so-nhan ${round}`);
    const names = ["a", "b"];
    const done = await Promise.all(names.map((name) => killed(ledger, name, luck.between(0, 120))));
    const env = await machineEnv();
    const { state, doubtful } = await readLedger(ledger, "2022", env);
    const there = batches(state.files.keys());
    expect(doubtful).toEqual([]);
    expect([...new Set(there.values())]).toEqual([BATCH]);
    for (const [index, name] of names.entries())
      for (let batch = 0; batch < (done[index] ?? 0); batch += 1) expect(there.get(`${name}-${batch}`)).toBe(BATCH);
    const [one] = state.files.values();
    const next: FileEntry = { ...(one?.last ?? expect.fail()), sha256: "kế tiếp" };
    await addToLedger(ledger, [next], env);
    expect((await readLedger(ledger, "2022", env)).state.files.size).toBe(state.files.size + 1);
  });
});
