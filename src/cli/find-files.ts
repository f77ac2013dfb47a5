// What lies on the disk: files below a path, their bytes. Read with the blocking calls behind promises: a run does nothing
// else meanwhile, and for thousands of small files the other calls cost ten times the reading itself.

import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { systemCode } from "./system-code.js";
import { isSystemFile } from "./system-file.js";
import { UnreadableFile } from "./unreadable-file.js";

export interface FoundFile {
  /** Absolute path, for reading. */
  readonly path: string;
  /** As the user named it, with `/` between folders. */
  readonly shown: string;
  /** Last change, ISO text; "" where the system does not tell. */
  readonly modified: string;
}

/** What a path on the command line turned out to be. */
export type Found = { readonly kind: "missing" } | { readonly kind: "files"; readonly files: readonly FoundFile[] };

export interface TextFile {
  readonly path: string;
  readonly shownPath: string;
  readonly text: string;
}

/** Files at or below a path, in the order of their names. */
export async function findFiles(path: string): Promise<Found> {
  const absolute = resolve(path);
  const info = infoOf(absolute);
  if (info === undefined) return { kind: "missing" };
  if (!info.isDirectory()) return { kind: "files", files: [foundFile(absolute, path)] };
  const files: FoundFile[] = [];
  walk({ path: absolute, shown: path, above: [] }, files);
  return { kind: "files", files };
}

/** What the system tells of a path; undefined where it tells nothing, for whatever reason. */
export function infoOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

interface Folder extends Pick<FoundFile, "path" | "shown"> {
  /** Where the folders really lie through which the way led here. */
  readonly above: readonly string[];
}

/** A link is what it leads to; one that leads nowhere, or round in a circle, stands in the list itself, to be answered for. */
function walk({ path: folder, shown, above }: Folder, into: FoundFile[]): void {
  const real = realPathOf(folder);
  const entries = above.includes(real) ? undefined : entriesOf(folder);
  if (entries === undefined) {
    into.push(foundFile(folder, shown));
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (isSystemFile(entry.name)) continue;
    const below = { path: join(folder, entry.name), shown: join(shown, entry.name) };
    const kind = entry.isSymbolicLink() ? infoOf(below.path) : entry;
    if (kind === undefined || kind.isFile()) into.push(foundFile(below.path, below.shown));
    else if (kind.isDirectory()) walk({ ...below, above: [...above, real] }, into);
  }
}

function realPathOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/** What lies in a folder; undefined where it cannot be opened: it then stands in the list itself, to be answered for. */
export function entriesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (fault) {
    if (systemCode(fault) !== "") return undefined;
    throw fault;
  }
}

function foundFile(path: string, shown: string): FoundFile {
  const modified = infoOf(path)?.mtime.toISOString() ?? "";
  return { path, shown: shown.split(sep).join("/").normalize("NFC"), modified };
}

/** Every declaration file below a folder (.yaml, .csv); undefined where the folder is missing. Rejects with `UnreadableFile`. */
export async function declarationFiles(folder: string): Promise<readonly TextFile[] | undefined> {
  const found = await findFiles(folder);
  if (found.kind === "missing") return undefined;
  const start = resolve(folder).length + 1;
  return found.files
    .filter((file) => /\.(ya?ml|csv)$/i.test(file.path))
    .map((file) => ({
      path: file.path.slice(start).split(sep).join("/"),
      shownPath: file.shown,
      text: bytesOf(file)
        .toString("utf8")
        .replace(/^\uFEFF/, ""),
    }));
}

/** The bytes of a file. Rejects with `UnreadableFile`. */
export async function readBytes(path: string): Promise<Uint8Array> {
  return bytesOf({ path, shown: path });
}

function bytesOf({ path, shown }: Pick<FoundFile, "path" | "shown">): Buffer {
  try {
    return readFileSync(path);
  } catch (fault) {
    throw systemCode(fault) === "" ? fault : new UnreadableFile(shown, fault);
  }
}
