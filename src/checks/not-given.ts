// Kind of check: a figure that is not expected yet: a model before its programme, a result before it can be known.

import * as z from "zod";
import { vietnameseNumber } from "../model/number-text.js";
import type { Period } from "../model/period.js";
import type { CheckResult, FigureRecord, GlimpsedValues } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED } from "./check-result.js";
import { failureAt } from "./failure.js";
import { columnAt, glanceFirst, PASSES, SKIPS, UNCLEAR, valueAt } from "./glance.js";
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
    ...glanceFirst(
      { of: [{ code: params.of }], say: (values, verdicts, period) => say(values, verdicts, { params, period }) },
      (record, values, period) => found(record, { values, params, rule, period }),
    ),
  }),
});

function say(
  values: GlimpsedValues,
  verdicts: Uint8Array,
  { params: { inPeriods, zeroCounts }, period }: Pick<Given, "params" | "period">,
): void {
  const isMeant = period !== undefined && inPeriods?.includes(period.kind) !== false;
  const column = columnAt(values, 0);
  for (let record = 0; record < values.count; record += 1) {
    const value = column[record] ?? Number.NaN;
    const isNothing = Number.isNaN(value) || (value === 0 && !zeroCounts);
    verdicts[record] = !isMeant ? SKIPS : isNothing ? PASSES : UNCLEAR;
  }
}

interface Given {
  readonly values: GlimpsedValues;
  readonly params: Params;
  readonly rule: RuleHead;
  readonly period: Period | undefined;
}

function found(record: FigureRecord, { values, params, rule, period }: Given): CheckResult {
  const figure = record.figure(params.of);
  if (figure === undefined || period === undefined) return PASSED;
  return failedWith(
    failureAt(figure, {
      rule,
      unit: record.unit,
      name: record.name,
      values: {
        a: vietnameseNumber(valueAt(values, 0)),
        năm: String(period.kind === "span" ? period.to : period.year),
      },
      expected: "",
    }),
  );
}
