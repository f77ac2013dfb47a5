// Kind of check: a percentage typed beside its two figures is what they give. It is compared, never taken.

import * as z from "zod";
import { vietnameseNumber } from "../model/number-text.js";
import type { CheckResult, FigureRecord, GlimpsedValues } from "../model/rule.js";
import { type CheckKind, defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, SKIPPED } from "./check-result.js";
import { failureAt, knownFigure } from "./failure.js";
import { columnAt, glanceFirst, PASSES, SKIPS, UNCLEAR, valueAt } from "./glance.js";

const PARAMS = z.strictObject({
  /** Code of a ratio; its two figures are those the indicator declares. */
  ratio: z.string(),
  /** Percentage points the typed figure may be off. */
  tolerance: z.number().nonnegative(),
});
type Params = z.infer<typeof PARAMS>;

/** What adding and dividing binary fractions may add to a difference. */
const NOISE = 1e-9;

/**
 * |typed − of/over| ≤ tolerance, per record. Skipped where the percentage or one of the figures is not known, or the
 * denominator is 0. The finding stands at the percentage; its message may use `a` (typed), `b` (computed), `tử`, `mẫu`.
 */
export const typedPercent: CheckKind = defineCheck({
  name: "typed-percent",
  params: PARAMS,
  reads: ({ ratio }) => ({ indicators: [ratio], forms: [] }),
  bind: (params, { rule, indicators }) => {
    const parts = indicators.get(params.ratio)?.ratio;
    if (parts === undefined) return { scope: "record", run: () => SKIPPED };
    const of = [{ code: params.ratio }, { code: parts.of }, { code: parts.over }];
    const say = (values: GlimpsedValues, verdicts: Uint8Array): void => weigh(values, verdicts, params.tolerance);
    return {
      scope: "record",
      ...glanceFirst({ of, say }, (record, values) => judge(record, values, { params, rule })),
    };
  },
});

function weigh(values: GlimpsedValues, verdicts: Uint8Array, tolerance: number): void {
  const [ratios, parts, wholes] = [columnAt(values, 0), columnAt(values, 1), columnAt(values, 2)];
  for (let record = 0; record < values.count; record += 1) {
    const typed = ratios[record] ?? Number.NaN;
    const of = parts[record] ?? Number.NaN;
    const over = wholes[record] ?? Number.NaN;
    const isUnknown = Number.isNaN(typed) || Number.isNaN(of) || Number.isNaN(over) || over === 0;
    const isNear = Math.abs(typed - of / over) * 100 <= tolerance + NOISE;
    verdicts[record] = isUnknown ? SKIPS : isNear ? PASSES : UNCLEAR;
  }
}

function judge(
  record: FigureRecord,
  values: GlimpsedValues,
  { params, rule }: { readonly params: Params; readonly rule: RuleHead },
): CheckResult {
  const typed = valueAt(values, 0);
  const of = valueAt(values, 1);
  const over = valueAt(values, 2);
  const computed = of / over;
  return failedWith(
    failureAt(knownFigure(record, params.ratio), {
      rule,
      unit: record.unit,
      name: record.name,
      values: {
        a: vietnameseNumber(typed * 100),
        b: vietnameseNumber(computed * 100),
        tử: vietnameseNumber(of),
        mẫu: vietnameseNumber(over),
      },
      expected: `${vietnameseNumber(computed * 100)} %`,
      difference: typed - computed,
    }),
  );
}
