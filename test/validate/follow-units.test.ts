// Which old unit is which of today's: a whole successor of its own is the same unit, a merged or divided one is not.

import { describe, expect, it } from "vitest";
import { pastFigure } from "../../src/model/history.js";
import type { Period } from "../../src/model/period.js";
import { followUnits } from "../../src/validate/follow-units.js";
import { historyOf } from "../kit/history.js";
import { shippedRegister } from "../kit/shipped-register.js";

const REGISTER = shippedRegister();
const YEAR: Period = { kind: "year", year: 2024 };

function followed(...units: readonly string[]) {
  const history = historyOf({ period: YEAR, figures: Object.fromEntries(units.map((unit) => [unit, { HV01: 60 }])) });
  return { ...history, ...followUnits(history.reports, REGISTER) };
}

describe("followUnits", () => {
  it("follows Hà Nội, whole and alone, into its new key, and a branch with its commune", () => {
    const history = followed("01@2022-10-01");
    expect(history.reports.get("01@2025-07-01")).toEqual(history.reports.get("01@2022-10-01"));
    expect(history.remade.size).toBe(0);
  });

  it("does not take one of two merged provinces for the new one", () => {
    const history = followed("44@2022-10-01", "45@2022-10-01");
    expect(history.reports.has("44@2025-07-01")).toBe(false);
    expect(history.remade.get("44@2025-07-01")).toEqual(["Tỉnh Quảng Bình", "Tỉnh Quảng Trị"]);
  });

  it("takes land without people for no change", () => {
    const { successions } = REGISTER;
    const [alone] = successions.filter(
      ({ old, next, extent }) =>
        extent === "whole" &&
        /^\d{5}@/.test(old) &&
        REGISTER.predecessorsOf(next).filter((row) => row.extent !== "land").length === 1 &&
        REGISTER.predecessorsOf(next).some((row) => row.extent === "land"),
    );
    const [old, next] = [alone?.old ?? "", alone?.next ?? ""];
    const history = followed(`${old}/thôn doa`);
    expect(history.reports.has(`${next}/thôn doa`)).toBe(true);
  });
});

describe("units that were merged whole", () => {
  const sums = (...units: readonly string[]) => followed(...units).merged;

  it("keep the sum of the old ones beside them", () => {
    const [sum] = sums("44@2022-10-01", "45@2022-10-01").get("44@2025-07-01") ?? [];
    expect([...(sum?.values ?? [])]).toEqual([120]);
  });

  it("keep none where one of the old ones did not report", () => {
    expect(sums("44@2022-10-01").size).toBe(0);
  });

  it("keep none where an old one was divided", () => {
    const { merged, remade } = followed("27763@2022-10-01", "27757@2022-10-01");
    expect(remade.has("27757@2025-07-01")).toBe(true);
    expect(merged.has("27757@2025-07-01")).toBe(false);
  });
});

describe("pastFigure", () => {
  const history = historyOf({ period: YEAR, figures: { "19429@2025-07-01": { HV01: 60 } } });
  const subject = { unit: "19429@2025-07-01" };
  it.each<[Period, number | undefined]>([
    [{ kind: "year", year: 2025 }, 60],
    [{ kind: "month", year: 2025, month: 1 }, 60],
    [YEAR, undefined],
    [{ kind: "half", year: 2024, half: 1 }, undefined],
  ])("asked for what came before %j: %s", (now, expected) => {
    expect(pastFigure(history, subject, { code: "HV01", now })?.value).toBe(expected);
  });

  it("keeps funds of one unit apart", () => {
    const now: Period = { kind: "year", year: 2025 };
    expect(pastFigure(history, { ...subject, part: "quỹ lam sơn" }, { code: "HV01", now })).toBeUndefined();
  });
});
