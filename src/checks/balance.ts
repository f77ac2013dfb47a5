// Kind of check: opening + inflows − outflows = closing.

import * as z from "zod";
import { isJustBefore, pastFigure } from "../model/history.js";
import type { CheckContext, CheckResult, Figure, FigureRecord, Glance, GlimpsedValues } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, PASSED, SKIPPED } from "./check-result.js";
import { amountText, failureAt } from "./failure.js";
import { columnAt, PASSES, SKIPS, UNCLEAR } from "./glance.js";

/** Terms of one side by the letter under which the message shows their sum: `{ b: [Q02, Q03] }`. */
const SIDE = z.record(z.string(), z.array(z.string()).min(1));
const PARAMS = z.strictObject({
  plus: SIDE,
  minus: SIDE,
  closing: z.string(),
  /** The opening figure as the period just before closed it: its letter, the closing figure's code and its own. */
  carried: z.strictObject({ letter: z.string(), was: z.string(), opening: z.string() }).optional(),
  /** Terms without whose column nothing can be weighed: a summary may leave the opening balance out altogether. */
  needs: z.array(z.string()).default([]),
  /** Letters of the message for the closing figure as typed, as computed, and the difference. */
  letters: z
    .strictObject({ closing: z.string(), computed: z.string(), difference: z.string() })
    .default({ closing: "g", computed: "f", difference: "h" }),
});
type Params = z.infer<typeof PARAMS>;

interface Term {
  readonly letter: string;
  readonly code: string;
  readonly sign: 1 | -1;
}

/**
 * The balance of each record. Skipped where the closing balance or every other term is missing, a term was refused
 * earlier, or a term of `needs` has no column; any other blank term counts as nothing moved. With `carried`, what the
 * period just before closed with is one more term, and a record without it is skipped. Differences within half the
 * declared precision times the number of rounded non-zero cells pass; in whole đồng none does. The finding stands at the
 * closing balance; its message may use the letters of the terms and the declared ones of the result.
 */
export const balance = defineCheck({
  name: "balance",
  params: PARAMS,
  reads: (params) => ({
    indicators: [...termsOf(params).map((term) => term.code), params.closing],
    forms: [],
    past: params.carried === undefined ? [] : [params.carried.was],
  }),
  bind: (params, { rule }) => {
    const { closing, letters, carried, needs } = params;
    const equation: Equation = { terms: termsOf(params), closing, letters, rule };
    return {
      scope: "record",
      needsColumns: needs,
      ...(carried === undefined ? { glance: glanceAt(equation, needs) } : {}),
      run: (record, context) => {
        if (needs.some((code) => record.figure(code) === undefined)) return SKIPPED;
        return carried === undefined
          ? weigh(record, equation, NOTHING_CARRIED)
          : weighCarried(record, equation, { ...carried, context });
      },
    };
  },
  relation: (params) =>
    params.carried === undefined
      ? { terms: termsOf(params), must: "equal", whole: params.closing, zeroIsNothingOn: [] }
      : undefined,
});

interface Equation {
  readonly terms: readonly Term[];
  readonly closing: string;
  readonly letters: Params["letters"];
  readonly rule: RuleHead;
}

function termsOf(params: Params): readonly Term[] {
  const side = (given: Params["plus"], sign: 1 | -1): readonly Term[] =>
    Object.entries(given).flatMap(([letter, codes]) => codes.map((code) => ({ letter, code, sign })));
  return [...side(params.plus, 1), ...side(params.minus, -1)];
}

/** A balance that is even is seen from its terms; where one of `needs` is blank, its column must be looked for. */
function glanceAt({ terms, closing }: Equation, needs: readonly string[]): Glance {
  const signs = terms.map(({ sign }) => sign);
  const closingPlace = signs.length;
  return {
    of: [...terms, { code: closing }, ...needs.map((code) => ({ code }))],
    say: (values, verdicts) => {
      const closings = columnAt(values, closingPlace);
      for (let record = 0; record < values.count; record += 1) {
        const closed = closings[record] ?? Number.NaN;
        const sum = sumOfTerms(values, record, signs);
        const isUnknown = Number.isNaN(closed) || Number.isNaN(sum);
        const isUnclear = !Number.isNaN(closed) && isLacking(values, record, closingPlace + 1);
        verdicts[record] = isUnclear ? UNCLEAR : isUnknown ? SKIPS : sum === closed ? PASSES : UNCLEAR;
      }
    },
  };
}

