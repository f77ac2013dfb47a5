// A grid as readable text, for tests: «A1 number 5», one line per stored cell.

import { addressText } from "../../src/model/cell-address.js";
import type { FindingDraft } from "../../src/model/finding.js";
import { type Grid, kindAt, storedText, type WorkbookGrid } from "../../src/model/grid.js";
import { at } from "../../src/model/outcome.js";
import { DEFAULT_LIMITS, type Limits } from "../../src/ooxml/limits.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { textsOf } from "../kit/grid-texts.js";

/** The workbook, which must be readable. */
export function readBook(bytes: Uint8Array): WorkbookGrid {
  const { value, findings } = readWorkbook(bytes, "bao-cao.xlsx");
  if (value === undefined) throw new Error(`not readable: ${findings.map(faultText).join("; ")}`);
  return value;
}

/** Its first sheet. */
export function readFirst(bytes: Uint8Array): Grid {
  return at(readBook(bytes).sheets, 0);
}

/** Why the file is refused: «V-K10 tệp Word»; the message's values without the file's name. */
export function refusal(bytes: Uint8Array, limits: Partial<Limits> = {}): string {
  const { value, findings } = readWorkbook(bytes, "2022/bao-cao.xlsx", { ...DEFAULT_LIMITS, ...limits });
  if (value !== undefined || findings.length !== 1) return `read, ${findings.length} findings`;
  return faultText(at(findings, 0));
}

export function faultText(finding: FindingDraft): string {
  const rest = [...finding.values].filter(([name]) => name !== "tệp").map(([, value]) => value);
  return [finding.code, ...rest].join(" ");
}

export function shownCells(grid: Grid): readonly string[] {
  return Array.from(grid.rows, (row, index) => {
    const place = addressText({ row, column: at(grid.columns, index) });
    const number = at(grid.numbers, index);
    const formula = at(grid.formulas, index) > 0 ? ` =${at(grid.formulas, index)}` : "";
    const value = Number.isNaN(number) ? JSON.stringify(storedText(grid, index)) : String(number);
    return `${place} ${kindAt(grid, index)} ${value}${formula}`;
  });
}

/** All that a grid says of its cells, and how it is hidden, as plain lists that can be compared. */
export function gridTraits(grid: Grid): unknown {
  const { rows, columns, kinds, numbers, styles, formulas, rowStarts, styleTable, hiddenRows, runs } = grid;
  const lists = [rows, columns, kinds, numbers, styles, formulas, rowStarts].map((list) => Array.from(list));
  const size = [grid.rowCount, grid.columnCount];
  return { lists, texts: textsOf(grid), styleTable, size, hiddenRows: [...hiddenRows], runs: [...(runs ?? [])] };
}
