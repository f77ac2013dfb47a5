// Kinds of check that look at one record: what they let pass, what they find, what they cannot judge.

import { describe, expect, it } from "vitest";
import { balance } from "../../src/checks/balance.js";
import { equal } from "../../src/checks/equal.js";
import { notAbove } from "../../src/checks/not-above.js";
import { partsOfWhole } from "../../src/checks/parts-of-whole.js";
import { addressText } from "../../src/model/cell-address.js";
import type { BoundCheck, CheckResult, FigureRecord } from "../../src/model/rule.js";
import { bindCheck, runOnRecord } from "../kit/bind-check.js";
import { figureRecord, type RecordSketch } from "../kit/figure-record.js";
import { indicator, indicatorMap } from "../kit/indicator.js";

const MONEY = indicatorMap(
  ...["Q01", "Q02a", "Q02b", "Q03", "Q05", "Q07"].map((code) => indicator(code, { measuredIn: "đồng" })),
  indicator("Q02", { measuredIn: "đồng", sumOf: { parts: ["Q02a", "Q02b"], when: "parts-first" } }),
);

type Values = RecordSketch["values"];

function verdict({ passed, failed, skipped }: CheckResult): string {
  return [passed > 0 ? "passed" : "", failed.length > 0 ? "failed" : "", skipped > 0 ? "skipped" : ""].join("");
}

function tried(check: BoundCheck, values: Values, more: Partial<RecordSketch> = {}): string {
  return verdict(runOnRecord(check, figureRecord({ values, indicators: MONEY, ...more })));
}

describe("not-above", () => {
  const check = bindCheck(notAbove, { part: "HV04", whole: "HV01", zeroIsNothingOn: ["branch"] });
  it.each<[Values, FigureRecord["subject"], string]>([
    [{ HV04: 60, HV01: 60 }, "branch", "passed"],
    [{ HV04: 0, HV01: 0 }, "branch", "passed"],
    [{ HV04: 61, HV01: 60 }, "branch", "failed"],
    [{ HV04: 61, HV01: undefined }, "branch", "skipped"],
    [{ HV04: undefined, HV01: 60 }, "branch", "skipped"],
    [{ HV04: "rejected", HV01: 60 }, "branch", "skipped"],
    [{ HV04: 61 }, "branch", "skipped"],
    [{ HV04: 61, HV01: 0 }, "branch", "skipped"],
    [{ HV04: 61, HV01: 0 }, "unit", "failed"],
  ])("%j on a %s: %s", (values, subject, expected) => {
    expect(tried(check, values, { subject })).toBe(expected);
  });

  it("names the part's cell, both headings, what was found and what is allowed", () => {
    const { failed } = runOnRecord(check, figureRecord({ values: { HV01: 1522, HV04: 1600 } }));
    const [draft] = failed;
    expect(draft?.place.cell && addressText(draft.place.cell)).toBe("E6");
    expect(draft).toMatchObject({
      field: "HV04",
      found: "1600",
      expected: "≤ 1.522",
      difference: 78,
      rule: "V-X00.thu",
    });
    expect(Object.fromEntries(draft?.values ?? [])).toMatchObject({
      a: "1.600",
      b: "1.522",
      phần: "Cột HV04",
      tổng: "Cột HV01",
      tên: "Thôn Doa",
      n: "6",
    });
  });

  it("shows amounts in the unit written on the sheet, the difference in đồng", () => {
    const money = bindCheck(notAbove, { part: "Q05", whole: "Q01" });
    const values = { Q01: 17_516_000, Q05: 204_000_000 };
    const { failed } = runOnRecord(money, figureRecord({ values, indicators: MONEY, moneyFactor: 1_000_000 }));
    expect(failed[0]?.values.get("b")).toBe("17,516");
    expect(failed[0]?.difference).toBe(186_484_000);
  });
});

