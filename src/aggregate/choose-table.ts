// One figure is taken from one form: which table of a workbook an indicator is taken from where several carry it.

import type { Catalogue } from "../model/catalogue.js";
import { type Form, fieldsOf, type Grain } from "../model/form.js";
import type { FormTable } from "../model/submission.js";

/**
 * Tables in the order in which figures are taken from them. A form without branch rows (the cover, `00b Đơn vị`)
 * is about units alone and comes before a form of branches that carries a unit's figure beside them: population
 * typed on the upper member form counts only where `00b` does not give it.
 * Source: design, «No double counting».
 */
export function inOrderOfPreference(tables: readonly FormTable[]): readonly FormTable[] {
  return [
    ...tables.filter((table) => isAboutUnits(table.form)),
    ...tables.filter((table) => !isAboutUnits(table.form)),
  ];
}

/** True for a form that has no branch grain. */
export function isAboutUnits(form: Form): boolean {
  return form.grains.every((grain) => grain.grain !== "branch");
}

/** Codes of the indicator fields found on the tables. */
export function foundFields(tables: readonly FormTable[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const table of tables) for (const field of table.fields) if (field.role === "indicator") found.add(field.code);
  return found;
}

/** More templates than a collection mixes; beyond it they are looked through anew. */
const LIMIT = 24;

/** `foundFields` of tables after tables: files on one template share their lists of fields, and what is found on them. */
export function createFoundFields(): typeof foundFields {
  const known: { readonly lists: readonly FormTable["fields"][]; readonly found: ReadonlySet<string> }[] = [];
  return (tables) => {
    for (const { lists, found } of known) {
      if (lists.length === tables.length && lists.every((fields, index) => fields === tables[index]?.fields))
        return found;
    }
    const found = foundFields(tables);
    if (known.length >= LIMIT) known.length = 0;
    known.push({ lists: tables.map(({ fields }) => fields), found });
    return found;
  };
}

/**
 * True where another form is preferred for the indicator in this grain. A figure that no table has a column for is not
 * on the form, so nobody owes it; but where its preferred form itself was not sent, it stays due.
 */
export function isPreferredElsewhere(
  code: string,
  { form, grain }: Pick<FormTable, "form" | "grain">,
  catalogue: Catalogue,
): boolean {
  if (isAboutUnits(form)) return false;
  for (const other of catalogue.forms.values()) {
    if (other.id !== form.id && isAboutUnits(other) && carries(other, grain, code)) return true;
  }
  return false;
}

function carries(form: Form, grain: Grain, code: string): boolean {
  return fieldsOf(form, grain).some((field) => field.role === "indicator" && field.code === code);
}
