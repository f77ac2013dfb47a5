// Figures of a table's cells as facts: as typed, or, where the workbook was written by this program, with what its
// fact sheet carries beside the visible cell.

import type { CellAddress } from "../model/cell-address.js";
import type { Fact } from "../model/fact.js";
import { at } from "../model/outcome.js";
import { addQuantities, type Quantity } from "../model/quantity.js";
import { type CarriedFact, type FormTable, quantityAt } from "../model/submission.js";
import type { UnitKey } from "../model/unit.js";
import type { FactMemory } from "./fact-memory.js";
import { columnSource } from "./fact-source.js";
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

/** Where figures are gathered, and what their workbook carried. */
export interface FigureGathering {
  readonly facts: Fact[];
  readonly carried: CarriedIndex;
  readonly memory: FactMemory;
}

const NONE: readonly CarriedFact[] = [];

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
 * Adds the facts of one cell to `facts`. The cell decides the value: what is carried is taken only where it adds up to
 * what stands there (within the rounding of the sheet's unit of money), else the cell counts as typed. True where what
 * was carried is taken.
 */
export function addFigureFacts(
  table: FormTable,
  place: FigurePlace,
  { facts, carried: index, memory }: FigureGathering,
): boolean {
  const { unit, holder } = place;
  const cell = table.place(place.row, place.field);
  const indicator = at(table.fields, place.field).code;
  const quantity = quantityAt(table, place.row, place.field);
  const carried = index.size === 0 ? NONE : carriedAt(index, { sheet: table.sheet, cell, indicator, unit });
  const source = columnSource({ file: place.file, sheet: table.sheet }, cell.column, memory.runs.ofRow(cell.row));
  if (carried.length === 0 || !agrees(quantity, carried, table.moneyFactor / 2)) {
    facts.push(plainFact({ unit, indicator, holder, quantity, source }));
    return false;
  }
  for (const fact of carried) {
    facts.push({
      unit,
      indicator,
      holder: fact.holder,
      quantity: fact.quantity,
      coverage: fact.coverage,
      estimate: fact.estimate,
      explanation: fact.explanation,
      source,
    });
  }
  return true;
}

interface CarriedPlace {
  readonly sheet: string;
  readonly cell: CellAddress;
  readonly indicator: string;
  readonly unit: UnitKey;
}

function carriedAt(index: CarriedIndex, { sheet, cell, indicator, unit }: CarriedPlace): readonly CarriedFact[] {
  const row = index.get(sheet)?.get(cell.row) ?? NONE;
  return row.filter((fact) => fact.cell.column === cell.column && fact.indicator === indicator && fact.unit === unit);
}

function agrees(cell: Quantity, carried: readonly CarriedFact[], tolerance: number): boolean {
  const sum = addQuantities(carried.map((fact) => fact.quantity));
  if (cell.kind === "known" && sum.kind === "known") return Math.abs(cell.value - sum.value) <= tolerance;
  return cell.kind === sum.kind;
}
