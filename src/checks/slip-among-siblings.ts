// Kind of check: a figure that is 10, 1.000 or 1.000.000 times what its siblings have, or a part of it.

import * as z from "zod";
import { pastFigure } from "../model/history.js";
import type { CheckContext, CheckResult, FigureRecord, RecordSet } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { recordSet } from "./record-set.js";
import { slipOf, usualOf } from "./slip.js";
import { type Slip, slipFindings } from "./slip-findings.js";
import { SUBJECTS } from "./subjects.js";
import { TIMES } from "./times.js";

const PARAMS = z.strictObject({
  of: z.array(z.string()).min(1),
  times: TIMES,
  /** What sizes are measured by, so that large and small units compare: population. Units without it are no siblings. */
  over: z.string().optional(),
  /** Figures smaller than this say nothing. */
  least: z.number().default(5),
  /** rows: of one workbook · files: units that sent workbooks of their own, beside one another. */
  among: z.enum(["rows", "files"]),
  /** Rows that are siblings: branches beside branches, child units beside child units. */
  on: z
    .array(z.enum(SUBJECTS))
    .min(1)
    .default([...SUBJECTS]),
});
type Params = z.infer<typeof PARAMS>;

/** So many siblings with a figure show what is usual; among fewer, one slip moves the median. */
const ENOUGH = 8;
/** Siblings that happen to be alike: a spread of a quarter, as a logarithm to the base 10. */
const LEAST_SPREAD = 0.1;

/** Where so many figures of one unit are off alike, what they are measured by is off. */
const MANY = 3;

/**
 * Sizes of siblings, each by what it is measured by, against one another (median and MAD of the logarithms). Skipped:
 * figures that are not known, too small, or that a figure of an earlier period can be compared with, which says more.
 * Findings: see `slipFindings`; where the figures of one unit are all off alike, at the measure itself.
 */
export const slipAmongSiblings = defineCheck({
  name: "slip-among-siblings",
  params: PARAMS,
  reads: ({ of, over }) => ({ indicators: over === undefined ? of : [...of, over], forms: [] }),
  bind: (params, { rule }) =>
    params.among === "files"
      ? {
          scope: "units",
          looksAt: "siblings",
          run: (records, context) => look(recordSet(records), context, { params, rule }),
        }
      : {
          scope: "submission",
          explainsSums: true,
          run: (records, context) => look(records, context, { params, rule }),
        },
});

function look(
  records: RecordSet,
  context: Pick<CheckContext, "history" | "period">,
  { params, rule }: { readonly params: Params; readonly rule: RuleHead },
): CheckResult {
  const subjects = params.on.filter((subject) => areEnough({ records, subject, measures: undefined }));
  if (subjects.length === 0) return { passed: 0, failed: [], skipped: 1 };
  const slips: Slip[] = [];
  let compared = 0;
  const columns = params.of.flatMap((code) => {
    const figures = records.column(code);
    return figures === undefined ? [] : [{ code, figures }];
  });
  const measures = params.over === undefined ? undefined : records.column(params.over);
  const isCompared = columns.length > 0 && (params.over === undefined || measures !== undefined);
  for (const subject of isCompared ? subjects : []) {
    const siblings: Siblings = { records, subject, measures };
    if (!areEnough(siblings)) continue;
    const found = columns.map(({ code, figures }) => slipsAmong(siblings, { code, figures, params }));
    for (const { count } of found) compared += count;
    const own = found.flatMap((one) => one.slips);
    for (const slip of settled(own, params.over)) if (!isRemembered(slip, context)) slips.push(slip);
  }
  const failed = slipFindings(slips, rule);
  return { passed: Math.max(0, compared - failed.length), failed, skipped: compared === 0 ? 1 : 0 };
}

/** Records that are compared with one another: those of a subject that have their measure, and not one below 1. */
interface Siblings {
  readonly records: RecordSet;
  readonly subject: FigureRecord["subject"];
  /** What each of the records is measured by; undefined where that is nothing. */
  readonly measures: Float64Array | undefined;
}

function isSibling({ records, subject, measures }: Siblings, place: number): boolean {
  return records.subjectAt(place) === subject && (measures === undefined || (measures[place] ?? Number.NaN) >= 1);
}

function areEnough(siblings: Siblings): boolean {
  let count = 0;
  for (let place = 0; place < siblings.records.count && count < ENOUGH; place += 1) {
    if (isSibling(siblings, place)) count += 1;
  }
  return count >= ENOUGH;
}

/** A figure of siblings, for each of what they are measured by. */
interface Sizes {
  /** NaN for one that is not known or too small, or whose record is no sibling. */
  readonly at: (place: number) => number;
  /** How many there are, the least and the most. */
  readonly count: number;
  readonly least: number;
  readonly most: number;
}

function sizesOf(figures: Float64Array, siblings: Siblings, enough: number): Sizes {
  const { records, measures } = siblings;
  const sizeAt = (place: number): number => {
    const value = figures[place] ?? Number.NaN;
    if (!(value >= enough) || !isSibling(siblings, place)) return Number.NaN;
    return measures === undefined ? value : value / (measures[place] ?? Number.NaN);
  };
  let [count, least, most] = [0, Number.POSITIVE_INFINITY, 0];
  for (let place = 0; place < records.count; place += 1) {
    const size = sizeAt(place);
    if (Number.isNaN(size)) continue;
    count += 1;
    if (size < least) least = size;
    if (size > most) most = size;
  }
  return { at: sizeAt, count, least, most };
}

interface Compared {
  readonly code: string;
  readonly figures: Float64Array;
  readonly params: Params;
}

/** How many siblings were compared, and whose figures are off. Most often the least and the most settle it alone. */
function slipsAmong(
  siblings: Siblings,
  { code, figures, params }: Compared,
): { readonly count: number; readonly slips: readonly Slip[] } {
  const { records } = siblings;
  const sizes = sizesOf(figures, siblings, params.least);
  if (sizes.count < ENOUGH) return { count: 0, slips: [] };
  const { count } = sizes;
  if (sizes.most < sizes.least * (params.times / 5)) return { count, slips: [] };
  const logarithms: number[] = [];
  for (let place = 0; place < records.count; place += 1) {
    const size = sizes.at(place);
    if (!Number.isNaN(size)) logarithms.push(Math.log10(size));
  }
  const usual = usualOf(logarithms, LEAST_SPREAD);
  const slips: Slip[] = [];
  for (let place = 0; usual !== undefined && place < records.count; place += 1) {
    const step = slipOf(Math.log10(sizes.at(place)), usual);
    if (Math.abs(step) === Math.round(Math.log10(params.times))) {
      slips.push({ record: records.at(place), code, step, isWhole: false });
    }
  }
  return { count, slips };
}

/** Slips of one unit that are all alike are one slip of what they were measured by, the other way round. */
function settled(slips: readonly Slip[], over: string | undefined): readonly Slip[] {
  if (over === undefined) return slips;
  const byRecord = new Map<FigureRecord, Slip[]>();
  for (const slip of slips) byRecord.set(slip.record, [...(byRecord.get(slip.record) ?? []), slip]);
  return [...byRecord].flatMap(([record, own]) => {
    const [first] = own;
    const isAlike = first !== undefined && own.length >= MANY && own.every(({ step }) => step === first.step);
    return isAlike ? [{ record, code: over, step: -first.step, isWhole: false }] : own;
  });
}

function isRemembered({ record, code }: Slip, { history, period }: Pick<CheckContext, "history" | "period">): boolean {
  return (
    history !== undefined && period !== undefined && pastFigure(history, record, { code, now: period }) !== undefined
  );
}
