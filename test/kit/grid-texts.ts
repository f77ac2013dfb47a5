// The texts of a grid, one for each stored cell, and such texts as a grid holds them.

import { type Grid, storedText } from "../../src/model/grid.js";

/** "" for cells without a text. */
export function textsOf(grid: Grid): readonly string[] {
  return Array.from(grid.textIds, (_, index) => storedText(grid, index));
}

/** Cells of one text share it, as those do that read it from a workbook's list. */
export function tableOf(texts: readonly string[]): Pick<Grid, "textIds" | "textTable"> {
  const textTable = [...new Set(["", ...texts])];
  const ids = new Map(textTable.map((text, id) => [text, id]));
  return { textIds: Uint32Array.from(texts, (text) => ids.get(text) ?? Number.NaN), textTable };
}