/** The terms that are known, with their signs; NaN where none is. */
function sumOfTerms({ columns }: GlimpsedValues, record: number, signs: readonly number[]): number {
  let sum = Number.NaN;
  for (let place = 0; place < signs.length; place += 1) {
    const moved = (signs[place] ?? Number.NaN) * (columns[place]?.[record] ?? Number.NaN);
    if (!Number.isNaN(moved)) sum = Number.isNaN(sum) ? moved : sum + moved;
  }
  return sum;
}

/** True where one of the figures from a place on is not known. */
function isLacking({ columns }: GlimpsedValues, record: number, from: number): boolean {
  for (let place = from; place < columns.length; place += 1) {
    if (Number.isNaN(columns[place]?.[record] ?? Number.NaN)) return true;
  }
  return false;
}

/** What the last period left, with the letter under which the message shows it. */
interface Carried {
  readonly letter: string | undefined;
  readonly value: number;
  readonly rounding: number;
}

const NOTHING_CARRIED: Carried = { letter: undefined, value: 0, rounding: 0 };

/** Skipped where the period just before is not known, or opens this one as typed: then the plain equation judges. */
function weighCarried(
  record: FigureRecord,
  equation: Equation,
  { letter, was, opening, context }: NonNullable<Params["carried"]> & { readonly context: CheckContext },
): CheckResult {
  const { history, period } = context;
  if (history === undefined || period === undefined) return SKIPPED;
  const past = pastFigure(history, record, { code: was, now: period });
  if (past === undefined || !isJustBefore(past.period, period) || record.value(opening) === past.value) return SKIPPED;
  return weigh(record, equation, { letter, value: past.value, rounding: past.rounding });
}

function weigh(record: FigureRecord, equation: Equation, carried: Carried): CheckResult {
  const closing = record.value(equation.closing);
  if (closing === undefined) return SKIPPED;
  let sum = carried.value;
  let given = 0;
  for (const { code, sign } of equation.terms) {
    const value = record.value(code);
    if (value === undefined) {
      if (isRefused(record.figure(code))) return SKIPPED;
      continue;
    }
    sum += sign * value;
    given += 1;
  }
  if (given === 0) return SKIPPED;
  return sum === closing ? PASSED : judge(record, equation, { closing, sum, carried });
}

function judge(
  record: FigureRecord,
  equation: Equation,
  { closing, sum, carried }: { readonly closing: number; readonly sum: number; readonly carried: Carried },
): CheckResult {
  const figure = record.figure(equation.closing);
  if (figure === undefined) throw new Error(`no figure ${equation.closing} where its value is known`);
  if (figure.isIncomplete === true) return SKIPPED;
  const shown = new Map(equation.terms.map((term) => [term.letter, 0]));
  if (carried.letter !== undefined) shown.set(carried.letter, carried.value);
  let slack = figure.rounding + carried.rounding;
  for (const { letter, code } of equation.terms) {
    const term = record.figure(code);
    if (term?.quantity.kind !== "known") continue;
    slack += term.rounding;
    shown.set(letter, term.quantity.value + (shown.get(letter) ?? Number.NaN));
  }
  if (Math.abs(closing - sum) <= slack) return PASSED;
  const terms = [...shown].map(([letter, value]) => [letter, amountText(value, figure)] as const);
  const { letters } = equation;
  return failedWith(
    failureAt(figure, {
      rule: equation.rule,
      unit: record.unit,
      name: record.name,
      values: {
        ...Object.fromEntries(terms),
        [letters.closing]: amountText(closing, figure),
        [letters.computed]: amountText(sum, figure),
        [letters.difference]: amountText(Math.abs(closing - sum), figure),
      },
      expected: amountText(sum, figure),
      difference: closing - sum,
    }),
  );
}

function isRefused(figure: Figure | undefined): boolean {
  return figure?.quantity.kind === "missing" && figure.quantity.why === "rejected";
}
