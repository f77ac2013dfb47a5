// A workbook opened: its parts found through the parts that point to them, its texts and styles read, its sheets still
// packed.

import type { Grid, WorkbookGrid } from "../model/grid.js";
import { identifyContent } from "../ooxml/identify-content.js";
import { identifyPackage } from "../ooxml/identify-package.js";
import { damaged, otherFormat, overLimit } from "../ooxml/package-fault.js";
import type { Relationship } from "../ooxml/relationships.js";
import type { ZipEntry } from "../ooxml/zip-directory.js";
import { ZipPackage } from "../ooxml/zip-package.js";
import { type BookContext, Spending } from "./book-context.js";
import { CellBuffer } from "./cell-buffer.js";
import type { PartReaders } from "./part-readers.js";
import { readSharedStrings } from "./read-shared-strings.js";
import type { SheetPlace } from "./read-sheet.js";
import type { SheetEntry } from "./read-workbook-part.js";
import { StyleTable } from "./style-table.js";

export interface OpenedWorkbook {
  readonly archive: ZipPackage;
  readonly context: BookContext;
  readonly book: Omit<WorkbookGrid, "sheets">;
  /**
   * The sheets in the workbook's order. No part for sheets of charts, dialogs and macros, which hold no cells to read.
   * Faults: a sheet without its part.
   */
  sheets(): Generator<{ readonly place: Omit<SheetPlace, "index">; readonly part: ZipEntry | undefined }>;
}

/** Parts as most programs name them: only a hint of what will be asked for, which the relationships alone decide. */
const USUAL_PARTS = /(?:^|\/)(?:(?:_rels\/\.|workbook\.xml\.)rels|(?:workbook|sharedStrings|styles|sheet\d+)\.xml)$/i;

/** Opens a workbook. Faults: no workbook, another format, damaged, password, any limit. */
export function openWorkbook(given: Uint8Array, parts: PartReaders): OpenedWorkbook {
  const { limits } = parts;
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.length > limits.packageBytes) throw overLimit("packageBytes", limits);
  const strange = identifyContent(bytes);
  if (strange !== undefined) throw strange;
  const archive = new ZipPackage(bytes, limits);
  archive.unpackAhead(USUAL_PARTS, parts.memory);
  const main = mainPart(archive, parts);
  const book = parts.workbook(main.bytes);
  if (book === undefined) throw identifyPackage(archive);
  const relationships = parts.relationships(archive, main.name);
  const styles = targetOf(archive, relationships, "styles");
  const plain = parts.plainRows();
  const strings = readSharedStrings(targetOf(archive, relationships, "sharedStrings"), limits, plain?.texts);
  const styleTable = new StyleTable(styles === undefined ? [] : parts.styles(styles));
  plain?.startBook(strings, styleTable, limits);
  return {
    archive,
    book,
    context: {
      strings,
      styles: styleTable,
      date1904: book.date1904,
      limits,
      cells: new CellBuffer(limits, strings.texts, plain?.block),
      spent: new Spending(limits),
      plain,
    },
    sheets: () => sheetsOf(book.sheets, archive, relationships),
  };
}

function* sheetsOf(
  sheets: readonly SheetEntry[],
  archive: ZipPackage,
  relationships: readonly Relationship[],
): ReturnType<OpenedWorkbook["sheets"]> {
  for (const place of sheets) yield { place, part: sheetPart(archive, relationships, place) };
}

/** The workbook of these sheets. */
export function bookOf({ book }: OpenedWorkbook, sheets: readonly Grid[]): WorkbookGrid {
  return { sheets, date1904: book.date1904, definedNames: book.definedNames };
}

function mainPart(archive: ZipPackage, parts: PartReaders): { readonly name: string; readonly bytes: Buffer } {
  const root = parts.relationships(archive, "").find((candidate) => candidate.type === "officeDocument");
  const name = root?.target;
  const bytes = name === undefined ? undefined : archive.read(name);
  if (name === undefined || bytes === undefined) throw identifyPackage(archive);
  if (name.toLowerCase().endsWith(".bin")) throw otherFormat("bảng tính nhị phân .xlsb");
  return { name, bytes };
}

/** Bytes of the one part of a type; undefined where the workbook has none. */
function targetOf(archive: ZipPackage, relationships: readonly Relationship[], type: string): Buffer | undefined {
  const target = relationships.find((candidate) => candidate.type === type)?.target;
  return target === undefined ? undefined : archive.read(target);
}

function sheetPart(
  archive: ZipPackage,
  relationships: readonly Relationship[],
  sheet: SheetEntry,
): ZipEntry | undefined {
  const relationship = relationships.find((candidate) => candidate.id === sheet.relationship);
  if (relationship === undefined) throw damaged("thiếu nội dung của một trang tính");
  if (relationship.type !== "worksheet") return undefined;
  const part = relationship.target === undefined ? undefined : archive.find(relationship.target);
  if (part === undefined) throw damaged("thiếu nội dung của một trang tính");
  return part;
}
