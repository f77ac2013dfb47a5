// Which indicators the summary lists, under which family, and how each value is got: from the total's cell, from two
// other lines (percents), or as it is.

import type { Catalogue } from "../model/catalogue.js";
import { fieldsOf } from "../model/form.js";
import type { Indicator } from "../model/indicator.js";
import type { LayoutContext } from "./layout-context.js";
import type { PlacedTotal } from "./placed-figure.js";

export interface SummaryFamily {
  readonly name: string;
  readonly indicators: readonly Indicator[];
}

/** The families in the order in which the catalogue first names them. */
export function summaryFamilies(
  context: LayoutContext,
  placed: ReadonlyMap<string, PlacedTotal>,
): readonly SummaryFamily[] {
  const { catalogue } = context;
  const listed = listedCodes(context, placed);
  const families = new Map<string, Indicator[]>();
  for (const indicator of catalogue.indicators.values()) {
    if (!listed.has(indicator.code)) continue;
    const name = familyOf(indicator, catalogue);
    const members = families.get(name);
    if (members === undefined) families.set(name, [indicator]);
    else members.push(indicator);
  }
  return [...families].map(([name, indicators]) => ({ name, indicators }));
}

/** Listed: what stands on a sheet or was folded from a declared form; optional ones only where somebody reports them. */
function listedCodes(context: LayoutContext, placed: ReadonlyMap<string, PlacedTotal>): ReadonlySet<string> {
  const { catalogue } = context;
  const declared = declaredCodes(catalogue);
  const listed = new Set<string>();
  for (const indicator of catalogue.indicators.values()) {
    const isKnown = context.aggregation.totals.get(indicator.code)?.quantity.kind === "known";
    const isBuilt = placed.has(indicator.code) || declared.has(indicator.code);
    if (isKnown || (isBuilt && !indicator.optional)) listed.add(indicator.code);
  }
  for (const indicator of catalogue.indicators.values()) {
    const parts = indicator.ratio === undefined ? indicator.sumOf?.parts : [indicator.ratio.of, indicator.ratio.over];
    if (!indicator.optional && parts?.every((part) => listed.has(part))) listed.add(indicator.code);
  }
  return listed;
}

function declaredCodes(catalogue: Catalogue): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const form of catalogue.forms.values()) {
    for (const field of [...fieldsOf(form, "value"), ...fieldsOf(form, "upper")]) {
      if (field.role === "indicator") codes.add(field.code);
    }
  }
  return codes;
}

/** The declared family; else the name of the form it, or its first part, is recorded on. */
function familyOf(indicator: Indicator, catalogue: Catalogue): string {
  if (indicator.family !== undefined) return indicator.family;
  const part = catalogue.indicators.get(indicator.ratio?.of ?? indicator.sumOf?.parts[0] ?? "");
  const form = indicator.form === "" && part !== undefined ? part.form : indicator.form;
  return catalogue.forms.get(form.split(" ")[0] ?? "")?.name ?? "Chỉ tiêu khác";
}
