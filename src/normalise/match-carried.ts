// Facts carried in `_so-lieu` against the visible cells: the visible cell decides the value. Where they differ, someone
// changed the print after it was written, and what was carried about that cell no longer holds.

import { addressText, type CellAddress } from "../model/cell-address.js";
import { type FindingDraft, values } from "../model/finding.js";
import { vietnameseNumber } from "../model/number-text.js";
import { at } from "../model/outcome.js";
import { addQuantities, type Quantity, stateOf } from "../model/quantity.js";
import { type CarriedFact, type FormTable, quantityAt, typedAt } from "../model/submission.js";

export interface CarriedSettings {
  readonly file: string;
  readonly report: (draft: FindingDraft) => void;
  /** True for indicators that are amounts, so that messages show them in the sheet's unit. */
  readonly isMoney: (indicator: string) => boolean;
}

interface VisibleFigure {
  readonly table: FormTable;
  readonly row: number;
  readonly field: number;
}

/**
 * Keeps the facts whose visible cell still shows their sum (several holders may share one cell). The others are dropped
 * with V-K18, except where the cell was refused already.
 */
export function matchCarried(
  carried: readonly CarriedFact[],
  tables: readonly FormTable[],
  { file, report, isMoney }: CarriedSettings,
): readonly CarriedFact[] {
  if (carried.length === 0) return carried;
  const figures = figuresByCell(tables);
  const kept: CarriedFact[] = [];
  for (const [sheet, cells] of factsByCell(carried)) {
    for (const [cell, facts] of cells) {
      const figure = figures.get(sheet)?.get(cell);
      const expected = addQuantities(facts.map(({ quantity }) => quantity));
      const visible = figure === undefined ? undefined : quantityAt(figure.table, figure.row, figure.field);
      if (visible !== undefined && isSame(visible, expected)) kept.push(...facts);
      else if (visible === undefined || stateOf(visible) !== "rejected") {
        report(difference({ file, facts, figure, expected, isMoney }));
      }
    }
  }
  return kept;
}

/** Printed alike: missing of any kind is «…», not applicable of any kind is «x». */
function isSame(visible: Quantity, expected: Quantity): boolean {
  return visible.kind === "known"
    ? expected.kind === "known" && visible.value === expected.value
    : visible.kind === expected.kind;
}

/** A cell as one number; sheets have at most 16.384 columns. */
function cellKey({ row, column }: CellAddress): number {
  return row * 0x8000 + column;
}

function figuresByCell(tables: readonly FormTable[]): ReadonlyMap<string, ReadonlyMap<number, VisibleFigure>> {
  const sheets = new Map<string, Map<number, VisibleFigure>>();
  for (const table of tables) {
    const cells = sheets.get(table.sheet) ?? new Map<number, VisibleFigure>();
    sheets.set(table.sheet, cells);
    for (let row = 0; row < table.rows.length; row += 1) {
      for (let field = 0; field < table.fields.length; field += 1) {
        cells.set(cellKey(table.place(row, field)), { table, row, field });
      }
    }
  }
  return sheets;
}

function factsByCell(carried: readonly CarriedFact[]): ReadonlyMap<string, ReadonlyMap<number, CarriedFact[]>> {
  const sheets = new Map<string, Map<number, CarriedFact[]>>();
  for (const fact of carried) {
    const cells = sheets.get(fact.sheet) ?? new Map<number, CarriedFact[]>();
    sheets.set(fact.sheet, cells);
    const cell = cellKey(fact.cell);
    const facts = cells.get(cell);
    if (facts === undefined) cells.set(cell, [fact]);
    else facts.push(fact);
  }
  return sheets;
}

function difference(given: {
  readonly file: string;
  readonly facts: readonly CarriedFact[];
  readonly figure: VisibleFigure | undefined;
  readonly expected: Quantity;
  readonly isMoney: (indicator: string) => boolean;
}): FindingDraft {
  const { sheet, cell, unit, indicator } = at(given.facts, 0);
  const { figure, expected, isMoney } = given;
  const typed = figure === undefined ? "" : typedAt(figure.table, figure.row, figure.field);
  const scale = figure !== undefined && isMoney(indicator) ? figure.table.moneyFactor : 1;
  const carried = wordsFor(expected, scale);
  return {
    code: "V-K18",
    place: { file: given.file, sheet, cell },
    values: values({ ô: addressText(cell), a: typed === "" ? "trống" : typed, b: carried }),
    unit,
    field: indicator,
    ...(figure === undefined ? {} : { label: at(figure.table.headings, figure.field) }),
    found: typed,
    expected: carried,
  };
}

/** The quantity as a submission prints it, in the sheet's unit. */
function wordsFor(expected: Quantity, scale: number): string {
  switch (expected.kind) {
    case "known":
      return vietnameseNumber(expected.value / scale, 9);
    case "missing":
      return "…";
    case "not-applicable":
      return "x";
  }
}
