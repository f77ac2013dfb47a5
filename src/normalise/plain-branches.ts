// The short way through the rows of a very long list of branches: rows whose words say nothing but a name are read without
// making any text of them. Every other row is read like that of any table.

import { CELL_KINDS, cellIndex, shownText, storedText } from "../model/grid.js";
import type { UnitKey } from "../model/unit.js";
import { listUnread, readCategories } from "./category-sets.js";
import { storeReading } from "./figure-store.js";
import { NOT_PLAIN, type RowsByColumn } from "./long-rows.js";
import { refusedNumber } from "./number-column.js";
import { type RowOfFigures, readRowFigures } from "./read-figures.js";
import type { RowReading } from "./read-rows.js";
import type { UnitsAgain } from "./row-subject.js";
import { HOLDER } from "./table-layout.js";
import { trimmed } from "./trimmed.js";

const TEXT = CELL_KINDS.indexOf("text");

/** The short way of a table: reads a row of data at once, or gives false where it must be read like any other. */
export type ShortWay = (row: number) => boolean;

/** Reads rows into `rows`; what is said of their figures names the same units as on the long way. */
export function plainBranches(reading: RowReading, rows: RowsByColumn, again: UnitsAgain): ShortWay {
  const { layout, table, sheet, figures } = reading;
  const { grid } = table;
  const place = new LatePlace((index) => again.unitOf(rows.typedAt(index)));
  return (row) => {
    const nameIndex = cellIndex(grid, row, layout.name);
    if (nameIndex < 0 || grid.kinds[nameIndex] !== TEXT) return false;
    const name = trimmed(storedText(grid, nameIndex));
    const categories = readCategories(layout.categories, layout.noCategories, { grid, row });
    if (categories.has(HOLDER)) return false;
    const code = trimmed(shownText(grid, cellIndex(grid, row, layout.code)));
    const index = rows.pushBranch({ row, name, code, categories });
    if (index === NOT_PLAIN) return false;
    const base = index * layout.places.length;
    readRowFigures(figures, place.turnTo(row, base, index));
    for (const slot of layout.refused) storeReading(figures.store, base + slot, refusedNumber("V-K06"));
    listUnread(layout.categories, sheet, { row, values: categories });
    return true;
  };
}

/** Where the figures of a row go; its unit is worked out for the few rows of which something is said. */
class LatePlace implements RowOfFigures {
  row = 0;
  base = 0;
  private index = 0;
  private readonly unitAt: (index: number) => UnitKey | undefined;

  constructor(unitAt: (index: number) => UnitKey | undefined) {
    this.unitAt = unitAt;
  }

  get unit(): UnitKey | undefined {
    return this.unitAt(this.index);
  }

  turnTo(row: number, base: number, index: number): this {
    this.row = row;
    this.base = base;
    this.index = index;
    return this;
  }
}
