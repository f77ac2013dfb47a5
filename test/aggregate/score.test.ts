// Scores: how points come about, whose count, what tells equal units apart, and which awards follow.

import { describe, expect, it } from "vitest";
import { rankUnits, type Scored } from "../../src/aggregate/score/rank-units.js";
import { type ScoredUnit, scoreCriterion } from "../../src/aggregate/score/score-criterion.js";
import { scoreUnits } from "../../src/aggregate/score/score-units.js";
import type { ChildResult } from "../../src/model/aggregation.js";
import { known, missing } from "../../src/model/quantity.js";
import type { UnitRecord } from "../../src/model/record.js";
import type { Criterion, ScoreGroup, Scoresheet, Scoring } from "../../src/model/scoresheet.js";

const SHEET: Scoresheet = {
  id: "thu",
  name: "Bảng thử",
  remark: "(gợi ý)",
  points: {
    form: "BM06",
    criterion: "criterion",
    self: "self",
    cross: "cross",
    agreed: "agreed",
    evidence: "evidence",
  },
  decimals: 2,
  groups: [],
  ties: ["A", "B"],
  awards: [
    { name: "Cờ", places: 1, atLeast: 80 },
    { name: "Bằng khen", places: 2, atLeast: 50 },
  ],
};

function criterion(code: string, max: number, scoring: Scoring = { by: "manual" }): Criterion {
  return { code, name: code, max, scoring };
}

function entry(code: string, numbers: Readonly<Record<string, number>>, unit = "1@2025-07-01"): UnitRecord {
  const cell = { row: 8, column: 4 };
  return {
    form: "BM06",
    unit: `${unit.split("@")[0] ?? ""}@2025-07-01`,
    name: code,
    texts: new Map([["criterion", code]]),
    numbers: new Map(Object.entries(numbers).map(([key, value]) => [key, { quantity: known(value), cell }])),
    file: 0,
    sheet: "06 Thi đua",
    cell,
  };
}

function facts(value: number | undefined, given?: UnitRecord, target?: number): ScoredUnit {
  return {
    figure: () => (value === undefined ? missing("blank") : known(value)),
    target: () => target,
    entry: () => given,
  };
}

describe("points of a figure", () => {
  const linear: Scoring = { by: "linear", indicator: "HV01R", from: 0.1, full: 0.3 };
  const steps: Scoring = {
    by: "steps",
    indicator: "PH01",
    steps: [
      { atLeast: 1, points: 2 },
      { atLeast: 5, points: 5 },
    ],
  };
  const target: Scoring = { by: "linear", indicator: "MH2_R1", from: 0, full: "target" };

  it.each<[string, Scoring, number | undefined, number | undefined, number | undefined]>([
    ["nothing where points begin", linear, 0.1, undefined, 0],
    ["half of the way", linear, 0.2, undefined, 5],
    ["no more than all", linear, 0.9, undefined, 10],
    ["rounded to the sheet's decimals", linear, 0.1 + 0.2 / 3, undefined, 3.33],
    ["against the target in force", target, 0.35, 0.7, 5],
    ["none without a target", target, 0.35, undefined, undefined],
    ["none below the lowest step", steps, 0, undefined, 0],
    ["of the highest step reached", steps, 4, undefined, 2],
    ["of the last step", steps, 7, undefined, 5],
    ["all where it is there", { by: "yes-no", indicator: "Q07", atLeast: 1 }, 1, undefined, 10],
    ["none where it is not", { by: "yes-no", indicator: "Q07", atLeast: 1 }, 0, undefined, 0],
    ["not known where the figure is not", linear, undefined, undefined, undefined],
  ])("%s", (_, scoring, value, full, points) => {
    expect(scoreCriterion(criterion("1", 10, scoring), SHEET, facts(value, undefined, full)).counted).toBe(points);
  });
});

describe("points that people gave", () => {
  const both = criterion("1", 10, { by: "yes-no", indicator: "Q07", atLeast: 1 });

  it.each<[string, Record<string, number>, string | undefined, number | undefined]>([
    ["the agreed ones first", { agreed: 7, cross: 8, self: 9 }, "agreed", 7],
    ["then the computed ones", { cross: 8, self: 9 }, "computed", 10],
  ])("%s", (_, numbers, source, points) => {
    const score = scoreCriterion(both, SHEET, facts(5, entry("1", numbers)));
    expect([score.source, score.counted]).toEqual([source, points]);
  });

  it.each<[string, Record<string, number>, string | undefined, number | undefined]>([
    ["cross-checked ones before the unit's own", { cross: 8, self: 9 }, "cross", 8],
    ["the unit's own where nobody else gave any", { self: 9 }, "self", 9],
    ["0 is an answer", { agreed: 0, self: 9 }, "agreed", 0],
    ["none above the most there are", { self: 11 }, undefined, undefined],
    ["nobody's where nobody gave any", {}, undefined, undefined],
  ])("%s", (_, numbers, source, points) => {
    const score = scoreCriterion(criterion("1", 10), SHEET, facts(undefined, entry("1", numbers)));
    expect([score.source, score.counted]).toEqual([source, points]);
  });
});

