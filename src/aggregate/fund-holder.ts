// Who holds a fund (chủ quỹ). A form whose declaration has a category field `holder` gives figures by holder; what a
// row leaves open is filled here and nowhere else.

import type { Grain } from "../model/form.js";
import { fieldsOf } from "../model/form.js";
import type { FormTable, TableRow } from "../model/submission.js";

/** The category field that makes a form one of funds. */
const HOLDER_FIELD = "holder";

/** A row of a branch form is the branch's own fund unless it says otherwise. */
export const BRANCH_HOLDER = "chi hội, ban";

/** A row about a child unit is that unit's funds taken together: a summed sheet does not tell them apart. */
export const CHILD_HOLDER = "đơn vị cấp dưới";

/** The holder that a row names; undefined where it names none (then `defaultHolder` says who). */
export function namedHolder(row: TableRow): string | undefined {
  return row.categories.get(HOLDER_FIELD);
}

/** The holder of rows that name none; undefined where the form does not tell holders apart. */
export function defaultHolder(table: FormTable): string | undefined {
  const declares = fieldsOf(table.form, table.grain).some(
    (field) => field.role === "category" && field.code === HOLDER_FIELD,
  );
  return declares ? holderWithin(table.grain) : undefined;
}

function holderWithin(grain: Grain): string {
  return grain === "branch" ? BRANCH_HOLDER : CHILD_HOLDER;
}
