// The only door to disk, clock, terminal and settings. Everything else gets them through an Env, so that a test can
// hand in its own.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { join, resolve, sep } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { declarationFiles, type Found, findFiles, readBytes, type TextFile } from "./find-files.js";
import { appendText, canWrite, dropSiblings, keepBytes, makeFolders, replaceFile, writeFile } from "./write-files.js";

export interface Env {
  /** Width of the terminal in characters; 80 where there is none. */
  readonly columns: number;
  readonly hasColour: boolean;
  /** True where standard error is a terminal: progress may be shown there. */
  readonly showsProgress: boolean;
  /** Moment of the run, ISO text in UTC; SOURCE_DATE_EPOCH sets it. */
  now(): string;
  print(text: string): void;
  tell(text: string): void;
  /** Replaces the terminal's last line; "" clears it. */
  tellInPlace(text: string): void;
  /**
   * Asks at the terminal and gives the answer without blanks around it; undefined where the input has ended. Absent where
   * nobody sits at a terminal: nothing prompts there.
   */
  readonly ask?: (question: string) => Promise<string | undefined>;
  /** Makes a folder with those above it; one that is there stays. */
  makeFolder(path: string): Promise<void>;
  /** Files at or below a path, in the order of their names. */
  find(path: string): Promise<Found>;
  /** The bytes of a file. Rejects with `UnreadableFile`. */
  read(path: string): Promise<Uint8Array>;
  /** True where `path` is `folder` itself or lies below it. */
  isInside(path: string, folder: string): boolean;
  /**
   * Writes a file whole or not at all, beside its target and then renamed. Where the target is held open by another
   * program a numbered sibling is written. Gives the path written.
   */
  write(path: string, bytes: Uint8Array): Promise<string>;
  /** Keeps a file that can be made again: it appears whole or not at all, and where the system will not, not at all. */
  keep(path: string, bytes: Uint8Array): void;
  /** Takes away what lies beside a folder and is called like it (hexadecimal digits, as many): kept for another ground. */
  dropSiblings(folder: string): Promise<void>;
  /** Writes a file whole, or throws and leaves what was there: for a list that has one place only. */
  replace(path: string, bytes: Uint8Array): Promise<void>;
  /**
   * Adds text at the end of a file to which others may be adding at the same moment, so that nobody's is lost; a file that is not
   * there yet begins with `heading`. Throws where the system will not.
   */
  append(path: string, text: string, heading: string): Promise<void>;
  /** Every declaration file below a folder (.yaml, .csv); undefined where it is missing. Rejects with `UnreadableFile`. */
  declarations(folder: string): Promise<readonly TextFile[] | undefined>;
  /** What the program runs on, for whoever looks for a fault. */
  readonly machine: Machine;
  /** True where a file could be written to the folder. */
  canWrite(folder: string): Promise<boolean>;
  /** Processors the machine lets a run use. */
  readonly processors: number;
  /**
   * The programs of threads beside the main one: one takes in files as it does, one only reads them ahead of it, one packs
   * for the manifest what they gave.
   */
  readonly readingThread: URL;
  readonly aheadThread: URL;
  readonly packingThread: URL;
  /** The folder of shipped declarations. */
  readonly shippedCatalogue: string;
  /** The shipped declarations read ahead; undefined where the program was not built. */
  preparedDeclarations(): string | undefined;
  readonly version: string;
  /** Changes with the program as it was built, whatever its version says. */
  programMark(): string;
}

export interface Machine {
  /** «v20.20.2» */
  readonly node: string;
  /** «win32 x64» */
  readonly system: string;
  readonly memoryBytes: number;
  /** The current folder. */
  readonly folder: string;
}

const ROOT = new URL("../../", import.meta.url);

/** The real machine. */
export async function machineEnv(): Promise<Env> {
  const { stdout, stderr, env } = process;
  const manifest: unknown = JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8"));
  return {
    columns: stdout.columns > 0 ? stdout.columns : 80,
    hasColour: stdout.isTTY === true && !env["NO_COLOR"],
    showsProgress: stderr.isTTY === true,
    now: () => momentOf(env["SOURCE_DATE_EPOCH"]),
    print: (text) => void stdout.write(`${text}\n`),
    tell: (text) => void stderr.write(`${text}\n`),
    tellInPlace: (text) => void stderr.write(`\r\u001b[K${text}`),
    ...(process.stdin.isTTY === true && stderr.isTTY === true ? { ask: askAtTerminal } : {}),
    makeFolder: async (path) => makeFolders(resolve(path)),
    find: findFiles,
    read: readBytes,
    isInside: (path, folder) => `${resolve(path)}${sep}`.startsWith(`${resolve(folder)}${sep}`),
    write: writeFile,
    keep: keepBytes,
    dropSiblings,
    replace: replaceFile,
    append: appendText,
    declarations: declarationFiles,
    machine: {
      node: process.version,
      system: `${process.platform} ${process.arch}`,
      memoryBytes: totalmem(),
      folder: process.cwd(),
    },
    canWrite,
    processors: availableParallelism(),
    readingThread: new URL("reading-thread.js", import.meta.url),
    aheadThread: new URL("ahead-thread.js", import.meta.url),
    packingThread: new URL("packing-thread.js", import.meta.url),
    shippedCatalogue: fileURLToPath(new URL("src/catalogue", ROOT)),
    preparedDeclarations,
    version: versionOf(manifest),
    programMark,
  };
}

/** Names, sizes and moments of the files the program was built as. */
function programMark(): string {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  return readdirSync(folder)
    .map((name) => ({ name, info: statSync(join(folder, name)) }))
    .map(({ name, info }) => `${name} ${info.size} ${Math.trunc(info.mtimeMs)}`)
    .join("\n");
}

/** One question on standard error, so that results on standard output stay clean. */
async function askAtTerminal(question: string): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await new Promise<string | undefined>((answer) => {
      lines.once("close", () => answer(undefined));
      lines.question(question, (text) => answer(text.trim()));
    });
  } finally {
    lines.close();
  }
}

/** SOURCE_DATE_EPOCH is in seconds; anything but a whole number is not a moment and the clock is asked. */
function momentOf(epoch: string | undefined): string {
  return epoch !== undefined && /^\d+$/.test(epoch)
    ? new Date(Number(epoch) * 1000).toISOString()
    : new Date().toISOString();
}

function versionOf(manifest: unknown): string {
  const hasVersion = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return hasVersion ? String(manifest.version) : "0";
}

function preparedDeclarations(): string | undefined {
  const place = new URL("prepared.json", import.meta.url);
  return existsSync(place) ? readFileSync(place, "utf8") : undefined;
}
