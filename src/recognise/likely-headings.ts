// What is told of a workbook in which no form was recognised. Its fullest row may be a member of a list: only texts that the
// declarations know as headings are quoted, anything else is told by its place.

import type { Grid, WorkbookGrid } from "../model/grid.js";
import { at } from "../model/outcome.js";
import { NUMBER, textIn } from "./cell-kinds.js";
import type { TextHints } from "./text-hints.js";

/** Rows of a sheet in which headings are looked for. */
const ROWS = 60;

/**
 * For each sheet the texts of the row that a person would take for its headings, each once:
 *
 *   Họ và tên · Ông bà nội · Đảng viên      →      Họ và tên, Đảng viên, dòng 5 trang "Sổ" (1 ô khác)
 */
export function likelyHeadings(book: WorkbookGrid, hints: TextHints): readonly string[] {
  return book.sheets.flatMap((grid) => {
    const { row, texts } = headingLikeRow(grid);
    const known = texts.filter((text) => isKnown(text, hints));
    const rest = texts.length - known.length;
    const other = known.length === 0 ? "ô chữ" : "ô khác";
    return rest === 0 ? known : [...known, `dòng ${row} trang "${grid.name}" (${rest} ${other})`];
  });
}

interface TextRow {
  readonly row: number;
  readonly texts: readonly string[];
}

/** The fullest row of words alone; where every row has numbers or dates in it, the fullest. */
function headingLikeRow(grid: Grid): TextRow {
  let best: TextRow & { readonly isWords: boolean } = { row: 0, texts: [], isWords: false };
  for (let row = 1; row <= Math.min(grid.rowCount, ROWS); row += 1) {
    const texts = new Set<string>();
    let isWords = true;
    for (let index = at(grid.rowStarts, row); index < at(grid.rowStarts, row + 1); index += 1) {
      const text = textIn(grid, index)?.trim();
      if (text !== undefined) texts.add(text);
      if (grid.kinds[index] === NUMBER || /^\d/.test(text ?? "")) isWords = false;
    }
    if (texts.size < 2) isWords = false;
    const isBetter = isWords === best.isWords ? texts.size > best.texts.length : isWords;
    if (isBetter) best = { row, texts: [...texts], isWords };
  }
  return best;
}

/** A whole heading or label, or a tier of one. */
function isKnown(text: string, hints: TextHints): boolean {
  const { heading, label } = hints(text);
  return heading.isHeading || heading.isUpperTier || heading.isLowerTier || label?.rest === "";
}
