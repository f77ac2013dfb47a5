// Kinds of check that ask about what is unusual: bands, typed percentages, incomplete parts, figures before their time.

import { describe, expect, it } from "vitest";
import { balance } from "../../src/checks/balance.js";
import { inBand } from "../../src/checks/in-band.js";
import { notGiven } from "../../src/checks/not-given.js";
import { partsComplete } from "../../src/checks/parts-of-whole.js";
import { typedPercent } from "../../src/checks/typed-percent.js";
import type { Period } from "../../src/model/period.js";
import type { BoundCheck, FigureRecord } from "../../src/model/rule.js";
import { bindCheck, runOnRecord } from "../kit/bind-check.js";
import { figureRecord, type RecordSketch } from "../kit/figure-record.js";
import { indicator, indicatorMap } from "../kit/indicator.js";

type Values = RecordSketch["values"];

const YEAR: Period = { kind: "year", year: 2022 };
const MONTH: Period = { kind: "month", year: 2022, month: 11 };
const HALF: Period = { kind: "half", year: 2022, half: 1 };
const INDICATORS = indicatorMap(
  indicator("MH2_TS"),
  indicator("MH2_CN"),
  indicator("MH2_R1", { kind: "RATIO", ratio: { of: "MH2_CN", over: "MH2_TS", times: 100 } }),
);

function tried(check: BoundCheck, values: Values, period: Period, subject: FigureRecord["subject"] = "child"): string {
  const result = runOnRecord(check, figureRecord({ values, subject, indicators: INDICATORS }), period);
  if (result.failed.length > 0) return "failed";
  return result.passed > 0 ? "passed" : "skipped";
}

function said(check: BoundCheck, values: Values, period: Period): Readonly<Record<string, string>> {
  const [draft] = runOnRecord(check, figureRecord({ values, subject: "child", indicators: INDICATORS }), period).failed;
  return Object.fromEntries(draft?.values ?? []);
}

describe("in-band", () => {
  const letters = { of: "x", over: "y", ratio: "a" };
  const rate = bindCheck(inBand, {
    of: "HV01",
    over: "DS01",
    low: 0.03,
    high: 0.5,
    times: 100,
    on: ["child"],
    letters,
  });
  const perHead = bindCheck(inBand, { of: "Q02", over: "DS01", low: 1200, high: 600_000, perYear: true, letters });
  const award = bindCheck(inBand, {
    of: "Q05a",
    over: "Q08a",
    low: 20_000,
    high: 20_000_000,
    bothOrNone: true,
    letters,
  });

  it.each<[Values, string]>([
    [{ HV01: 889_000, DS01: 3_367_000 }, "passed"],
    [{ HV01: 3, DS01: 100 }, "passed"],
    [{ HV01: 50, DS01: 100 }, "passed"],
    [{ HV01: 88_900, DS01: 3_367_000 }, "failed"],
    [{ HV01: 51, DS01: 100 }, "failed"],
    [{ HV01: 0, DS01: 100 }, "failed"],
    [{ HV01: 60, DS01: 0 }, "skipped"],
    [{ HV01: undefined, DS01: 100 }, "skipped"],
    [{ HV01: "rejected", DS01: 100 }, "skipped"],
  ])("%j: %s", (values, expected) => expect(tried(rate, values, YEAR)).toBe(expected));

  it("looks only at the subjects it is meant for", () => {
    expect(tried(rate, { HV01: 1, DS01: 100 }, YEAR, "branch")).toBe("skipped");
  });

  it("shrinks a yearly band with the months of the period", () => {
    const values = { Q02: 110_000, DS01: 1000 };
    expect(tried(perHead, values, YEAR)).toBe("failed");
    expect(tried(perHead, values, MONTH)).toBe("passed");
  });

  it("finds money without beneficiaries and beneficiaries without money, where both belong together", () => {
    expect(tried(award, { Q05a: 500_000, Q08a: 0 }, YEAR)).toBe("failed");
    expect(tried(award, { Q05a: 0, Q08a: 3 }, YEAR)).toBe("failed");
    expect(tried(award, { Q05a: 0, Q08a: 0 }, YEAR)).toBe("skipped");
  });

  it("names the one other unit of money in which the average would be usual", () => {
    const given = { of: "Q02", over: "DS01", low: 1000, high: 500_000, letters, otherUnit: "đơn vị khác" };
    const check = bindCheck(inBand, given);
    const drafts = (values: Values) => runOnRecord(check, figureRecord({ values, subject: "child" }), YEAR).failed;
    const [tooSmall] = drafts({ Q02: 40_000, DS01: 1000 });
    expect(tooSmall?.variant).toBe("đơn vị khác");
    expect(Object.fromEntries(tooSmall?.values ?? [])).toMatchObject({
      a: "40",
      b: "40.000",
      "đvt khác": "nghìn đồng",
    });
    const [hopeless] = drafts({ Q02: 600_000_000, DS01: 1000 });
    expect([hopeless?.variant, hopeless?.values.has("b")]).toEqual([undefined, false]);
  });

  it("shows the ratio as a person would write it", () => {
    expect(said(rate, { HV01: 88_900, DS01: 3_367_000 }, YEAR)).toMatchObject({ a: "2,64", x: "88.900" });
    expect(said(award, { Q05a: 500_000, Q08a: 0 }, YEAR)).toMatchObject({ a: "không tính được" });
  });
});

