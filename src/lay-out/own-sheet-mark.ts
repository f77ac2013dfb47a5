// The mark in cell A1 of sheets that are no forms, so that whoever reads the workbook again passes them by.

import type { SheetLines } from "./sheet-lines.js";

/** recognise/ passes by sheets whose first cell begins with «khuyenhoc:». */
const MARK = "khuyenhoc: trang do chương trình lập, không phải biểu số liệu";

/** Adds the mark; it must be the first row. */
export function addOwnSheetMark(lines: SheetLines): void {
  if (lines.next() !== 1) throw new Error("the mark stands in cell A1");
  lines.add([{ column: 1, value: MARK, look: "mark" }]);
}
