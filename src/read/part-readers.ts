// Readers of the small parts that are alike in most workbooks of a folder, because one form was sent to all: what such a part
// says is kept until a workbook has another one.

import type { CellStyle } from "../model/grid.js";
import type { Limits } from "../ooxml/limits.js";
import { PartMemory } from "../ooxml/part-memory.js";
import { type Relationship, relationshipPart, relationshipsIn } from "../ooxml/relationships.js";
import type { ZipPackage } from "../ooxml/zip-package.js";
import { createPlainRows, type PlainRows } from "./plain-rows/plain-rows.js";
import { readStyles } from "./read-styles.js";
import { readWorkbookPart, type WorkbookPart } from "./read-workbook-part.js";

/** For one workbook after another; faults as of what reads the part. */
export interface PartReaders {
  readonly limits: Limits;
  readonly memory: PartMemory;
  readonly workbook: (part: Buffer) => WorkbookPart | undefined;
  readonly styles: (part: Buffer) => readonly CellStyle[];
  /** What a part points to, as `readRelationships`. */
  readonly relationships: (archive: ZipPackage, part: string) => readonly Relationship[];
  /** The short way through sheets, made when it is first asked for; the workbook that came last has it. */
  readonly plainRows: () => PlainRows | undefined;
}

export function createPartReaders(limits: Limits): PartReaders {
  let plainRows: { readonly made: PlainRows | undefined } | undefined;
  const byFolder = new Map<string, (bytes: Buffer) => readonly Relationship[]>();
  return {
    limits,
    memory: new PartMemory(),
    workbook: keepLast((part) => readWorkbookPart(part, limits)),
    styles: keepLast((part) => readStyles(part, limits)),
    relationships: (archive, part) => {
      const { name, folder } = relationshipPart(part);
      const bytes = archive.read(name);
      if (bytes === undefined) return [];
      // The package's own and those of «xl/»: other names of folders are not kept, they might be any number.
      const read = byFolder.get(folder) ?? keepLast((given) => relationshipsIn(given, folder, limits));
      if (byFolder.size < MOST_FOLDERS) byFolder.set(folder, read);
      return read(bytes);
    },
    plainRows: () => {
      plainRows ??= { made: createPlainRows() };
      return plainRows.made;
    },
  };
}

const MOST_FOLDERS = 8;

/** As `read`, which is asked only where the part is not that of the last time. */
function keepLast<T>(read: (part: Buffer) => T): (part: Buffer) => T {
  let last: { readonly part: Buffer; readonly said: T } | undefined;
  return (part) => {
    if (last?.part.equals(part) !== true) last = { part: Buffer.from(part), said: read(part) };
    return last.said;
  };
}
