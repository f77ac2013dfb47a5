// bytes → Grid: the sheets of one workbook, safely and fast. Knows no form and no rule.

import type { WorkbookGrid } from "../model/grid.js";
import type { Outcome } from "../model/outcome.js";

/** Reads one workbook; undefined where it cannot be read, with the finding that says why. */
export function readWorkbook(_bytes: Uint8Array, _file: string): Outcome<WorkbookGrid | undefined> {
  throw new Error("not built");
}
