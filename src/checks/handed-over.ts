// Kind of check: what units of one area handed out is what units of it took in.

import * as z from "zod";
import type { CheckResult, UnitsContext } from "../model/rule.js";
import { LEVELS } from "../model/unit.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED, SKIPPED } from "./check-result.js";
import { amountText, failureAt, knownFigure } from "./failure.js";

const PARAMS = z.strictObject({
  out: z.string(),
  in: z.string(),
  /** Level of the area within which nothing may be lost. */
  within: z.enum(LEVELS),
});
type Params = z.infer<typeof PARAMS>;

/**
 * Both totals of the asked unit are equal. Skipped for areas of another level, and unless every unit gave its part of
 * both. The finding stands at no file; its message may use `a` (handed out) and `b` (taken in). Rounded amounts may
 * differ by what rounding allows.
 */
export const handedOver = defineCheck({
  name: "handed-over",
  params: PARAMS,
  reads: (params) => ({ indicators: [params.out, params.in], forms: [] }),
  bind: (params, { rule }) => ({
    scope: "units",
    looksAt: "area",
    run: (_, context) => compare(context, params, rule),
  }),
});

function compare({ unit, area }: UnitsContext, params: Params, rule: RuleHead): CheckResult {
  const out = area.value(params.out);
  const taken = area.value(params.in);
  if (unit?.level !== params.within || out === undefined || taken === undefined) return SKIPPED;
  const figure = knownFigure(area, params.out);
  if (Math.abs(out - taken) <= figure.rounding + knownFigure(area, params.in).rounding) return PASSED;
  return failedWith(
    failureAt(figure, {
      rule,
      unit: unit.key,
      name: unit.name,
      values: { a: amountText(out, figure), b: amountText(taken, figure) },
      expected: amountText(taken, figure),
      difference: out - taken,
    }),
  );
}
