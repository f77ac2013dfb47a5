// Thousands of broken and changed files, the same ones every time. Whatever they hold: the program does not crash, does not
// hang, gives every file a verdict, loses no cell and finds no figure that the file does not contain.
//
// FUZZ_RUNS=20 tries twenty times as many, FUZZ_SEED=7 others. A failure names its case: FUZZ_CASE=<it> tries that one alone.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Chance, chance } from "../../fixtures/kit/random.js";
import { createNormaliser } from "../../src/normalise/create-normaliser.js";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { createSubmissionReader } from "../../src/read/read-submission.js";
import { createRecogniser } from "../../src/recognise/create-recogniser.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { COMMUNE_ROWS, delimited } from "../kit/commune-table.js";
import { runReport } from "../kit/run-report.js";
import { sheetJsBytes } from "../kit/sheet-js-book.js";
import { brokenPackage, brokenText, type Parts } from "./break-package.js";
import { changedRows, packedRows } from "./change-rows.js";
import { lostCells, numbersIn, strangeFigure } from "./oracle.js";

const SEED = Number(process.env["FUZZ_SEED"] ?? "2022");
const RUNS = Number(process.env["FUZZ_RUNS"] ?? "1");
const ONLY = process.env["FUZZ_CASE"];
const BATCH = 250;
const FOLDER = "bai-nop";
/** Far beyond what any of these small files takes, on any machine. */
const HANG = 10_000;

interface Kind {
  readonly name: string;
  readonly extension: string;
  readonly count: number;
  readonly make: (luck: Chance) => Buffer;
}

const fixture = (path: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url)));
const texts: readonly (readonly [string, string])[] = [
  ["csv", delimited(";")],
  ["csv", delimited(",")],
  ["tsv", delimited("\t")],
  ["html", sheetJsBytes(COMMUNE_ROWS, "html").toString()],
  ["xml", sheetJsBytes(COMMUNE_ROWS, "xlml").toString()],
  ["fods", sheetJsBytes(COMMUNE_ROWS, "fods").toString()],
];

const KINDS: readonly Kind[] = [
  ...["tinh-quang-tri-2022/bai-nop/19441-huong-phung.xlsx", "loi/A2-ba-ria-vung-tau-quy/sai.xlsx"].map((path) =>
    ofPackage(path, fixture(path), 500),
  ),
  ofPackage("ods", sheetJsBytes(COMMUNE_ROWS, "ods"), 300),
  { name: "rows", extension: "xlsx", count: 1500, make: (luck) => packedRows(changedRows(COMMUNE_ROWS, luck), luck) },
  ...texts.map(([extension, text], index) => ({
    name: `text ${index}`,
    extension,
    count: 120,
    make: (luck: Chance) => Buffer.from(brokenText(text, luck)),
  })),
];

function ofPackage(name: string, bytes: Buffer, count: number): Kind {
  const parts = partsOf(bytes);
  return { name, extension: "xlsx", count, make: (luck) => brokenPackage(bytes, parts, luck) };
}

/** Parts that can be unpacked; a package that is none has none. */
function partsOf(bytes: Uint8Array): Parts {
  try {
    const archive = new ZipPackage(bytes);
    return archive.entries.map((entry) => [entry.name, archive.readEntry(entry).toString()]);
  } catch {
    return [];
  }
}

const catalogue = shippedCatalogue();
const read = createSubmissionReader();
const recognise = createRecogniser(catalogue);
const normalise = createNormaliser(catalogue);

/** What is wrong with how a file was taken; undefined where nothing is. */
async function faultOf(bytes: Buffer, path: string): Promise<string | undefined> {
  const started = performance.now();
  const book = (await read(bytes, path)).value;
  if (book === undefined) return slowness(started);
  const submission = normalise(recognise(book, path).value, { path, sha256: "" }).value;
  const numbers = numbersIn([bytes.toString(), ...partsOf(bytes).map(([, content]) => content)]);
  return lostCells(submission) ?? strangeFigure(submission, numbers) ?? slowness(started);
}

function slowness(started: number): string | undefined {
  const taken = performance.now() - started;
  return taken > HANG ? `${Math.round(taken)} ms` : undefined;
}

/** The command itself over many files at once, which it is given without a disk. */
async function verdicts(
  files: ReadonlyMap<string, Buffer>,
): Promise<{ readonly exit: number; readonly told: readonly string[] }> {
  const found = [...files.keys()].map((path) => ({ path, shown: path, modified: "2022-12-01T00:00:00.000Z" }));
  const { exit, report } = await runReport(
    ["validate", FOLDER, "--period", "2022", "--as-of", "2022-11-30", "--unit", "45"],
    {
      find: async (path) => (path === FOLDER ? { kind: "files", files: found } : { kind: "missing" }),
      read: async (path) => files.get(path) ?? new Uint8Array(),
    },
  );
  return { exit, told: report.files.map((file) => file.path) };
}

describe.each(KINDS)("$name", ({ name, extension, count, make }) => {
  const of = (index: number): Buffer => make(chance(SEED * 1_000_003 + index));
  const cases = Array.from({ length: Math.round(count * RUNS) }, (_, index) => index).filter(
    (index) => ONLY === undefined || ONLY === `${name} ${index}`,
  );

  it(`${cases.length} files: no crash, no hang, nothing lost, nothing invented`, {
    timeout: 60_000 + RUNS * 60_000,
  }, async () => {
    for (const index of cases) {
      const fault = await faultOf(of(index), `${FOLDER}/${index}.${extension}`).catch((crash: unknown) =>
        crash instanceof Error ? crash.stack : crash,
      );
      expect(fault, `FUZZ_SEED=${SEED} FUZZ_CASE="${name} ${index}"`).toBeUndefined();
    }
  });

  it("a verdict for every file of a folder", { timeout: 60_000 + RUNS * 60_000 }, async () => {
    for (let start = 0; start < Math.min(cases.length, BATCH * RUNS); start += BATCH) {
      const files = new Map(
        cases
          .slice(start, start + BATCH)
          .map((index) => [`${FOLDER}/${String(index).padStart(6, "0")}.${extension}`, of(index)]),
      );
      const { exit, told } = await verdicts(files);
      expect(exit, `FUZZ_SEED=${SEED}, ${name}, from ${start}`).toBeOneOf([0, 1, 3]);
      // One that has lost what tells its kind is an archive, and what lies in it is answered.
      const answered = told.map((path) => path.split("/").slice(0, 2).join("/"));
      expect([...new Set(answered)]).toEqual([...files.keys()].sort());
    }
  });
});
