// The figure columns of one table, ready for reading: unit of money settled, habits looked at only when asked.

import { CELL_KINDS, cellIndex, type Grid } from "../model/grid.js";
import { at } from "../model/outcome.js";
import type { RecognisedColumn } from "../model/recognised.js";
import type { ColumnTraits, TraitsOf } from "./column-traits.js";
import { cleanNumberText } from "./decimal-text.js";
import { type ColumnHabits, habitsOf, type NumberColumn } from "./number-column.js";

export interface FigureColumn extends NumberColumn {
  readonly code: string;
  readonly heading: string;
  /** đồng per unit of a money column; 1 for others; NaN where a stored number needs a closer look before it is taken. */
  readonly factor: number;
}

/** Rows of a sheet that hold figures, for the habits of a column. */
export interface FigureArea {
  readonly grid: Grid;
  readonly firstRow: number;
  readonly lastRow: number;
}

const NUMBER = CELL_KINDS.indexOf("number");
const TEXT = CELL_KINDS.indexOf("text");

/** `stated`: đồng per unit that the sheet or the cover states, where the heading of a column does not. */
export function figureColumns(
  columns: readonly RecognisedColumn[],
  settings: { readonly traits: TraitsOf; readonly area: FigureArea; readonly stated: number | undefined },
): readonly FigureColumn[] {
  return columns.map(({ field, column, headingText }) =>
    figureColumn(settings.traits(field.code, headingText), {
      code: field.code,
      heading: headingText,
      stated: settings.stated,
      habits: () => columnHabits(settings.area, column),
    }),
  );
}

/** One figure column, or the single figure of a label–value pair. */
export function figureColumn(
  traits: ColumnTraits,
  place: {
    readonly code: string;
    readonly heading: string;
    readonly stated: number | undefined;
    readonly habits: () => ColumnHabits;
  },
): FigureColumn {
  const unit = traits.kind === "money" ? (traits.headingFactor ?? place.stated) : 1;
  let habits: ColumnHabits | undefined;
  return {
    code: place.code,
    heading: place.heading,
    kind: traits.kind,
    power: unit === undefined ? undefined : String(unit).length - 1,
    times: traits.times,
    isShare: traits.isShare,
    words: traits.words,
    factor: traits.kind === "ratio" || unit === undefined ? Number.NaN : unit,
    habits: () => {
      habits ??= place.habits();
      return habits;
    },
  };
}

function columnHabits({ grid, firstRow, lastRow }: FigureArea, column: number): ColumnHabits {
  const cells: (string | number)[] = [];
  for (let row = firstRow; row <= lastRow; row += 1) {
    const index = cellIndex(grid, row, column);
    if (index < 0) continue;
    const kind = at(grid.kinds, index);
    if (kind === NUMBER) cells.push(at(grid.numbers, index));
    else if (kind === TEXT) cells.push(cleanNumberText(at(grid.texts, index)));
  }
  return habitsOf(cells);
}
