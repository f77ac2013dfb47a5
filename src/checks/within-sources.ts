// Kind of check: no more is spent than there was to spend.

import * as z from "zod";
import type { CheckResult, FigureRecord, GlimpsedValues } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED, SKIPPED } from "./check-result.js";
import { amountText, failureAt, knownFigure } from "./failure.js";
import { columnAt, glanceFirst, PASSES, SKIPS, UNCLEAR, valueAt } from "./glance.js";

const PARAMS = z.strictObject({
  spent: z.string(),
  /** What must be known to judge. */
  sources: z.array(z.string()).min(1),
  /** What counts where it is known. */
  others: z.array(z.string()).default([]),
});
type Params = z.infer<typeof PARAMS>;

/**
 * Spent ≤ Σ sources, per record. Skipped where what was spent or one of the main sources is not known; another that is
 * blank counts as none. The finding stands at what was spent; its message may use `a` (spent) and `b` (all sources).
 * Rounded amounts may differ by what rounding allows.
 */
export const withinSources = defineCheck({
  name: "within-sources",
  params: PARAMS,
  reads: ({ spent, sources, others }) => ({ indicators: [spent, ...sources, ...others], forms: [] }),
  bind: (params, { rule }) => {
    const of = [params.spent, ...params.sources].map((code) => ({ code }));
    return {
      scope: "record",
      ...glanceFirst({ of, say }, (record, values) => judge(record, values, { params, rule })),
    };
  },
});

/** The values are what was spent and the main sources. */
function say(values: GlimpsedValues, verdicts: Uint8Array): void {
  const spent = columnAt(values, 0);
  for (let record = 0; record < values.count; record += 1) {
    const out = spent[record] ?? Number.NaN;
    const sum = sumOfSources(values, record);
    const isUnknown = Number.isNaN(out) || Number.isNaN(sum);
    verdicts[record] = out <= sum ? PASSES : isUnknown ? SKIPS : UNCLEAR;
  }
}

/** NaN where one of them is not known. */
function sumOfSources({ columns }: GlimpsedValues, record: number): number {
  let sum = 0;
  for (let place = 1; place < columns.length; place += 1) sum += columns[place]?.[record] ?? Number.NaN;
  return sum;
}

function judge(
  record: FigureRecord,
  values: GlimpsedValues,
  { params, rule }: { readonly params: Params; readonly rule: RuleHead },
): CheckResult {
  const { spent, sources, others } = params;
  const out = valueAt(values, 0);
  let sum = sumOfSources(values, 0);
  const more = others.flatMap((code) => record.figure(code) ?? []);
  for (const { quantity } of more) {
    if (quantity.kind === "missing" && quantity.why === "rejected") return SKIPPED;
    if (quantity.kind === "known") sum += quantity.value;
  }
  const figure = knownFigure(record, spent);
  const all = [figure, ...sources.map((code) => knownFigure(record, code)), ...more];
  if (all.some((one) => one.isIncomplete === true)) return SKIPPED;
  if (out - sum <= all.reduce((slack, one) => slack + one.rounding, 0)) return PASSED;
  return failedWith(
    failureAt(figure, {
      rule,
      unit: record.unit,
      name: record.name,
      values: { a: amountText(out, figure), b: amountText(sum, figure) },
      expected: `≤ ${amountText(sum, figure)}`,
      difference: out - sum,
    }),
  );
}
