// The only door to disk, clock, terminal and settings. Everything else gets them through an Env, so that a test can
// hand in its own. Files are read with the blocking calls behind promises: a run does nothing else meanwhile, and for
// thousands of small files the other calls cost ten times the reading itself.

import { randomBytes } from "node:crypto";
import {
  constants,
  type Dirent,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { access, link, open, rename, rm } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import { basename, dirname, join, resolve, sep } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { systemCode } from "./system-code.js";
import { isSystemFile } from "./system-file.js";

export interface FoundFile {
  /** Absolute path, for reading. */
  readonly path: string;
  /** As the user named it, with `/` between folders. */
  readonly shown: string;
  /** Last change, ISO text. */
  readonly modified: string;
}

/** What a path on the command line turned out to be. */
export type Found = { readonly kind: "missing" } | { readonly kind: "files"; readonly files: readonly FoundFile[] };

export interface TextFile {
  readonly path: string;
  readonly shownPath: string;
  readonly text: string;
}

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
  /** Every declaration file below a folder (.yaml, .csv); undefined where the folder is missing. */
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
    find,
    read: readBytes,
    isInside: (path, folder) => `${resolve(path)}${sep}`.startsWith(`${resolve(folder)}${sep}`),
    write: (path, bytes) => writeWhole(path, bytes, settle),
    keep: keepBytes,
    dropSiblings,
    replace: async (path, bytes) => void (await writeWhole(path, bytes, replaceTarget)),
    append,
    declarations,
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

/** The bytes of a file; rejects with what the system says. */
export async function readBytes(path: string): Promise<Uint8Array> {
  return readFileSync(path);
}

/** Keeps bytes beside others of their kind; not flushed to the disk, because a torn file is known by its hash. */
export function keepBytes(path: string, bytes: Uint8Array): void {
  const draft = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    makeFolders(dirname(path));
    writeFileSync(draft, bytes);
    renameSync(draft, path);
  } catch (fault) {
    if (systemCode(fault) === "") throw fault;
    if (infoOf(draft) !== undefined) rmSync(draft, { force: true });
  }
}

/** A folder and those it lies in, where they lack. Node's own way never ends where the system lets nobody make any (/proc). */
function makeFolders(path: string): void {
  if (infoOf(path)?.isDirectory() === true) return;
  if (dirname(path) !== path) makeFolders(dirname(path));
  try {
    mkdirSync(path);
  } catch (fault) {
    // Another run may have been quicker.
    if (infoOf(path)?.isDirectory() !== true) throw fault;
  }
}

async function dropSiblings(folder: string): Promise<void> {
  const own = basename(folder);
  const above = dirname(folder);
  const beside = infoOf(above)?.isDirectory() === true ? (entriesOf(above) ?? []) : [];
  const others = beside.filter(({ name }) => name !== own && name.length === own.length && /^[0-9a-f]+$/.test(name));
  for (const { name } of others) await rm(join(above, name), { recursive: true, force: true });
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

async function find(path: string): Promise<Found> {
  const absolute = resolve(path);
  const info = infoOf(absolute);
  if (info === undefined) return { kind: "missing" };
  if (!info.isDirectory()) return { kind: "files", files: [foundFile(absolute, path)] };
  const files: FoundFile[] = [];
  walk(absolute, path, files);
  return { kind: "files", files };
}

/** What the system tells of a path; undefined where it tells nothing, for whatever reason. */
function infoOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function walk(folder: string, shown: string, into: FoundFile[]): void {
  const entries = entriesOf(folder);
  if (entries === undefined) {
    into.push(foundFile(folder, shown));
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (isSystemFile(entry.name)) continue;
    const path = join(folder, entry.name);
    const name = join(shown, entry.name);
    if (entry.isDirectory()) walk(path, name, into);
    else if (entry.isFile()) into.push(foundFile(path, name));
  }
}

/** What lies in a folder; undefined where it may not be opened: it then stands in the list itself, to be answered for. */
function entriesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (fault) {
    if (isHeldOpen(fault)) return undefined;
    throw fault;
  }
}

function foundFile(path: string, shown: string): FoundFile {
  const { mtime } = statSync(path);
  return { path, shown: shown.split(sep).join("/").normalize("NFC"), modified: mtime.toISOString() };
}

async function declarations(folder: string): Promise<readonly TextFile[] | undefined> {
  const found = await find(folder);
  if (found.kind === "missing") return undefined;
  const start = resolve(folder).length + 1;
  return found.files
    .filter((file) => /\.(ya?ml|csv)$/i.test(file.path))
    .map((file) => ({
      path: file.path.slice(start).split(sep).join("/"),
      shownPath: file.shown,
      text: readFileSync(file.path, "utf8").replace(/^\uFEFF/, ""),
    }));
}

function preparedDeclarations(): string | undefined {
  const place = new URL("prepared.json", import.meta.url);
  return existsSync(place) ? readFileSync(place, "utf8") : undefined;
}

/** Tried with a file of its own, which is taken away again: what the system says of rights is not to be relied on. */
async function canWrite(folder: string): Promise<boolean> {
  const trial = join(folder, `.khuyenhoc.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await (await open(trial, "wx")).close();
    await rm(trial, { force: true });
    return true;
  } catch (fault) {
    if (systemCode(fault) === "") throw fault;
    return false;
  }
}

async function writeWhole(path: string, bytes: Uint8Array, into: typeof settle): Promise<string> {
  const target = resolve(path);
  makeFolders(dirname(target));
  const draft = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const handle = await open(draft, "wx");
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    return await into(draft, target);
  } catch (fault) {
    await rm(draft, { force: true });
    throw fault;
  }
}

/** One write at the end of the file, wherever that is by then: the system lets no other write in between. */
async function append(path: string, text: string, heading: string): Promise<void> {
  const target = resolve(path);
  if (infoOf(target) === undefined) await writeWhole(target, Buffer.from(heading), beginTarget);
  const handle = await open(target, constants.O_WRONLY | constants.O_APPEND);
  try {
    const { size } = await handle.stat();
    await handle.writeFile(size === 0 ? heading + text : text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The draft as the target, unless somebody was quicker. */
async function beginTarget(draft: string, target: string): Promise<string> {
  try {
    await link(draft, target);
  } catch (fault) {
    if (systemCode(fault) === "") throw fault;
    if (infoOf(target) === undefined) await rename(draft, target);
  }
  await rm(draft, { force: true });
  return target;
}

async function replaceTarget(draft: string, target: string): Promise<string> {
  await rename(draft, target);
  return target;
}

/** Renames the draft to its target; a target that is held open (or read-only) is left, and a numbered sibling is taken. */
async function settle(draft: string, target: string): Promise<string> {
  for (let number = 1; number < 100; number++) {
    const candidate = number === 1 ? target : numbered(target, number);
    if (number > 1 && (await exists(candidate))) continue;
    try {
      await rename(draft, candidate);
      return candidate;
    } catch (fault) {
      if (!isHeldOpen(fault) || number === 99) throw fault;
    }
  }
  return target;
}

function numbered(path: string, number: number): string {
  const dot = path.lastIndexOf(".");
  return dot > path.lastIndexOf(sep) ? `${path.slice(0, dot)} (${number})${path.slice(dot)}` : `${path} (${number})`;
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}

/** Windows refuses to rename over a file that another program holds open. */
function isHeldOpen(fault: unknown): boolean {
  return ["EBUSY", "EPERM", "EACCES"].includes(systemCode(fault));
}
