// The way in for any file: .xlsx at once, everything else through the readers of other formats.

import type { WorkbookGrid } from "../model/grid.js";
import type { Outcome } from "../model/outcome.js";
import { isLarge, readLargeWorkbook } from "./read-large-workbook.js";
import { readOther } from "./read-other.js";
import { createWorkbookReader } from "./read-workbook.js";
import { SheetJsThread } from "./sheet-js-thread.js";

/** Codes by which the reader of .xlsx says that a file may be something else. */
const MAYBE_OTHER: ReadonlySet<string> = new Set(["V-K02", "V-K10"]);

export type ReadSubmission = (bytes: Uint8Array, file: string) => Promise<Outcome<WorkbookGrid | undefined>>;

/** A reader of workbooks of any format, one after another; findings as in `createWorkbookReader` and `readOther`. */
export function createSubmissionReader(): ReadSubmission {
  const thread = new SheetJsThread();
  const readWorkbook = createWorkbookReader();
  return async (bytes, file) => {
    const own = isLarge(bytes) ? await readLargeWorkbook(bytes, file) : readWorkbook(bytes, file);
    const isOther = own.value === undefined && own.findings.some(({ code }) => MAYBE_OTHER.has(code));
    return isOther ? ((await readOther(bytes, file, { thread })) ?? own) : own;
  };
}
