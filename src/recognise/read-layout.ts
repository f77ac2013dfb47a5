// The very-hidden sheet of a blank workbook that the program made: where each field stood when it was sent out.

import { parseAddress } from "../model/cell-address.js";
import { GRAINS } from "../model/form.js";
import { cellIndex, type Grid, shownText } from "../model/grid.js";
import { LAYOUT_FINGERPRINT, LAYOUT_HEAD, LAYOUT_MARK, type LayoutLine, layoutText } from "../model/template-layout.js";

/** The lines above the list stand in the first rows. */
const HEAD_ROWS = 20;

/** Gives a short text that is another one for every other layout. */
export type Fingerprint = (text: string) => string;

/** A layout as it came back. */
export interface StatedLayout {
  readonly lines: readonly LayoutLine[];
  /** False where the sheet itself was changed: what it tells of headings is no ground to speak of changes to them. */
  readonly isIntact: boolean;
}

/**
 * The layout that one of these sheets tells; undefined where the workbook was not made from a blank one, or lost it.
 * Without `fingerprint` the sheet is believed.
 */
export function layoutIn(sheets: readonly Grid[], fingerprint: Fingerprint | undefined): StatedLayout | undefined {
  const grid = sheets.find((one) => textAt(one, 1, 1) === LAYOUT_MARK);
  const lines = grid === undefined ? [] : linesOf(grid);
  if (grid === undefined) return undefined;
  const isIntact = fingerprint === undefined || fingerprintIn(grid) === fingerprint(layoutText(lines));
  return lines.length === 0 && isIntact ? undefined : { lines, isIntact };
}

/** What the sheet says of itself, in the lines above its list. */
function fingerprintIn(grid: Grid): string {
  for (let row = 2; row <= Math.min(grid.rowCount, HEAD_ROWS); row += 1) {
    if (textAt(grid, row, 1) === LAYOUT_FINGERPRINT) return textAt(grid, row, 2);
  }
  return "";
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