describe("typed-percent", () => {
  const check = bindCheck(typedPercent, { ratio: "MH2_R1", tolerance: 0.05 }, INDICATORS);
  it.each<[Values, string]>([
    [{ MH2_R1: 0.5327, MH2_CN: 94_297, MH2_TS: 176_958 }, "passed"],
    [{ MH2_R1: 0.526, MH2_CN: 4820, MH2_TS: 9175 }, "failed"],
    [{ MH2_R1: 0.5, MH2_CN: 0, MH2_TS: 0 }, "skipped"],
    [{ MH2_R1: undefined, MH2_CN: 4820, MH2_TS: 9175 }, "skipped"],
  ])("%j: %s", (values, expected) => expect(tried(check, values, YEAR)).toBe(expected));

  it("says both percentages and both figures", () => {
    expect(said(check, { MH2_R1: 0.526, MH2_CN: 4820, MH2_TS: 9175 }, YEAR)).toMatchObject({
      a: "52,6",
      b: "52,53",
      tử: "4.820",
      mẫu: "9.175",
    });
  });
});

describe("parts-complete", () => {
  const check = bindCheck(partsComplete, { whole: "TC05", parts: ["TC05a", "TC05b"] });
  it.each<[Values, string]>([
    [{ TC05: 170, TC05a: 123, TC05b: 47 }, "passed"],
    [{ TC05: 174, TC05a: 123, TC05b: 47 }, "failed"],
    [{ TC05: 160, TC05a: 123, TC05b: 47 }, "passed"],
    [{ TC05: 170, TC05a: undefined, TC05b: undefined }, "skipped"],
    [{ TC05: 170, TC05a: 123, TC05b: "rejected" }, "skipped"],
  ])("%j: %s", (values, expected) => expect(tried(check, values, YEAR)).toBe(expected));

  it("says how many are left over", () => {
    expect(said(check, { TC05: 174, TC05a: 123, TC05b: 47 }, YEAR)).toMatchObject({ a: "170", b: "174", c: "4" });
  });
});

describe("not-given", () => {
  const before = bindCheck(notGiven, { of: "MH1_CN", zeroCounts: true });
  const early = bindCheck(notGiven, { of: "MH2_CN", inPeriods: ["half"] });
  it("finds even a 0 where the programme does not exist", () => {
    expect(tried(before, { MH1_CN: 0 }, YEAR)).toBe("failed");
    expect(tried(before, { MH1_CN: undefined }, YEAR)).toBe("passed");
    expect(tried(before, { HV01: 60 }, YEAR)).toBe("passed");
  });
  it("looks only at the periods it is meant for", () => {
    expect(tried(early, { MH2_CN: 60 }, HALF)).toBe("failed");
    expect(tried(early, { MH2_CN: 0 }, HALF)).toBe("passed");
    expect(tried(early, { MH2_CN: 60 }, YEAR)).toBe("skipped");
  });
});

describe("balance with its own letters", () => {
  const letters = { closing: "a", computed: "e", difference: "f" };
  const check = bindCheck(balance, {
    plus: { b: ["HV00"], c: ["HV02"] },
    minus: { d: ["HV03"] },
    closing: "HV01",
    letters,
  });
  it("says every term", () => {
    const values = { HV00: 262_590, HV02: 200, HV03: 0, HV01: 282_700 };
    expect(said(check, values, YEAR)).toMatchObject({
      a: "282.700",
      b: "262.590",
      c: "200",
      d: "0",
      e: "262.790",
      f: "19.910",
    });
  });
});
