// The short way through the rows of a very long list: branches whose names, and whose codes where they have any, differ from
// one another in a number alone. No text is made of them. Every other row is read like that of any table.

import { CELL_KINDS, cellIndex, type Grid } from "../model/grid.js";
import type { NumberedTexts } from "../model/numbered-texts.js";
import { at } from "../model/outcome.js";
import type { UnitKey } from "../model/unit.js";
import { listUnread, readCategories } from "./category-sets.js";
import { storeReading } from "./figure-store.js";
import type { RowsByColumn } from "./long-rows.js";
import { refusedNumber } from "./number-column.js";
import { type RowOfFigures, readRowFigures } from "./read-figures.js";
import type { RowReading } from "./read-rows.js";
import type { UnitsAgain } from "./row-subject.js";
import { HOLDER } from "./table-layout.js";

const TEXT = CELL_KINDS.indexOf("text");
const BLANK = CELL_KINDS.indexOf("blank");
/** Instead of the id of a text: nothing stands there; something else does. */
const NOTHING = 0;
const OTHER = -1;
/** A single digit behind a letter is a tone in the text of a mark: such a code is no number there. */
const [FIRST_LONG, DIGIT_9] = [10, 0x39];

/** The short way, where the table may have one: rows are known by name and code alone, and all of them are branches. */
export function numberedRows(reading: RowReading, rows: RowsByColumn, again: UnitsAgain): NumberedRows | undefined {
  const { layout, table } = reading;
  const { numbered } = table.grid;
  const hangsOnMore = layout.district > 0 || layout.categories.some(({ code }) => code === HOLDER);
  return numbered === undefined || hangsOnMore ? undefined : new NumberedRows(reading, rows, { again, numbered });
}

export class NumberedRows {
  private readonly reading: RowReading;
  private readonly rows: RowsByColumn;
  private readonly again: UnitsAgain;
  private readonly numbered: NumberedTexts;
  private readonly place: LatePlace;
  /** Of each stem that was met, the stem of the marks of such names and codes; null where the short way is not for them. */
  private readonly nameStems: (string | null)[] = [];
  private readonly codeStems: (string | null)[] = [];

  constructor(
    reading: RowReading,
    rows: RowsByColumn,
    { again, numbered }: { readonly again: UnitsAgain; readonly numbered: NumberedTexts },
  ) {
    this.reading = reading;
    this.rows = rows;
    this.again = again;
    this.numbered = numbered;
    this.place = new LatePlace((index) => again.unitOf(rows.typedAt(index)));
  }

  /** Reads a row of data; false for one that must be read like any other. */
  read(row: number): boolean {
    const { layout, table, sheet, figures } = this.reading;
    const { numbered } = this;
    const name = this.idAt(table.grid, row, layout.name);
    const code = this.idAt(table.grid, row, layout.code);
    if (name <= 0 || code === OTHER) return false;
    const nameStem = this.nameStemOf(numbered.stemOf(name));
    const stem = code === NOTHING || nameStem === null ? nameStem : this.codeStemOf(code);
    if (stem === null) return false;
    const categories = readCategories(layout.categories, layout.noCategories, { grid: table.grid, row });
    const number = numbered.numberOf(code === NOTHING ? name : code);
    const index = this.rows.pushNumbered({ row, categories, name, code }, stem, number);
    const base = index * layout.places.length;
    readRowFigures(figures, this.place.turnTo(row, base, index));
    for (const slot of layout.refused) storeReading(figures.store, base + slot, refusedNumber("V-K06"));
    listUnread(layout.categories, sheet, { row, values: categories });
    return true;
  }

  private idAt(grid: Grid, row: number, column: number): number {
    const index = cellIndex(grid, row, column);
    if (index < 0 || grid.kinds[index] === BLANK) return NOTHING;
    if (grid.kinds[index] !== TEXT) return OTHER;
    const id = at(grid.textIds, index);
    return id === NOTHING || this.numbered.stemOf(id) > 0 ? id : OTHER;
  }

  private nameStemOf(stem: number): string | null {
    let known = this.nameStems[stem];
    if (known === undefined) {
      known = this.again.markStemOf(at(this.numbered.stems, stem)) ?? null;
      this.nameStems[stem] = known;
    }
    return known;
  }

  private codeStemOf(code: number): string | null {
    const stem = this.numbered.stemOf(code);
    let known = this.codeStems[stem];
    if (known === undefined) {
      const text = at(this.numbered.stems, stem);
      known = text.trimStart() === text ? text : null;
      this.codeStems[stem] = known;
    }
    const mayBeTone =
      this.numbered.numberOf(code) < FIRST_LONG && (known?.charCodeAt(known.length - 1) ?? Number.NaN) > DIGIT_9;
    return mayBeTone ? null : known;
  }
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
