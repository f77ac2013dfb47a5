// A list of totals as it was written → each total for itself.

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

/**
 * The totals in their order; those of a group stand one after the other.
 *
 *   { group 0 (units 4, 5; files 1, 2), reported, [["", "02 Quỹ", added, [7, 9], ["D3", "D4"]]] }
 *     →   [4, reported, 7, 1, 1, "", [], [[1, 7, "", [["02 Quỹ", "D3", added]]]]], [5, reported, 9, …
 */
export function totalsIn(list: StoredList, groups: readonly StoredGroup[]): readonly StoredTotal[] {
  return list.flatMap((entry) => ("group" in entry ? totalsOf(entry, at(groups, entry.group)) : [entry]));
}

function totalsOf({ operation, facts: columns }: StoredTotals, [units, files]: StoredGroup): readonly StoredTotal[] {
  return units.map((unit, index): StoredTotal => {
    const facts = columns.map((column) => factOf(column, index, at(files, index)));
    const quantity = addQuantities(facts.map(([, one]) => quantityFrom(one)));
    const { have, due } = coverageOf(quantity);
    return [unit, operation, quantity.kind === "known" ? quantity.value : quantity.why, have, due, "", [], facts];
  });
}

function factOf([holder, sheet, how, quantities, cells]: StoredColumn, index: number, file: number): StoredFact {
  const quantity = at(quantities, index);
  return sheet === null ? [-1, quantity, holder, []] : [file, quantity, holder, [[sheet, at(cells, index), how]]];
}

function quantityFrom(stored: StoredQuantity): Quantity {
  return typeof stored === "number" ? quantityOf("known", stored) : quantityOf(stored, Number.NaN);
}
