// Kind of check: an opening figure is the closing figure of the period that ended the day before.

import * as z from "zod";
import { isJustBefore, pastFigure } from "../model/history.js";
import { periodInWords } from "../model/period.js";
import type { CheckContext, CheckResult, FigureRecord } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED, SKIPPED } from "./check-result.js";
import { amountText, failureAt, knownFigure } from "./failure.js";

const PARAMS = z.strictObject({
  of: z.string(),
  /** The closing figure of the period before. */
  was: z.string(),
  /** True for what closed as an estimate, false for what closed for good (or did not say). */
  estimated: z.boolean().default(false),
});
type Params = z.infer<typeof PARAMS>;

/**
 * The figure equals the closing one of the period just before, per record. Skipped where either is not known, where the
 * last period given did not end on the day before, and where it closed in the other standing. The finding stands at the
 * opening figure; its message may use `a` (now), `b` (then) and `kỳ trước`. Rounded amounts may differ by what rounding
 * allows.
 */
export const sameAsBefore = defineCheck({
  name: "same-as-before",
  params: PARAMS,
  reads: ({ of, was }) => ({ indicators: [of], forms: [], past: [was] }),
  bind: (params, { rule }) => ({
    scope: "record",
    needsAll: true,
    run: (record, context) => compare(record, context, { params, rule }),
  }),
});

function compare(
  record: FigureRecord,
  { history, period }: CheckContext,
  { params, rule }: { readonly params: Params; readonly rule: RuleHead },
): CheckResult {
  const now = record.value(params.of);
  if (now === undefined || history === undefined || period === undefined) return SKIPPED;
  const past = pastFigure(history, record, { code: params.was, now: period });
  if (past === undefined || !isJustBefore(past.period, period)) return SKIPPED;
  if ((past.standing === "estimate") !== params.estimated) return SKIPPED;
  if (now === past.value) return PASSED;
  const figure = knownFigure(record, params.of);
  if (figure.isIncomplete === true) return SKIPPED;
  if (Math.abs(now - past.value) <= figure.rounding + past.rounding) return PASSED;
  return failedWith(
    failureAt(figure, {
      rule,
      unit: record.unit,
      name: record.name,
      values: {
        a: amountText(now, figure),
        b: amountText(past.value, figure),
        "kỳ trước": periodInWords(past.period),
      },
      expected: amountText(past.value, figure),
      difference: now - past.value,
    }),
  );
}
