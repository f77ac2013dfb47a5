// Whether the workbook's unit stands at the commune or above it, as its cover or its title lines say. Only a hint for
// headings that fit two grains alike; the unit itself is told by normalise/.

import { cellIndex, type Grid, shownText, type WorkbookGrid } from "../model/grid.js";
import { type LabelFound, labelsIn } from "./find-pairs.js";
import type { Knowledge, SheetReading } from "./read-sheet.js";
import { ABOVE_COMMUNE, COMMUNE_WORDS, ISSUER } from "./sheet-words.js";
import { titlesIn } from "./title-statements.js";
import { wordKey } from "./word-key.js";

const SEARCHED = { from: 1, to: 60 };
const COMMUNES = COMMUNE_WORDS.map(wordKey);
const ABOVE = ABOVE_COMMUNE.map(wordKey);
const ASSOCIATION = wordKey(ISSUER);

/**
 * True: a commune or what stands beside it · false: above · undefined: nothing says so. `readings` are those of sheets
 * read before; short ones without tables give their labels.
 */
export function declaresCommune(
  book: WorkbookGrid,
  know: Knowledge,
  readings: readonly SheetReading[],
): boolean | undefined {
  for (const grid of book.sheets) {
    const level = levelByLabels(grid, labelsOn(grid, know, readings)) ?? levelByTitles(grid, know);
    if (level !== undefined) return level;
  }
  return undefined;
}

function labelsOn(grid: Grid, know: Knowledge, readings: readonly SheetReading[]): readonly LabelFound[] {
  const read = grid.rowCount > SEARCHED.to ? undefined : readings.find((one) => one.grid === grid);
  return read === undefined || read.tables.length > 0 ? labelsIn(grid, SEARCHED, know) : read.labels;
}

function levelByLabels(grid: Grid, labels: readonly LabelFound[]): boolean | undefined {
  for (const { hit, value } of labels) {
    if (!hit.entries.some(({ field }) => field.code === "unit.level" || field.code === "unit.name")) continue;
    const text = hit.rest === "" ? shownText(grid, cellIndex(grid, value.row, value.column)) : hit.rest;
    const level = declaresLevel(text);
    if (level !== undefined) return level;
  }
  return undefined;
}

function levelByTitles(grid: Grid, { hints }: Knowledge): boolean | undefined {
  for (const { code, text } of titlesIn(grid, SEARCHED, hints)) {
    const level = code === "unit.name" ? declaresLevel(text) : undefined;
    if (level !== undefined) return level;
  }
  return undefined;
}

/** True for the name of a commune or what stands beside it, false for one above, undefined where no type says it. */
export function declaresLevel(text: string): boolean | undefined {
  const key = wordKey(text);
  const name = key.startsWith(`${ASSOCIATION} `) ? key.slice(ASSOCIATION.length + 1) : key;
  const begins = (word: string): boolean => name === word || name.startsWith(`${word} `);
  if (COMMUNES.some(begins)) return true;
  return ABOVE.some(begins) ? false : undefined;
}
