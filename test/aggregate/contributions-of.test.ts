// What a workbook gives to the adding-up: which cells become facts, with which holder, coverage and place.

import { describe, expect, it } from "vitest";
import { contributionsOf } from "../../src/aggregate/contributions-of.js";
import type { FreshContribution } from "../../src/model/contribution.js";
import type { Fact } from "../../src/model/fact.js";
import { known, missing, notApplicable, stateOf } from "../../src/model/quantity.js";
import type { CarriedFact, FormTable, Submission } from "../../src/model/submission.js";
import type { UnitKey } from "../../src/model/unit.js";
import { HUONG_PHUNG, submissionWith } from "../kit/submission.js";
import { sketchTable, type TableSketch } from "./sketch-table.js";
import { smallCatalogue } from "./small-catalogue.js";

const CATALOGUE = smallCatalogue();
const A: UnitKey = "30001@2025-07-01";
const B: UnitKey = "30002@2025-07-01";
const QUANG_TRI = {
  ...HUONG_PHUNG,
  key: "44@2025-07-01",
  code: "44",
  name: "Tỉnh Quảng Trị",
  level: "province",
} as const;

const table = (sketch: TableSketch): FormTable => sketchTable(CATALOGUE, sketch);

function contributed(tables: readonly FormTable[], changes: Partial<Submission> = {}): FreshContribution {
  const [first] = contributionsOf(submissionWith(tables, changes), 3, CATALOGUE);
  if (first === undefined) throw new Error("nothing contributed");
  return first;
}

/** The facts of an indicator as `holder value|state`, for one unit. */
function told(facts: readonly Fact[], code: string, unit: UnitKey = HUONG_PHUNG.key): readonly string[] {
  return facts
    .filter((fact) => fact.indicator === code && fact.unit === unit)
    .map(({ holder, quantity }) =>
      `${holder ?? ""} ${quantity.kind === "known" ? quantity.value : stateOf(quantity)}`.trim(),
    );
}

describe("a commune's branch rows", () => {
  const members = table({
    form: "BM01",
    grain: "branch",
    fields: ["DS01", "HV02", "HV01"],
    rows: [
      { figures: [900, 2, 60], categories: { kind: "chi hội" } },
      { figures: [800, undefined, 40], categories: { kind: "ban" } },
      { role: "total", figures: [1700, 2, 100] },
    ],
  });

  it("are added up, totals left out, blanks not counted as figures", () => {
    const { facts } = contributed([members]);
    expect(told(facts, "HV01")).toEqual(["100"]);
    expect(told(facts, "HV02")).toEqual(["2"]);
    expect(facts.find((fact) => fact.indicator === "HV01")).toMatchObject({
      coverage: { have: 1, due: 1 },
      source: { file: 3, sheet: "BM01", cells: "F6:F7" },
    });
  });

  it("give counts by kind, and their sum", () => {
    const { facts } = contributed([members]);
    expect([told(facts, "TC05"), told(facts, "TC06"), told(facts, "TC07")]).toEqual([["1"], ["1"], ["2"]]);
  });

  it("give no count where no row tells its kind", () => {
    const { facts } = contributed([table({ form: "BM01", grain: "branch", rows: [{ figures: [1, 2, 3, 4] }] })]);
    expect(told(facts, "TC05")).toEqual(["not-on-form"]);
    expect(told(facts, "TC07")).toEqual([]);
  });

  it("never give what is only compared, and call an absent column not-on-form", () => {
    const { facts } = contributed([members]);
    expect(told(facts, "DS01")).toEqual([]);
    expect(told(facts, "HV00")).toEqual(["not-on-form"]);
  });

  it("say nothing of a form that was not sent", () => {
    const codes = new Set(contributed([members]).facts.map((fact) => fact.indicator));
    expect(codes.has("Q07")).toBe(false);
    expect(codes.has("DS01")).toBe(false);
  });

  it("all blank are missing, not 0", () => {
    const blank = table({ form: "BM01", grain: "branch", fields: ["HV01"], rows: [{ figures: [undefined] }] });
    expect(contributed([blank]).facts.find((fact) => fact.indicator === "HV01")).toMatchObject({
      quantity: missing("blank"),
      coverage: { have: 0, due: 1 },
    });
  });

  it("none at all are missing too", () => {
    const empty = table({ form: "BM01", grain: "branch", fields: ["HV01"], rows: [] });
    expect(told(contributed([empty]).facts, "HV01")).toEqual(["blank"]);
    expect(told(contributed([empty]).facts, "TC05")).toEqual(["blank"]);
  });
});

