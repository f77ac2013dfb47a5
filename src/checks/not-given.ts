// Kind of check: a figure that is not expected yet: a model before its programme, a result before it can be known.

import { z } from "zod";
import { vietnameseNumber } from "../model/number-text.js";
import type { CheckContext, CheckResult, FigureRecord } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED, SKIPPED } from "./check-result.js";
import { failureAt } from "./failure.js";
import { SUBJECTS } from "./subjects.js";

const PARAMS = z.strictObject({
  of: z.string(),
  /** Only in periods of these kinds; the rule's years bound it beside that. */
  inPeriods: z.array(z.enum(["month", "quarter", "half", "nine-months", "year", "span"])).optional(),
  /** 0 is an answer too where the programme does not exist; elsewhere it is no more than a dash. */
  zeroCounts: z.boolean().default(false),
  on: z.array(z.enum(SUBJECTS)).default([...SUBJECTS]),
});
type Params = z.infer<typeof PARAMS>;

/**
 * The figure is not known, per record. Skipped in other periods. The finding stands at the figure's cell; its message may use `a` (the figure) and `năm` (of the period).
 */
export const notGiven = defineCheck({
  name: "not-given",
  params: PARAMS,
  reads: ({ of }) => ({ indicators: [of], forms: [] }),
  bind: (params, { rule }) => ({
    scope: "record",
    on: params.on,
    needsAll: true,
    run: (record, context) => look(record, context, { params, rule }),
  }),
});

function look(
  record: FigureRecord,
  { period }: CheckContext,
  { params, rule }: { readonly params: Params; readonly rule: RuleHead },
): CheckResult {
  if (period === undefined) return SKIPPED;
  if (params.inPeriods !== undefined && !params.inPeriods.includes(period.kind)) return SKIPPED;
  const value = record.value(params.of);
  const figure = record.figure(params.of);
  if (figure === undefined || value === undefined || (value === 0 && !params.zeroCounts)) return PASSED;
  return failedWith(
    failureAt(figure, {
      rule,
      unit: record.unit,
      name: record.name,
      values: { a: vietnameseNumber(value), năm: String(period.kind === "span" ? period.to : period.year) },
      expected: "",
    }),
  );
}
