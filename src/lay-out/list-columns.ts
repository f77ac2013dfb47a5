// Columns of a list of records as they are printed, filled in and carried upward: whose record it is, then the declared
// columns in their order.

import type { Catalogue } from "../model/catalogue.js";
import { type Field, type Form, fieldsOf, holdsNumber } from "../model/form.js";
import { isMoney } from "../model/indicator.js";
import { type FormColumn, textColumn } from "./form-columns.js";
import { longestWord, textWidth } from "./text-size.js";

const UNIT_FIELDS: ReadonlySet<string> = new Set(["unit.code", "unit.name"]);
const NUMBER = "row.number";
const NARROWEST = 9;
const WIDEST = 34;
const MONEY_WIDTH = 16;
const HEADING_LINES = 5;

/** The columns; those that say whose record a row is only where records of several units stand there. */
export function listColumns(
  form: Form,
  { namesUnits }: { readonly namesUnits: boolean },
  { indicators }: Catalogue,
): readonly FormColumn[] {
  const shown = fieldsOf(form, "record").filter(({ code }) => namesUnits || !UNIT_FIELDS.has(code));
  return shown.map((field): FormColumn => {
    const indicator = indicators.get(field.code);
    if (indicator === undefined && !holdsNumber(field)) return textColumn(field);
    const kind = indicator !== undefined && isMoney(indicator) ? "money" : "count";
    return { field, kind, group: undefined, heading: field.heading };
  });
}

/** Columns at the left that are repeated on every page: running number and unit. */
export function leadingColumns(columns: readonly FormColumn[]): number {
  return columns.filter(({ field }) => field.code === NUMBER || UNIT_FIELDS.has(field.code)).length;
}

/** Widths for these texts below the headings, longest first wrapped. */
export function listWidths(
  columns: readonly FormColumn[],
  textsOf: (field: Field) => readonly string[],
): readonly number[] {
  return columns.map(({ field, kind, heading }) => {
    if (field.code === NUMBER) return 5;
    const words = Math.max(longestWord(heading) * 1.1 + 2, textWidth(heading) / HEADING_LINES + 2);
    const texts = textsOf(field).map((text) => Math.max(longestWord(text), Math.min(textWidth(text), WIDEST)) + 2);
    const least = kind === "money" ? MONEY_WIDTH : NARROWEST;
    return Math.ceil(Math.min(Math.max(words, least, ...texts), WIDEST + 6));
  });
}

/** True for a column in which texts run over several lines, against the left. */
export function isWordy({ role, holds, values, code }: Field): boolean {
  if (code === NUMBER || code === "unit.code") return false;
  return role === "identity" || (values.size === 0 && (holds === undefined || holds === "words"));
}
