// bytes → Grid: the sheets of one workbook, safely and fast. Knows no form and no rule. Nothing in the file is carried
// out, and no part is looked for by its usual name: each is found through the part that points to it.

import type { Grid, WorkbookGrid } from "../model/grid.js";
import type { Outcome } from "../model/outcome.js";
import { identifyContent } from "../ooxml/identify-content.js";
import { identifyPackage } from "../ooxml/identify-package.js";
import { DEFAULT_LIMITS, type Limits } from "../ooxml/limits.js";
import { damaged, faultFinding, otherFormat, overLimit, PackageFault } from "../ooxml/package-fault.js";
import { type Relationship, readRelationships } from "../ooxml/relationships.js";
import { ZipPackage } from "../ooxml/zip-package.js";
import { type BookContext, Spending } from "./book-context.js";
import { CellBuffer } from "./cell-buffer.js";
import { decodeLegacyText } from "./legacy-text/decode-legacy-text.js";
import { readSharedStrings } from "./read-shared-strings.js";
import { readSheet } from "./read-sheet.js";
import { readStyles } from "./read-styles.js";
import { readWorkbookPart, type SheetEntry } from "./read-workbook-part.js";

/**
 * Reads one workbook; undefined where it cannot be read, with the one finding that says why: V-K02 another table format,
 * V-K10 no workbook or a damaged one, V-K15 beyond a limit, V-K16 password. A file is read whole or not at all.
 *
 * Blank cells are left out, formatted or not. Texts keep their white space; they are Unicode, composed, and what was decoded
 * or might have to be is V-K03. `file` is the path as given, for the finding.
 */
export function readWorkbook(
  bytes: Uint8Array,
  file: string,
  limits: Limits = DEFAULT_LIMITS,
): Outcome<WorkbookGrid | undefined> {
  const progress: Progress = { sheet: undefined };
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return decodeLegacyText(readBook(buffer, limits, progress), file);
  } catch (fault) {
    if (!(fault instanceof PackageFault)) throw fault;
    const place = progress.sheet === undefined ? { file } : { file, sheet: progress.sheet };
    return { value: undefined, findings: [faultFinding(fault, place)] };
  }
}

/** Parts as most programs name them: only a hint of what will be asked for, which the relationships alone decide. */
const USUAL_PARTS = /(?:^|\/)(?:(?:_rels\/\.|workbook\.xml\.)rels|(?:workbook|sharedStrings|styles|sheet\d+)\.xml)$/i;

/** How far reading came: the sheet that a fault belongs to. */
interface Progress {
  sheet: string | undefined;
}

function readBook(bytes: Buffer, limits: Limits, progress: Progress): WorkbookGrid {
  if (bytes.length > limits.packageBytes) throw overLimit("packageBytes", limits);
  const strange = identifyContent(bytes);
  if (strange !== undefined) throw strange;
  const archive = new ZipPackage(bytes, limits);
  archive.unpackAhead(USUAL_PARTS);
  const main = mainPart(archive, limits);
  const book = readWorkbookPart(main.bytes, limits);
  if (book === undefined) throw identifyPackage(archive);
  const relationships = readRelationships(archive, main.name, limits);
  const context: BookContext = {
    strings: readSharedStrings(targetOf(archive, relationships, "sharedStrings"), limits),
    styles: readStyles(targetOf(archive, relationships, "styles"), limits),
    date1904: book.date1904,
    limits,
    cells: new CellBuffer(limits),
    spent: new Spending(limits),
  };
  const sheets: Grid[] = [];
  for (const entry of book.sheets) {
    progress.sheet = entry.name;
    const part = sheetPart(archive, relationships, entry);
    if (part === undefined) continue;
    sheets.push(readSheet(part, { name: entry.name, index: sheets.length, visibility: entry.visibility }, context));
  }
  return { sheets, date1904: book.date1904, definedNames: book.definedNames };
}

function mainPart(archive: ZipPackage, limits: Limits): { readonly name: string; readonly bytes: Buffer } {
  const root = readRelationships(archive, "", limits).find((candidate) => candidate.type === "officeDocument");
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

/** Bytes of a sheet's part; undefined for sheets of charts, dialogs and macros, which hold no cells to read. */
function sheetPart(archive: ZipPackage, relationships: readonly Relationship[], entry: SheetEntry): Buffer | undefined {
  const relationship = relationships.find((candidate) => candidate.id === entry.relationship);
  if (relationship === undefined) throw damaged("thiếu nội dung của một trang tính");
  if (relationship.type !== "worksheet") return undefined;
  const part = relationship.target === undefined ? undefined : archive.read(relationship.target);
  if (part === undefined) throw damaged("thiếu nội dung của một trang tính");
  return part;
}
