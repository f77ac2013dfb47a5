// The house rules that a compiler cannot see: who may import whom, where each package lives, how long a file may be.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const STAGES = ["read", "recognise", "normalise", "validate", "aggregate", "lay-out", "write"];

/** Folder of src → folders it may import, besides itself; each with the reason. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [], // nouns stand on nothing
  ooxml: ["model"], // zip and XML know findings and dates, no stage
  checks: ["model"], // a kind of check sees records, not stages
  catalogue: ["model", "checks"], // rules are bound to their checks when they are loaded
  read: ["model", "ooxml"], // bytes come from packages
  recognise: ["model"],
  normalise: ["model"],
  validate: ["model", "checks"],
  aggregate: ["model"],
  "lay-out": ["model"],
  write: ["model", "ooxml"], // packages are written again with fixed dates
  trace: ["model", "ooxml"], // manifests are archives of totals and cells
  pipeline: ["model", "ooxml", "trace", ...STAGES], // the one place where stages meet
  "blank-forms.ts": ["model", "pipeline", "lay-out", "write"], // the way out alone: declarations → forms to be filled in
  "deliver.ts": ["model", "pipeline", "aggregate", "lay-out", "write"], // what a finished run leaves behind
  ledger: ["model", "ooxml"], // what outlives a run, as plain lines; packed up as an archive
  "own-forms.ts": ["model", "read", "recognise", "lay-out", "write"], // an office's own form, declared and filled
  cli: ["model", "catalogue", "pipeline", "blank-forms.ts", "own-forms.ts", "deliver.ts", "trace", "ledger"], // commands reach the stages through these
};

/** Package → the only folders that may import it. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  exceljs: ["write"], // the writer
  "hyparquet-writer": ["write"], // tables for engines, loaded only when asked for
  "@e965/xlsx": ["read"], // binary workbooks, loaded only when one comes
  "csv-parse/sync": ["read", "catalogue"], // CSV submissions; the register's lists
  "csv-stringify/sync": ["write", "cli"],
  yaml: ["catalogue"],
  zod: ["catalogue", "checks"], // shapes of declarations and of check parameters
  commander: ["cli"],
  chalk: ["cli"],
  "node:fs": ["cli"],
  "node:fs/promises": ["cli"],
  "node:v8": ["cli"], // reports read before, kept as threads hand them over; the engine's settings
  "node:vm": ["cli"], // the program from the engine's own code of it
  "node:zlib": ["ooxml", "read"],
  "node:util": ["ooxml"], // promisify
  "node:buffer": ["ooxml"], // is a file UTF-8?
  "node:module": ["read", "cli"], // where SheetJS stands, for its thread; what a built file asks for by require
  "node:worker_threads": ["read", "cli"], // SheetJS under a clock and a bound of memory; files read side by side
  "node:timers/promises": ["cli"], // room for what other threads deliver
  "node:os": ["cli"], // how many processors
  "node:crypto": ["cli", "catalogue", "ledger", "pipeline", "blank-forms.ts"], // SHA-256 of inputs and declarations; names of drafts
  "node:path": ["cli"],
  "node:readline": ["cli"], // questions at a terminal
  "node:url": ["cli"],
};

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly text: string;
}

function sources(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => {
      const path = relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/");
      return { path, room: path.split("/")[1] ?? "", text: readFileSync(join(ROOT, path), "utf8") };
    });
}

const SOURCES = sources("src");

function importsOf(file: SourceFile): string[] {
  const stated = file.text.matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)"|\bimport\("([^"]+)"\)/gm);
  return [...stated].map((match) => match[1] ?? match[2] ?? "");
}

describe("the layers", () => {
  it.each(SOURCES.map((file) => [file.path, file] as const))("%s imports only what its room may", (_path, file) => {
    const allowed = ALLOWED[file.room];
    expect(allowed, `room ${file.room} is not in the table`).toBeDefined();
    for (const name of importsOf(file)) {
      if (!name.startsWith(".")) {
        expect(HOMES[name], `${name} has no home in the table`).toBeDefined();
        expect(HOMES[name], `${file.path} imports ${name}`).toContain(file.room);
        continue;
      }
      const target = new URL(name, `file:///${file.path}`).pathname.slice(1).replace(/\.js$/, ".ts");
      const room = target.split("/")[1] ?? "";
      if (room !== file.room) expect(allowed, `${file.path} imports ${target}`).toContain(room);
    }
  });
});

describe("sizes", () => {
  it.each([...SOURCES, ...sources("test")].map((file) => [file.path, file] as const))(
    "%s has at most 400 lines",
    (_path, file) => {
      expect(file.text.split("\n").length).toBeLessThanOrEqual(400);
    },
  );
});

describe("habits", () => {
  const REFUSED: readonly (readonly [string, RegExp])[] = [
    ["any", /:\s*any\b|<any>|as any/],
    ["a cast", /(?<!import .*)(?<!\bimport \{[^}]*)\bas (?!const\b)[A-Z]\w*[;,)\s]/],
    ["@ts-ignore", /@ts-(ignore|expect-error|nocheck)/],
    ["blank made 0", /(\?\?|\|\|) 0\b/],
    ["an empty catch", /catch\s*(\([^)]*\))?\s*\{\s*\}/],
    ["a default export", /export default/],
    ["a mark left behind", /\b(TODO|FIXME|XXX|HACK)\b/],
  ];
  /** Places where `?? 0` is about something else than a figure, with the reason. */
  const EXCUSED: Readonly<Record<string, string>> = {
    "src/model/finding.ts": "orders findings without a cell before those with one",
    "src/cli/print/report-json.ts": "a file that was not read has seen 0 cells",
    "src/cli/print/run-text.ts": "counts files and findings from 0",
    "src/checks/total-row.ts": "a total without a stated range begins at the first row",
    "src/normalise/read-figures.ts": "a mark of a cell, 0 for none yet",
    "src/normalise/table-layout.ts": "column 0 is no column",
    "src/normalise/unit-name-key.ts": "a letter that is no Roman digit is worth nothing",
    "src/model/edit-distance.ts": "the table of edit distances",
  };

  it.each(SOURCES.map((file) => [file.path, file] as const))("%s keeps them", (_path, file) => {
    const code = file.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    for (const [name, pattern] of REFUSED) {
      if (name === "blank made 0" && EXCUSED[file.path] !== undefined) continue;
      expect(pattern.exec(code)?.[0], `${file.path}: ${name}`).toBeUndefined();
    }
  });

  it("names a file for what it holds", () => {
    const vague = SOURCES.filter((file) => /(util|helper|common|misc|shared)s?\.ts$/.test(file.path));
    expect(vague.map((file) => file.path)).toEqual([]);
  });

  it("keeps the engines ignorant of any particular form or indicator", () => {
    const engines = SOURCES.filter((file) => ![".yaml"].includes(file.path));
    const knowing = engines.filter((file) =>
      /["'`](BM\d\d|HV\d\d|DS\d\d|TC\d\d|MH\d|Q\d\d)/.test(file.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")),
    );
    expect(knowing.map((file) => file.path)).toEqual([]);
  });
});
