// COUNT indicators against the forms whose rows they count: the form, its categories and their values must exist.

import { type Field, type Form, fieldsOf } from "../model/form.js";
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
    const categories = fieldsOf(form, "branch").filter((field) => field.role === "category");
    for (const [category, values] of Object.entries(count.where)) {
      checkCategory(entry, categories, { category, values });
    }
  }
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
