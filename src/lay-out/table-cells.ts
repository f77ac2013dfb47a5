// Values of a form's table → cells, with the live formulas that give the same results: sums below columns, percents
// beside their parts. A formula stands only where the shown cells give exactly the stored value.

import type { Catalogue } from "../model/catalogue.js";
import { columnLetters } from "../model/cell-address.js";
import type { TotalsByIndicator } from "../model/fact.js";
import type { Look, PlannedCell } from "../model/workbook-plan.js";
import type { ColumnKind, FormColumn } from "./form-columns.js";
import type { FormRow } from "./form-rows.js";
import { columnTotal, rowTotal } from "./shown-total.js";
import type { CellValue, TableValues } from "./table-values.js";

export interface TablePlace {
  readonly columns: readonly FormColumn[];
  readonly values: TableValues;
  /** Row of the sheet on which the first row of the table stands. */
  readonly first: number;
  readonly catalogue: Catalogue;
  readonly rows: readonly FormRow[];
  /** Totals of the asked unit. */
  readonly totals: TotalsByIndicator;
}

const LOOK_OF: Readonly<Record<ColumnKind, Look>> = { text: "text", count: "count", money: "money", ratio: "ratio" };
const TOTAL_LOOK_OF: Readonly<Record<ColumnKind, Look>> = {
  text: "total-label",
  count: "total-count",
  money: "total-money",
  ratio: "total-ratio",
};

/** Cells of the row with this index (from 0). */
export function rowCells(place: TablePlace, index: number): readonly PlannedCell[] {
  const values = place.values.rows[index] ?? [];
  return place.columns.map((column, position) => ({
    column: position + 1,
    ...withFormula(values[position] ?? null, ratioFormula(place, { values, position, row: place.first + index })),
    look: textLook(column) ?? LOOK_OF[column.kind],
    total: column.kind === "text" ? undefined : rowTotal(place.rows[index], column.field.code, place.catalogue),
  }));
}

/** Cells of the row «Tổng cộng», which follows the last row. */
export function totalCells(place: TablePlace): readonly PlannedCell[] {
  const values = place.values.total;
  const row = place.first + place.values.rows.length;
  return place.columns.map((column, position) => ({
    column: position + 1,
    ...withFormula(
      values[position] ?? null,
      ratioFormula(place, { values, position, row }) ?? sumFormula(place, position),
    ),
    look: TOTAL_LOOK_OF[column.kind],
    total: column.kind === "text" ? undefined : columnTotal(place, column.field.code, values[position] ?? null),
  }));
}

/** Codes and numbers of rows stand in the middle. */
function textLook(column: FormColumn): Look | undefined {
  return column.field.code === "row.number" || column.field.code === "unit.code" ? "centred" : undefined;
}

function withFormula(value: CellValue, formula: string | undefined): Pick<PlannedCell, "value" | "formula"> {
  return formula === undefined ? { value } : { value, formula };
}

/** SUM over the column where its numbers add up to the total; text cells (… and x) do not count in a SUM. */
function sumFormula({ columns, values, first }: TablePlace, position: number): string | undefined {
  const total = values.total[position];
  if (columns[position]?.kind === "text" || typeof total !== "number") return undefined;
  const numbers = values.rows.map((row) => row[position]).filter((value) => typeof value === "number");
  if (numbers.length === 0 || numbers.reduce((sum, value) => sum + value, 0) !== total) return undefined;
  const letters = columnLetters(position + 1);
  return `SUM(${letters}${first}:${letters}${first + values.rows.length - 1})`;
}

function ratioFormula(
  { columns, catalogue }: TablePlace,
  { values, position, row }: { readonly values: readonly CellValue[]; readonly position: number; readonly row: number },
): string | undefined {
  const ratio = catalogue.indicators.get(columns[position]?.field.code ?? "")?.ratio;
  if (ratio === undefined) return undefined;
  const of = columns.findIndex((column) => column.field.code === ratio.of);
  const over = columns.findIndex((column) => column.field.code === ratio.over);
  const [upper, lower] = [values[of], values[over]];
  if (typeof upper !== "number" || typeof lower !== "number" || lower === 0) return undefined;
  return upper / lower === values[position]
    ? `${columnLetters(of + 1)}${row}/${columnLetters(over + 1)}${row}`
    : undefined;
}
