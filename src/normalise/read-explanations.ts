// The list of findings that the program put into a workbook → what was answered in its column «Giải trình».

import { type Explanation, LIST_HEADINGS } from "../model/explanation.js";
import { cellIndex, shownText } from "../model/grid.js";
import { at } from "../model/outcome.js";
import { markUsed, reasonMark, type SheetMarks } from "./cell-tally.js";

/** The headings stand near the top; further down there is nothing to look for. */
const HEADING_ROWS = 40;
/** A column that no sheet has. */
const NOWHERE = 0;
const NO_PART_OF_FIGURES = "trang do chương trình lập, không phải biểu số liệu";
const KEYS = ["text", "code", "unitName", "message", "rule", "unit", "period", "field", "value"] as const;
type Key = (typeof KEYS)[number];
type Columns = ReadonlyMap<Key, number>;

/**
 * The answers on one list. A row without an answer gives nothing; so does one whose key a hand has taken out, and its cells
 * are listed like all others that are not used.
 */
export function readExplanations(sheet: SheetMarks): readonly Explanation[] {
  const { grid } = sheet;
  sheet.marks.fill(reasonMark(sheet, NO_PART_OF_FIGURES));
  const found: Explanation[] = [];
  for (let heading = 1; heading <= Math.min(grid.rowCount, HEADING_ROWS); heading += 1) {
    const columns = columnsOf(sheet, heading);
    if (columns === undefined) continue;
    for (let row = heading + 1; row <= grid.rowCount; row += 1) {
      const explanation = explanationAt(sheet, row, columns);
      if (explanation === undefined) continue;
      found.push(explanation);
      for (const column of columns.values()) markUsed(sheet, cellIndex(grid, row, column));
    }
    break;
  }
  return found;
}

/** Undefined where the row has not all the headings by which answers are known again. */
function columnsOf({ grid }: SheetMarks, row: number): Columns | undefined {
  const columns = new Map<Key, number>();
  for (let index = at(grid.rowStarts, row); index < at(grid.rowStarts, row + 1); index += 1) {
    const text = shownText(grid, index).trim();
    const key = KEYS.find((one) => LIST_HEADINGS[one] === text);
    if (key !== undefined && !columns.has(key)) columns.set(key, at(grid.columns, index));
  }
  return KEYS.every((key) => columns.has(key)) ? columns : undefined;
}

function explanationAt({ grid }: SheetMarks, row: number, columns: Columns): Explanation | undefined {
  const text = (key: Key): string => shownText(grid, cellIndex(grid, row, columns.get(key) ?? NOWHERE)).trim();
  if (text("text") === "" || text("rule") === "") return undefined;
  return {
    question: {
      rule: text("rule"),
      unit: text("unit"),
      period: text("period"),
      field: text("field"),
      value: text("value"),
    },
    text: text("text"),
    code: text("code"),
    unitName: text("unitName"),
    message: text("message"),
  };
}
