// Kind of check: says which units cannot be compared with an earlier period, because they were made from others since.

import * as z from "zod";
import { shortList } from "../model/number-text.js";
import type { CheckResult, RecordSet, UnitsContext } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED, SKIPPED } from "./check-result.js";
import { recordsOf } from "./record-set.js";

/**
 * No unit was made from several old ones, or from parts, since the figures of the earlier period. Skipped without
 * earlier figures. One finding for the whole run; its message may use `ds` (the units) and `k` (how many old ones).
 */
export const territoryChanged = defineCheck({
  name: "territory-changed",
  params: z.strictObject({}),
  reads: () => ({ indicators: [], forms: [] }),
  bind: (_, { rule }) => ({
    scope: "units",
    looksAt: "siblings",
    run: (records, context) => look(records, context, rule),
  }),
});

function look(records: RecordSet, { history }: UnitsContext, rule: RuleHead): CheckResult {
  if (history === undefined) return SKIPPED;
  const made = new Map<string, string>();
  const old = new Set<string>();
  for (const { unit, name } of recordsOf(records)) {
    for (const former of history.remade.get(unit) ?? []) {
      made.set(unit, name);
      old.add(former);
    }
  }
  const [first] = made;
  if (first === undefined) return PASSED;
  const [unit, unitName] = first;
  return failedWith({
    code: rule.finding,
    ...(rule.variant === undefined ? {} : { variant: rule.variant }),
    place: { file: "" },
    values: new Map([["ds", shortList([...made.values()])], ["k", String(old.size)], ...rule.words]),
    unit,
    unitName,
    rule: rule.id,
  });
}
