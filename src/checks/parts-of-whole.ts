// Kinds of check: parts that exclude one another add up to no more than their whole, or to all of it.

import * as z from "zod";
import type { BoundCheck, CheckResult, Figure, FigureRecord, GlimpsedValues } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED, SKIPPED } from "./check-result.js";
import { amountText, failureAt, knownFigure } from "./failure.js";
import { columnAt, glanceFirst, PASSES, SKIPS, UNCLEAR, valueAt } from "./glance.js";

const PARAMS = z.strictObject({
  whole: z.string(),
  /** Codes of the parts; a rule may write `{ exclusiveOf: <whole> }` and the loader puts the codes here. */
  parts: z.array(z.string()).min(1),
});
type Params = z.infer<typeof PARAMS>;

/** How the sum of the parts must stand to the whole. */
type Relation = "at most" | "all of";

/**
 * Σ parts ≤ whole, per record. Skipped where the whole or every part is missing, or a part was refused earlier; a
 * blank part adds nothing. The finding stands at the whole's cell; its message may use `a` (sum of the parts), `b`
 * (whole), `c` (by how much). Rounded amounts may differ by what rounding allows.
 */
export const partsOfWhole = defineCheck({
  name: "parts-of-whole",
  params: PARAMS,
  reads: (params) => ({ indicators: [params.whole, ...params.parts], forms: [] }),
  bind: (params, { rule }) => bound(params, { rule, relation: "at most" }),
  relation: ({ parts, whole }) => ({
    terms: parts.map((code) => ({ code, sign: 1 })),
    must: "at most",
    whole,
    zeroIsNothingOn: [],
  }),
});

/**
 * Σ parts = whole, for parts that are meant to be complete. What is too much is left to `parts-of-whole`: only a rest
 * that no part accounts for is found. All else as there; `c` is the rest.
 */
export const partsComplete = defineCheck({
  name: "parts-complete",
  params: PARAMS,
  reads: (params) => ({ indicators: [params.whole, ...params.parts], forms: [] }),
  bind: (params, { rule }) => bound(params, { rule, relation: "all of" }),
});

interface Relating {
  readonly rule: RuleHead;
  readonly relation: Relation;
}

function bound(params: Params, { rule, relation }: Relating): BoundCheck {
  const of = [params.whole, ...params.parts].map((code) => ({ code }));
  const say = (values: GlimpsedValues, verdicts: Uint8Array): void => weigh(values, verdicts, relation);
  return {
    scope: "record",
    ...glanceFirst({ of, say }, (record, values) => judge(record, params, { rule, relation, values })),
  };
}

/** The values are the whole and its parts. */
function weigh(values: GlimpsedValues, verdicts: Uint8Array, relation: Relation): void {
  const wholes = columnAt(values, 0);
  for (let record = 0; record < values.count; record += 1) {
    const whole = wholes[record] ?? Number.NaN;
    const sum = sumOfParts(values, record);
    const isUnknown = Number.isNaN(whole) || Number.isNaN(sum);
    verdicts[record] = excessOf(whole, sum, relation) <= 0 ? PASSES : isUnknown ? SKIPS : UNCLEAR;
  }
}

/** NaN where no part is known. */
function sumOfParts({ columns }: GlimpsedValues, record: number): number {
  let sum = Number.NaN;
  for (let place = 1; place < columns.length; place += 1) {
    const part = columns[place]?.[record] ?? Number.NaN;
    if (!Number.isNaN(part)) sum = Number.isNaN(sum) ? part : sum + part;
  }
  return sum;
}

function excessOf(whole: number, sum: number, relation: Relation): number {
  return relation === "at most" ? sum - whole : whole - sum;
}

function judge(
  record: FigureRecord,
  params: Params,
  { rule, relation, values }: Relating & { readonly values: GlimpsedValues },
): CheckResult {
  const whole = valueAt(values, 0);
  const sum = sumOfParts(values, 0);
  const excess = excessOf(whole, sum, relation);
  const parts = params.parts.map((code) => record.figure(code)).filter((figure) => figure !== undefined);
  if (parts.some(isRefused)) return SKIPPED;
  const figure = knownFigure(record, params.whole);
  if (figure.isIncomplete === true) return SKIPPED;
  const slack = parts.reduce((total, part) => total + part.rounding, figure.rounding);
  if (excess <= slack) return PASSED;
  return failedWith(
    failureAt(figure, {
      rule,
      unit: record.unit,
      name: record.name,
      values: {
        a: amountText(sum, figure),
        b: amountText(whole, figure),
        c: amountText(excess, figure),
      },
      expected: relation === "at most" ? `≥ ${amountText(sum, figure)}` : amountText(sum, figure),
      difference: excess,
    }),
  );
}

function isRefused(figure: Figure): boolean {
  return figure.quantity.kind === "missing" && figure.quantity.why === "rejected";
}
