// The catalogue says exactly what the project's contract tables say: every indicator, every column, every finding.

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { type Field, fieldsOf, GRAINS, type Requirement } from "../../src/model/form.js";
import type { Indicator } from "../../src/model/indicator.js";
import { shippedCatalogue } from "../kit/catalogue.js";

type Row = Readonly<Record<string, string>>;

function contract(name: string): readonly Row[] {
  const text = readFileSync(new URL(`../data/contract/${name}.csv`, import.meta.url), "utf8");
  return parse(text, { columns: true, bom: true });
}

const { indicators, forms, findingTexts } = shippedCatalogue();
const INDICATORS = contract("indicators");
const COLUMNS = contract("form-columns");
const FINDINGS = contract("findings");
/** What a row of a list is, in the contract's words. */
const LISTED = new Set(["programme", "award", "criterion", "member"]);
const grainOf = (name: string | undefined): string => (LISTED.has(name ?? "") ? "record" : (name ?? ""));

/** An indicator as a row of the contract writes it. */
function asRow(indicator: Indicator): Row {
  const { ratio, partOf } = indicator;
  return {
    code: indicator.code,
    ten: indicator.name,
    en: indicator.nameEn,
    don_vi_tinh: indicator.measuredIn,
    kind: ratio === undefined ? indicator.kind : `RATIO ${ratio.of}/${ratio.over}x${ratio.times}`,
    part_of: partOf === undefined ? "" : `${partOf.whole}${partOf.overlaps ? "~" : ""}`,
    recorded_at: indicator.recordedAt,
    form: indicator.form,
    serves: indicator.serves,
    optional: indicator.optional ? "x" : "",
    note: indicator.note,
  };
}

describe("indicators", () => {
  it("has at least the hundred rows that are compared below", () => expect(INDICATORS.length).toBeGreaterThan(100));

  it.each(INDICATORS.map((row) => [row["code"] ?? "", row] as const))("%s stands as in the contract", (code, row) => {
    const indicator = indicators.get(code);
    expect(indicator && asRow(indicator)).toEqual(row);
  });

  it("declares none beyond the contract", () => {
    expect(new Set(indicators.keys())).toEqual(new Set(INDICATORS.map((row) => row["code"])));
  });

  it("sums what the contract calls computed", () => {
    expect(indicators.get("TC12")?.sumOf).toEqual({ parts: ["TC02", "TC04"], when: "always" });
    expect(indicators.get("TC07")?.sumOf).toEqual({ parts: ["TC05", "TC06"], when: "all-parts" });
    expect(indicators.get("Q02")?.sumOf).toEqual({ parts: ["Q02a", "Q02b"], when: "parts-first" });
    const spent = ["Q05a", "Q05b", "Q05c", "Q05d", "Q05e", "Q05f"];
    expect(indicators.get("Q05")?.sumOf).toEqual({ parts: spent, when: "parts-first" });
  });

  it("counts every kind and type of branch once", () => {
    const form = forms.get("BM01");
    const categories = form === undefined ? [] : fieldsOf(form, "branch").filter(({ role }) => role === "category");
    const types = [...(categories.find(({ code }) => code === "type")?.values.keys() ?? [])];
    expect(types).toHaveLength(9);
    for (const whole of ["TC05", "TC06"]) {
      const parts = [...indicators.values()].filter(({ partOf }) => partOf?.whole === whole);
      const counted = parts.flatMap(({ count }) => count?.where.get("type") ?? []);
      expect([...counted].sort()).toEqual([...types].sort());
      for (const { count } of parts)
        expect(count?.where.get("kind")).toEqual(indicators.get(whole)?.count?.where.get("kind"));
    }
  });

  it("gives every indicator a family to stand under", () => {
    expect([...indicators.values()].filter(({ family }) => family === undefined)).toEqual([]);
  });
});

function requiredText(required: Requirement): string {
  switch (required.kind) {
    case "never":
      return "";
    case "always":
      return "x";
    case "with-form":
      return `with ${required.form}`;
    case "one-of":
      return "one model";
  }
}

/** A field as a row of the contract writes it, notes left out: the contract's notes list category values as well. */
function asColumn(field: Field): Row {
  const { code, role, column, heading, required } = field;
  return { column, role, code, required: requiredText(required), heading };
}

