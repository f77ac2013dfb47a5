// Rules on whole submissions: rows joined over forms, the unit's own sums, one finding for one cause.

import { describe, expect, it } from "vitest";
import { balance } from "../../src/checks/balance.js";
import type { CheckKind } from "../../src/checks/check-kind.js";
import { notAbove } from "../../src/checks/not-above.js";
import { totalRow } from "../../src/checks/total-row.js";
import type { Catalogue } from "../../src/model/catalogue.js";
import { addressText } from "../../src/model/cell-address.js";
import type { FindingDraft, Severity } from "../../src/model/finding.js";
import { createRegister } from "../../src/model/register.js";
import type { Rule } from "../../src/model/rule.js";
import type { FormTable, Submission } from "../../src/model/submission.js";
import { figureRecords } from "../../src/validate/figure-records.js";
import { createRunRules } from "../../src/validate/run-rules.js";
import { validateSubmission } from "../../src/validate/validate-submission.js";
import { formTable, type SketchedFigure } from "../kit/form-table.js";
import { indicator, indicatorMap } from "../kit/indicator.js";
import { submissionWith } from "../kit/submission.js";

const INDICATORS = indicatorMap(
  ...["HV01", "HV04", "HV05", "HV06", "DS01"].map((code) => indicator(code)),
  ...["Q01", "Q02a", "Q02b", "Q05", "Q07"].map((code) => indicator(code, { measuredIn: "đồng" })),
  indicator("Q02", { measuredIn: "đồng", sumOf: { parts: ["Q02a", "Q02b"], when: "parts-first" } }),
);
const THREE = ["19429@2025-07-01/1", "19429@2025-07-01/2", "19429@2025-07-01/3"] as const;

function rule(finding: string, kind: CheckKind, params: unknown, changes: Partial<Rule> = {}): Rule {
  const id = changes.id ?? `${finding}.thu`;
  const words = new Map<string, string>();
  const binding = kind.bind(params, { rule: { id, finding, variant: undefined, words }, indicators: INDICATORS });
  if (binding.kind === "refused") throw new Error("parameters refused");
  return {
    id,
    finding,
    variant: undefined,
    check: kind.name,
    bound: binding.bound,
    reads: [...binding.reads.indicators, ...binding.reads.forms],
    readsPast: binding.reads.past ?? [],
    fromYear: undefined,
    untilYear: undefined,
    source: "",
    accept: new Map(),
    reject: new Map(),
    ...changes,
  };
}

function catalogueOf(...rules: readonly Rule[]): Catalogue {
  const text = (code: string, severity: Severity) =>
    [code, { code, variant: undefined, severity, rule: "", message: "", why: "", fix: "" }] as const;
  return {
    indicators: INDICATORS,
    forms: new Map(),
    findingTexts: new Map([text("V-H01", "error"), text("V-H03", "error"), text("V-M02", "query")]),
    rules,
    targets: [],
    reports: new Map(),
    register: createRegister({ units: [], successions: [], groupings: [], associations: [] }),
    files: new Map(),
  };
}

function branches(fields: readonly string[], rows: readonly (readonly SketchedFigure[])[], form = "BM01"): FormTable {
  return formTable({
    form,
    fields,
    rows: rows.map((figures, index) => ({ unit: THREE[index] ?? THREE[0], figures })),
  });
}

function cover(fields: readonly string[], figures: readonly SketchedFigure[]): FormTable {
  return formTable({ form: "BM00", grain: "value", fields, rows: [{ figures }] });
}

const WOMEN = rule("V-H03", notAbove, { part: "HV04", whole: "HV01" });
const PEOPLE = rule("V-H01", notAbove, { part: "HV01", whole: "DS01" });

function cells(drafts: readonly FindingDraft[]): readonly string[] {
  return drafts.map(({ code, place }) => `${code} ${place.sheet} ${place.cell ? addressText(place.cell) : ""}`);
}

function found(submission: Submission, ...rules: readonly Rule[]): readonly string[] {
  return cells(validateSubmission(submission, catalogueOf(...rules)));
}

