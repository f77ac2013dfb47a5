// The totals of a manifest, told as they are met: a run over a nation has over a million of them.

import { isColumn, partsTogether, type Total, type TotalColumn } from "../model/fact.js";
import type { PrintedCells } from "../model/printed-cells.js";
import type { StoredGroup } from "./manifest.js";
import { OTHER_LIST, SAME_LIST, SEVERAL, type ToldTotals, TotalTeller } from "./told-totals.js";

export interface TotalBook {
  /** `indicator:place`; the total and all it rests on are told with the first call. */
  place(total: Total): string;
  /** Tells the rest. */
  end(): void;
  /** Indicators and keys of units, in the order in which they were met. */
  indicators(): readonly string[];
  units(): readonly string[];
  /** Groups of units that columns speak of. */
  groups(): readonly StoredGroup[];
}

/**
 * Totals by indicator; parts go before what they are part of. What is met again is stored once: totals that are printed
 * and those that rest on others. Any other, a unit's own figures below what is printed, is met once, under the total above.
 */
export function createTotalBook(plan: PrintedCells, tell: (told: ToldTotals) => void): TotalBook {
  const printed = printedTotals(plan);
  const teller = new TotalTeller(tell);
  const lists = new Map<string, { length: number }>();
  const units = new Map<string, number>();
  const known = new Map<Total, number>();
  const groups = new Map<TotalColumn["owners"], number>();
  const stored: StoredGroup[] = [];
  const unitPlace = (key: string): number => {
    const before = units.get(key);
    if (before === undefined) units.set(key, units.size);
    return before ?? units.size - 1;
  };
  const groupOf = (column: TotalColumn): number => {
    const { owners } = column;
    const before = groups.get(owners);
    if (before !== undefined) return before;
    groups.set(owners, stored.length);
    stored.push([owners.map(({ unit }) => unitPlace(unit)), owners.map(({ file }) => file)]);
    teller.group(column);
    return stored.length - 1;
  };
  /** Takes the next places in a list and gives the first. */
  const placesIn = (indicator: string, count: number): number => {
    const list = lists.get(indicator) ?? { length: 0 };
    lists.set(indicator, list);
    list.length += count;
    return list.length - count;
  };
  const namePart = (indicator: string, place: number, into: Naming): void => {
    if (indicator === into.indicator) into.parts.push(SAME_LIST, place);
    else into.parts.push(OTHER_LIST, teller.textNumber(indicator), place);
  };
  const storeColumn = (column: TotalColumn, into: Naming): void => {
    const { indicator, owners } = column;
    teller.column(column, groupOf(column));
    const first = placesIn(indicator, owners.length);
    if (indicator === into.indicator) into.parts.push(SEVERAL, first, owners.length);
    else for (let index = 0; index < owners.length; index += 1) namePart(indicator, first + index, into);
  };
  const store = (total: Total): number => {
    const before = known.get(total);
    if (before !== undefined) return before;
    const { indicator } = total;
    const parts: number[] = [];
    for (const part of partsTogether(total.parts)) {
      if (isColumn(part)) storeColumn(part, { indicator, parts });
      else namePart(part.indicator, store(part), { indicator, parts });
    }
    teller.total(total, { unit: unitPlace(total.unit), parts });
    const place = placesIn(indicator, 1);
    if (parts.length > 0 || printed.has(total)) known.set(total, place);
    return place;
  };
  return {
    place: (total) => `${total.indicator}:${store(total)}`,
    end: () => teller.end(),
    indicators: () => [...lists.keys()],
    units: () => [...units.keys()],
    groups: () => stored,
  };
}

/** How the parts of a total are named, so far; those of its own indicator need no name of a list. */
interface Naming {
  readonly indicator: string;
  readonly parts: number[];
}

/** Totals that cells show. */
function printedTotals({ sheets }: PrintedCells): ReadonlySet<Total> {
  const printed = new Set<Total>();
  for (const { rows } of sheets) {
    for (const { cells } of rows) for (const { total } of cells) if (total !== undefined) printed.add(total);
  }
  return printed;
}
