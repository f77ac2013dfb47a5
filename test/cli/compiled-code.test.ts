// What the engine made of the program is kept for the next start; what is kept never changes what a run says.

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "../build/bundle.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();
const compiled = join(folder, "compiled");
await layProgram();

/** A small program, started as the real one is: it tunes the engine as a run does, throws objects away, says a word and ends with what is typed. */
async function layProgram(): Promise<void> {
  mkdirSync(join(folder, "cli"));
  const common = { bundle: true, platform: "node", absWorkingDir: ROOT, logLevel: "error" } as const;
  const entryPoints = ["src/cli/compiled-code.ts"];
  await build({ ...common, entryPoints, format: "esm", outfile: join(folder, "cli/compiled-code.mjs") });
  const contents = `import { tuneEngine } from "./src/cli/tune-engine.ts";
    export function main(files, exit, rounds) {
      tuneEngine(files);
      for (let round = 0; round < rounds; round += 1) Array.from({ length: 300000 }, (_, place) => ({ place }));
      console.log("chào");
      process.exitCode = exit;
    }`;
  const stdin = { contents, resolveDir: ROOT };
  await build({ ...common, stdin, format: "cjs", outfile: join(folder, "cli/tool-1.cjs") });
  const start = `import { loadCompiled } from "./compiled-code.mjs";
    const [use, ...rest] = process.argv.slice(2);
    loadCompiled(new URL("tool-1.cjs", import.meta.url), use).main(...rest.map(Number));`;
  writeFileSync(join(folder, "cli/start.mjs"), start);
}

interface Typed {
  readonly use?: string;
  readonly files?: number;
  readonly exit?: number;
  readonly garbage?: number;
  readonly flags?: readonly string[];
}

function run({ use = "aggregate", files = 1, exit = 0, garbage = 0, flags = [] }: Typed = {}) {
  const argv = [...flags, join(folder, "cli/start.mjs"), use, ...[files, exit, garbage].map(String)];
  const { stdout, stderr, status } = spawnSync(process.execPath, argv, { encoding: "utf8" });
  return { said: stdout + stderr, status };
}

/** Names of what is kept, and when each was written. */
function kept(): ReadonlyMap<string, number> {
  return new Map(readdirSync(compiled).map((name) => [name, statSync(join(compiled, name)).mtimeMs]));
}

beforeEach(() => rmSync(compiled, { recursive: true, force: true }));

describe("code kept for the next start", () => {
  it.each([1, 2000])("is taken by it as it lies there, after a run over %d files", (files) => {
    const first = run({ files });
    const before = kept();
    expect(before.size).toBe(1);
    expect(run({ files })).toEqual(first);
    expect(kept()).toEqual(before);
    expect(first).toEqual({ said: "chào\n", status: 0 });
  });

  it("is one for each command, and one for each setting of the engine", () => {
    for (const typed of [{}, { use: "validate" }, { flags: ["--no-opt"] }]) {
      expect(run(typed)).toEqual({ said: "chào\n", status: 0 });
    }
    expect(kept().size).toBe(3);
  });

  it("is all that ran, also where garbage was collected many times since", () => {
    const sizes = [0, 60].map((garbage) => {
      rmSync(compiled, { recursive: true, force: true });
      run({ garbage });
      const [name = ""] = kept().keys();
      return statSync(join(compiled, name)).size;
    });
    expect(sizes[1]).toBeGreaterThanOrEqual(sizes[0] ?? Number.NaN);
  });

  it("is not kept of a run that ended in a usage error", () => {
    expect(run({ exit: 2 }).status).toBe(2);
    expect(() => kept()).toThrow("ENOENT");
  });

  it.each<[string, (bytes: Buffer) => Uint8Array]>([
    ["has a byte changed", (bytes) => bytes.fill(0x5a, bytes.length >> 1, (bytes.length >> 1) + 1)],
    ["is cut off", (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ["is empty", () => Buffer.alloc(0)],
  ])("is made anew where it %s", (_, harm) => {
    run();
    const [name = ""] = kept().keys();
    const place = join(compiled, name);
    const whole = readFileSync(place);
    writeFileSync(place, harm(Buffer.from(whole)));
    expect(run()).toEqual({ said: "chào\n", status: 0 });
    expect(readFileSync(place).length).toBeGreaterThan(whole.length >> 1);
    const before = kept();
    run();
    expect(kept()).toEqual(before);
  });

  it("is done without where nothing can be written", () => {
    writeFileSync(compiled, "không phải thư mục");
    for (const _ of [1, 2]) expect(run()).toEqual({ said: "chào\n", status: 0 });
    expect(readFileSync(compiled, "utf8")).toBe("không phải thư mục");
  });
});
