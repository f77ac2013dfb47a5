// The notes below a form's table: what the marks mean, whose figures are in it, which are estimates.

import { shortList } from "../model/number-text.js";
import type { FormRow } from "./form-rows.js";
import type { LayoutContext } from "./layout-context.js";
import type { PageFrame } from "./page-frame.js";
import { addSpanning, type SheetLines } from "./sheet-lines.js";

const MARKS = "Ghi chú: dấu … là chưa có số liệu; dấu x là không thuộc diện báo cáo hoặc không có trên biểu đã nhận.";

export interface NotedTable {
  readonly frame: PageFrame;
  readonly indicators: readonly string[];
  readonly rows: readonly FormRow[];
}

/** Adds the notes, one row each, after one empty row. */
export function addTableNotes(lines: SheetLines, context: LayoutContext, table: NotedTable): void {
  lines.skip();
  const notes = [MARKS, `Ghi chú: ${context.coverageLine}`];
  const estimated = table.indicators.filter((code) => table.rows.some((row) => row.figure(code).total?.estimate));
  if (estimated.length > 0) {
    const names = estimated.map((code) => context.catalogue.indicators.get(code)?.name ?? code);
    notes.push(`Ghi chú: có số ước tính (phân bổ) ở: ${shortList(names, "chỉ tiêu")}.`);
  }
  for (const value of notes) addSpanning(lines, { value, look: "note" }, table.frame);
}
