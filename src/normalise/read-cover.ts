// What a workbook says about itself: label–value pairs of the cover first, title lines where no cover says it.

import type { CellAddress } from "../model/cell-address.js";
import { cellIndex, type Grid, kindAt } from "../model/grid.js";
import { fromExcelSerial, type IsoDate } from "../model/iso-date.js";
import { at } from "../model/outcome.js";
import type { Period, Standing } from "../model/period.js";
import type { RecognisedWorkbook } from "../model/recognised.js";
import { memoise } from "./memoise.js";
import { pairText } from "./pair-text.js";
import { readDate } from "./read-date.js";
import { readRevision, readStanding } from "./read-identity-words.js";
import { readMoneyUnit } from "./read-money-unit.js";
import { readPeriod } from "./read-period.js";

export interface CoverEntry {
  readonly grid: Grid;
  readonly cell: CellAddress;
  /** As typed, without white space at the ends. */
  readonly text: string;
  readonly isNumber: boolean;
}

export interface Cover {
  /** By identity word: unit.code, unit.name, period, … Blank ones are left out. */
  readonly entries: ReadonlyMap<string, CoverEntry>;
  readonly sheet: string | undefined;
  readonly period: Period | undefined;
  readonly asOf: IsoDate | undefined;
  readonly standing: Standing | undefined;
  /** đồng per unit. */
  readonly moneyUnit: number | undefined;
  readonly revision: number | undefined;
}

/** How the words of a cover are read. */
export type CoverWords = ReturnType<typeof createCoverWords>;

/** The readers of a cover's words; what they read is kept, because all covers of a collection say the same. */
export function createCoverWords() {
  return {
    period: memoise(readPeriod),
    day: memoise((text) => readDate(text)?.date),
    standing: memoise(readStanding),
    moneyUnit: memoise(readMoneyUnit),
    revision: memoise(readRevision),
  };
}

/**
 * Reads the identity of a workbook. What is blank or cannot be read is undefined; the period may name a day instead
 * («tính đến 31/12/2023»), which is then the cut-off.
 */
export function readCover(recognised: RecognisedWorkbook, words: CoverWords): Cover {
  const date1904 = recognised.date1904 === true;
  const entries = entriesOf(recognised);
  const textOf = (code: string): string => entries.get(code)?.text ?? "";
  const dayOf = (code: string): IsoDate | undefined => {
    const entry = entries.get(code);
    return entry === undefined ? undefined : (storedDay(entry, date1904) ?? words.day(entry.text));
  };
  return {
    entries,
    sheet: recognised.pairs[0]?.grid.name,
    period: periodOf(entries.get("period"), date1904, words),
    asOf: dayOf("asOf") ?? dayOf("period"),
    standing: words.standing(textOf("standing")),
    moneyUnit: words.moneyUnit(textOf("moneyUnit")),
    revision: words.revision(textOf("revision")),
  };
}

function entriesOf({ pairs, titles }: RecognisedWorkbook): ReadonlyMap<string, CoverEntry> {
  const entries = new Map<string, CoverEntry>();
  const add = (code: string, entry: CoverEntry): void => {
    if (entry.text !== "" && !entries.has(code)) entries.set(code, entry);
  };
  for (const cover of pairs) {
    for (const pair of cover.pairs) {
      const { field, value } = pair;
      if (field.role !== "identity") continue;
      const isNumber = kindAt(cover.grid, cellIndex(cover.grid, value.row, value.column)) === "number";
      add(field.code, { grid: cover.grid, cell: value, text: pairText(cover.grid, pair), isNumber });
    }
  }
  for (const { code, grid, cell, text } of titles) add(code, { grid, cell, text: text.trim(), isNumber: false });
  return entries;
}

/** A period typed as «11/2022» that Excel made a date is a month, if its format shows no day. */
function periodOf(entry: CoverEntry | undefined, date1904: boolean, words: CoverWords): Period | undefined {
  if (entry === undefined) return undefined;
  const day = storedDay(entry, date1904);
  if (day === undefined) return words.period(entry.text);
  const index = cellIndex(entry.grid, entry.cell.row, entry.cell.column);
  const format = at(entry.grid.styleTable, at(entry.grid.styles, index)).numberFormat.toLowerCase();
  if (format.includes("d")) return undefined;
  return { kind: "month", year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
}

function storedDay({ grid, cell }: CoverEntry, date1904: boolean): IsoDate | undefined {
  const index = cellIndex(grid, cell.row, cell.column);
  return kindAt(grid, index) === "date" ? fromExcelSerial(at(grid.numbers, index), date1904) : undefined;
}
