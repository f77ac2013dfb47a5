// Place and date, who made the table, who signs for the association; below every table that is printed and signed.

import type { PlannedCell } from "../model/workbook-plan.js";
import { PLACE_DATE } from "./heading-block.js";
import type { PageFrame } from "./page-frame.js";
import type { SheetLines } from "./sheet-lines.js";

/** Empty rows left for the signatures. */
const SIGNING_ROWS = 4;

/** Adds the block after one empty row; the names are filled in by hand. */
export function addSignatureBlock(lines: SheetLines, frame: PageFrame): void {
  const { half, right } = frame;
  const add = (left: string, cell: Omit<PlannedCell, "column">) => {
    const row = lines.add([
      { column: frame.left, value: left === "" ? null : left, look: "signature" },
      { column: half + 1, ...cell },
    ]);
    lines.merge({ top: row, left: frame.left, bottom: row, right: half });
    lines.merge({ top: row, left: half + 1, bottom: row, right });
  };
  lines.skip();
  add("", { value: PLACE_DATE, look: "place-date" });
  add("NGƯỜI LẬP BIỂU", { value: "TM. BAN THƯỜNG VỤ", look: "signature" });
  add("", { value: "CHỦ TỊCH", look: "signature" });
  for (let count = 0; count < SIGNING_ROWS; count += 1) lines.skip();
}