describe("totals", () => {
  const group = (code: string, kind: ScoreGroup["kind"], max: number): ScoreGroup => ({
    code,
    name: code,
    kind,
    max,
    criteria: [criterion(`${code}.1`, 10), criterion(`${code}.2`, 10)],
  });
  const sheet = { ...SHEET, groups: [group("A", "base", 20), group("T", "bonus", 5), group("P", "penalty", 10)] };
  const child: ChildResult = {
    unit: { key: "1@2025-07-01", code: "1", name: "Tỉnh Một", level: "province" },
    receivedAs: "own-workbook",
    totals: new Map(),
  };
  const total = (...records: readonly UnitRecord[]) =>
    scoreUnits(sheet, { children: [child], records, targetOf: () => undefined }).units[0];

  it("add base and bonus up to what a group may count, and take penalties off", () => {
    const agreed = (code: string, points: number) => entry(code, { agreed: points });
    const scored = total(agreed("A.1", 8), agreed("A.2", 7.5), agreed("T.1", 4), agreed("T.2", 4), agreed("P.1", 3));
    expect([scored?.total, scored?.lacking, scored?.open]).toEqual([17.5, 0, 0]);
  });

  it("say how many criteria lack points or are not agreed on", () => {
    const scored = total(entry("A.1", { self: 8 }));
    expect([scored?.total, scored?.lacking, scored?.open]).toEqual([8, 1, 1]);
  });

  it("are unknown, not 0, where nothing was scored", () => {
    const scored = total();
    expect([scored?.total, scored?.rank]).toEqual([undefined, undefined]);
  });
});

describe("ranking", () => {
  const unit = (name: string, total: number | undefined, a = 0, b = 0): Scored => ({
    unit: { key: name, code: name, name, level: "province" },
    total,
    lacking: 0,
    open: 0,
    groups: [
      ["A", a],
      ["B", b],
    ].map(([code, points]) => ({
      group: { code: String(code), name: `nhóm ${code}`, kind: "base", max: 20, criteria: [] },
      scores: [],
      points: Number(points),
    })),
  });
  const ranked = (...units: readonly Scored[]) => rankUnits(units, SHEET);
  const shown = (...units: readonly Scored[]) => ranked(...units).map((one) => [one.unit.name, one.rank, one.award]);

  it("puts the most points first, those without any last and unranked", () => {
    expect(shown(unit("Một", 60), unit("Hai", undefined), unit("Ba", 90), unit("Bốn", 55), unit("Năm", 52))).toEqual([
      ["Ba", 1, "Cờ"],
      ["Một", 2, "Bằng khen"],
      ["Bốn", 3, "Bằng khen"],
      ["Năm", 4, ""],
      ["Hai", undefined, ""],
    ]);
  });

  it("proposes no award without the points that it needs", () => {
    expect(shown(unit("Một", 70), unit("Hai", 40))).toEqual([
      ["Một", 1, ""],
      ["Hai", 2, ""],
    ]);
  });

  it("tells equal totals apart by the declared groups, and says by which", () => {
    const [first, second] = ranked(unit("Một", 85, 10, 12), unit("Hai", 85, 10, 15));
    expect([first?.unit.name, first?.rank, second?.rank]).toEqual(["Hai", 1, 2]);
    expect(first?.tie).toBe("Bằng điểm Một; xếp trên Một ở nhóm «nhóm B»: 15 so với 12.");
    expect(second?.tie).toBe("Bằng điểm Hai; xếp dưới Hai ở nhóm «nhóm B»: 12 so với 15.");
  });

  it("lets units share a rank that nothing tells apart, and leaves the award to the cluster where places run out", () => {
    const all = ranked(unit("Một", 85, 1, 1), unit("Hai", 85, 1, 1), unit("Ba", 60));
    expect(all.map(({ rank }) => rank)).toEqual([1, 1, 3]);
    expect(all[0]?.tie).toContain("đồng hạng");
    expect(all[0]?.award).toBe("Cụm quyết định (đồng hạng): Cờ hoặc Bằng khen");
    expect(all[2]?.award).toBe("Bằng khen");
  });

  it("does not depend on the order in which units come", () => {
    const units = [unit("Một", 85, 3), unit("Hai", 85, 3, 2), unit("Ba", 60), unit("Bốn", 85, 4)];
    const names = (list: readonly Scored[]) => rankUnits(list, SHEET).map((one) => one.unit.name);
    expect(names([...units].reverse())).toEqual(names(units));
  });
});
