// Who is counted, who is missing, and whose figures stand where several levels speak.

import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/model/usage-error.js";
import { unitOf } from "../kit/random-units.js";
import {
  A,
  addUp,
  B,
  C,
  D,
  DISTRICT,
  NATION,
  OTHER_PROVINCE,
  PROVINCE,
  REGISTER_WITH_DISTRICT,
  received,
  sent,
  sentWithRows,
  told,
  withFund,
} from "./small-area.js";

const ALL = [sent(A, { HV01: 10, DS01: 100 }), sent(B, { HV01: 20, DS01: 300 }), sent(C, { HV01: 30, DS01: 200 })];
const codes = (aggregation: ReturnType<typeof addUp>): readonly string[] =>
  aggregation.findings.map((finding) => finding.code);

describe("a province of communes", () => {
  it("adds what came; a commune without an association owes nothing", () => {
    const all = addUp(ALL);
    expect(told(all, "HV01")).toBe("60 3/3");
    expect(all.coverage).toMatchObject({ due: 3, received: 3, returned: 0, late: 0, missing: [] });
    expect(all.coverage.noAssociation.map((unit) => unit.code)).toEqual([D.code]);
    expect(told({ totals: all.children[3]?.totals ?? new Map() }, "HV01")).toBe("no-association 0/0");
    expect(codes(all)).toEqual(["V-D07"]);
  });

  it("never takes a missing commune for 0", () => {
    const part = addUp([sent(A, { HV01: 10 })]);
    expect(told(part, "HV01")).toBe("10 1/3");
    expect(told(part, "DS01")).toBe("not-submitted 0/3");
    expect(received(part)).toMatchObject({ 30001: "own-workbook", 30002: "missing", 30004: "no-association" });
  });

  it("counts what a commune without an association sends all the same", () => {
    expect(told(addUp([...ALL, sent(D, { HV01: 5 })]), "HV01")).toBe("65 4/4");
  });

  it("says that a returned workbook was rejected, and does not call it missing", () => {
    const back = addUp([sent(A, { HV01: 10 })], { notCounted: [{ unit: B.key, verdict: "returned", file: 1 }] });
    expect(received(back)).toMatchObject({ 30002: "returned", 30003: "missing" });
    expect(back.coverage).toMatchObject({ due: 3, received: 1, returned: 1 });
    expect(told({ totals: back.children[1]?.totals ?? new Map() }, "HV01")).toBe("rejected 0/1");
    expect(back.coverage.missing.map((unit) => unit.code)).toEqual([C.code]);
  });

  it("of which nothing came is missing, all of it", () => {
    const nothing = addUp([]);
    expect([told(nothing, "HV01"), told(nothing, "HV01R")]).toEqual(["not-submitted 0/3", "not-submitted 0/3"]);
    expect(nothing.coverage.missing).toHaveLength(3);
  });

  it("keeps a form that a commune did not send due, and a column it lacks not due", () => {
    const sheetless = addUp([...ALL.slice(0, 2), sent(C, { HV01: 30 })]);
    expect(told(sheetless, "DS01")).toBe("400 2/3");
    expect(told(sheetless, "MH1c")).toBe("not-on-form 0/0");
  });

  it("leads from the total to each commune's fact", () => {
    const total = addUp(ALL).totals.get("HV01");
    expect(total?.operation).toBe("sum");
    expect([...(total?.parts ?? [])].map((part) => [part.unit, part.facts.length])).toEqual([
      [A.key, 1],
      [B.key, 1],
      [C.key, 1],
      [D.key, 0],
    ]);
  });
});

describe("what is computed last", () => {
  it("is a ratio of two totals, never of ratios", () => {
    expect(told(addUp(ALL), "HV01R")).toBe("0.1 3/3");
  });

  it("is missing without its whole, and covers no more than its parts do", () => {
    expect(told(addUp([sent(A, { HV01: 10 }), sent(B, { HV01: 1, DS01: 50 })]), "HV01R")).toBe("0.22 1/3");
    expect(told(addUp([sent(A, { HV01: 10 })]), "HV01R")).toBe("not-submitted 0/3");
    expect(told(addUp([sent(A, { HV01: 10, DS01: 0 })]), "HV01R")).toBe("blank 1/3");
  });

  it("is a sum of figures that are recorded at different levels", () => {
    const own = sent(PROVINCE, { TC04: 2, TC01: 4 });
    const all = addUp([sent(A, { TC02: 1 }), sent(B, { TC02: 1 }), sent(C, { TC02: 1 }), own]);
    expect([told(all, "TC04"), told(all, "TC12"), told(all, "TC02R")]).toEqual(["2 1/1", "5 3/3", "0.75 3/3"]);
  });

  it("stands in declared order among the rest", () => {
    const order = [...addUp(ALL).totals.keys()];
    expect(order.indexOf("TC12")).toBeLessThan(order.indexOf("HV01"));
    expect(order.at(-1)).toBe("TC02R");
  });
});

