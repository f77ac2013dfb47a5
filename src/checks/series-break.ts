// Kind of check: says where figures are compared with ones that were counted by other criteria.

import * as z from "zod";
import { pastFigure } from "../model/history.js";
import { monthsOf, type Period } from "../model/period.js";
import type { CheckResult, FigureRecord, RecordSet, UnitsContext } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED, SKIPPED } from "./check-result.js";
import { failureAt, knownFigure } from "./failure.js";
import { recordsOf } from "./record-set.js";

const PARAMS = z.strictObject({
  of: z.array(z.string()).min(1),
  /** First year of the new criteria. */
  year: z.int(),
});
type Params = z.infer<typeof PARAMS>;

/**
 * No figure stands beside one of an earlier period from before `year`. Skipped where nothing is compared. One finding
 * for the whole run; its message may use `a` (the year then) and `b` (the year now).
 */
export const seriesBreak = defineCheck({
  name: "series-break",
  params: PARAMS,
  reads: ({ of }) => ({ indicators: of, forms: [], past: of }),
  bind: (params, { rule }) => ({
    scope: "units",
    looksAt: "siblings",
    run: (records, context) => look(records, context, { params, rule }),
  }),
});

function look(
  records: RecordSet,
  { history, period }: UnitsContext,
  { params, rule }: { readonly params: Params; readonly rule: RuleHead },
): CheckResult {
  if (history === undefined || period === undefined || yearOf(period) < params.year) return SKIPPED;
  let passed = 0;
  for (const record of recordsOf(records)) {
    for (const code of params.of) {
      if (record.value(code) === undefined) continue;
      const past = pastFigure(history, record, { code, now: period });
      if (past === undefined) continue;
      if (yearOf(past.period) >= params.year) passed += 1;
      else return broken(record, code, { rule, a: yearOf(past.period), b: yearOf(period) });
    }
  }
  return passed === 0 ? SKIPPED : { ...PASSED, passed };
}

function broken(
  record: FigureRecord,
  code: string,
  { rule, a, b }: { readonly rule: RuleHead; readonly a: number; readonly b: number },
): CheckResult {
  const { unit, name } = record;
  const values = { a: String(a), b: String(b) };
  const figure = { ...knownFigure(record, code), place: { file: "" } };
  return failedWith(failureAt(figure, { rule, unit, name, values, expected: "" }));
}

function yearOf(period: Period): number {
  return Math.floor(monthsOf(period).last / 12);
}
