// Watches the lines of a comma-separated table for cells that a comma inside a number or a name has split: then all
// figures behind it stand under a wrong heading, and nothing else would show it.

import { notWorkbook } from "../ooxml/package-fault.js";

const NUMBER = /^\s*"?-?\d[\d.,\s]*%?"?\s*$/;

export class ShiftedLine {
  /** Cells of the widest heading so far; 0 before the first one. */
  private width = 0;
  /** Whether lines of figures end with one blank cell more than the heading, as some programs write them. */
  private hasLooseEnd: boolean | undefined;

  /** Faults: a line of figures that has more cells than the headings above it. `row` is 1-based. */
  check(cells: readonly string[], row: number): void {
    const filled = cells.filter((cell) => cell.trim() !== "").length;
    if (filled < 2) return;
    if (!cells.some((cell, index) => index > 0 && NUMBER.test(cell))) {
      this.width = Math.max(this.width, cells.length);
      return;
    }
    if (this.width === 0) return;
    const isLoose = cells.length === this.width + 1 && (cells.at(-1) ?? "").trim() === "";
    this.hasLooseEnd ??= isLoose;
    if (cells.length > this.width && !(isLoose && this.hasLooseEnd)) {
      throw notWorkbook(`bảng chữ lệch cột: dòng ${row} nhiều ô hơn tiêu đề, có thể vì dấu phẩy trong số hoặc tên`);
    }
  }
}
