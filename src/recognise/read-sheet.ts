// One sheet: its tables one below another, the title lines above them, and the labels of a cover.

import type { Grid } from "../model/grid.js";
import { at } from "../model/outcome.js";
import type { TitleStatement } from "../model/recognised.js";
import { textIn } from "./cell-kinds.js";
import type { Surroundings } from "./choose-form.js";
import type { FindHeadings, FoundHeadings } from "./find-headings.js";
import { type LabelFound, labelsIn, type MeasureOf } from "./find-pairs.js";
import { readTables, type TableReading } from "./read-table.js";
import type { LabelKinds } from "./row-label.js";
import type { RowReadings } from "./row-readings.js";
import type { TableShapes } from "./row-shape.js";
import type { TextHints } from "./text-hints.js";
import { moneyUnitIn, titlesIn } from "./title-statements.js";

/** What a recogniser keeps from one workbook to the next. */
export interface Knowledge {
  readonly hints: TextHints;
  readonly findHeadings: FindHeadings;
  readonly kinds: LabelKinds;
  readonly shapes: TableShapes;
  /** Room for the rows of one table after another. */
  readonly rows: RowReadings;
  readonly measureOf: MeasureOf;
}

export interface SheetReading {
  readonly grid: Grid;
  readonly tables: readonly TableReading[];
  readonly titles: readonly TitleStatement[];
  /** True where the sheet was left before its end: it has more tables than anybody writes. */
  readonly isCut: boolean;
  /** Labels above and between the tables, or anywhere on a sheet without one. */
  readonly labels: readonly LabelFound[];
}

/** Rows in which headings are looked for, from the top or from the end of the table before. */
const HEADING_ROWS = 60;
/** Rows in which labels of a cover are looked for. */
const COVER_ROWS = 200;
/** One form for each commune of a province, with room; a sheet with more is not searched for hours. */
export const MOST_TABLES = 1_000;

/** Reads a sheet. `isCommune` is asked for only where a table fits two grains alike. */
export function readSheet(grid: Grid, know: Knowledge, isCommune: Surroundings["isCommune"]): SheetReading {
  const tables: TableReading[] = [];
  const titles: TitleStatement[] = [];
  const labels: LabelFound[] = [];
  const headingsAt = (row: number, from: number): FoundHeadings | undefined =>
    know.findHeadings(grid, row, { textsAbove: (top) => textsBetween(grid, from, top - 1), isCommune });
  let from = 1;
  for (let row = 1; row <= Math.min(grid.rowCount, from + HEADING_ROWS) && !isCut(tables); row += 1) {
    const found = headingsAt(row, from);
    if (found === undefined) continue;
    const above = { from, to: found.band.top - 1 };
    const said = titlesIn(grid, above, know.hints);
    for (const title of said) titles.push(title);
    for (const label of labelsIn(grid, above, know)) labels.push(label);
    const first = from;
    const { tables: here, nextRow } = readTables({
      grid,
      ...found,
      kinds: know.kinds,
      shapes: know.shapes,
      rows: know.rows,
      moneyUnit: moneyUnitIn(said),
      headingsAt: (below) => headingsAt(below, first),
    });
    tables.push(...here);
    from = nextRow;
    row = nextRow - 1;
  }
  if (tables.length > 0) return { grid, tables, titles, labels, isCut: isCut(tables) };
  const all = { from: 1, to: COVER_ROWS };
  return { grid, tables, titles: titlesIn(grid, all, know.hints), labels: labelsIn(grid, all, know), isCut: false };
}

function isCut({ length }: readonly TableReading[]): boolean {
  return length >= MOST_TABLES;
}

/** All texts of the rows, for the words of a form's title. */
function textsBetween(grid: Grid, from: number, to: number): readonly string[] {
  const texts: string[] = [];
  for (let row = from; row <= to; row += 1) {
    for (let index = at(grid.rowStarts, row); index < at(grid.rowStarts, row + 1); index += 1) {
      const text = textIn(grid, index);
      if (text !== undefined) texts.push(text);
    }
  }
  return texts;
}