describe("mixed levels", () => {
  const rows = sentWithRows(PROVINCE, [
    [A, { HV01: 11 }],
    [B, { HV01: 20 }],
    [C, { HV01: 30 }],
  ]);

  it("use the communes where all that are due are accepted, and compare the province's rows", () => {
    const mixed = addUp([...ALL, rows]);
    expect(told(mixed, "HV01")).toBe("60 3/3");
    expect(received(mixed)).toMatchObject({ 30001: "own-workbook" });
    expect(mixed.findings.filter((finding) => finding.code === "V-T05")).toMatchObject([
      { field: "HV01", found: "61", expected: "60", difference: 1, place: { file: "3.xlsx" }, unit: PROVINCE.key },
    ]);
  });

  it("use the province's rows where a commune is not accepted, and compare those that are", () => {
    const mixed = addUp([sent(A, { HV01: 10 }), rows]);
    expect(told(mixed, "HV01")).toBe("61 3/3");
    expect(received(mixed)).toMatchObject({ 30001: "parent-row", 30003: "parent-row" });
    expect(mixed.coverage.missing).toEqual([]);
    const [query] = mixed.findings.filter((finding) => finding.code === "V-T05");
    expect(query?.values.get("đơn vị")).toBe("Tỉnh số 44 (phần của 1/3 đơn vị trực thuộc có báo cáo riêng)");
    expect(query).toMatchObject({ found: "11", expected: "10" });
  });

  it("never add a commune to the province's rows", () => {
    const partial = sentWithRows(PROVINCE, [[A, { HV01: 11 }]]);
    const mixed = addUp([sent(C, { HV01: 30 }), partial]);
    expect(told(mixed, "HV01")).toBe("11 1/3");
    expect(received(mixed)).toEqual({
      30001: "parent-row",
      30002: "missing",
      30003: "own-workbook",
      30004: "no-association",
    });
  });

  it("take from the communes what the province's rows do not speak of", () => {
    const mixed = addUp([sent(A, { HV01: 10, DS01: 100 }), rows]);
    expect([told(mixed, "HV01"), told(mixed, "DS01")]).toEqual(["61 3/3", "100 1/3"]);
  });

  it("use a province's cover only for what no commune gives", () => {
    const cover = sent(PROVINCE, { HV01: 999, TC01: 4, HV06: 70 }, 3);
    const mixed = addUp([...ALL.slice(0, 2), cover]);
    expect([told(mixed, "HV01"), told(mixed, "TC01"), told(mixed, "HV06")]).toEqual(["30 2/3", "4 1/1", "70 1/1"]);
    expect(codes(mixed)).not.toContain("V-T05");
    const whole = addUp([...ALL, cover]).findings.filter((finding) => finding.code === "V-T05");
    expect(whole.map((finding) => finding.field)).toEqual(["HV01"]);
  });

  it("hold the province, not its communes, to owe what a province records", () => {
    const silent = addUp(ALL);
    expect([told(silent, "TC04"), told(silent, "TC12")]).toEqual(["blank 0/1", "blank 0/3"]);
    const here = addUp([...ALL, sent(PROVINCE, { TC04: 0 })]);
    expect(told(here, "TC04")).toBe("0 1/1");
    expect(told(addUp(ALL, { unit: "cum-1" }), "TC04")).toBe("not-submitted 0/2");
  });

  it("fold a sum that differs because its part does under the part", () => {
    const parts = sentWithRows(PROVINCE, [
      [A, { Q02a: 5, Q02: 5 }],
      [B, { HV01: 1 }],
      [C, { HV01: 1 }],
    ]);
    const own = [sent(A, { Q02a: 4, Q02: 4 }), sent(B, { HV01: 1 }), sent(C, { HV01: 1 })];
    const queries = addUp([...own, parts]).findings.filter((finding) => finding.code === "V-T05");
    expect(queries.map((finding) => [finding.field, finding.cause?.field])).toEqual([
      ["Q02", "Q02a"],
      ["Q02a", undefined],
    ]);
  });

  it("forgive what rounding to the sheet's unit of money may have moved", () => {
    const rounded = { ...sentWithRows(PROVINCE, [[A, { Q07: 2_000_000 }]]), moneyFactor: 1_000_000 };
    const near = addUp([sent(A, { Q07: 1_600_000 }), rounded]);
    const far = addUp([sent(A, { Q07: 1_400_000 }), rounded]);
    expect([codes(near).includes("V-T05"), codes(far).includes("V-T05")]).toEqual([false, true]);
  });
});

describe("own funds", () => {
  it("are added once beside the communes, whoever's figures are used", () => {
    const commune = [A, B, C].map((unit) => sent(unit, { Q07: 100 }));
    const office = withFund(sent(PROVINCE, {}), "tỉnh", 7);
    const listed = withFund(sentWithRows(PROVINCE, [[A, { Q07: 100 }]]), "tỉnh", 7);
    expect(told(addUp([...commune, office]), "Q07")).toBe("307 3/3");
    expect(told(addUp([listed]), "Q07")).toBe("107 1/3");
    expect(told(addUp([...commune, listed]), "Q07")).toBe("307 3/3");
    expect(addUp([office]).totals.get("Q07")?.byHolder.get("tỉnh")).toEqual({ kind: "known", value: 7 });
  });

  it("are listed, so that the summary can show them as rows", () => {
    const [fund, ...others] = addUp([withFund(sent(PROVINCE, {}), "tỉnh", 7)]).ownFunds;
    expect([fund?.holder, fund?.name, others.length]).toEqual(["tỉnh", "Quỹ tỉnh", 0]);
    expect(fund?.totals.get("Q07")?.quantity).toEqual({ kind: "known", value: 7 });
  });
});

