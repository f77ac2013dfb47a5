// COUNT indicators against the forms whose rows they count: the form, its categories and their values must exist.

import { type Field, type Form, fieldsOf, holdsNumber, isList } from "../model/form.js";
import type { Entries } from "./declared-entries.js";
import { allowedIds } from "./declared-entries.js";
import type { IndicatorEntry } from "./indicator-schema.js";
import { type Declared, refuseEntry } from "./parse-yaml.js";

/**
 * Refuses an indicator that counts rows of an unknown form, or by a category or value that no row can have.
 *
 * @throws UsageError `declaration`
 */
export function checkCounts(indicators: Entries<IndicatorEntry>, forms: ReadonlyMap<string, Form>): void {
  for (const entry of indicators.values()) {
    const { count } = entry.value;
    if (count === undefined) continue;
    const form = forms.get(count.form);
    if (form === undefined) {
      refuseEntry(entry, ["count", "form"], {
        reason: `không có biểu «${count.form}».`,
        allowed: allowedIds(forms.keys(), count.form),
      });
    }
    const fields = isList(form) ? fieldsOf(form, "record") : fieldsOf(form, "branch");
    const categories = fields.filter(({ role, values }) => role === "category" || values.size > 0);
    for (const key of ["distinct", "adds"] as const) checkColumn(entry, fields, key);
    for (const [category, values] of Object.entries(count.where)) {
      checkCategory(entry, categories, { category, values });
    }
  }
}

/** Columns of a list that are counted once, or added: attributes, of which the added one holds a number. */
function checkColumn(entry: Declared<IndicatorEntry>, fields: readonly Field[], key: "distinct" | "adds"): void {
  const code = entry.value.count?.[key];
  if (code === undefined) return;
  const able = fields.filter((field) => (key === "adds" ? holdsNumber(field) : field.role === "attribute"));
  if (able.some((field) => field.code === code)) return;
  refuseEntry(entry, ["count", key], {
    reason: `biểu không có cột «${code}» của danh sách để ${key === "adds" ? "cộng" : "đếm"}.`,
    allowed: able.length === 0 ? "Bỏ mục này." : `Dùng một trong: ${able.map((field) => field.code).join(", ")}.`,
  });
}

function checkCategory(
  entry: Declared<IndicatorEntry>,
  categories: readonly Field[],
  { category, values }: { readonly category: string; readonly values: readonly string[] },
): void {
  const field = categories.find((candidate) => candidate.code === category);
  if (field === undefined) {
    refuseEntry(entry, ["count", "where"], {
      reason: `biểu không có cột phân loại «${category}».`,
      allowed: `Dùng một trong: ${categories.map(({ code }) => code).join(", ")}.`,
    });
  }
  const index = values.findIndex((value) => !field.values.has(value));
  if (index < 0) return;
  refuseEntry(entry, ["count", "where", category, index], {
    reason: `cột phân loại «${category}» không có giá trị «${values[index]}».`,
    allowed: `Dùng một trong: ${[...field.values.keys()].join(", ")}.`,
  });
}
