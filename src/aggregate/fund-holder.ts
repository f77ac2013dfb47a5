// Who holds a fund (chủ quỹ). A form whose declaration has a category field `holder` gives figures by holder; what a
// row leaves open is filled here and nowhere else.

import { type Form, fieldsOf, type Grain } from "../model/form.js";
import type { TableRow } from "../model/submission.js";

/** The category field that makes a form one of funds. */
const HOLDER_FIELD = "holder";

/** A row of a branch form is the branch's own fund unless it says otherwise. */
export const BRANCH_HOLDER = "chi hội, ban";

/** A row about a child unit is that unit's funds taken together: a summed sheet does not tell them apart. */
export const CHILD_HOLDER = "đơn vị cấp dưới";

/** The holder that a row names; undefined where it names none (then `holderOf` says who). */
export function namedHolder(row: TableRow): string | undefined {
  return row.categories.get(HOLDER_FIELD);
}

/** The holder of rows that name none; undefined where the form does not tell holders apart. */
export function holderOf(form: Form, grain: Grain): string | undefined {
  const declares = fieldsOf(form, grain).some((field) => field.role === "category" && field.code === HOLDER_FIELD);
  return declares ? holderWithin(grain) : undefined;
}

function holderWithin(grain: Grain): string {
  return grain === "branch" ? BRANCH_HOLDER : CHILD_HOLDER;
}