describe("figureRecords", () => {
  it("joins the rows of a branch over all forms", () => {
    const fund = branches(["Q07"], [[1], [2], [3]], "BM02");
    const { rows } = figureRecords(submissionWith([branches(["HV01"], [[60], [42], [9]]), fund]), INDICATORS);
    expect(rows.all().map((record) => [record.value("HV01"), record.value("Q07")])).toEqual([
      [60, 1],
      [42, 2],
      [9, 3],
    ]);
  });

  it("keeps further rows of a unit and own funds apart, and leaves totals out", () => {
    const unit = THREE[0];
    const rows = [
      { unit, figures: [1] },
      { unit, figures: [2], categories: { holder: "dòng họ" } },
      { unit, role: "own" as const, figures: [4] },
      { role: "total" as const, figures: [7] },
    ];
    const records = figureRecords(submissionWith([formTable({ form: "BM02", fields: ["Q07"], rows })]), INDICATORS);
    expect(records.rows.all().map((record) => [record.subject, record.value("Q07")])).toEqual([
      ["branch", 1],
      ["branch", 2],
      ["unit", 4],
    ]);
    expect(records.unit.value("Q07")).toBe(7);
    expect(records.unit.figure("Q07")?.place.cell).toEqual({ row: 9, column: 4 });
  });

  it("gives the unit its cover and the sums over rows, never sums of compared columns", () => {
    const tables = [
      cover(["DS01"], [7480]),
      branches(
        ["HV01", "DS01?"],
        [
          [60, 300],
          [undefined, 200],
          [42, 100],
        ],
      ),
    ];
    const { unit } = figureRecords(submissionWith(tables), INDICATORS);
    expect([unit.value("HV01"), unit.value("DS01"), unit.value("HV06")]).toEqual([102, 7480, undefined]);
    const branchOnly = figureRecords(submissionWith(tables.slice(1)), INDICATORS);
    expect(branchOnly.unit.value("DS01")).toBeUndefined();
  });

  it("does not know a sum with a refused part, and says why", () => {
    const { unit } = figureRecords(submissionWith([branches(["HV01"], [[60], ["rejected"]])]), INDICATORS);
    expect(unit.value("HV01")).toBeUndefined();
    expect(unit.figure("HV01")?.quantity).toEqual({ kind: "missing", why: "rejected" });
  });

  it("adds up rows that give the total and rows that give its parts", () => {
    const rows = [
      [100, undefined, undefined],
      [undefined, 50, 20],
    ];
    const { unit } = figureRecords(submissionWith([branches(["Q02", "Q02a", "Q02b"], rows, "BM02")]), INDICATORS);
    expect(unit.value("Q02")).toBe(170);
  });

  it("looks only at the form it is asked about", () => {
    const tables = [branches(["DS01"], [[300]], "BM00b"), branches(["DS01"], [[310]], "BM01")];
    const { rows } = figureRecords(submissionWith(tables), INDICATORS);
    expect([
      rows.at(0).value("DS01", "BM01"),
      rows.at(0).value("DS01", "BM00b"),
      rows.at(0).value("DS01", "BM02"),
    ]).toEqual([310, 300, undefined]);
  });
});

describe("validateSubmission", () => {
  it("finds each faulty row once and does not repeat it for the sum", () => {
    const tables = [
      branches(
        ["HV01", "HV04"],
        [
          [60, 91],
          [42, 20],
          [9, 12],
        ],
      ),
    ];
    expect(found(submissionWith(tables), WOMEN)).toEqual(["V-H03 BM01 E6", "V-H03 BM01 E8"]);
  });

  it("checks the unit's own sums against its cover", () => {
    const tables = [cover(["DS01"], [100]), branches(["HV01"], [[60], [42]])];
    expect(found(submissionWith(tables), PEOPLE)).toEqual(["V-H01 BM01 D6"]);
  });

  it("folds a failure that rests on the cover under the row that failed", () => {
    const tables = [cover(["DS01"], [100]), branches(["HV01", "DS01?"], [[400, 300]])];
    const drafts = validateSubmission(submissionWith(tables), catalogueOf(PEOPLE));
    expect(drafts.map((draft) => draft.cause)).toEqual([undefined, drafts[0]]);
  });

  it("folds a second failure of one figure under the first, unless the first is milder", () => {
    const tables = [branches(["HV01", "HV05", "HV06?"], [[60, 91, 70]])];
    const overMembers = rule("V-H03", notAbove, { part: "HV05", whole: "HV01" });
    const overParty = rule("V-M02", notAbove, { part: "HV05", whole: "HV06" });
    const [first, second] = validateSubmission(submissionWith(tables), catalogueOf(overMembers, overParty));
    expect([first?.code, first?.cause, second?.code, second?.cause]).toEqual(["V-H03", undefined, "V-M02", first]);
    const reversed = validateSubmission(submissionWith(tables), catalogueOf(overParty, overMembers));
    expect(reversed.map((draft) => draft.cause)).toEqual([undefined, undefined]);
  });

  it("runs rules on tables, beside those on records", () => {
    const table = formTable({
      form: "BM01",
      fields: ["HV01"],
      rows: [
        { unit: THREE[0], figures: [60] },
        { role: "total", figures: [61] },
      ],
    });
    expect(found(submissionWith([table]), rule("V-T01", totalRow, { roles: ["total"] }))).toEqual(["V-T01 BM01 D7"]);
  });

  it("lets the unit's balance be apart by the rounding of all its rows", () => {
    const equation = rule("V-Q01", balance, {
      plus: { a: ["Q01"], b: ["Q02"] },
      minus: { d: ["Q05"] },
      closing: "Q07",
    });
    const sheet = (rows: readonly (readonly number[])[]) =>
      submissionWith([
        formTable({
          form: "BM02",
          fields: ["Q01", "Q05", "Q07"],
          rows: rows.map((figures, index) => ({ unit: THREE[index] ?? THREE[0], figures })),
          moneyFactor: 1e6,
        }),
      ]);
    const million = [3e6, 1e6, 3e6];
    expect(found(sheet([million, million, million]), equation)).toEqual([]);
    expect(found(sheet([[3e6, 1e6, 4e6]]), equation)).toEqual(["V-Q01 BM02 F6"]);
  });

  it("keeps rules to their years", () => {
    const tables = [branches(["HV01", "HV04"], [[60, 91]])];
    const since = { ...WOMEN, fromYear: 2026 };
    const until = { ...WOMEN, untilYear: 2025 };
    expect(found(submissionWith(tables), since)).toEqual([]);
    expect(found(submissionWith(tables), until)).toHaveLength(1);
    expect(found(submissionWith(tables, { period: undefined }), until)).toEqual([]);
  });

  it("tells passed, failed and skipped apart", () => {
    const tables = [
      branches(
        ["HV01", "HV04"],
        [
          [60, 31],
          [42, 50],
          [9, undefined],
        ],
      ),
    ];
    const [outcome] = createRunRules(catalogueOf(WOMEN))(submissionWith(tables));
    expect([outcome?.passed, outcome?.failed.length, outcome?.skipped]).toEqual([2, 1, 1]);
  });
});
