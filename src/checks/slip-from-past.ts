// Kind of check: a figure that is 10, 1.000 or 1.000.000 times what it was in the last period, or a part of it.

import * as z from "zod";
import { type History, latestWith, monthsBetween, pastReports } from "../model/history.js";
import type { Indicator } from "../model/indicator.js";
import { monthsOf, type Period } from "../model/period.js";
import type { CheckContext, CheckResult, FigureRecord, RecordSet } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { SKIPPED } from "./check-result.js";
import { recordsOf } from "./record-set.js";
import { slipOf, type Usual, usualOf } from "./slip.js";
import { type Slip, slipFindings } from "./slip-findings.js";
import { SUBJECTS } from "./subjects.js";
import { TIMES } from "./times.js";

const PARAMS = z.strictObject({
  of: z.array(z.string()).min(1),
  times: TIMES,
  /** Figures smaller than this, now or as they would be, say nothing. */
  least: z.number().default(5),
  /** Periods that ended longer ago are no measure. */
  withinMonths: z.int().positive().default(24),
});
type Params = z.infer<typeof PARAMS>;

/** Growth of fewer records than this says nothing about the usual one: it is taken to be none, give or take `ALONE`. */
const FEW = 5;
/** Usual spread of growth, as a logarithm to the base 10: 0,12 is a third more or a quarter less. */
const ALONE = 0.12;
/** A column is off as a whole only where its rows grew alike, as a slip of the sheet makes them. */
const ALIKE = 0.3;
/** Growth between these factors is no slip of any kind, and needs no logarithm. */
const CALM = 2.5;

/**
 * Growth since the last period, record by record, against the usual growth of its siblings (median and MAD of the
 * logarithms), branches beside branches and child units beside child units. Flows are scaled by the months of the two
 * periods. Skipped: figures that are not known or 0, now or then. A column whose usual growth itself is a slip is off
 * as a whole. A sum whose rows are off is left out. Findings: see `slipFindings`.
 */
export const slipFromPast = defineCheck({
  name: "slip-from-past",
  params: PARAMS,
  reads: ({ of }) => ({ indicators: of, forms: [], past: of }),
  bind: (params, { rule, indicators }) => ({
    scope: "submission",
    explainsSums: true,
    run: (records, context) => look(records, context, { params, rule, indicators }),
  }),
});

interface Bound {
  readonly params: Params;
  readonly rule: RuleHead;
  readonly indicators: ReadonlyMap<string, Indicator>;
}

function look(set: RecordSet, { history, period }: CheckContext, { params, rule, indicators }: Bound): CheckResult {
  if (history === undefined || period === undefined) return SKIPPED;
  const records = recordsOf(set);
  const isFlow = (code: string): boolean => indicators.get(code)?.kind === "FLOW";
  const columns = params.of.flatMap((code): readonly Column[] => {
    const place = history.codes.get(code);
    return place === undefined ? [] : [{ code, place, isFlow: isFlow(code) }];
  });
  const slips: Slip[] = [];
  const slipped = new Set<string>();
  let compared = 0;
  for (const subject of SUBJECTS) {
    const grown = growthOf(records, columns, { history, period, params, subject });
    for (const [code, list] of grown) {
      compared += list.length;
      if (subject === "unit" && slipped.has(code)) continue;
      const found = slipsAmong(list, code, params);
      if (found.length > 0) slipped.add(code);
      for (const slip of found) slips.push(slip);
    }
  }
  const failed = slipFindings(slips, rule);
  return { passed: Math.max(0, compared - failed.length), failed, skipped: compared === 0 ? 1 : 0 };
}

/** An indicator, and where the history keeps it. */
interface Column {
  readonly code: string;
  readonly place: number;
  readonly isFlow: boolean;
}

interface Grown {
  readonly record: FigureRecord;
  /** now / before. */
  readonly growth: number;
}

interface Comparison {
  readonly history: History;
  readonly period: Period;
  readonly params: Params;
  readonly subject: FigureRecord["subject"];
}

/** Growth by indicator of all records of one kind. */
function growthOf(
  records: readonly FigureRecord[],
  columns: readonly Column[],
  { history, period, params, subject }: Comparison,
): ReadonlyMap<string, readonly Grown[]> {
  const byCode = new Map<string, Grown[]>(columns.map(({ code }) => [code, []]));
  for (const record of records) {
    if (record.subject !== subject) continue;
    const reports = pastReports(history, record, period);
    if (reports.length === 0) continue;
    for (const { code, place, isFlow } of columns) {
      const report = latestWith(reports, place);
      const past = report?.values[place];
      if (report === undefined || past === undefined || past < params.least) continue;
      const now = record.value(code);
      if (now === undefined || now < params.least || monthsBetween(report.period, period) > params.withinMonths)
        continue;
      const expected = isFlow ? (past * lengthOf(period)) / lengthOf(report.period) : past;
      byCode.get(code)?.push({ record, growth: now / expected });
    }
  }
  return byCode;
}

function slipsAmong(grown: readonly Grown[], code: string, { times }: Params): readonly Slip[] {
  if (grown.every(({ growth }) => growth < CALM && growth > 1 / CALM)) return [];
  const logs = grown.map(({ growth }) => Math.log10(growth));
  const usual = (grown.length < FEW ? undefined : usualOf(logs, ALONE / 2)) ?? { middle: 0, spread: ALONE };
  const whole = wholeSlip(logs, usual);
  const steps = whole === 0 ? logs.map((log) => slipOf(log, usual)) : [whole];
  return steps.flatMap((step, index) => {
    const record = grown[index]?.record;
    const isMeant = record !== undefined && Math.abs(step) === stepOf(times);
    return isMeant ? [{ record, code, step, isWhole: whole !== 0 }] : [];
  });
}

/** The step that a column is off by as a whole: its rows grew alike, and all by a slip. 0 where it is none. */
function wholeSlip(logs: readonly number[], { middle, spread }: Usual): number {
  const alone = { middle: 0, spread: ALONE };
  if (logs.length >= FEW) return spread > ALIKE ? 0 : slipOf(middle, alone);
  const [first = 0, ...others] = logs.map((log) => slipOf(log, alone));
  return others.length > 0 && others.every((step) => step === first) ? first : 0;
}

function stepOf(times: Params["times"]): number {
  return Math.round(Math.log10(times));
}

function lengthOf(period: Period): number {
  const { first, last } = monthsOf(period);
  return last - first + 1;
}
