// The rows of a form's upper grain: one per child unit, then the asked unit's own and named funds.

import type { Aggregation } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import { NOT_DUE } from "../model/coverage.js";
import { type Field, type Form, fieldsOf } from "../model/form.js";
import { notApplicable } from "../model/quantity.js";
import { childFigure, type Figure, figureOf } from "./child-figures.js";

/** Field of the upper grain that names whose fund a row is; a form without it has no rows of its own funds. */
export const HOLDER_FIELD = "holder";

export interface FormRow {
  /** Key of the unit the figures belong to. */
  readonly unit: string;
  /** The holder of an own fund; undefined for child units. */
  readonly holder: string | undefined;
  /** Texts of identity and category columns by field code. */
  readonly texts: ReadonlyMap<string, string>;
  readonly figure: (indicator: string) => Figure;
}

/** The rows in printing order. Own funds stand only on forms that declare a holder. */
export function formRows(form: Form, aggregation: Aggregation, catalogue: Catalogue): readonly FormRow[] {
  const hasHolder = fieldsOf(form, "upper").some((field) => field.code === HOLDER_FIELD);
  const parents = parentNames(aggregation, catalogue);
  const children = aggregation.children.map((child): FormRow => {
    const parent = parents.get(child.unit.key) ?? "";
    return {
      unit: child.unit.key,
      holder: undefined,
      texts: new Map([
        ["unit.code", child.unit.code],
        ["unit.name", child.unit.name],
        ["unit.parent", parent],
      ]),
      figure: (indicator) => childFigure(child, indicator),
    };
  });
  if (!hasHolder) return children;
  const own = aggregation.ownFunds.map(({ holder, name, totals }): FormRow => {
    const nothing = { quantity: notApplicable("not-on-form"), coverage: NOT_DUE, total: undefined };
    return {
      unit: aggregation.unit.key,
      holder,
      texts: new Map([
        ["unit.name", name],
        [HOLDER_FIELD, holder],
      ]),
      figure: (indicator) => figureOf(totals, indicator) ?? nothing,
    };
  });
  return [...children, ...own];
}

/**
 * True where a declared figure field is to be seen: always when it is required; else as soon as one row has anything
 * but «not on the form» for it. Leaving out a column says exactly that to whoever reads the sheet again.
 */
export function isReported(field: Field, rows: readonly FormRow[]): boolean {
  if (field.required.kind !== "never") return true;
  return rows.some((row) => {
    const { quantity } = row.figure(field.code);
    return !(quantity.kind === "not-applicable" && quantity.why === "not-on-form");
  });
}

/** Names of units between a child and the asked unit (districts), by key of the child. */
function parentNames({ unit, children, asOf }: Aggregation, catalogue: Catalogue): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  if (unit.level === "grouping") return names;
  for (const child of children) {
    const code = catalogue.register.byKey(child.unit.key)?.parentCode;
    if (code === undefined || code === unit.code) continue;
    const parent = catalogue.register.at(code, asOf)?.unit;
    if (parent !== undefined) names.set(child.unit.key, parent.name);
  }
  return names;
}
