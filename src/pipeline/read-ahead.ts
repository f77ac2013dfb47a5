// Reading apart from understanding: a workbook may be read before the thread that understands it asks for it.

import { hash } from "node:crypto";
import type { FindingDraft } from "../model/finding.js";
import type { WorkbookGrid } from "../model/grid.js";
import { BookPacker, BookUnpacker, type PackedBooks } from "../read/packed-books.js";
import { isLarge } from "../read/read-large-workbook.js";
import { createWorkbookReader } from "../read/read-workbook.js";

/** A workbook as it was read, before anything in it is recognised. */
export interface ReadBook {
  readonly sha256: string;
  readonly book: WorkbookGrid;
  readonly findings: readonly FindingDraft[];
}

/** Workbooks read ahead, on their way to another thread; `facts` stand in the order of the packed books. */
export interface BooksAhead {
  readonly packed: PackedBooks;
  readonly facts: readonly {
    readonly place: number;
    readonly sha256: string;
    readonly findings: ReadBook["findings"];
  }[];
}

/** SHA-256 of a file, hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return hash("sha256", bytes);
}

/**
 * Reads what is one ordinary workbook, one after another; gives undefined for everything else, which is read when its turn
 * comes: very large files, archives of files, other formats, files that cannot be read. `shown` is the path for findings.
 */
export function createReadAhead(): (bytes: Uint8Array, shown: string) => ReadBook | undefined {
  const read = createWorkbookReader();
  return (bytes, shown) => {
    if (isLarge(bytes)) return undefined;
    const { value, findings } = read(bytes, shown);
    return value === undefined ? undefined : { sha256: hashOf(bytes), book: value, findings };
  };
}

/** Packs workbooks for `createBookUnpack`, which must get all packages in this order. Each comes with its place in a list. */
export function createBookPack(): (read: readonly (readonly [place: number, read: ReadBook])[]) => BooksAhead {
  const packer = new BookPacker();
  return (read) => ({
    packed: packer.pack(read.map(([, { book }]) => book)),
    facts: read.map(([place, { sha256, findings }]) => ({ place, sha256, findings })),
  });
}

/** Gives the workbooks of a package, by their places. */
export function createBookUnpack(): (ahead: BooksAhead) => ReadonlyMap<number, ReadBook> {
  const unpacker = new BookUnpacker();
  return ({ packed, facts }) => {
    const books = unpacker.unpack(packed);
    return new Map(
      facts.map(({ place, ...rest }, index) => {
        const book = books[index];
        if (book === undefined) throw new Error("a package lacks a workbook");
        return [place, { book, ...rest }];
      }),
    );
  };
}
