// Kind of check: one quantity that two sources count is nearly the same in both.

import { z } from "zod";
import type { CheckResult, FigureRecord } from "../model/rule.js";
import { shortPlace } from "../model/short-place.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED, SKIPPED } from "./check-result.js";
import { amountText, failureAt, knownFigure } from "./failure.js";
import { OTHER_FILE } from "./listed-failure.js";
import { SUBJECTS } from "./subjects.js";

const PARAMS = z.strictObject({
  of: z.string(),
  ofForm: z.string(),
  withForm: z.string(),
  /** Share of the second source's figure by which the first may differ from it. */
  within: z.number().nonnegative(),
  on: z
    .array(z.enum(SUBJECTS))
    .min(1)
    .default([...SUBJECTS]),
});
type Params = z.infer<typeof PARAMS>;

/**
 * |of − with| ≤ within × with, per record. Skipped where either is not known. The finding stands at the first form's
 * figure; its message may use `a` and `b` (the two values). The second form may be a file of its own: the wording is then
 * that of another file, which may use `ô kia` (where the second figure stands).
 */
export const agrees = defineCheck({
  name: "agrees",
  params: PARAMS,
  reads: ({ of, ofForm, withForm }) => ({ indicators: [of], forms: [ofForm, withForm] }),
  bind: (params, { rule }) => ({
    scope: "record",
    on: params.on,
    run: (record) => compare(record, params, rule),
    besides: {
      code: params.of,
      form: params.withForm,
      ofForm: params.ofForm,
      run: (record) => compare(record, params, rule),
    },
  }),
});

function compare(record: FigureRecord, { of, ofForm, withForm, within }: Params, rule: RuleHead): CheckResult {
  const first = record.value(of, ofForm);
  const second = record.value(of, withForm);
  if (first === undefined || second === undefined) return SKIPPED;
  if (Math.abs(first - second) <= within * second) return PASSED;
  const figure = knownFigure(record, of, ofForm);
  const other = knownFigure(record, of, withForm);
  if (figure.isIncomplete === true || other.isIncomplete === true) return SKIPPED;
  const isElsewhere = figure.place.file !== other.place.file;
  return failedWith(
    failureAt(figure, {
      rule: isElsewhere ? { ...rule, variant: OTHER_FILE } : rule,
      unit: record.unit,
      name: record.name,
      values: { a: amountText(first, figure), b: amountText(second, other), "ô kia": shortPlace(other.place) },
      expected: amountText(second, figure),
      difference: first - second,
    }),
  );
}
