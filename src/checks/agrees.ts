// Kind of check: one quantity that two sources count is nearly the same in both.

import * as z from "zod";
import type { CheckResult, FigureRecord, GlimpsedValues } from "../model/rule.js";
import { shortPlace } from "../model/short-place.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, SKIPPED } from "./check-result.js";
import { amountText, failureAt, knownFigure } from "./failure.js";
import { columnAt, glanceFirst, PASSES, SKIPS, UNCLEAR, valueAt } from "./glance.js";
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
  bind: (params, { rule }) => {
    const { of: code, ofForm, withForm } = params;
    const of = [ofForm, withForm].map((form) => ({ code, form }));
    const say = (values: GlimpsedValues, verdicts: Uint8Array): void => weigh(values, verdicts, params.within);
    const check = glanceFirst({ of, say }, (record, values) => judge(record, values, { params, rule }));
    return {
      scope: "record",
      on: params.on,
      ...check,
      besides: { code, form: withForm, ofForm, run: (record) => check.run(record, { period: undefined }) },
    };
  },
});

function weigh(values: GlimpsedValues, verdicts: Uint8Array, within: number): void {
  const [firsts, seconds] = [columnAt(values, 0), columnAt(values, 1)];
  for (let record = 0; record < values.count; record += 1) {
    const first = firsts[record] ?? Number.NaN;
    const second = seconds[record] ?? Number.NaN;
    const isUnknown = Number.isNaN(first) || Number.isNaN(second);
    verdicts[record] = Math.abs(first - second) <= within * second ? PASSES : isUnknown ? SKIPS : UNCLEAR;
  }
}

function judge(
  record: FigureRecord,
  values: GlimpsedValues,
  { params, rule }: { readonly params: Params; readonly rule: RuleHead },
): CheckResult {
  const { of, ofForm, withForm } = params;
  const first = valueAt(values, 0);
  const second = valueAt(values, 1);
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
