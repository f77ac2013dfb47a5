// Files inside a zip archive, as if they stood in a folder of its name. Names are labels: nothing is written anywhere, and
// no name leads anywhere. An archive that is itself a document (.xlsx, .docx, .ods) is none to be opened here.

import type { FindingDraft } from "../model/finding.js";
import { ARCHIVE_LIMITS, type Limits } from "../ooxml/limits.js";
import { encrypted, faultFinding, overLimit, PackageFault } from "../ooxml/package-fault.js";
import type { ZipEntry } from "../ooxml/zip-directory.js";
import { ZipPackage } from "../ooxml/zip-package.js";

export interface ArchiveMember {
  /** `goi.zip/xa/bao-cao.xlsx`. */
  readonly path: string;
  /** Empty where `refusal` says why the file could not be unpacked. */
  readonly bytes: Uint8Array;
  readonly refusal: FindingDraft | undefined;
}

export interface ArchiveOptions {
  /** False for files nobody sent; asked with the name alone. */
  readonly isWanted: (name: string) => boolean;
  readonly limits?: Limits;
}

/** Folder in which macOS keeps what belongs to its own disk. */
const MAC_FOLDER = "__MACOSX";
/** Parts that only documents have; a document that lost some of them is still no folder of files. */
const DOCUMENT_PARTS = [
  "[Content_Types].xml",
  "_rels/.rels",
  "xl/workbook.xml",
  "word/document.xml",
  "mimetype",
  "META-INF/manifest.xml",
  "content.xml",
];

/**
 * The files of an archive, unpacked one by one as they are asked for, archives inside it opened as well. Undefined where
 * the file is no archive of files. Findings at a member: V-K10 damaged, V-K15 beyond a limit, V-K16 password.
 */
export function archiveMembers(
  bytes: Uint8Array,
  path: string,
  { isWanted, limits = ARCHIVE_LIMITS }: ArchiveOptions,
): Iterable<ArchiveMember> | undefined {
  const archive = openArchive(bytes, limits);
  if (archive === undefined) return undefined;
  return new MemberReader(isWanted, limits).read(archive, path, 1);
}

/** Undefined for what is no zip, for documents, for archives that cannot be opened or hold nothing. */
function openArchive(bytes: Uint8Array, limits: Limits): ZipPackage | undefined {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes.length > limits.packageBytes) return undefined;
  try {
    const archive = new ZipPackage(bytes, limits);
    const isDocument = DOCUMENT_PARTS.some((part) => archive.find(part) !== undefined);
    return isDocument || archive.entries.length === 0 ? undefined : archive;
  } catch (fault) {
    if (fault instanceof PackageFault) return undefined;
    throw fault;
  }
}

class MemberReader {
  private readonly isWanted: (name: string) => boolean;
  private readonly limits: Limits;
  private readonly taken = new Set<string>();
  /** Bytes unpacked and files met, in all archives together. */
  private bytes = 0;
  private files = 0;

  constructor(isWanted: (name: string) => boolean, limits: Limits) {
    this.isWanted = isWanted;
    this.limits = limits;
  }

  *read(archive: ZipPackage, path: string, depth: number): Generator<ArchiveMember> {
    const entries = archive.entries.filter((entry) => this.isSent(entry));
    if (entries.length > 0 && entries.every((entry) => entry.isEncrypted)) {
      yield refused(path, encrypted());
      return;
    }
    for (const entry of entries) {
      const label = this.labelFor(`${path}/${foldersOf(entry.name).join("/")}`);
      const bytes = this.unpack(archive, entry);
      if (bytes instanceof PackageFault) {
        yield refused(label, bytes);
        if (bytes.code === "V-K15" && this.isSpent()) return;
        continue;
      }
      const inner = openArchive(bytes, this.limits);
      if (inner === undefined) yield { path: label, bytes, refusal: undefined };
      else if (depth < this.limits.archiveDepth) yield* this.read(inner, label, depth + 1);
      else yield refused(label, overLimit("archiveDepth", this.limits));
    }
  }

  private isSent({ name }: ZipEntry): boolean {
    const folders = foldersOf(name);
    return (
      folders.length > 0 &&
      !folders.includes(MAC_FOLDER) &&
      folders.every((folder) => !folder.startsWith(".") && this.isWanted(folder))
    );
  }

  private unpack(archive: ZipPackage, entry: ZipEntry): Uint8Array | PackageFault {
    this.files++;
    this.bytes += entry.size;
    if (this.files > this.limits.parts) return fault(overLimit("parts", this.limits, this.files));
    if (this.bytes > this.limits.totalBytes) return fault(overLimit("totalBytes", this.limits, this.bytes));
    try {
      return archive.readEntry(entry);
    } catch (cause) {
      return fault(cause);
    }
  }

  private isSpent(): boolean {
    return this.files > this.limits.parts || this.bytes > this.limits.totalBytes;
  }

  /** Two files that would be shown alike are told apart. */
  private labelFor(path: string): string {
    let label = path;
    for (let number = 2; this.taken.has(label); number++) label = numbered(path, number);
    this.taken.add(label);
    return label;
  }
}

/** A name's parts as labels: no drive, no way up, no control characters. */
function foldersOf(name: string): readonly string[] {
  return name
    .normalize("NFC")
    .replace(/\p{Cc}/gu, " ")
    .split("/")
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== "." && part !== ".." && !/^[A-Za-z]:$/.test(part));
}

function numbered(path: string, number: number): string {
  const dot = path.lastIndexOf(".");
  return dot > path.lastIndexOf("/") ? `${path.slice(0, dot)} (${number})${path.slice(dot)}` : `${path} (${number})`;
}

function fault(cause: unknown): PackageFault {
  if (cause instanceof PackageFault) return cause;
  throw cause;
}

function refused(path: string, cause: PackageFault): ArchiveMember {
  return { path, bytes: new Uint8Array(0), refusal: faultFinding(cause, { file: path }) };
}
