// Kind of check: a figure that is 10, 1.000 or 1.000.000 times what its siblings have, or a part of it.

import { z } from "zod";
import { pastFigure } from "../model/history.js";
import { at } from "../model/outcome.js";
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
  const slips: Slip[] = [];
  let compared = 0;
  for (const subject of params.on) {
    const siblings = siblingsAmong(records, subject, params.over);
    if (siblings.places.length < ENOUGH) continue;
    const found: Slip[] = [];
    for (const code of params.of) {
      const sizes = sizesOf(records.column(code), siblings, params.least);
      if (sizes === undefined || sizes.count < ENOUGH) continue;
      compared += sizes.count;
      for (const { place, step } of slipsAmong(siblings, sizes, params)) {
        found.push({ record: records.at(place), code, step, isWhole: false });
      }
    }
    for (const slip of settled(found, params.over)) if (!isRemembered(slip, context)) slips.push(slip);
  }
  const failed = slipFindings(slips, rule);
  return { passed: Math.max(0, compared - failed.length), failed, skipped: compared === 0 ? 1 : 0 };
}

/** Records that are compared with one another: where they stand among all, and what each is measured by. */
interface Siblings {
  readonly places: readonly number[];
  readonly measures: readonly number[];
}

/** Records without their measure, or with one below 1, are no siblings. */
function siblingsAmong(records: RecordSet, subject: FigureRecord["subject"], over: string | undefined): Siblings {
  const alike: number[] = [];
  for (let place = 0; place < records.count; place += 1) if (records.subjectAt(place) === subject) alike.push(place);
  if (over === undefined || alike.length < ENOUGH) return { places: alike, measures: alike.map(() => 1) };
  const given = records.column(over) ?? [];
  const places = alike.filter((place) => (given[place] ?? Number.NaN) >= 1);
  return { places, measures: places.map((place) => at(given, place)) };
}

/** A figure of siblings, for each of what they are measured by; NaN where it is not known or too small. */
interface Sizes {
  readonly sizes: readonly number[];
  /** How many there are, the least and the most. */
  readonly count: number;
  readonly least: number;
  readonly most: number;
}

function sizesOf(figures: Float64Array | undefined, { places, measures }: Siblings, enough: number): Sizes | undefined {
  if (figures === undefined) return undefined;
  const sizes: number[] = [];
  let [count, least, most] = [0, Number.POSITIVE_INFINITY, 0];
  for (let index = 0; index < places.length; index += 1) {
    const value = figures[places[index] ?? -1] ?? Number.NaN;
    const size = value >= enough ? value / (measures[index] ?? Number.NaN) : Number.NaN;
    sizes.push(size);
    if (Number.isNaN(size)) continue;
    count += 1;
    if (size < least) least = size;
    if (size > most) most = size;
  }
  return { sizes, count, least, most };
}

function slipsAmong({ places }: Siblings, { sizes, least, most }: Sizes, { times }: Params) {
  if (most < least * (times / 5)) return [];
  const usual = usualOf(
    sizes.filter((size) => !Number.isNaN(size)).map((size) => Math.log10(size)),
    LEAST_SPREAD,
  );
  if (usual === undefined) return [];
  return places.flatMap((place, index) => {
    const step = slipOf(Math.log10(at(sizes, index)), usual);
    return Math.abs(step) === Math.round(Math.log10(times)) ? [{ place, step }] : [];
  });
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