describe("funds", () => {
  const funds = table({
    form: "BM02",
    grain: "branch",
    fields: ["Q02a", "Q02b", "Q02", "Q07"],
    rows: [
      { figures: [5, 2, undefined, 10] },
      { figures: [undefined, undefined, 9, 20], categories: { holder: "dòng họ" } },
      { figures: [undefined, undefined, 4, 1] },
      { role: "own", name: "Quỹ của xã", figures: [3, undefined, undefined, 30], categories: { holder: "xã" } },
    ],
  });

  it("are told apart by holder, branches' own where none is named", () => {
    expect(told(contributed([funds]).facts, "Q07")).toEqual(["chi hội, ban 11", "dòng họ 20", "xã 30"]);
  });

  it("take a sum from its parts row by row, and as typed only where no part is given", () => {
    expect(told(contributed([funds]).facts, "Q02")).toEqual(["chi hội, ban 11", "dòng họ 9", "xã 3"]);
  });

  it("name the commune's own fund beside the sums", () => {
    expect(contributed([funds]).ownFunds.map(({ holder, name }) => [holder, name])).toEqual([["xã", "Quỹ của xã"]]);
  });

  it("take a sum from its parts where it has no column", () => {
    const parts = table({ form: "BM02", grain: "branch", fields: ["Q02a", "Q02b"], rows: [{ figures: [5, 2] }] });
    const { facts } = contributed([parts]);
    expect(told(facts, "Q02")).toEqual(["chi hội, ban 7"]);
    expect(facts.find((fact) => fact.indicator === "Q02")?.source?.cells).toBe("D6,E6");
  });
});

describe("a province's rows", () => {
  const unit = { unit: QUANG_TRI };
  const members = table({
    form: "BM01",
    grain: "upper",
    fields: ["HV01", "DS01"],
    rows: [{ unit: A, figures: [100, 2000] }, { unit: B, figures: ["not-on-form", undefined] }, { figures: [7, 7] }],
  });

  it("are facts about the child units; a row whose unit is not known gives nothing", () => {
    const { facts, rows } = contributed([members], unit);
    expect([told(facts, "HV01", A), told(facts, "HV01", B)]).toEqual([["100"], ["not-on-form"]]);
    expect(rows).toEqual([A, B]);
    expect(facts.filter((fact) => fact.quantity.kind === "known")).toHaveLength(2);
  });

  it("give population from the member form only where the children's cover does not", () => {
    const cover = table({ form: "BM00b", grain: "upper", fields: ["DS01"], rows: [{ unit: A, figures: [1999] }] });
    const { facts } = contributed([members, cover], unit);
    expect([told(facts, "DS01", A), told(facts, "DS01", B)]).toEqual([["1999"], ["blank"]]);
    expect(told(contributed([members], unit).facts, "DS01", A)).toEqual(["2000"]);
  });

  it("leave due what belongs on the children's cover, where neither form gives it", () => {
    expect(told(contributed([members], unit).facts, "HV06", A)).toEqual([]);
    expect(told(contributed([members], unit).facts, "TC05", A)).toEqual(["not-on-form"]);
  });

  it("keep the province's own fund apart from its children's", () => {
    const funds = table({
      form: "BM02",
      grain: "upper",
      fields: ["Q07"],
      rows: [
        { unit: A, figures: [5] },
        { unit: QUANG_TRI.key, role: "own", name: "Quỹ tỉnh", categories: { holder: "tỉnh" }, figures: [70] },
        { unit: QUANG_TRI.key, role: "own-total", figures: [75] },
      ],
    });
    const { facts, ownFunds, rows } = contributed([funds], unit);
    expect([told(facts, "Q07", A), told(facts, "Q07", QUANG_TRI.key)]).toEqual([["đơn vị cấp dưới 5"], ["tỉnh 70"]]);
    expect(ownFunds.map((fund) => fund.name)).toEqual(["Quỹ tỉnh"]);
    expect(rows).toEqual([A]);
  });
});

