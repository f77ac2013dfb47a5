// --jobs: several threads read the files of a run, and what comes out does not tell how many.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { chance } from "../../fixtures/kit/random.js";
import { type Env, machineEnv } from "../../src/cli/env.js";
import { jobsFor } from "../../src/cli/jobs.js";
import { at } from "../../src/model/outcome.js";
import { packPart, writeZip } from "../../src/ooxml/zip-writer.js";
import { withCell } from "../kit/book-spot.js";
import { bookOf, inventedCommune, sendBook, sendBytes } from "../kit/invented-commune.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { smallLand } from "../kit/small-land.js";

const folder = scratchFolder();
const land = smallLand(folder, { 45: 20, 44: 20 });
const { shippedCatalogue, layout, tree } = land;
const luck = chance(11);
const sent = join(folder, "bài nộp");
const communes = land.provinces.flatMap((province) => land.communesOf(province));
for (const [index, unit] of communes.entries()) {
  const book = bookOf(inventedCommune(unit, tree, luck), layout);
  const faulty = withCell(book, { form: "BM01", field: "HV02", row: 0 }, layout, -3);
  await sendBook(sent, `${unit.code}.xlsx`, index % 9 === 4 ? faulty : book);
}
sendBytes(sent, "0 ghi chú.xlsx", "Kính gửi đồng chí thư ký.");
const inside = [at(communes, 2), at(communes, 3)].map(({ code }) =>
  packPart(`${code}-lần hai.xlsx`, readFileSync(join(sent, `${code}.xlsx`))),
);
sendBytes(sent, "1 gói.zip", writeZip(inside));

const readingThread = source(new URL("../../src/cli/reading-thread.ts", import.meta.url));
const aheadThread = source(new URL("../../src/cli/ahead-thread.ts", import.meta.url));
const packingThread = source(new URL("../../src/cli/packing-thread.ts", import.meta.url));
/** Takes files upon itself and ends without a word of them. */
const DYING = `import { workerData } from "node:worker_threads";
  Atomics.add(new Int32Array(workerData.counter), 0, 16);
  throw new Error("out of memory");`;

/** A thread's own source, which needs a loader until it is built. */
function source(program: URL): URL {
  return script(`import { register } from "${import.meta.resolve("tsx/esm/api")}";
    register();
    await import("${program}");`);
}

function script(text: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(text)}`);
}

const NOTHING = Buffer.alloc(0);

async function outcome(jobs: string, changes: Partial<Env> = {}) {
  const written: Uint8Array[] = [];
  const write = async (path: string, bytes: Uint8Array): Promise<string> => {
    written.push(bytes);
    return path;
  };
  const argv = ["aggregate", sent, "--unit", "45", "--out", join(folder, "ra.xlsx"), "--all", "--jobs", jobs];
  const threads = { readingThread, aheadThread, packingThread };
  const { out, err, exit } = await runCli(argv, { shippedCatalogue, write, ...threads, ...changes });
  const [bytes = NOTHING, manifest = NOTHING] = written.map((one) => Buffer.from(one));
  return { bytes, manifest, out, err, exit };
}

const alone = await outcome("1");

describe("--jobs", () => {
  it("gives the same workbook, manifest, findings and exit code with two and three threads", async () => {
    for (const code of ["V-K07", "V-K10"]) expect(alone.out).toContain(code);
    expect(await outcome("2")).toEqual(alone);
    expect(await outcome("3")).toEqual(alone);
  });

  it.each(["2", "3"])("gives the same where the others of %s threads read most of it", async (jobs) => {
    const { read } = await machineEnv();
    let own = 0;
    const slowly = async (path: string): Promise<Uint8Array> => {
      own += 1;
      await setTimeout(150);
      return read(path);
    };
    expect(await outcome(jobs, { read: slowly })).toEqual(alone);
    expect(own).toBeLessThan(communes.length);
  });

  it("loses nothing where a thread dies over the files it had claimed", async () => {
    expect(await outcome("2", { aheadThread: script(DYING) })).toEqual(alone);
    expect(await outcome("3", { readingThread: script(DYING) })).toEqual(alone);
  });

  it("loses nothing where a thread cannot be started", async () => {
    const nowhere = new URL("no-thread.js", import.meta.url);
    expect(await outcome("2", { aheadThread: nowhere, packingThread: nowhere })).toEqual(alone);
  });

  it("writes the workbook, and says what is lacking, where the thread dies that packs its figures", async () => {
    const dies = `import { parentPort } from "node:worker_threads";
      parentPort.once("message", () => { throw new Error("out of memory"); });
      parentPort.postMessage("ready");`;
    const written = new Map<string, Uint8Array>();
    const write = async (path: string, bytes: Uint8Array): Promise<string> => {
      written.set(path, bytes);
      return path;
    };
    const { exit, err } = await outcome("2", { packingThread: script(dies), write });
    expect([...written].map(([path, bytes]) => [path, Buffer.from(bytes)])).toEqual([
      [join(folder, "ra.xlsx"), alone.bytes],
    ]);
    expect(exit).toBe(3);
    expect(err).toContain("Không lập được bản kê nguồn gốc");
    expect(err).toContain("→ Tắt bớt chương trình khác rồi chạy lại");
  });

  it("is a whole number of threads", async () => {
    for (const wrong of ["0", "hai", "1.5", "100"]) {
      const { exit, err } = await runCli(["validate", sent, "--jobs", wrong], { shippedCatalogue });
      expect([exit, err]).toEqual([2, expect.stringContaining(`Không hiểu số luồng «${wrong}»`)]);
    }
  });

  it("is chosen by the number of files and processors where it is not given", () => {
    expect(jobsFor(60, undefined, { processors: 8 })).toBe(1);
    expect(jobsFor(1522, undefined, { processors: 8 })).toBe(2);
    expect(jobsFor(10_600, undefined, { processors: 2 })).toBe(2);
    expect(jobsFor(10_600, undefined, { processors: 8 })).toBe(4);
    expect(jobsFor(10_600, undefined, { processors: 1 })).toBe(1);
    expect(jobsFor(3, "4", { processors: 2 })).toBe(3);
  });
});
