// Kind of check: a number of an entry stands with what it rests on.

import * as z from "zod";
import type { CheckResult, ListEntry } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED, SKIPPED } from "./check-result.js";
import { listedFailure } from "./listed-failure.js";

const PARAMS = z.strictObject({ form: z.string(), of: z.string(), needs: z.string() });
type Params = z.infer<typeof PARAMS>;

/** Where the number is above 0, the text `needs` is there; skipped where it is 0 or not known. The message may use `mã`. */
export const listedWith = defineCheck({
  name: "listed-with",
  params: PARAMS,
  reads: ({ form }) => ({ indicators: [], forms: [form] }),
  bind: (params, { rule }) => ({
    scope: "list",
    form: params.form,
    run: (entry) => look(entry, { params, rule }),
  }),
});

function look(entry: ListEntry, { params, rule }: { readonly params: Params; readonly rule: RuleHead }): CheckResult {
  const value = entry.value(params.of);
  if (value === undefined || value <= 0) return SKIPPED;
  if (entry.text(params.needs) !== "") return PASSED;
  return failedWith(listedFailure(entry, params.of, { rule, values: {} }));
}
