// Refused figures → finding drafts. The words are the catalogue's; here are only place and values.

import { addressText, type CellAddress } from "../model/cell-address.js";
import { type FindingDraft, values } from "../model/finding.js";
import { shortList } from "../model/number-text.js";
import type { UnitKey } from "../model/unit.js";
import type { TidiedFigures } from "./figure-store.js";
import type { NumberReading } from "./number-column.js";

export interface FigurePlace {
  readonly file: string;
  readonly sheet: string;
  readonly cell: CellAddress;
  readonly code: string;
  readonly heading: string;
  readonly unit: UnitKey | undefined;
  /** As typed. */
  readonly found: string;
}

/** The draft of a figure refused at its cell: V-K05 … V-K09. */
export function refusalDraft(reading: NumberReading & { readonly kind: "refused" }, place: FigurePlace): FindingDraft {
  const { cell, heading, found } = place;
  const [first = "", second = ""] = reading.readings ?? [];
  return {
    code: reading.code,
    ...(reading.variant === undefined ? {} : { variant: reading.variant }),
    place: { file: place.file, sheet: place.sheet, cell },
    values: values({
      ô: addressText(cell),
      cột: heading,
      "giá trị": found,
      mã: found,
      ...(reading.code === "V-K08" ? { ngày: first, đoán: second } : { a: first, b: second }),
    }),
    ...(place.unit === undefined ? {} : { unit: place.unit }),
    field: place.code,
    label: heading,
    found,
  };
}

/** V-K04: amounts stand on a sheet that states no unit of money. */
export function noMoneyUnit(file: string, sheet: string): FindingDraft {
  return { code: "V-K04", place: { file, sheet }, values: values({ sheet }) };
}

/** V-K04 as a query: the sheet states a unit of money, and the cover (or another line above the table) another one. */
export function otherMoneyUnit(given: {
  readonly file: string;
  readonly sheet: string;
  readonly cell: CellAddress;
  readonly text: string;
  readonly rival: string;
}): FindingDraft {
  const { file, sheet, cell, text, rival } = given;
  return {
    code: "V-K04",
    variant: "trái nhau",
    place: { file, sheet, cell },
    values: values({ sheet, a: text, b: rival }),
    found: text,
  };
}

/** V-K06 as a note, once for a sheet and way of tidying: how unusual figures were read. */
export function tidiedFigures(
  file: string,
  sheet: string,
  tidied: ReadonlyMap<string, TidiedFigures>,
): readonly FindingDraft[] {
  return [...tidied].flatMap(([how, { cells, typed, value }]) =>
    onceForSheet({ code: "V-K06", variant: "tidied" }, { file, sheet, cells }).map((draft) => ({
      ...draft,
      values: new Map([...draft.values, ["giá trị", typed], ["a", value], ["b", how]]),
      found: typed,
    })),
  );
}

/** V-K13, once for a sheet: formulas without a stored result, at the first of them. */
export function notCalculated(file: string, sheet: string, cells: readonly CellAddress[]): readonly FindingDraft[] {
  return onceForSheet({ code: "V-K13" }, { file, sheet, cells });
}

/** V-K09 as a note, once for a sheet: formulas that read another workbook; their stored results are taken. */
export function linkedFormulas(file: string, sheet: string, cells: readonly CellAddress[]): readonly FindingDraft[] {
  return onceForSheet({ code: "V-K09", variant: "linked" }, { file, sheet, cells });
}

function onceForSheet(
  words: Pick<FindingDraft, "code" | "variant">,
  { file, sheet, cells }: { readonly file: string; readonly sheet: string; readonly cells: readonly CellAddress[] },
): readonly FindingDraft[] {
  const [first] = cells;
  if (first === undefined) return [];
  const place = { file, sheet, cell: first };
  return [{ ...words, place, values: values({ ô: shortList(cells.map(addressText), "ô") }) }];
}
