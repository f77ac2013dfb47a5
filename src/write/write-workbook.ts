// WorkbookPlan → bytes. No arithmetic, no decision; the same plan gives the same bytes.

import type { WorkbookPlan } from "../model/workbook-plan.js";

/** The plan as an .xlsx package. */
export function writeWorkbook(_plan: WorkbookPlan): Promise<Uint8Array> {
  throw new Error("not built");
}
