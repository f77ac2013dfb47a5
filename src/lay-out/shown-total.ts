// Which total a cell of a form's table shows: that of its row, or, below the rows, of the asked unit. Where the sheet adds
// or divides for itself, a total that says so, so that the cell can be traced like any other.

import type { Catalogue } from "../model/catalogue.js";
import { addCoverage, weakerCoverage } from "../model/coverage.js";
import type { Total, TotalsByIndicator } from "../model/fact.js";
import { addQuantities, type Quantity } from "../model/quantity.js";
import { shownQuantity } from "./cell-texts.js";
import type { FormRow } from "./form-rows.js";
import type { CellValue } from "./table-values.js";

/** The total a row's cell shows; a ratio that nobody folded is made from the row's own two parts. */
export function rowTotal(row: FormRow | undefined, code: string, { indicators }: Catalogue): Total | undefined {
  const figure = row?.figure(code);
  const ratio = indicators.get(code)?.ratio;
  if (row === undefined || figure?.total !== undefined || ratio === undefined) return figure?.total;
  const [of, over] = [row.figure(ratio.of).total, row.figure(ratio.over).total];
  if (of?.quantity.kind !== "known" || over?.quantity.kind !== "known" || over.quantity.value === 0) return undefined;
  const quantity: Quantity = { kind: "known", value: of.quantity.value / over.quantity.value };
  const coverage = weakerCoverage(of.coverage, over.coverage);
  return { ...added(of.unit, code, [of, over]), operation: "ratio", quantity, coverage };
}

/** The total below a column: the asked unit's where it is what stands there, else the sum of the rows. */
export function columnTotal(
  { rows, totals }: { readonly rows: readonly FormRow[]; readonly totals: TotalsByIndicator },
  code: string,
  shown: CellValue,
): Total | undefined {
  const total = totals.get(code);
  if (total !== undefined && shownQuantity(total.quantity) === shown) return total;
  const parts = rows.flatMap((row) => row.figure(code).total ?? []);
  const [first] = parts;
  if (first === undefined || typeof shown !== "number") return undefined;
  return added(total?.unit ?? first.unit, code, parts);
}

function added(unit: Total["unit"], indicator: string, parts: readonly Total[]): Total {
  return {
    unit,
    indicator,
    operation: "sum",
    quantity: addQuantities(parts.map((part) => part.quantity)),
    coverage: addCoverage(parts.map((part) => part.coverage)),
    estimate: parts.some((part) => part.estimate),
    byHolder: new Map(),
    parts,
    facts: [],
  };
}