describe("forms", () => {
  const tables = new Map<string, Row[]>();
  for (const row of COLUMNS) {
    const key = `${row["form"]} ${grainOf(row["grain"])}`;
    tables.set(key, [...(tables.get(key) ?? []), row]);
  }

  it.each([...tables])("%s has exactly the contract's columns, in order", (key, rows) => {
    const [id = "", grainName] = key.split(" ");
    const form = forms.get(id);
    const grain = GRAINS.find((name) => name === grainName);
    const all = form === undefined || grain === undefined ? [] : fieldsOf(form, grain);
    /** Running number and unit of a list's row stand in front of its own columns, the same on every list. */
    const fields = grain === "record" ? all.filter(({ role }) => role !== "identity") : all;
    /** A table that is only compared still says whose row each is. */
    const roleOf = ({ role = "", code = "" }: Row): string => (code.startsWith("unit.") ? "identity" : role);
    expect(fields.map(asColumn)).toEqual(
      rows.map((row) => {
        const { column, code, required, heading } = row;
        return { column, role: roleOf(row), code, required, heading };
      }),
    );
  });

  it("declares no grain beyond the contract", () => {
    const declared = [...forms.values()].flatMap(({ id, grains }) => grains.map(({ grain }) => `${id} ${grain}`));
    expect(new Set(declared)).toEqual(new Set(tables.keys()));
  });

  it("lists the category values of the contract's notes", () => {
    const notes = COLUMNS.filter((row) => row["role"] === "category");
    expect(notes.length).toBeGreaterThan(2);
    for (const row of notes) {
      const form = forms.get(row["form"] ?? "");
      const grain = GRAINS.find((name) => name === row["grain"]);
      const field = form && grain && fieldsOf(form, grain).find(({ code }) => code === row["code"]);
      expect([...(field?.values.keys() ?? [])].join(" | ")).toBe(row["note"]?.split(";")[0]);
    }
  });

  it("asks for the total and the recognised of one model at least", () => {
    const form = forms.get("BM03");
    for (const grain of ["branch", "upper"] as const) {
      const groups = (form === undefined ? [] : fieldsOf(form, grain)).flatMap(({ code, required }) =>
        required.kind === "one-of" ? [`${required.group}: ${code}`] : [],
      );
      expect(groups).toContain("MH2: MH2_TS");
      expect(groups).toContain("MH2: MH2_CN");
      expect(groups).toHaveLength(12);
    }
  });

  it("gives the cover's list fields their values", () => {
    const cover = forms.get("BM00");
    const valuesOf = (code: string) => {
      const field = cover && fieldsOf(cover, "value").find((candidate) => candidate.code === code);
      return [...(field?.values.keys() ?? [])];
    };
    expect(valuesOf("standing")).toEqual(["ước tính", "chính thức"]);
    expect(valuesOf("moneyUnit")).toEqual(["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"]);
    expect(valuesOf("unit.level")).toContain("xã");
  });

  it("knows on which forms money stands", () => {
    const money = [...forms.values()].filter(({ hasMoney }) => hasMoney).map(({ id }) => id);
    expect(money).toEqual(["BM00", "BM00b", "BM02", "BM04"]);
  });
});

describe("findings", () => {
  it.each(FINDINGS.map((row) => [row["code"] ?? "", row] as const))("%s is worded as in the contract", (code, row) => {
    const text = findingTexts.get(code);
    expect(text?.severity).toBe(row["severity"]);
    expect(text?.rule).toBe(row["rule"]);
    const [first, second] = (row["message_vi"] ?? "").split("` / `");
    expect(text?.message).toBe(first);
    if (second !== undefined) expect(findingTexts.get(`${code}/no-evidence`)?.message).toBe(second);
  });

  it("declares no code beyond the contract", () => {
    const codes = new Set([...findingTexts.values()].map(({ code }) => code));
    expect(codes).toEqual(new Set(FINDINGS.map((row) => row["code"])));
  });

  it("softens or sharpens where the contract's notes say so", () => {
    expect(findingTexts.get("V-K02/readable")?.severity).toBe("note");
    expect(findingTexts.get("V-K03/unsure")?.severity).toBe("error");
    expect(findingTexts.get("V-K09/linked")?.severity).toBe("note");
    expect(findingTexts.get("V-H03/phần")?.severity).toBe("error");
  });
});
