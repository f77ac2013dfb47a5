// What the lines above a table (or on a sheet without one) say of the whole workbook: unit, period, cut-off, unit of
// money. Gives texts with their places; what they mean is read by normalise/.

import { type Grid, shownText } from "../model/grid.js";
import { at } from "../model/outcome.js";
import type { RecognisedTable, TitleStatement } from "../model/recognised.js";
import { tidyText } from "../model/text.js";
import { isShown, textIn } from "./cell-kinds.js";
import { TITLE_LABELS } from "./sheet-words.js";
import { statementOf, type TextHints } from "./text-hints.js";

const TITLE_CODES: ReadonlySet<string> = new Set(TITLE_LABELS.map(([, code]) => code));

/** Statements of the rows `from` to `to`, both inclusive, in reading order. */
export function titlesIn(
  grid: Grid,
  rows: { readonly from: number; readonly to: number },
  hints: TextHints,
): readonly TitleStatement[] {
  const found: TitleStatement[] = [];
  for (let row = rows.from; row <= Math.min(rows.to, grid.rowCount); row += 1) {
    const end = at(grid.rowStarts, row + 1);
    for (let index = at(grid.rowStarts, row); index < end; index += 1) {
      const text = textIn(grid, index);
      if (text === undefined) continue;
      for (const statement of hints(text).statements) {
        if (!TITLE_CODES.has(statement.code)) continue;
        const here = { row, column: at(grid.columns, index) };
        if (statement.text !== "") found.push({ code: statement.code, grid, cell: here, text: statement.text });
        else found.push(...statementBeside(grid, index, end, statement.code));
      }
    }
  }
  return found;
}

/** «Đơn vị tính:» with «triệu đồng» in the next filled cell of the row. */
function statementBeside(grid: Grid, label: number, end: number, code: string): readonly TitleStatement[] {
  for (let index = label + 1; index < end; index += 1) {
    if (!isShown(grid, index)) continue;
    const statement = statementOf(code, tidyText(shownText(grid, index)));
    if (statement === undefined || statement.text === "") return [];
    const cell = { row: at(grid.rows, index), column: at(grid.columns, index) };
    return [{ code: statement.code, grid, cell, text: statement.text }];
  }
  return [];
}

/** The unit of money among title lines, the one nearest to the headings: its cell, and what it says after the label. */
export function moneyUnitIn(titles: readonly TitleStatement[]): RecognisedTable["moneyUnit"] {
  const [nearest, ...others] = titles.filter(({ code }) => code === "moneyUnit").reverse();
  if (nearest === undefined) return undefined;
  return { cell: nearest.cell, text: nearest.text, others: others.map(({ text }) => text) };
}
