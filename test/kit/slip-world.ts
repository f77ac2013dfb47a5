// Invented units of one area beside one another, last year and now, to judge how slips of the unit are found: how far
// siblings lie apart is chosen, how figures grow is as reports show it.

import { type Chance, chance } from "../../fixtures/kit/random.js";
import { known } from "../../src/model/quantity.js";
import type { FigureRecord } from "../../src/model/rule.js";

/** [indicator, median per head]: money in đồng. */
const PER_HEAD = [
  ["HV01", 0.25],
  ["HV05", 0.02],
  ["DS02", 0.28],
  ["MH2_TS", 0.28],
  ["MH1_TS", 0.6],
  ["Q02", 40_000],
  ["Q05", 30_000],
] as const;
const MONEY: ReadonlySet<string> = new Set(["Q02", "Q05"]);

/** The standard deviation, as a natural logarithm, with which 95 % lie within the factor. */
const deviationOf = (factor: number): number => Math.log(factor) / 1.96;
/** From one year to the next 95 % of figures stay within ×1,3; one in fifty jumps, up to four times or down to a quarter. */
const GROWTH = deviationOf(1.3);
const JUMPS = 0.02;

export interface SlipWorld {
  readonly units: readonly string[];
  readonly codes: readonly string[];
  /** By unit, then indicator. */
  readonly now: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly before: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Forty units; 95 % of their figures per head lie within `spread` times the median. */
export function slipWorld(seed: number, spread: number): SlipWorld {
  const luck = chance(seed);
  const units = Array.from({ length: 40 }, (_, index) => `${String(19_000 + index)}@2025-07-01`);
  const now = new Map<string, ReadonlyMap<string, number>>();
  const before: Record<string, Readonly<Record<string, number>>> = {};
  for (const unit of units) {
    const people = 7_500 * Math.exp(bell(luck) * deviationOf(3));
    const figures = new Map<string, number>([["DS01", Math.round(people)]]);
    const past: Record<string, number> = { DS01: Math.round(people / Math.exp(bell(luck) * deviationOf(1.05))) };
    for (const [code, share] of PER_HEAD) {
      const size = Math.max(5, people * share * Math.exp(bell(luck) * deviationOf(spread)));
      const jump = luck.next() < JUMPS ? 4 ** (2 * luck.next() - 1) : 1;
      figures.set(code, roundedFor(code, size));
      past[code] = roundedFor(code, Math.max(5, size / (Math.exp(bell(luck) * GROWTH) * jump)));
    }
    now.set(unit, figures);
    before[unit] = past;
  }
  return { units, codes: PER_HEAD.map(([code]) => code), now, before };
}

export interface MadeSlip {
  readonly unit: string;
  readonly code: string;
  /** 1, 3, 6 too large; −1, −3, −6 too small. */
  readonly step: number;
}

/** One figure off by a step, as people slip: a digit either way, nghìn or triệu for đồng either way. */
export function slippedAt(world: SlipWorld, seed: number): { readonly world: SlipWorld; readonly slip: MadeSlip } {
  const luck = chance(seed);
  const unit = luck.pick(world.units);
  const code = luck.pick(world.codes);
  const figures = world.now.get(unit) ?? new Map<string, number>();
  const value = figures.get(code) ?? Number.NaN;
  const steps = MONEY.has(code) ? [1, -1, 3, -3, 6, -6] : [1, 3, ...(value >= 100 ? [-1] : [])];
  const step = luck.pick(steps);
  const changed = new Map(figures).set(code, Math.round(value * 10 ** step));
  return { world: { ...world, now: new Map(world.now).set(unit, changed) }, slip: { unit, code, step } };
}

/** The units as rows of one workbook. */
export function recordsOf({ units, now }: SlipWorld): readonly FigureRecord[] {
  return units.map((unit, index) => {
    const figures = now.get(unit) ?? new Map<string, number>();
    const cellOf = (code: string) => ({ row: index + 6, column: [...figures.keys()].indexOf(code) + 4 });
    return {
      subject: "child",
      unit,
      name: `Xã ${index + 1}`,
      row: index + 6,
      value: (code) => figures.get(code),
      figure: (code) => {
        const value = figures.get(code);
        if (value === undefined) return undefined;
        const place = { file: "tinh.xlsx", sheet: "01", cell: cellOf(code) };
        return { code, label: code, place, typed: String(value), quantity: known(value), scale: 1, rounding: 0 };
      },
    };
  });
}

function roundedFor(code: string, value: number): number {
  return MONEY.has(code) ? Math.round(value / 1000) * 1000 : Math.round(value);
}

/** A draw from the normal distribution. */
function bell(luck: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - luck.next())) * Math.cos(2 * Math.PI * luck.next());
}
