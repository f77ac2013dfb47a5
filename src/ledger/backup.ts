// A working folder's ledger and declarations as one zip, and back. A list inside says every file's SHA-256; what does not
// agree with it, or would lead out of the folder, is no backup.

import { createHash } from "node:crypto";
import { ARCHIVE_LIMITS } from "../ooxml/limits.js";
import { PackageFault } from "../ooxml/package-fault.js";
import { ZipPackage } from "../ooxml/zip-package.js";
import { packPart, writeZip } from "../ooxml/zip-writer.js";
import type { NamedBytes } from "./ledger-file.js";

/** The list's name in the archive. */
const LIST = "MUC-LUC.json";
const MARK = "khuyenhoc sao-luu";
const SCHEMA = 1;

/** Lines of a ledger repeat themselves: they pack better than any workbook. */
const LIMITS = { ...ARCHIVE_LIMITS, ratio: 20_000 };

export interface Backup {
  /** When it was made, ISO text in UTC. */
  readonly created: string;
  /** In the order of the list. */
  readonly files: readonly NamedBytes[];
}

/** not-one: no backup at all · later: of a later program · damaged: a file of it is missing, altered or not listed. */
export type BackupFault =
  | { readonly kind: "not-one" | "later" }
  | { readonly kind: "damaged"; readonly paths: readonly string[] };

interface ListedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** The archive of these files; paths with `/`, below the working folder. */
export function packBackup({ created, files }: Backup, version: string): Uint8Array {
  const listed = files.map(({ path, bytes }): ListedFile => ({ path, size: bytes.length, sha256: sha256(bytes) }));
  const list = JSON.stringify({ mark: MARK, schema: SCHEMA, created, version, files: listed }, null, 1);
  const parts = [{ path: LIST, bytes: Buffer.from(list, "utf8") }, ...files];
  return writeZip(parts.map(({ path, bytes }) => packPart(path, bytes)));
}

/** Every file of a backup, each the very bytes that were packed, or why it cannot be relied on. */
export function openBackup(bytes: Uint8Array): Backup | BackupFault {
  try {
    return contentsOf(new ZipPackage(bytes, LIMITS));
  } catch (fault) {
    if (fault instanceof PackageFault || fault instanceof SyntaxError) return { kind: "not-one" };
    throw fault;
  }
}

/** True for a path that stays below the folder it is joined to, on every system. */
export function isBelow(path: string): boolean {
  const steps = path.split("/");
  return !/[\\:\0]/.test(path) && steps.every((step) => step !== "" && step !== "." && step !== "..");
}

function contentsOf(archive: ZipPackage): Backup | BackupFault {
  const text = archive.read(LIST)?.toString("utf8");
  const list: unknown = text === undefined ? undefined : JSON.parse(text);
  if (!isRecord(list) || list["mark"] !== MARK || !Array.isArray(list["files"])) return { kind: "not-one" };
  if (list["schema"] !== SCHEMA) return { kind: "later" };
  const listed: readonly unknown[] = list["files"];
  const files = listed.map((one) => verified(one, archive));
  const names = new Set([LIST, ...files.map(({ path }) => path)]);
  const wrong = [
    ...files.flatMap(({ path, bytes }) => (bytes === undefined ? [path] : [])),
    ...archive.entries.filter(({ name }) => !names.has(name)).map(({ name }) => name),
  ];
  if (wrong.length > 0) return { kind: "damaged", paths: wrong };
  return {
    created: String(list["created"]),
    files: files.flatMap(({ path, bytes }) => (bytes === undefined ? [] : [{ path, bytes }])),
  };
}

/** The bytes of a listed file; undefined where they are not the ones that were packed. */
function verified(
  listed: unknown,
  archive: ZipPackage,
): { readonly path: string; readonly bytes: Uint8Array | undefined } {
  const path = isRecord(listed) ? String(listed["path"]) : "";
  const bytes = isBelow(path) ? unpacked(archive, path) : undefined;
  const isSame = isRecord(listed) && bytes !== undefined && sha256(bytes) === listed["sha256"];
  return { path, bytes: isSame ? bytes : undefined };
}

function unpacked(archive: ZipPackage, path: string): Uint8Array | undefined {
  try {
    return archive.read(path);
  } catch (fault) {
    if (fault instanceof PackageFault) return undefined;
    throw fault;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
