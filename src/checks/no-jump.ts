// Kind of check: a figure stays near what it was in the last period. Beyond that somebody is asked, nobody is wrong.

import * as z from "zod";
import { mergedFigure, monthsBetween, pastFigure } from "../model/history.js";
import { vietnameseNumber } from "../model/number-text.js";
import type { CheckContext, CheckResult, FigureRecord } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED, SKIPPED } from "./check-result.js";
import { amountText, failureAt, knownFigure } from "./failure.js";
import { SUBJECTS } from "./subjects.js";

const PARAMS = z.strictObject({
  of: z.string(),
  /** Largest change that is not asked about, as a share of the former figure. */
  share: z.number().positive(),
  /** Changes by less than this are not asked about, however large their share: 3 of 5 clans, say. */
  least: z.number().nonnegative().default(0),
  /** Periods that ended longer ago are no measure. */
  withinMonths: z.int().positive().default(12),
  /** Whether a unit that was merged is held against the sum of its old ones: for what a merger itself leaves as it was. */
  acrossMergers: z.boolean().default(false),
  on: z.array(z.enum(SUBJECTS)).default([...SUBJECTS]),
  /** Letters of the message for the change in percent, the former figure and the present one. */
  letters: z
    .strictObject({ change: z.string(), before: z.string(), now: z.string() })
    .default({ change: "a", before: "b", now: "c" }),
});
type Params = z.infer<typeof PARAMS>;

/**
 * |now − before| ≤ share × before, per record. Skipped where either is not known, where the former figure is 0 or too
 * long ago, and where the unit was made from others since, unless `acrossMergers` and all of the old ones are known. The finding stands at
 * the figure; its message may use the declared letters.
 */
export const noJump = defineCheck({
  name: "no-jump",
  params: PARAMS,
  reads: ({ of }) => ({ indicators: [of], forms: [], past: [of] }),
  bind: (params, { rule }) => ({
    scope: "record",
    on: params.on,
    needsAll: true,
    run: (record, context) => compare(record, context, { params, rule }),
  }),
});

/** Wording for a unit that is held against its old ones. */
const MERGED = "đơn vị sáp nhập";

function compare(
  record: FigureRecord,
  { history, period }: CheckContext,
  { params, rule }: { readonly params: Params; readonly rule: RuleHead },
): CheckResult {
  const now = record.value(params.of);
  if (now === undefined || history === undefined || period === undefined) return SKIPPED;
  const asked = { code: params.of, now: period };
  const own = pastFigure(history, record, asked);
  const past = own ?? (params.acrossMergers ? mergedFigure(history, record, asked) : undefined);
  if (past === undefined || past.value <= 0 || monthsBetween(past.period, period) > params.withinMonths) return SKIPPED;
  const change = now - past.value;
  if (Math.abs(change) <= Math.max(params.share * past.value, params.least)) return PASSED;
  const figure = knownFigure(record, params.of);
  if (figure.isIncomplete === true) return SKIPPED;
  const { letters } = params;
  const percent = (change / past.value) * 100;
  return failedWith(
    failureAt(figure, {
      rule: own === undefined ? { ...rule, variant: MERGED } : rule,
      unit: record.unit,
      name: record.name,
      values: {
        [letters.change]: `${percent > 0 ? "+" : ""}${vietnameseNumber(percent, 1)}`,
        [letters.before]: amountText(past.value, figure),
        [letters.now]: amountText(now, figure),
      },
      expected: amountText(past.value, figure),
      difference: change,
    }),
  );
}
