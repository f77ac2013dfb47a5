// One measured task in a process of its own, run as plain JavaScript: `task.js <name> <file with the list> [sample]`.
// Prints what the process saw of itself: milliseconds of the work (start-up and imports left out), of preparing what
// does not belong to the task, and its peak memory.

import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inflateRawSync } from "node:zlib";
import type ExcelJS from "exceljs";
import type { DeclarationFile } from "../../src/catalogue/load-catalogue.js";
import type { Turn } from "../../src/cli/reading-ahead.js";
import type { TaskReport } from "./measure.js";
import type { SavedSheet } from "./saved-cells.js";

/** This file lies four folders below the project when it is compiled. */
const ROOT = fileURLToPath(new URL("../../../../../", import.meta.url));
const DECLARATIONS = `${ROOT}fixtures/cum-4-2022/khai-bao`;

const [name = "", listPath = "", sample = "0"] = process.argv.slice(2);
const work = await prepare();
const [started, before] = [performance.now(), process.cpuUsage()];
const files = await work.run();
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage(before);
const cpuMilliseconds = (user + system) / 1000;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const report: TaskReport = { milliseconds, cpuMilliseconds, aside: work.aside, files, peakMegabytes };
process.stdout.write(JSON.stringify(report));

interface Work {
  /** Does the work and gives the number of files it was done on. */
  readonly run: () => number | Promise<number>;
  /** Milliseconds spent on what the task is given, which are not its own. */
  readonly aside: number;
}

async function prepare(): Promise<Work> {
  if (name === "inflate") return { run: inflateOnly, aside: 0 };
  if (name === "exceljs") return { run: loadWithExceljs((await import("exceljs")).default), aside: 0 };
  if (name === "facts") return { run: await toFacts(), aside: 0 };
  if (name === "take-in" || name === "traced") return { run: await takeIn({ isTraced: name === "traced" }), aside: 0 };
  if (name === "keep" || name === "recall") return { run: await throughMemory(), aside: 0 };
  if (name === "rewrite") return writeAgain((await import("exceljs")).default);
  throw new Error(`no task ${name}`);
}

/** The files of the list; a sample is spread evenly over it. */
function listedFiles(): readonly string[] {
  const all = readFileSync(listPath, "utf8").trim().split("\n");
  const count = Number(sample) || all.length;
  return all.filter(
    (_, index) => Math.floor((index * count) / all.length) !== Math.floor(((index - 1) * count) / all.length),
  );
}

