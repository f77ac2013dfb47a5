// The mark in cell A1 of sheets that are no forms, so that whoever reads the workbook again passes them by.

import type { SheetLines } from "./sheet-lines.js";

/** recognise/ passes by sheets whose first cell begins with «khuyenhoc:». */
const MARK = "khuyenhoc: trang do chương trình lập, không phải biểu số liệu";

/** Height of a row that is there for programs and not for readers. */
const UNSEEN = 1;

/** Adds the mark; it must be the first row. */
export function addOwnSheetMark(lines: SheetLines): void {
  if (lines.next() !== 1) throw new Error("the mark stands in cell A1");
  lines.add([{ column: 1, value: MARK, look: "mark" }]);
}

/** Adds the mark to a page that is signed: the row takes no room on paper. */
export function addUnseenMark(lines: SheetLines): void {
  if (lines.next() !== 1) throw new Error("the mark stands in cell A1");
  lines.add([{ column: 1, value: MARK, look: "unseen" }], UNSEEN);
}
