// Figures of a table's cells as facts: as typed, or, where the workbook was written by this program, with what its
// fact sheet carries beside the visible cell.

import type { Fact } from "../model/fact.js";
import { at } from "../model/outcome.js";
import { addQuantities, type Quantity } from "../model/quantity.js";
import { type CarriedFact, type FormTable, quantityAt } from "../model/submission.js";
import type { UnitKey } from "../model/unit.js";
import { cellSource } from "./fact-source.js";
import { plainFact } from "./plain-fact.js";

/** Carried facts by sheet, then row, then column: several may share a cell, one per fund holder. */
export type CarriedIndex = ReadonlyMap<string, ReadonlyMap<number, readonly CarriedFact[]>>;

/** A figure to be taken. */
export interface FigurePlace {
  readonly row: number;
  readonly field: number;
  readonly unit: UnitKey;
  readonly holder: string | undefined;
  readonly file: number;
}

/** Indexes what a fact sheet gave, by sheet and row. */
export function indexCarried(carried: readonly CarriedFact[]): CarriedIndex {
  const sheets = new Map<string, Map<number, CarriedFact[]>>();
  for (const fact of carried) {
    const rows = sheets.get(fact.sheet) ?? new Map<number, CarriedFact[]>();
    sheets.set(fact.sheet, rows);
    const row = rows.get(fact.cell.row);
    if (row === undefined) rows.set(fact.cell.row, [fact]);
    else row.push(fact);
  }
  return sheets;
}

/**
 * The facts of one cell. The cell decides the value: what is carried is taken only where it adds up to what stands
 * there (within the rounding of the sheet's unit of money), else the cell counts as typed. `isCarried` tells which.
 */
export function figureFacts(
  table: FormTable,
  place: FigurePlace,
  index: CarriedIndex,
): { readonly facts: readonly Fact[]; readonly isCarried: boolean } {
  const quantity = quantityAt(table, place.row, place.field);
  const carried = carriedAt(table, place, index);
  const isCarried = carried.length > 0 && agrees(quantity, carried, table.moneyFactor / 2);
  const source = cellSource(place.file, table, place);
  const { unit, holder } = place;
  const indicator = at(table.fields, place.field).code;
  if (!isCarried) return { facts: [plainFact({ unit, indicator, holder, quantity, source })], isCarried };
  return {
    facts: carried.map(({ coverage, estimate, explanation, ...fact }) => ({
      unit,
      indicator,
      holder: fact.holder,
      quantity: fact.quantity,
      coverage,
      estimate,
      explanation,
      source,
    })),
    isCarried,
  };
}

function carriedAt(table: FormTable, place: FigurePlace, index: CarriedIndex): readonly CarriedFact[] {
  const sheet = index.get(table.sheet);
  if (sheet === undefined) return [];
  const cell = table.place(place.row, place.field);
  const code = at(table.fields, place.field).code;
  const row = sheet.get(cell.row) ?? [];
  return row.filter((fact) => fact.cell.column === cell.column && fact.indicator === code && fact.unit === place.unit);
}

function agrees(cell: Quantity, carried: readonly CarriedFact[], tolerance: number): boolean {
  const sum = addQuantities(carried.map((fact) => fact.quantity));
  if (cell.kind === "known" && sum.kind === "known") return Math.abs(cell.value - sum.value) <= tolerance;
  return cell.kind === sum.kind;
}
