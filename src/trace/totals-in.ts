// A list of totals as it was written, of which each total is made for itself when it is asked for: a country has a million.

import { coverageOf } from "../model/coverage.js";
import { at } from "../model/outcome.js";
import { addQuantities, type Quantity, quantityOf } from "../model/quantity.js";
import type {
  StoredColumn,
  StoredFact,
  StoredGroup,
  StoredList,
  StoredQuantity,
  StoredTotal,
  StoredTotals,
} from "./manifest.js";

/** What stands in the list for one total, or for those of a whole group, which follow each other. */
export type ListEntry =
  | { readonly first: number; readonly total: StoredTotal }
  | { readonly first: number; readonly column: StoredTotals; readonly group: StoredGroup };

/**
 * The totals of an indicator by their places.
 *
 *   { group 0 (units 4, 5; files 1, 2), reported, [["", "02 Quỹ", added, [7, 9], ["D3", "D4"]]] }
 *     →   [4, reported, 7, 1, 1, "", [], [[1, 7, "", [["02 Quỹ", "D3", added]]]]], [5, reported, 9, …
 */
export class TotalsIn {
  readonly count: number;
  /** In the order of their places. */
  readonly entries: readonly ListEntry[];

  constructor(list: StoredList, groups: readonly StoredGroup[]) {
    let count = 0;
    this.entries = list.map((entry): ListEntry => {
      const first = count;
      if (!("group" in entry)) {
        count += 1;
        return { first, total: entry };
      }
      const group = at(groups, entry.group);
      count += group[0].length;
      return { first, column: entry, group };
    });
    this.count = count;
  }

  /** The total at a place. A name of no total is our mistake and throws. */
  at(place: number): StoredTotal {
    if (!(place >= 0 && place < this.count)) throw new Error(`no total at ${place}, of ${this.count}`);
    const entry = this.entryAt(place);
    return "total" in entry ? entry.total : totalOf(entry.column, entry.group, place - entry.first);
  }

  /** The entry that begins last at or before the place. */
  private entryAt(place: number): ListEntry {
    let low = 0;
    let high = this.entries.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (at(this.entries, middle).first <= place) low = middle;
      else high = middle - 1;
    }
    return at(this.entries, low);
  }
}

function totalOf({ operation, facts: columns }: StoredTotals, [units, files]: StoredGroup, index: number): StoredTotal {
  const file = at(files, index);
  const facts = columns.map((column) => factOf(column, index, file));
  const quantity = addQuantities(facts.map(([, one]) => quantityFrom(one)));
  const { have, due } = coverageOf(quantity);
  const stored = quantity.kind === "known" ? quantity.value : quantity.why;
  return [at(units, index), operation, stored, have, due, "", [], facts];
}

/** The fact that the file gives for the unit at a place of the group. */
export function factOf([holder, sheet, how, quantities, cells]: StoredColumn, index: number, file: number): StoredFact {
  const quantity = at(quantities, index);
  return sheet === null ? [-1, quantity, holder, []] : [file, quantity, holder, [[sheet, at(cells, index), how]]];
}

function quantityFrom(stored: StoredQuantity): Quantity {
  return typeof stored === "number" ? quantityOf("known", stored) : quantityOf(stored, Number.NaN);
}