describe("districts, to 30/6/2025", () => {
  const district = sentWithRows(DISTRICT, [
    [A, { HV01: 10 }],
    [B, { HV01: 20 }],
  ]);
  const old = (contributions: Parameters<typeof addUp>[0]) => addUp(contributions, {}, REGISTER_WITH_DISTRICT);

  it("stand for their communes, which report to the province", () => {
    const both = old([district, sent(C, { HV01: 30 })]);
    expect(told(both, "HV01")).toBe("60 3/3");
    expect(received(both)).toEqual({ 30001: "parent-row", 30002: "parent-row", 30003: "own-workbook" });
    expect(both.grassroots.map((row) => row.parent?.code)).toEqual(["464", "464", "44"]);
  });

  it("give their own funds to the province", () => {
    const both = old([withFund(district, "huyện", 9), sent(C, { Q07: 1 })]);
    expect([told(both, "Q07"), both.ownFunds.map((fund) => fund.holder)]).toEqual(["10 1/3", ["huyện"]]);
  });

  it("are one row where the province lists districts only", () => {
    const rows = old([
      sentWithRows(PROVINCE, [
        [DISTRICT, { HV01: 30 }],
        [C, { HV01: 5 }],
      ]),
    ]);
    expect([told(rows, "HV01"), received(rows)]).toEqual(["35 2/2", { 464: "parent-row", 30003: "parent-row" }]);
  });
});

describe("above the provinces", () => {
  it("a cluster and the nation add up from communes, and say which province is whole", () => {
    for (const unit of ["cum-1", NATION.key]) {
      const all = addUp([...ALL, sent(OTHER_PROVINCE, { HV01: 7 })], { unit });
      expect(told(all, "HV01")).toBe("67 4/4");
      expect(received(all)).toEqual({ 44: "from-below", 45: "own-workbook" });
    }
  });

  it("a cluster is named by its id", () => {
    expect(addUp(ALL, { unit: "cum-1" }).unit).toEqual({
      key: "cum-1",
      code: "cum-1",
      name: "Cụm thi đua số 1",
      level: "grouping",
    });
  });

  it("lists the whole area for the coverage sheet", () => {
    const { grassroots } = addUp(
      [ALL[0], rowless()].flatMap((one) => one ?? []),
      { unit: NATION.key },
    );
    expect(grassroots.map((row) => [row.unit.code, row.receivedAs])).toEqual([
      ["44", "from-below"],
      ["30001", "own-workbook"],
      ["30002", "missing"],
      ["30003", "missing"],
      ["30004", "no-association"],
      ["45", "own-workbook"],
    ]);
  });

  it("refuses a unit that is not in force", () => {
    expect(() => addUp(ALL, { unit: "99@2025-07-01" })).toThrow(UsageError);
    expect(() => addUp(ALL, { asOf: "2020-01-01", unit: unitOf("12", "province", "VN").key })).toThrow(/01\/01\/2020/);
  });
});

describe("what is said about coverage", () => {
  it("names who is missing, and folds the incomplete total under it", () => {
    const part = addUp([sent(A, { HV01: 10 })]);
    const [missing] = part.findings;
    expect([missing?.code, missing?.values.get("k"), missing?.values.get("N")]).toEqual(["V-D06", "2", "3"]);
    expect(missing?.values.get("ds")).toBe("Xã số 30002, Xã số 30003");
    const incomplete = part.findings.find((finding) => finding.code === "V-S03");
    expect([incomplete?.values.get("n"), incomplete?.values.get("N")]).toEqual(["1", "3"]);
    expect(incomplete?.cause).toBe(missing);
  });

  it("speaks of each province for itself, and of a silent one as one", () => {
    const { findings } = addUp([sent(A, { HV01: 10 })], { unit: "cum-1" });
    const said = findings.filter((finding) => finding.code === "V-D06");
    expect(said.map((finding) => [finding.unit, finding.values.get("ds")])).toEqual([
      ["cum-1", "Tỉnh số 45"],
      [PROVINCE.key, "Xã số 30002, Xã số 30003"],
    ]);
  });

  it("points at the workbook whose rows leave a commune out", () => {
    const { findings } = addUp([sentWithRows(PROVINCE, [[A, { HV01: 1 }]])]);
    expect(findings[0]).toMatchObject({ code: "V-D06", place: { file: "3.xlsx" } });
  });
});

function rowless(): ReturnType<typeof sent> {
  return sent(OTHER_PROVINCE, { HV01: 7 });
}