/** The floor: nothing but inflating the parts that any reader needs. */
function inflateOnly(): number {
  const files = listedFiles();
  for (const file of files) {
    const bytes = readFileSync(file);
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    let at = bytes.readUInt32LE(end + 16);
    for (let entry = bytes.readUInt16LE(end + 10); entry > 0; entry--) {
      const nameLength = bytes.readUInt16LE(at + 28);
      const part = bytes.toString("utf8", at + 46, at + 46 + nameLength);
      if (/^xl\/(workbook|styles|sharedStrings|worksheets\/[^/]+)\.xml$/.test(part)) {
        const local = bytes.readUInt32LE(at + 42);
        const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
        const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
        if (bytes.readUInt16LE(at + 10) !== 0) inflateRawSync(packed);
      }
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  }
  return files.length;
}

type Excel = typeof ExcelJS;

function loadWithExceljs(excel: Excel): () => Promise<number> {
  return async () => {
    const files = listedFiles();
    for (const file of files) await new excel.Workbook().xlsx.readFile(file);
    return files.length;
  };
}

/** The cells of a finished workbook, with their styles, written once more by exceljs alone. They are given as JSON. */
function writeAgain(excel: Excel): Work {
  const started = performance.now();
  const sheets: readonly SavedSheet[] = JSON.parse(readFileSync(listPath, "utf8"));
  const run = async (): Promise<number> => {
    const copy = new excel.Workbook();
    for (const sheet of sheets) {
      const page = copy.addWorksheet(sheet.name);
      for (const { row, column, value, style } of sheet.cells) {
        const target = page.getCell(row, column);
        target.value = value;
        target.style = sheet.styles[style] ?? {};
      }
    }
    await copy.xlsx.writeBuffer();
    return 1;
  };
  return { run, aside: performance.now() - started };
}

/** Bytes → grid → recognised → submission → facts; rules are not run. A second thread reads ahead as it does for a run. */
async function toFacts(): Promise<() => Promise<number>> {
  const { declarationsIn } = await import("../../fixtures/kit/catalogue.js");
  const { loadCatalogue } = await import("../../src/catalogue/load-catalogue.js");
  const { createRecogniser } = await import("../../src/recognise/create-recogniser.js");
  const { createNormaliser } = await import("../../src/normalise/create-normaliser.js");
  const { createContribute } = await import("../../src/aggregate/contributions-of.js");
  const { createPack } = await import("../../src/model/contribution.js");
  const { createReadAhead } = await import("../../src/pipeline/read-ahead.js");
  const turns = await turnsOf();
  const catalogue = loadCatalogue(await shipped(), declarationsIn(DECLARATIONS));
  const recognise = createRecogniser(catalogue);
  const normalise = createNormaliser(catalogue);
  const contribute = createContribute(catalogue);
  const pack = createPack();
  const readAhead = createReadAhead();
  return async () => {
    const kept = [];
    for await (const { file, place, read = readAhead(readFileSync(file.path), file.path) } of turns()) {
      if (read === undefined) throw new Error(`${file.path} was not read`);
      const submission = normalise(recognise(read.book, file.path).value, { path: file.path, sha256: "" }).value;
      kept.push(contribute(submission, place).map(pack));
    }
    return kept.length;
  };
}

/** The shipped declarations as the program has them: their YAML read when it was built. */
async function shipped(): Promise<readonly DeclarationFile[]> {
  const { declarationsIn } = await import("../../fixtures/kit/catalogue.js");
  const { withPrepared } = await import("../../src/catalogue/prepared.js");
  return withPrepared(declarationsIn(`${ROOT}src/catalogue`), readFileSync(`${ROOT}dist/cli/prepared.json`, "utf8"));
}

/** The files as a run meets them: read ahead by another thread where they are many. */
async function turnsOf(): Promise<() => AsyncIterable<Turn> | readonly Turn[]> {
  const { ReadingAhead } = await import("../../src/cli/reading-ahead.js");
  const { jobsFor } = await import("../../src/cli/jobs.js");
  const { tuneEngine } = await import("../../src/cli/tune-engine.js");
  const aheadThread = new URL("dist/cli/ahead-thread.js", pathToFileURL(ROOT));
  return () => {
    const turns = unread();
    tuneEngine(turns.length);
    const jobs = jobsFor(turns.length, undefined, { processors: availableParallelism() });
    const files = turns.map(({ file }) => file);
    return jobs > 1 ? new ReadingAhead(files, aheadThread).turns() : turns;
  };
}

/** The files of the list, to be read when their turn comes. */
function unread(): readonly Turn[] {
  return listedFiles().map((path, place) => ({ place, file: { path, shown: path, modified: "" }, read: undefined }));
}

/** The way of each file as a run goes it, rules included; with what a manifest keeps, and by one thread alone, where it is traced. */
async function takeIn({ isTraced }: { readonly isTraced: boolean }): Promise<() => Promise<number>> {
  const { loadCatalogue } = await import("../../src/catalogue/load-catalogue.js");
  const { createTakeIn } = await import("../../src/pipeline/take-in.js");
  const turns = isTraced ? unread : await turnsOf();
  const take = createTakeIn(loadCatalogue(await shipped(), []), {
    isTraced,
    isAlone: listedFiles().length === 1,
  });
  return async () => {
    let count = 0;
    for await (const { file, place, read } of turns()) {
      const arrived = { path: file.path, modified: "" };
      const whole = read === undefined ? { ...arrived, bytes: readFileSync(file.path) } : { ...arrived, read };
      const { submission, drafts } = await take(whole, place);
      if (submission === undefined) throw new Error(`${file.path} was not read: ${drafts[0]?.code}`);
      count += 1;
    }
    return count;
  };
}

/** Every file as a run with a memory takes it: «keep» reads and keeps it, «recall» finds what was kept by the last «keep». */
async function throughMemory(): Promise<() => Promise<number>> {
  const { loadCatalogue } = await import("../../src/catalogue/load-catalogue.js");
  const { readBytes } = await import("../../src/cli/find-files.js");
  const { keepBytes } = await import("../../src/cli/write-files.js");
  const { openMemory } = await import("../../src/cli/reading-memory.js");
  const { takeFile } = await import("../../src/cli/take-file.js");
  const { createTakeIn } = await import("../../src/pipeline/take-in.js");
  const catalogue = loadCatalogue(await shipped(), []);
  const memory = openMemory({ folder: `${listPath}.bo-nho` }, { read: readBytes, keep: keepBytes });
  const tools = { takeIn: createTakeIn(catalogue, { isTraced: true }), read: readBytes, memory };
  return async () => {
    const files = listedFiles();
    for (const [place, path] of files.entries()) {
      const [taken] = await takeFile({ path, shown: path, modified: "" }, place, tools);
      if (taken?.submission === undefined) throw new Error(`${path} was not read`);
    }
    return files.length;
  };
}
