// The very-hidden sheet of a blank workbook that the program made: where each field stood when it was sent out.

import { parseAddress } from "../model/cell-address.js";
import { GRAINS } from "../model/form.js";
import { cellIndex, type Grid, shownText } from "../model/grid.js";
import { LAYOUT_HEAD, LAYOUT_MARK, type LayoutLine } from "../model/template-layout.js";

/** The layout that one of these sheets tells; none where the workbook was not made from a blank one, or lost it. */
export function layoutIn(sheets: readonly Grid[]): readonly LayoutLine[] {
  const grid = sheets.find((one) => textAt(one, 1, 1) === LAYOUT_MARK);
  return grid === undefined ? [] : linesOf(grid);
}

function linesOf(grid: Grid): readonly LayoutLine[] {
  const lines: LayoutLine[] = [];
  let isBelowHead = false;
  for (let row = 2; row <= grid.rowCount; row += 1) {
    const texts = LAYOUT_HEAD.map((_, index) => textAt(grid, row, index + 1));
    if (isBelowHead) {
      const line = lineOf(texts);
      if (line !== undefined) lines.push(line);
    }
    isBelowHead ||= texts.every((text, index) => text === LAYOUT_HEAD[index]);
  }
  return lines;
}

function lineOf([
  form = "",
  version,
  sheet = "",
  of,
  field = "",
  heading = "",
  place = "",
  from,
  to,
]: readonly string[]): LayoutLine | undefined {
  const grain = GRAINS.find((one) => one === of);
  const cell = parseAddress(place);
  if (grain === undefined || cell === undefined || form === "") return undefined;
  return { form, version: Number(version), sheet, grain, field, heading, cell, from: Number(from), to: Number(to) };
}

function textAt(grid: Grid, row: number, column: number): string {
  return shownText(grid, cellIndex(grid, row, column));
}
