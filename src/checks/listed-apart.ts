// Kind of check: what an entry of a list tells is not the area's own figure copied.

import * as z from "zod";
import type { CheckResult, FigureRecord, ListEntry } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED, SKIPPED } from "./check-result.js";
import { listedFailure } from "./listed-failure.js";

const PARAMS = z.strictObject({
  /** The list. */
  form: z.string(),
  pairs: z.array(z.strictObject({ listed: z.string(), area: z.array(z.string()).min(1) })).min(1),
});
type Params = z.infer<typeof PARAMS>;

/**
 * No listed number equals one of the area's figures beside it; 0 says nothing. Entries of other units are skipped: their
 * area stands on their own workbook. The message may use `tên` (the entry's name) and `a` (the number).
 */
export const listedApart = defineCheck({
  name: "listed-apart",
  params: PARAMS,
  reads: ({ form, pairs }) => ({ indicators: pairs.flatMap(({ area }) => area), forms: [form] }),
  bind: (params, { rule }) => ({
    scope: "list",
    form: params.form,
    run: (entry, area) => compare(entry, area, { params, rule }),
  }),
});

function compare(
  entry: ListEntry,
  area: FigureRecord,
  { params, rule }: { readonly params: Params; readonly rule: RuleHead },
): CheckResult {
  if (!entry.isOwn) return SKIPPED;
  const copied = params.pairs.find(({ listed, area: codes }) => {
    const value = entry.value(listed);
    return value !== undefined && value > 0 && codes.some((code) => area.value(code) === value);
  });
  return copied === undefined ? PASSED : failedWith(listedFailure(entry, copied.listed, { rule, values: {} }));
}
