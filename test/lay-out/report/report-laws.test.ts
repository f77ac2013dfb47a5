// Whatever came in, a report tells no figure that is not there, and adds up as it is printed.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aggregate } from "../../../src/aggregate/aggregate.js";
import { type ReportInput, reportInput } from "../../../src/deliver.js";
import { layOutReport } from "../../../src/lay-out/report/lay-out-report.js";
import type { Catalogue } from "../../../src/model/catalogue.js";
import type { Period } from "../../../src/model/period.js";
import type { WorkbookPlan } from "../../../src/model/workbook-plan.js";
import { everything, requestFor } from "../../aggregate/drawn-facts.js";
import { shippedCatalogue } from "../../kit/catalogue.js";
import { cellsOf, computed } from "../../kit/plan-formulas.js";
import { CLUSTER, type DrawnArea, type DrawnProvince, drawnArea } from "../../kit/random-units.js";

const AREAS = drawnArea({
  plain: ["TC01", "TC02", "TC05", "TC06", "HV00", "HV01", "HV02", "HV05", "HV06", "DS01", "MH2_TS", "MH2_CN", "MH1_CN"],
  funds: ["Q01", "Q02", "Q05", "Q07"],
});
const RUNS = { seed: 20241231, numRuns: 12 };
const THIS: Period = { kind: "year", year: 2025 };
const BEFORE: Period = { kind: "year", year: 2024 };
/** Report, and whether it is asked of the cluster or of its first province. */
const REPORTS = [
  ["cum", CLUSTER],
  ["nam", "province"],
  ["mo-hinh", "province"],
  ["kl49", "province"],
] as const;

/** The same communes with one another's figures: another year. */
function anotherYear(province: DrawnProvince): DrawnProvince {
  const { communes } = province;
  return {
    ...province,
    communes: communes.map((commune, index) => {
      const { state, figures, isEstimated } = communes[(index + 1) % communes.length] ?? commune;
      return { ...commune, state, figures, isEstimated };
    }),
  };
}

function inputOf(area: DrawnArea, id: string, asked: string): readonly [ReportInput, Catalogue] {
  const catalogue = { ...shippedCatalogue(), register: area.register };
  const report = catalogue.reports.get(id);
  if (report === undefined) throw new Error(`no report ${id}`);
  const unit = asked === "province" ? (area.provinces[0]?.unit.key ?? "") : asked;
  const run = (provinces: readonly DrawnProvince[], period: Period) =>
    aggregate({ ...requestFor(unit, everything(provinces)), period }, catalogue);
  const basis = run(area.provinces, THIS);
  const period: Period = id === "kl49" ? { kind: "span", from: 2024, to: 2025 } : THIS;
  const runs = [run(area.provinces.map(anotherYear), BEFORE), basis].map((aggregation) => ({
    taken: [],
    verdicts: [],
    findings: [],
    carried: [],
    aggregation,
  }));
  const request = {
    report,
    period,
    runs,
    basis,
    otherTerritory: [],
    heading: "state" as const,
    issuedUnder: "association" as const,
    created: "2025-12-05T02:00:00.000Z",
    toolVersion: "0",
  };
  return [reportInput(request, catalogue), catalogue];
}

function planOf(area: DrawnArea, id: string, asked: string): WorkbookPlan {
  return layOutReport(...inputOf(area, id, asked));
}

describe.each(REPORTS)("the report %s", (id, asked) => {
  it("prints no number that is none, and each formula gives what is stored with it", () => {
    fc.assert(
      fc.property(AREAS, (area) => {
        const plan = planOf(area, id, asked);
        for (const placed of cellsOf(plan)) {
          const { value, formula } = placed.cell;
          if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
          if (typeof value === "string") expect(value).not.toMatch(/NaN|undefined|Infinity/);
          if (formula === undefined) continue;
          const where = `${placed.sheet.name} ${placed.row}: ${formula}`;
          expect(computed(plan, placed), where).toBeCloseTo(Number(value), 9);
        }
      }),
      RUNS,
    );
  });

  it("prints a number exactly where the figure is known", () => {
    fc.assert(
      fc.property(AREAS, (area) => {
        const [input, catalogue] = inputOf(area, id, asked);
        const sheet = layOutReport(input, catalogue).sheets.find(({ name }) => name === "Số liệu");
        const own = input.figures[0];
        const known = [...(own?.totals ?? [])]
          .filter(([, total]) => total.quantity.kind === "known")
          .map(([code]) => code);
        const last = Math.max(...(sheet?.rows ?? []).map(({ cells }) => cells.length));
        for (const { cells } of sheet?.rows ?? []) {
          const code = cells[0]?.value;
          if (typeof code !== "string" || !catalogue.indicators.has(code)) continue;
          const isNumber = typeof cells[last - 1]?.value === "number";
          expect([code, isNumber]).toEqual([code, known.includes(code)]);
        }
      }),
      RUNS,
    );
  });
});
