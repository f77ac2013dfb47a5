// One measured task in a process of its own: `task.ts <name> <list of files> [sample]`. Prints milliseconds of the work
// (start-up and imports left out) and the peak memory of the process.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { inflateRawSync } from "node:zlib";
import type ExcelJS from "exceljs";
import type { contributionsOf } from "../../src/aggregate/contributions-of.js";
import type { createNormaliser } from "../../src/normalise/create-normaliser.js";
import type { readWorkbook } from "../../src/read/read-workbook.js";
import type { createRecogniser } from "../../src/recognise/create-recogniser.js";
import { DECLARATIONS } from "./generate.js";

const [name = "", listPath = "", sample = "0"] = process.argv.slice(2);
const all = name === "rewrite" ? [listPath] : readFileSync(listPath, "utf8").trim().split("\n");
const count = Number(sample) || all.length;
/** A sample is spread evenly over the list. */
const files = all.filter(
  (_, index) => Math.floor((index * count) / all.length) !== Math.floor(((index - 1) * count) / all.length),
);

const run = await prepare();
const started = performance.now();
const result = await run();
const milliseconds = performance.now() - started;
const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ milliseconds, files: files.length, peakMegabytes: maxRSS / 1024, result }));

async function prepare(): Promise<() => number | Promise<number>> {
  if (name === "inflate") return inflateOnly;
  if (name === "exceljs") return loadWithExceljs((await import("exceljs")).default);
  if (name === "facts") return toFacts();
  if (name === "rewrite") return writeAgain((await import("exceljs")).default);
  throw new Error(`no task ${name}`);
}

/** The floor: nothing but inflating the parts that any reader needs. */
function inflateOnly(): number {
  let total = 0;
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
        total += bytes.readUInt16LE(at + 10) === 0 ? packed.length : inflateRawSync(packed).length;
      }
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  }
  return total;
}

type Excel = typeof ExcelJS;

function loadWithExceljs(excel: Excel): () => Promise<number> {
  return async () => {
    let sheets = 0;
    for (const file of files) {
      const workbook = new excel.Workbook();
      await workbook.xlsx.readFile(file);
      sheets += workbook.worksheets.length;
    }
    return sheets;
  };
}

/** The cells of a finished workbook, with their styles, written once more by exceljs alone. */
async function writeAgain(excel: Excel): Promise<() => Promise<number>> {
  const source = new excel.Workbook();
  await source.xlsx.readFile(listPath);
  return async () => {
    const copy = new excel.Workbook();
    let cells = 0;
    for (const sheet of source.worksheets) {
      const page = copy.addWorksheet(sheet.name);
      sheet.eachRow((row, number) => {
        row.eachCell((cell, column) => {
          const target = page.getCell(number, column);
          target.value = cell.value;
          target.style = cell.style;
          cells += 1;
        });
      });
    }
    await copy.xlsx.writeBuffer();
    return cells;
  };
}

/** Bytes → grid → recognised → submission → facts; rules are not run. */
async function toFacts(): Promise<() => number> {
  const { catalogueWithFolder } = await import("../../fixtures/kit/catalogue.js");
  const dist = <T>(path: string): Promise<T> => import(pathToFileURL(`dist/${path}`).href);
  const read = await dist<{ readWorkbook: typeof readWorkbook }>("read/read-workbook.js");
  const recogniser = await dist<{ createRecogniser: typeof createRecogniser }>("recognise/create-recogniser.js");
  const normaliser = await dist<{ createNormaliser: typeof createNormaliser }>("normalise/create-normaliser.js");
  const fold = await dist<{ contributionsOf: typeof contributionsOf }>("aggregate/contributions-of.js");
  const catalogue = catalogueWithFolder(DECLARATIONS);
  const recognise = recogniser.createRecogniser(catalogue);
  const normalise = normaliser.createNormaliser(catalogue);
  return () => {
    const kept = [];
    for (const [index, file] of files.entries()) {
      const book = read.readWorkbook(readFileSync(file), file).value;
      if (book === undefined) throw new Error(`${file} was not read`);
      const recognised = recognise(book, file).value;
      const submission = normalise(recognised, { path: file, sha256: "" }).value;
      kept.push(fold.contributionsOf(submission, index, catalogue));
    }
    return kept.flat().reduce((sum, one) => sum + one.facts.length, 0);
  };
}
