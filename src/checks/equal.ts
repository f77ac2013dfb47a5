// Kind of check: one quantity that stands in two places is the same in both.

import * as z from "zod";
import type { CheckResult, FigureRecord, GlimpsedValues } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED, SKIPPED } from "./check-result.js";
import { amountText, failureAt, knownFigure } from "./failure.js";
import { columnAt, glanceFirst, PASSES, SKIPS, UNCLEAR, valueAt } from "./glance.js";
import { SUBJECTS } from "./subjects.js";

const PARAMS = z.strictObject({
  of: z.string(),
  with: z.string(),
  /** Only the figure on this form; any form where absent. */
  ofForm: z.string().optional(),
  withForm: z.string().optional(),
  /** Things the rule is meant for. */
  on: z
    .array(z.enum(SUBJECTS))
    .min(1)
    .default([...SUBJECTS]),
});
type Params = z.infer<typeof PARAMS>;

/**
 * Both figures are equal, per record. Skipped where either is not known. The finding stands at the first one; its
 * message may use `a` (heading), `b` and `c` (the two values). Rounded amounts may differ by what rounding allows.
 */
export const equal = defineCheck({
  name: "equal",
  params: PARAMS,
  reads: (params) => ({
    indicators: [params.of, params.with],
    forms: [params.ofForm, params.withForm].filter((form) => form !== undefined),
  }),
  bind: (params, { rule }) => ({
    scope: "record",
    on: params.on,
    needsAll: true,
    ...glanceFirst(
      {
        of: [
          { code: params.of, form: params.ofForm },
          { code: params.with, form: params.withForm },
        ],
        say,
      },
      (record, values) => judge(record, values, { params, rule }),
    ),
  }),
});

function say(values: GlimpsedValues, verdicts: Uint8Array): void {
  const [firsts, seconds] = [columnAt(values, 0), columnAt(values, 1)];
  for (let record = 0; record < values.count; record += 1) {
    const first = firsts[record] ?? Number.NaN;
    const second = seconds[record] ?? Number.NaN;
    const isUnknown = Number.isNaN(first) || Number.isNaN(second);
    verdicts[record] = first === second ? PASSES : isUnknown ? SKIPS : UNCLEAR;
  }
}

function judge(
  record: FigureRecord,
  values: GlimpsedValues,
  { params, rule }: { readonly params: Params; readonly rule: RuleHead },
): CheckResult {
  const first = valueAt(values, 0);
  const second = valueAt(values, 1);
  const figure = knownFigure(record, params.of, params.ofForm);
  const other = knownFigure(record, params.with, params.withForm);
  if (figure.isIncomplete === true || other.isIncomplete === true) return SKIPPED;
  if (Math.abs(first - second) <= figure.rounding + other.rounding) return PASSED;
  return failedWith(
    failureAt(figure, {
      rule,
      unit: record.unit,
      name: record.name,
      values: { a: figure.label, b: amountText(first, figure), c: amountText(second, other) },
      expected: amountText(second, figure),
      difference: first - second,
    }),
  );
}