describe("a cluster's workbook", () => {
  it("is read as its members' own submissions", () => {
    const members = table({
      form: "BM01",
      grain: "upper",
      fields: ["HV01"],
      rows: [
        { unit: A, figures: [1] },
        { unit: B, figures: [2] },
      ],
    });
    const both = contributionsOf(submissionWith([members], { unit: undefined, grouping: "cum-4" }), 0, CATALOGUE);
    expect(both.map(({ unit, facts, rows }) => [unit, told(facts, "HV01", unit), rows])).toEqual([
      [A, ["1"], []],
      [B, ["2"], []],
    ]);
  });

  it("of no known unit gives nothing", () => {
    expect(contributionsOf(submissionWith([], { unit: undefined }), 0, CATALOGUE)).toEqual([]);
  });
});

describe("what a workbook of the program carries", () => {
  const funds = (cell: number): FormTable =>
    table({ form: "BM02", grain: "upper", fields: ["Q07"], rows: [{ unit: A, figures: [cell] }], moneyFactor: 1000 });
  const carried = (holder: string, value: number): CarriedFact => ({
    unit: A,
    indicator: "Q07",
    holder,
    quantity: known(value),
    coverage: { have: 3, due: 5 },
    estimate: true,
    explanation: "Quỹ mới lập",
    sheet: "BM02",
    cell: { row: 6, column: 4 },
  });
  const both = [carried("xã", 1_000_200), carried("dòng họ", 2_000_100)];

  it("stands for the visible cell: holders, coverage, estimate, explanation", () => {
    const { facts } = contributed([funds(3_000_000)], { unit: QUANG_TRI, carried: both });
    expect(told(facts, "Q07", A)).toEqual(["xã 1000200", "dòng họ 2000100"]);
    expect(facts.find((fact) => fact.holder === "xã")).toMatchObject({
      coverage: { have: 3, due: 5 },
      estimate: true,
      explanation: "Quỹ mới lập",
      source: { cells: "D6" },
    });
  });

  it("is not taken where the cell says otherwise", () => {
    const { facts } = contributed([funds(3_001_000)], { unit: QUANG_TRI, carried: both });
    expect(told(facts, "Q07", A)).toEqual(["đơn vị cấp dưới 3001000"]);
  });

  it("keeps why a figure is missing", () => {
    const absent = { ...carried("xã", 0), quantity: missing("not-submitted"), coverage: { have: 0, due: 5 } };
    const blank = table({ form: "BM02", grain: "upper", fields: ["Q07"], rows: [{ unit: A, figures: [undefined] }] });
    const { facts } = contributed([blank], { unit: QUANG_TRI, carried: [absent] });
    expect(facts.find((fact) => fact.indicator === "Q07")).toMatchObject({
      quantity: missing("not-submitted"),
      coverage: { have: 0, due: 5 },
    });
  });

  it("keeps a computed figure that its visible parts do not add up to", () => {
    const row = table({ form: "BM02", grain: "upper", fields: ["Q02a", "Q02"], rows: [{ unit: A, figures: [5, 9] }] });
    const whole = { ...carried("xã", 9), indicator: "Q02", cell: { row: 6, column: 5 } };
    expect(told(contributed([row], { unit: QUANG_TRI, carried: [whole] }).facts, "Q02", A)).toEqual(["xã 9"]);
    expect(told(contributed([row], { unit: QUANG_TRI }).facts, "Q02", A)).toEqual(["đơn vị cấp dưới 5"]);
  });

  it("keeps that nobody owes a figure", () => {
    const none = {
      ...carried("xã", 0),
      holder: undefined,
      quantity: notApplicable("no-association"),
      coverage: { have: 0, due: 0 },
    };
    const cross = table({
      form: "BM02",
      grain: "upper",
      fields: ["Q07"],
      rows: [{ unit: A, figures: ["not-on-form"] }],
    });
    expect(told(contributed([cross], { unit: QUANG_TRI, carried: [none] }).facts, "Q07", A)).toEqual([
      "no-association",
    ]);
  });
});
