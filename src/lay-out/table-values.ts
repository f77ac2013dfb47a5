// What stands in each cell of a form's table, before formulas: one list of values per row, in column order.

import type { Catalogue } from "../model/catalogue.js";
import { addQuantities, type Quantity } from "../model/quantity.js";
import { shownQuantity } from "./cell-texts.js";
import type { Figure } from "./child-figures.js";
import type { FormColumn } from "./form-columns.js";
import type { FormRow } from "./form-rows.js";

export type CellValue = string | number | null;

export interface TableValues {
  readonly rows: readonly (readonly CellValue[])[];
  /** The row «Tổng cộng». */
  readonly total: readonly CellValue[];
}

const TOTAL_LABEL = "Tổng cộng";
const NUMBER_FIELD = "row.number";
const NAME_FIELD = "unit.name";

type FigureOf = (indicator: string) => Figure | undefined;

/** Values of all rows; `totalOf` gives the figures of the asked unit. */
export function tableValues(
  columns: readonly FormColumn[],
  rows: readonly FormRow[],
  { totalOf, catalogue }: { readonly totalOf: FigureOf; readonly catalogue: Catalogue },
): TableValues {
  return {
    rows: rows.map((row, index) =>
      columns.map((column) => {
        if (column.kind !== "text") return figureValue(column, row.figure, catalogue);
        return column.field.code === NUMBER_FIELD ? index + 1 : (row.texts.get(column.field.code) ?? null);
      }),
    ),
    total: columns.map((column) => {
      if (column.kind !== "text") return totalValue(column, rows, { totalOf, catalogue });
      return column.field.code === NAME_FIELD ? TOTAL_LABEL : null;
    }),
  };
}

function figureValue(column: FormColumn, figure: FigureOf, catalogue: Catalogue): CellValue {
  const ratio = catalogue.indicators.get(column.field.code)?.ratio;
  const own = figure(column.field.code);
  if (ratio === undefined || own?.total !== undefined) return own === undefined ? null : shownQuantity(own.quantity);
  return shownQuantity(shareOf(figure(ratio.of)?.quantity, figure(ratio.over)?.quantity));
}

/**
 * A table adds up: where the asked unit's total is not what the rows give (it was reported by the unit itself), the
 * rows' sum stands here, and the total on the cover and in the summary.
 */
function totalValue(
  column: FormColumn,
  rows: readonly FormRow[],
  { totalOf, catalogue }: { readonly totalOf: FigureOf; readonly catalogue: Catalogue },
): CellValue {
  if (column.kind === "ratio") return figureValue(column, totalOf, catalogue);
  return shownQuantity(addQuantities(rows.map((row) => row.figure(column.field.code).quantity)));
}

/** A share of two figures, 0–1; the reason of the missing part where there is none, and nothing over nothing is none. */
function shareOf(of: Quantity | undefined, over: Quantity | undefined): Quantity {
  if (of?.kind === "known" && over?.kind === "known" && over.value !== 0) {
    return { kind: "known", value: of.value / over.value };
  }
  const unknown = [of, over].filter((part) => part !== undefined && part.kind !== "known");
  return addQuantities(unknown.filter((part) => part !== undefined));
}
