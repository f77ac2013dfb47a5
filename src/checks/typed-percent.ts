// Kind of check: a percentage typed beside its two figures is what they give. It is compared, never taken.

import { z } from "zod";
import type { Indicator } from "../model/indicator.js";
import { vietnameseNumber } from "../model/number-text.js";
import type { CheckResult, FigureRecord } from "../model/rule.js";
import { type CheckKind, defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED, SKIPPED } from "./check-result.js";
import { failureAt, knownFigure } from "./failure.js";

const PARAMS = z.strictObject({
  /** Code of a ratio; its two figures are those the indicator declares. */
  ratio: z.string(),
  /** Percentage points the typed figure may be off. */
  tolerance: z.number().nonnegative(),
});
type Params = z.infer<typeof PARAMS>;
type Parts = NonNullable<Indicator["ratio"]>;

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
    return { scope: "record", run: (record) => (parts ? compare(record, { params, parts, rule }) : SKIPPED) };
  },
});

interface Bound {
  readonly params: Params;
  readonly parts: Parts;
  readonly rule: RuleHead;
}

function compare(record: FigureRecord, { params, parts, rule }: Bound): CheckResult {
  const typed = record.value(params.ratio);
  const of = record.value(parts.of);
  const over = record.value(parts.over);
  if (typed === undefined || of === undefined || over === undefined || over === 0) return SKIPPED;
  const computed = of / over;
  if (Math.abs(typed - computed) * 100 <= params.tolerance + NOISE) return PASSED;
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
