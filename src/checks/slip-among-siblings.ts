// Kind of check: a figure that is 10, 1.000 or 1.000.000 times what its siblings have, or a part of it.

import * as z from "zod";
import { pastFigure } from "../model/history.js";
import { at } from "../model/outcome.js";
import type { CheckContext, CheckResult, FigureRecord, RecordSet } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
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
          run: (records, context) => look(records, context, { params, rule }),
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
  const slips: Slip[] = [];
  let compared = 0;
  for (const subject of params.on) {
    const siblings = siblingsAmong(records, subject, params.over);
    if (siblings === undefined) continue;
    const own: Slip[] = [];
    for (const code of params.of) {
      const figures = records.column(code);
      if (figures === undefined) continue;
      const found = slipsAmong(siblings, { code, figures, params });
      compared += found.count;
      for (const slip of found.slips) own.push(slip);
    }
    for (const slip of settled(own, params.over)) if (!isRemembered(slip, context)) slips.push(slip);
  }
  const failed = slipFindings(slips, rule);
  return { passed: Math.max(0, compared - failed.length), failed, skipped: compared === 0 ? 1 : 0 };
}

/** Records that are compared with one another. */
interface Siblings {
  readonly records: RecordSet;
  /** Where they stand among all, in ascending order. */
  readonly places: Int32Array;
  /** What each of all records is measured by; undefined where that is nothing. */
  readonly measures: Float64Array | undefined;
}

/** Records of a subject that have their measure, and not one below 1; undefined where they are too few. */
function siblingsAmong(
  records: RecordSet,
  subject: FigureRecord["subject"],
  over: string | undefined,
): Siblings | undefined {
  const places = records.placesOf(subject);
  if (places.length < ENOUGH) return undefined;
  if (over === undefined) return { records, places, measures: undefined };
  const measures = records.column(over);
  const measured = places.filter((place) => (measures?.[place] ?? Number.NaN) >= 1);
  return measured.length < ENOUGH ? undefined : { records, places: measured, measures };
}

/** A figure that siblings are compared by; `figures` are those of all records. */
interface Compared {
  readonly code: string;
  readonly figures: Float64Array;
  readonly params: Params;
}

/** The figure at a place, for each of what it is measured by; NaN for one that is not known or too small. */
function sizeAt(place: number, { figures, params }: Compared, { measures }: Siblings): number {
  const value = figures[place] ?? Number.NaN;
  if (!(value >= params.least)) return Number.NaN;
  return measures === undefined ? value : value / (measures[place] ?? Number.NaN);
}

/** How many siblings were compared, and whose figures are off. Most often the least and the most settle it alone. */
function slipsAmong(
  siblings: Siblings,
  compared: Compared,
): { readonly count: number; readonly slips: readonly Slip[] } {
  const { records, places } = siblings;
  const { code, params } = compared;
  let [count, least, most] = [0, Number.POSITIVE_INFINITY, 0];
  for (let index = 0; index < places.length; index += 1) {
    const size = sizeAt(places[index] ?? -1, compared, siblings);
    if (Number.isNaN(size)) continue;
    count += 1;
    if (size < least) least = size;
    if (size > most) most = size;
  }
  if (count < ENOUGH) return { count: 0, slips: [] };
  if (most < least * (params.times / 5)) return { count, slips: [] };
  const logarithms = Array.from(places, (place) => Math.log10(sizeAt(place, compared, siblings)));
  const usual = usualOf(
    logarithms.filter((logarithm) => !Number.isNaN(logarithm)),
    LEAST_SPREAD,
  );
  if (usual === undefined) return { count, slips: [] };
  const slips = Array.from(places).flatMap((place, index): readonly Slip[] => {
    const step = slipOf(at(logarithms, index), usual);
    const isSlip = Math.abs(step) === Math.round(Math.log10(params.times));
    return isSlip ? [{ record: records.at(place), code, step, isWhole: false }] : [];
  });
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