describe("parts-of-whole", () => {
  const check = bindCheck(partsOfWhole, { whole: "Q02", parts: ["Q02a", "Q02b"] });
  it.each<[Values, string]>([
    [{ Q02: 10, Q02a: 6, Q02b: 4 }, "passed"],
    [{ Q02: 10, Q02a: 6 }, "passed"],
    [{ Q02: 10, Q02a: 6, Q02b: 5 }, "failed"],
    [{ Q02: 10, Q02a: 11, Q02b: undefined }, "failed"],
    [{ Q02: 10, Q02a: 11, Q02b: "rejected" }, "skipped"],
    [{ Q02: 10 }, "skipped"],
    [{ Q02: "rejected", Q02a: 6, Q02b: 5 }, "skipped"],
  ])("%j: %s", (values, expected) => {
    expect(tried(check, values)).toBe(expected);
  });

  it("lets rounded amounts be apart by half a step each, and no more", () => {
    const inMillions = { moneyFactor: 1_000_000 };
    expect(tried(check, { Q02: 10e6, Q02a: 6e6, Q02b: 5e6 }, inMillions)).toBe("passed");
    expect(tried(check, { Q02: 10e6, Q02a: 6e6, Q02b: 6e6 }, inMillions)).toBe("failed");
  });
});

describe("balance", () => {
  const check = bindCheck(balance, {
    plus: { a: ["Q01"], b: ["Q02", "Q03"] },
    minus: { d: ["Q05"] },
    closing: "Q07",
  });
  it.each<[Values, string]>([
    [{ Q01: 5, Q02: 10, Q03: 1, Q05: 6, Q07: 10 }, "passed"],
    [{ Q01: 5, Q02a: 7, Q02b: 3, Q03: 1, Q05: 6, Q07: 10 }, "passed"],
    [{ Q01: 5, Q02: 10, Q02a: 7, Q02b: undefined, Q05: 6, Q07: 9 }, "passed"],
    [{ Q01: 5, Q02: 10, Q05: 6, Q07: 10 }, "failed"],
    [{ Q01: 5, Q02: undefined, Q05: undefined, Q07: 5 }, "passed"],
    [{ Q01: 5, Q02: "rejected", Q05: 6, Q07: 10 }, "skipped"],
    [{ Q01: 5, Q02a: 7, Q02b: "rejected", Q05: 6, Q07: 10 }, "skipped"],
    [{ Q01: 5, Q02: 10, Q05: 6, Q07: undefined }, "skipped"],
    [{ Q01: undefined, Q07: 10 }, "skipped"],
  ])("%j: %s", (values, expected) => {
    expect(tried(check, values)).toBe(expected);
  });

  it("gives every term of the equation and both balances, in the sheet's unit", () => {
    const values = { Q01: 5e6, Q02a: 7_500_000, Q02b: 2_500_000, Q03: 1e6, Q05: 6e6, Q07: 100e6 };
    const { failed } = runOnRecord(check, figureRecord({ values, indicators: MONEY, moneyFactor: 1_000 }));
    expect(Object.fromEntries(failed[0]?.values ?? [])).toMatchObject({
      a: "5.000",
      b: "11.000",
      d: "6.000",
      f: "10.000",
      g: "100.000",
    });
    expect(failed[0]).toMatchObject({ field: "Q07", expected: "10.000", difference: 90e6 });
  });
});

describe("equal", () => {
  const check = bindCheck(equal, { of: "DS01", ofForm: "BM01", with: "DS01", withForm: "BM00", on: ["child"] });
  it.each<[Values, FigureRecord["subject"], string]>([
    [{ "DS01@BM01": 7480, "DS01@BM00": 7480 }, "child", "passed"],
    [{ "DS01@BM01": 7480, "DS01@BM00": 7408 }, "child", "failed"],
    [{ "DS01@BM01": 7480, "DS01@BM00": 7408 }, "branch", "skipped"],
    [{ "DS01@BM01": 7480 }, "child", "skipped"],
    [{ "DS01@BM01": 7480, "DS01@BM00": undefined }, "child", "skipped"],
  ])("%j on a %s: %s", (values, subject, expected) => {
    expect(tried(check, values, { subject })).toBe(expected);
  });
});
