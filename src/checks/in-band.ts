// Kind of check: a ratio of two figures lies within a band of what is usual. Outside it somebody is asked, nobody is wrong.

import * as z from "zod";
import { vietnameseNumber } from "../model/number-text.js";
import { monthsOf, type Period } from "../model/period.js";
import type { CheckResult, Figure, FigureRecord, GlimpsedValues } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failedWith, SKIPPED } from "./check-result.js";
import { failureAt, knownFigure } from "./failure.js";
import { columnAt, glanceFirst, PASSES, SKIPS, UNCLEAR, valueAt } from "./glance.js";
import { SUBJECTS } from "./subjects.js";

const PARAMS = z.strictObject({
  of: z.string(),
  over: z.string(),
  /** Bounds of of/over, both inclusive: a share for shares, đồng per person for money. */
  low: z.number().optional(),
  high: z.number().optional(),
  /** Bounds are those of a year and shrink with the months of the period. */
  perYear: z.boolean().default(false),
  /** How the ratio is shown: 100 as a percentage, 1 as a number. */
  times: z.number().positive().default(1),
  /** True where one figure without the other is unusual too. */
  bothOrNone: z.boolean().default(false),
  /** Variant of the finding where the sheet, read in another unit of money, would lie within the bounds. */
  otherUnit: z.string().optional(),
  on: z.array(z.enum(SUBJECTS)).default([...SUBJECTS]),
  /** Letters of the message for the two figures and their ratio. */
  letters: z.strictObject({ of: z.string(), over: z.string(), ratio: z.string() }),
});
type Params = z.infer<typeof PARAMS>;

const MONEY_UNITS = new Map([
  [1, "đồng"],
  [1_000, "nghìn đồng"],
  [1_000_000, "triệu đồng"],
  [1_000_000_000, "tỷ đồng"],
]);

/**
 * low ≤ of/over ≤ high, per record. Skipped where either figure is not known, where both are 0, and over a 0 unless
 * `bothOrNone`. The finding stands at the `of` figure's cell; its message may use the declared letters (whole numbers,
 * money in đồng) and `đvt`, the unit of money its sheet is read in; that of the variant `otherUnit` also `đvt khác`, the
 * only unit in which the ratio would be usual, and `b`, the ratio it would be.
 */
export const inBand = defineCheck({
  name: "in-band",
  params: PARAMS,
  reads: ({ of, over }) => ({ indicators: [of, over], forms: [] }),
  bind: (params, { rule }) => ({
    scope: "record",
    on: params.on,
    needsAll: true,
    ...glanceFirst(
      {
        of: [{ code: params.of }, { code: params.over }],
        say: (values, verdicts, period) => say(values, verdicts, { params, period }),
      },
      (record, values, period) => judge(record, values, { params, rule, period }),
    ),
  }),
});

interface Band {
  readonly params: Params;
  readonly rule: RuleHead;
  readonly period: Period | undefined;
}

type Bounds = Pick<Band, "params" | "period">;

function say(values: GlimpsedValues, verdicts: Uint8Array, bounds: Bounds): void {
  const [figures, measures] = [columnAt(values, 0), columnAt(values, 1)];
  for (let record = 0; record < values.count; record += 1) {
    verdicts[record] = weigh(figures[record] ?? Number.NaN, measures[record] ?? Number.NaN, bounds);
  }
}

function weigh(of: number, over: number, bounds: Bounds): number {
  if (Number.isNaN(of) || Number.isNaN(over) || (of === 0 && over === 0)) return SKIPS;
  const { perYear, bothOrNone } = bounds.params;
  if (isOneAlone(of, over, bounds)) return bothOrNone ? UNCLEAR : SKIPS;
  if (perYear && bounds.period === undefined) return SKIPS;
  return isUsual(of / over, bounds) ? PASSES : UNCLEAR;
}

/** True where one figure without the other gives no ratio to speak of. */
function isOneAlone(of: number, over: number, { params }: Bounds): boolean {
  return over === 0 || (of === 0 && params.bothOrNone);
}

function isUsual(ratio: number, { params, period }: Bounds): boolean {
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY, perYear } = params;
  const share = perYear && period !== undefined ? shareOfYear(period) : 1;
  return ratio >= low * share && ratio <= high * share;
}

function judge(record: FigureRecord, values: GlimpsedValues, band: Band): CheckResult {
  const { params, rule } = band;
  const of = valueAt(values, 0);
  const over = valueAt(values, 1);
  const figure = knownFigure(record, params.of);
  if (figure.isIncomplete === true || knownFigure(record, params.over).isIncomplete === true) return SKIPPED;
  const { letters, times } = params;
  const shown = (ratio: number): string => vietnameseNumber(ratio * times, times === 1 ? 0 : 2);
  const ratio = over === 0 ? "không tính được" : shown(of / over);
  const isMeant = (other: number): boolean => !isOneAlone(of, over, band) && isUsual(other, band);
  const meant = params.otherUnit === undefined ? undefined : otherUnit(figure, of / over, isMeant);
  return failedWith(
    failureAt(figure, {
      rule: meant === undefined ? rule : { ...rule, variant: params.otherUnit },
      unit: record.unit,
      name: record.name,
      values: {
        đvt: unitOf(figure),
        [letters.of]: vietnameseNumber(of),
        [letters.over]: vietnameseNumber(over),
        [letters.ratio]: ratio,
        ...(meant === undefined ? {} : { "đvt khác": meant.name, b: shown(meant.ratio) }),
      },
      expected: bandText(params),
    }),
  );
}

function unitOf(figure: Figure): string {
  return MONEY_UNITS.get(figure.scale) ?? "đồng";
}

/** The unit of money in which the ratio would be usual, where there is just one. */
function otherUnit(figure: Figure, ratio: number, isMeant: (ratio: number) => boolean) {
  const meant = [...MONEY_UNITS]
    .map(([scale, name]) => ({ name, ratio: (ratio / figure.scale) * scale }))
    .filter((other) => isMeant(other.ratio));
  return meant.length === 1 ? meant[0] : undefined;
}

function bandText({ low, high, times }: Params): string {
  const shown = (bound: number): string => vietnameseNumber(bound * times) + (times === 100 ? " %" : "");
  if (low === undefined) return high === undefined ? "" : `≤ ${shown(high)}`;
  return high === undefined ? `≥ ${shown(low)}` : `${shown(low)} – ${shown(high)}`;
}

/** Months of the period in years. */
function shareOfYear(period: Period): number {
  const { first, last } = monthsOf(period);
  return (last - first + 1) / 12;
}
