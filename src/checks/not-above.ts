// Kind of check: a part is not above its whole.

import * as z from "zod";
import type { CheckResult, FigureName, FigureRecord, GlimpsedValues } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED, SKIPPED } from "./check-result.js";
import { amountText, failureAt, knownFigure } from "./failure.js";
import { columnAt, glanceFirst, PASSES, SKIPS, UNCLEAR, valueAt } from "./glance.js";
import { SUBJECTS } from "./subjects.js";

const PARAMS = z.strictObject({
  part: z.string(),
  whole: z.string(),
  /** Only the figure on this form; any form where absent. */
  partForm: z.string().optional(),
  wholeForm: z.string().optional(),
  /** Where a whole of 0 says «not counted here» (no population beside a school) and nothing is compared. */
  zeroIsNothingOn: z.array(z.enum(SUBJECTS)).default([]),
});
type Params = z.infer<typeof PARAMS>;

/**
 * Part ≤ whole, per record. Skipped where either is not known, and where the whole is a sum that some row is missing from. The finding stands at the part's cell; its message may
 * use `a` (part), `b` (whole), `c` (by how much), `phần` and `tổng` (their headings). Rounded amounts may differ by
 * what rounding allows.
 */
export const notAbove = defineCheck({
  name: "not-above",
  params: PARAMS,
  reads: (params) => ({
    indicators: [params.part, params.whole],
    forms: [params.partForm, params.wholeForm].filter((form) => form !== undefined),
  }),
  bind: (params, { rule }) => ({
    scope: "record",
    needsAll: true,
    ...glanceFirst({ of: figuresOf(params), say }, (record, values) => judge(record, values, { params, rule })),
  }),
  relation: ({ part, whole, partForm, wholeForm, zeroIsNothingOn }) =>
    partForm === undefined && wholeForm === undefined
      ? { terms: [{ code: part, sign: 1 }], must: "at most", whole, zeroIsNothingOn }
      : undefined,
});

function figuresOf({ part, partForm, whole, wholeForm }: Params): readonly FigureName[] {
  return [
    { code: part, form: partForm },
    { code: whole, form: wholeForm },
  ];
}

function say(values: GlimpsedValues, verdicts: Uint8Array): void {
  const [parts, wholes] = [columnAt(values, 0), columnAt(values, 1)];
  for (let record = 0; record < values.count; record += 1) {
    const part = parts[record] ?? Number.NaN;
    const whole = wholes[record] ?? Number.NaN;
    const isUnknown = Number.isNaN(part) || Number.isNaN(whole);
    verdicts[record] = part <= whole ? PASSES : isUnknown ? SKIPS : UNCLEAR;
  }
}

function judge(
  record: FigureRecord,
  values: GlimpsedValues,
  { params, rule }: { readonly params: Params; readonly rule: RuleHead },
): CheckResult {
  const part = valueAt(values, 0);
  const whole = valueAt(values, 1);
  if (whole === 0 && params.zeroIsNothingOn.includes(record.subject)) return SKIPPED;
  const partFigure = knownFigure(record, params.part, params.partForm);
  const wholeFigure = knownFigure(record, params.whole, params.wholeForm);
  if (wholeFigure.isIncomplete === true) return SKIPPED;
  if (part - whole <= partFigure.rounding + wholeFigure.rounding) return PASSED;
  return failedWith(
    failureAt(partFigure, {
      rule,
      unit: record.unit,
      name: record.name,
      values: {
        a: amountText(part, partFigure),
        b: amountText(whole, wholeFigure),
        c: amountText(part - whole, partFigure),
        phần: partFigure.label,
        tổng: wholeFigure.label,
      },
      expected: `≤ ${amountText(whole, wholeFigure)}`,
      difference: part - whole,
    }),
  );
}
