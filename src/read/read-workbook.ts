// bytes → Grid: the sheets of one workbook, safely and fast. Knows no form and no rule. Nothing in the file is carried
// out, and no part is looked for by its usual name: each is found through the part that points to it.

import type { Grid, WorkbookGrid } from "../model/grid.js";
import type { Outcome } from "../model/outcome.js";
import { DEFAULT_LIMITS, type Limits } from "../ooxml/limits.js";
import { faultFinding, PackageFault } from "../ooxml/package-fault.js";
import { decodeLegacyText } from "./legacy-text/decode-legacy-text.js";
import { bookOf, openWorkbook } from "./open-workbook.js";
import { createPartReaders, type PartReaders } from "./part-readers.js";
import { readSheet } from "./read-sheet.js";

export type ReadWorkbook = (bytes: Uint8Array, file: string) => Outcome<WorkbookGrid | undefined>;

/**
 * A reader of workbooks, one after another. It gives undefined where one cannot be read, with the one finding that says why:
 * V-K02 another table format, V-K10 no workbook or a damaged one, V-K15 beyond a limit, V-K16 password. A file is read whole
 * or not at all.
 *
 * Blank cells are left out, formatted or not. Texts keep their white space; they are Unicode, composed, and what was decoded
 * or might have to be is V-K03. `file` is the path as given, for the finding.
 */
export function createWorkbookReader(limits: Limits = DEFAULT_LIMITS): ReadWorkbook {
  const parts = createPartReaders(limits);
  return (bytes, file) => {
    const progress: Progress = { sheet: undefined };
    try {
      return decodeLegacyText(readBook(bytes, parts, progress), file);
    } catch (fault) {
      return unread(fault, file, progress);
    }
  };
}

/** As `createWorkbookReader`, for a single one. */
export function readWorkbook(bytes: Uint8Array, file: string, limits?: Limits): Outcome<WorkbookGrid | undefined> {
  return createWorkbookReader(limits)(bytes, file);
}

/** How far reading came: the sheet that a fault belongs to. */
export interface Progress {
  sheet: string | undefined;
}

/** The finding that says why a workbook was not read. @throws what is no fault of the file */
export function unread(fault: unknown, file: string, { sheet }: Progress): Outcome<undefined> {
  if (!(fault instanceof PackageFault)) throw fault;
  return { value: undefined, findings: [faultFinding(fault, sheet === undefined ? { file } : { file, sheet })] };
}

function readBook(bytes: Uint8Array, parts: PartReaders, progress: Progress): WorkbookGrid {
  const opened = openWorkbook(bytes, parts);
  const sheets: Grid[] = [];
  for (const { place, part } of opened.sheets()) {
    progress.sheet = place.name;
    if (part === undefined) continue;
    sheets.push(readSheet(opened.archive.readEntry(part), { index: sheets.length, ...place }, opened.context));
  }
  return bookOf(opened, sheets);
}
