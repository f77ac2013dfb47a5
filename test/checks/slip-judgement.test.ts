// How well slips of the unit are found, and how often a clean figure is asked about: the shipped rules on invented
// areas. The thresholds of checks/slip.ts were chosen on TUNING; what is printed and demanded comes from JUDGING alone.

import { describe, expect, it } from "vitest";
import type { FindingDraft } from "../../src/model/finding.js";
import type { History } from "../../src/model/history.js";
import type { Period } from "../../src/model/period.js";
import { runOnRecords } from "../kit/bind-check.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { historyOf } from "../kit/history.js";
import { recordsOf, type SlipWorld, slippedAt, slipWorld } from "../kit/slip-world.js";

/** Seeds on which thresholds are chosen; switch to them to tune, never to judge. */
const TUNING = { first: 1, count: 40 };
const JUDGING = { first: 5_001, count: 40 };
const SLIPS_A_WORLD = 40;
const SPREADS = [1.5, 3, 10];
const YEAR: Period = { kind: "year", year: 2025 };

const RULES = shippedCatalogue().rules.filter(
  ({ finding, bound }) => finding.startsWith("V-U") && bound.scope === "submission",
);

interface Judgement {
  readonly spread: number;
  readonly hasPast: boolean;
  readonly recall: number;
  /** Of clean figures, and of clean units with all their figures. */
  readonly falseFigures: number;
  readonly falseUnits: number;
}

function found(world: SlipWorld, history: History | undefined): readonly FindingDraft[] {
  const records = recordsOf(world);
  return RULES.flatMap(({ bound, readsPast }) =>
    readsPast.length > 0 && history === undefined ? [] : runOnRecords(bound, records, { period: YEAR, history }).failed,
  );
}

const CODES = new Map([
  [1, "V-U01"],
  [3, "V-U02"],
  [6, "V-U03"],
]);

function judge(spread: number, hasPast: boolean, { first, count }: typeof JUDGING): Judgement {
  let [slips, caught, figures, falseFigures, units, falseUnits] = [0, 0, 0, 0, 0, 0];
  for (let seed = first; seed < first + count; seed += 1) {
    const clean = slipWorld(seed, spread);
    const history = hasPast ? historyOf({ period: { kind: "year", year: 2024 }, figures: clean.before }) : undefined;
    const wrong = found(clean, history);
    figures += clean.units.length * (clean.codes.length + 1);
    falseFigures += wrong.length;
    units += clean.units.length;
    falseUnits += new Set(wrong.map((draft) => draft.unit)).size;
    for (let index = 0; index < SLIPS_A_WORLD; index += 1) {
      const { world, slip } = slippedAt(clean, seed * 1_000 + index);
      const hit = found(world, history).some(
        (draft) =>
          draft.unit === slip.unit && draft.field === slip.code && draft.code === CODES.get(Math.abs(slip.step)),
      );
      slips += 1;
      if (hit) caught += 1;
    }
  }
  return {
    spread,
    hasPast,
    recall: caught / slips,
    falseFigures: falseFigures / figures,
    falseUnits: falseUnits / units,
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(2).replace(".", ",")} %`;

function line({ spread, hasPast, recall, falseFigures, falseUnits }: Judgement): string {
  const name = `×${String(spread).replace(".", ",")}, ${hasPast ? "with" : "without"} last period`;
  return `| ${name} | ${percent(recall)} | ${percent(falseFigures)} | ${percent(falseUnits)} |`;
}

describe("slips of the unit", () => {
  const seeds = process.env["SLIP_SEEDS"] === "tuning" ? TUNING : JUDGING;
  const judgements = SPREADS.flatMap((spread) => [true, false].map((hasPast) => judge(spread, hasPast, seeds)));
  console.info(
    ["| spread of siblings | recall | false, of figures | false, of units |", ...judgements.map(line)].join("\n"),
  );

  it.each(judgements.filter(({ hasPast }) => hasPast))(
    "are found where the last period is known: spread ×$spread",
    ({ recall, falseFigures, falseUnits }) => {
      expect(recall).toBeGreaterThanOrEqual(0.99);
      expect(falseFigures).toBeLessThanOrEqual(0.01);
      expect(falseUnits).toBeLessThanOrEqual(0.01);
    },
  );

  it.each(judgements.filter(({ hasPast }) => !hasPast))(
    "are asked about among siblings without much noise: spread ×$spread",
    ({ falseFigures }) => {
      expect(falseFigures).toBeLessThanOrEqual(0.01);
    },
  );
});
