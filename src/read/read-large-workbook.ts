// bytes → Grid for a workbook with a very large sheet: the sheet's part is unpacked in stretches that are read and let go,
// so that a million rows never lie in memory as XML. What is read, and what is answered, is the same as without.

import type { Grid, WorkbookGrid } from "../model/grid.js";
import type { Outcome } from "../model/outcome.js";
import { DEFAULT_LIMITS, type Limits } from "../ooxml/limits.js";
import { damaged, PackageFault } from "../ooxml/package-fault.js";
import { XmlScanner } from "../ooxml/xml-scanner.js";
import type { ZipEntry } from "../ooxml/zip-directory.js";
import { decodeLegacyText } from "./legacy-text/decode-legacy-text.js";
import { bookOf, type OpenedWorkbook, openWorkbook } from "./open-workbook.js";
import { createPartReaders } from "./part-readers.js";
import { readSheet, type SheetPlace, sheetReading } from "./read-sheet.js";
import { type Progress, readWorkbook, unread } from "./read-workbook.js";
import { rowStretches } from "./row-stretches.js";

/** Files below this size have no sheet worth the trouble. */
const SMALL_FILE = 1_048_576;
/** Unpacked bytes from which a sheet is read in stretches. */
export const LARGE_PART = 16_777_216;

/** True for a file that is better read by `readLargeWorkbook`. */
export function isLarge(bytes: Uint8Array): boolean {
  return bytes.length >= SMALL_FILE;
}

/** As `readWorkbook`. */
export async function readLargeWorkbook(
  bytes: Uint8Array,
  file: string,
  limits: Limits = DEFAULT_LIMITS,
): Promise<Outcome<WorkbookGrid | undefined>> {
  const progress: Progress = { sheet: undefined };
  try {
    const { book, calm } = await readBook(bytes, limits, progress);
    return decodeLegacyText(book, file, calm);
  } catch (fault) {
    // Where a row ends is told by its tag alone; whether the part is damaged or only written oddly, the whole of it tells.
    const isCertain = !(fault instanceof PackageFault) || fault.code !== "V-K10" || progress.sheet === undefined;
    return isCertain ? unread(fault, file, progress) : readWorkbook(bytes, file, limits);
  }
}

/** The workbook, and how many of its texts are known not to strike. */
interface ReadBook {
  readonly book: WorkbookGrid;
  readonly calm: number;
}

async function readBook(bytes: Uint8Array, limits: Limits, progress: Progress): Promise<ReadBook> {
  const opened = openWorkbook(bytes, createPartReaders(limits));
  const sheets: Grid[] = [];
  for (const { place, part } of opened.sheets()) {
    progress.sheet = place.name;
    if (part === undefined) continue;
    const at = { index: sheets.length, ...place };
    const isWhole = part.size < LARGE_PART;
    sheets.push(
      isWhole ? readSheet(opened.archive.readEntry(part), at, opened.context) : await readInStretches(opened, part, at),
    );
  }
  return { book: bookOf(opened, sheets), calm: opened.context.strings.calm };
}

async function readInStretches({ archive, context }: OpenedWorkbook, part: ZipEntry, place: SheetPlace): Promise<Grid> {
  const scanner = new XmlScanner(Buffer.alloc(0), context.limits);
  const reading = sheetReading(scanner, { place, size: part.size }, context);
  let grid: Grid | undefined;
  for await (const { bytes, comes } of rowStretches(archive.readInPieces(part))) {
    if (grid !== undefined) throw damaged("nội dung XML viết sai");
    scanner.goOn(bytes, comes);
    const step = reading.next();
    if (step.done === true) grid = step.value;
  }
  if (grid === undefined) throw damaged("nội dung XML dừng giữa chừng");
  return grid;
}
