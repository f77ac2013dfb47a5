// The way in for any file: .xlsx at once, everything else through the readers of other formats.

import type { WorkbookGrid } from "../model/grid.js";
import type { Outcome } from "../model/outcome.js";
import { DEFAULT_LIMITS, type Limits } from "../ooxml/limits.js";
import { readOther } from "./read-other.js";
import { readWorkbook } from "./read-workbook.js";

/** Codes by which the reader of .xlsx says that a file may be something else. */
const MAYBE_OTHER: ReadonlySet<string> = new Set(["V-K02", "V-K10"]);

/** Reads a workbook of any format; findings as in `readWorkbook` and `readOther`. */
export async function readSubmission(
  bytes: Uint8Array,
  file: string,
  limits: Limits = DEFAULT_LIMITS,
): Promise<Outcome<WorkbookGrid | undefined>> {
  const own = readWorkbook(bytes, file, limits);
  const isOther = own.value === undefined && own.findings.some(({ code }) => MAYBE_OTHER.has(code));
  if (!isOther) return own;
  return (await readOther(bytes, file)) ?? own;
}
