// Kind of check: numbers of an entry are not above another number of it, such as points above the most there are.

import * as z from "zod";
import { vietnameseNumber } from "../model/number-text.js";
import type { CheckResult, ListEntry } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED, SKIPPED } from "./check-result.js";
import { listedFailure } from "./listed-failure.js";

const PARAMS = z.strictObject({ form: z.string(), of: z.array(z.string()).min(1), most: z.string() });
type Params = z.infer<typeof PARAMS>;

/** Each of the numbers is at most `most`; skipped where that is not known. The message may use `a`, `b` (the most) and `mã`. */
export const listedNotAbove = defineCheck({
  name: "listed-not-above",
  params: PARAMS,
  reads: ({ form }) => ({ indicators: [], forms: [form] }),
  bind: (params, { rule }) => ({
    scope: "list",
    form: params.form,
    run: (entry) => compare(entry, { params, rule }),
  }),
});

function compare(
  entry: ListEntry,
  { params, rule }: { readonly params: Params; readonly rule: RuleHead },
): CheckResult {
  const most = entry.value(params.most);
  if (most === undefined) return SKIPPED;
  const above = params.of.find((field) => isAbove(entry.value(field), most));
  if (above === undefined) return PASSED;
  return failedWith(listedFailure(entry, above, { rule, values: { b: vietnameseNumber(most, 2) } }));
}

function isAbove(value: number | undefined, most: number): boolean {
  return value !== undefined && value > most;
}
