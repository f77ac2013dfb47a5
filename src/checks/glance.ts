// A check of records in two steps: what a few values settle, and what is said of the others. The first step is also
// taken for all records of a file at once, and is therefore written once.

import { at } from "../model/outcome.js";
import type { Period } from "../model/period.js";
import {
  type CheckContext,
  type CheckResult,
  type FigureRecord,
  type Glance,
  type GlimpsedValues,
  VERDICTS,
} from "../model/rule.js";
import { PASSED, SKIPPED } from "./check-result.js";

/** What a glance says of a record, as indexes into VERDICTS. */
export const PASSES = VERDICTS.indexOf("passed");
export const SKIPS = VERDICTS.indexOf("skipped");
export const UNCLEAR = VERDICTS.indexOf("unclear");

/** Says what is found where the values alone do not settle it; `values` are those of the glance, of this record alone. */
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
      const values = { columns, count: 1 };
      const verdicts = new Uint8Array(1);
      glance.say(values, verdicts, period);
      const [verdict] = verdicts;
      return verdict === UNCLEAR ? judge(record, values, period) : verdict === PASSES ? PASSED : SKIPPED;
    },
  };
}

/** The values of one figure. */
export function columnAt({ columns }: GlimpsedValues, place: number): Float64Array {
  return at(columns, place);
}

/** A value of the only record: NaN where it is not known. */
export function valueAt({ columns }: GlimpsedValues, place: number): number {
  return columns[place]?.[0] ?? Number.NaN;
}
