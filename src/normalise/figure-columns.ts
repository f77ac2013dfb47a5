// A figure column ready for reading: unit of money settled once for all sheets alike, the habits of one sheet's column
// looked at only when a cell is in doubt.

import { CELL_KINDS, cellIndex, type Grid, storedText } from "../model/grid.js";
import { at } from "../model/outcome.js";
import type { ColumnTraits } from "./column-traits.js";
import { cleanNumberText } from "./decimal-text.js";
import { type ColumnHabits, habitsOf, type NumberColumn } from "./number-column.js";

/** A column as the form and its heading say. */
export interface FormColumn extends Omit<NumberColumn, "habits"> {
  readonly code: string;
  readonly heading: string;
  /** đồng per unit of a money column; 1 for others; NaN where a stored number needs a closer look before it is taken. */
  readonly factor: number;
}

/** The column on one sheet. */
export interface FigureColumn extends FormColumn, NumberColumn {}

/** Rows of a sheet that hold figures, for the habits of a column. */
export interface FigureArea {
  readonly grid: Grid;
  readonly firstRow: number;
  readonly lastRow: number;
}

const NUMBER = CELL_KINDS.indexOf("number");
const TEXT = CELL_KINDS.indexOf("text");

/**
 * One figure column, or the single figure of a label–value pair. `stated`: đồng per unit that the sheet or the cover
 * states, where the heading of the column does not.
 */
export function figureColumn(
  traits: ColumnTraits,
  place: { readonly code: string; readonly heading: string; readonly stated: number | undefined },
): FormColumn {
  const unit = traits.kind === "money" ? (traits.headingFactor ?? place.stated) : 1;
  return {
    code: place.code,
    heading: place.heading,
    kind: traits.kind,
    power: unit === undefined ? undefined : String(unit).length - 1,
    times: traits.times,
    isShare: traits.isShare,
    words: traits.words,
    factor: traits.kind === "ratio" || unit === undefined ? Number.NaN : unit,
  };
}

/** The column with its habits, which are worked out once, when first asked for. */
export function withHabits(column: FormColumn, work: () => ColumnHabits): FigureColumn {
  let habits: ColumnHabits | undefined;
  return {
    ...column,
    habits: () => {
      habits ??= work();
      return habits;
    },
  };
}

/** The unit of the sheet's amounts; where columns differ, the largest, because it rounds the most. */
export function largestFactor(columns: readonly FormColumn[]): number {
  let largest = 1;
  for (const { kind, factor } of columns) if (kind === "money" && factor > largest) largest = factor;
  return largest;
}

/**
 * What a figure is divided by to give the number as written: đồng per unit, that of the sheet's amounts where a column of
 * amounts has none of its own; of a ratio the part of 1 that a unit of its column is, 0,01 for %.
 */
export function shownFactors(columns: readonly FormColumn[]): Float64Array {
  const largest = largestFactor(columns);
  return Float64Array.from(columns, ({ kind, times, factor }) =>
    kind === "ratio" ? 1 / times : Number.isNaN(factor) ? largest : factor,
  );
}

/** How a column of the area writes its numbers. */
export function columnHabits({ grid, firstRow, lastRow }: FigureArea, column: number): ColumnHabits {
  const cells: (string | number)[] = [];
  for (let row = firstRow; row <= lastRow; row += 1) {
    const index = cellIndex(grid, row, column);
    if (index < 0) continue;
    const kind = at(grid.kinds, index);
    if (kind === NUMBER) cells.push(at(grid.numbers, index));
    else if (kind === TEXT) cells.push(cleanNumberText(storedText(grid, index)));
  }
  return habitsOf(cells);
}
