// A check of records in two steps: what a few values settle, and what is said of the others. The first step is also
// taken for all records of a file at once, and is therefore written once.

import type { Period } from "../model/period.js";
import type { CheckContext, CheckResult, FigureRecord, Glance, GlimpsedValues } from "../model/rule.js";
import { PASSED, SKIPPED } from "./check-result.js";

/** Says what is found where the values alone do not settle it; `values` are those of the glance. */
type Judge = (record: FigureRecord, values: GlimpsedValues, period: Period | undefined) => CheckResult;

interface GlancingCheck {
  readonly glance: Glance;
  readonly run: (record: FigureRecord, context: Pick<CheckContext, "period">) => CheckResult;
}

/** The whole check. */
export function glanceFirst(glance: Glance, judge: Judge): GlancingCheck {
  return {
    glance,
    run: (record, { period }) => {
      const columns = glance.of.map(({ code, form }) => Float64Array.of(record.value(code, form) ?? Number.NaN));
      const values = { columns, record: 0 };
      const verdict = glance.say(values, period);
      return verdict === "unclear" ? judge(record, values, period) : verdict === "passed" ? PASSED : SKIPPED;
    },
  };
}

/** One of the values: NaN where it is not known. */
export function valueAt({ columns, record }: GlimpsedValues, place: number): number {
  return columns[place]?.[record] ?? Number.NaN;
}
