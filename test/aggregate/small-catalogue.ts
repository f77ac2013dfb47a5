// A catalogue with one indicator of each way of folding, and the four shapes of form: cover, cover of children,
// branches over children, funds with a holder.

import type { Catalogue } from "../../src/model/catalogue.js";
import type { Field, Form, FormGrain, Grain } from "../../src/model/form.js";
import { createRegister, type Register } from "../../src/model/register.js";
import { indicator, indicatorMap } from "../kit/indicator.js";

const COVER = ["TC01", "TC02", "TC04", "HV06", "DS01"];
const FUNDS = ["Q02a", "Q02b", "Q02", "Q07"];

const INDICATORS = indicatorMap(
  indicator("TC01", { recordedAt: "province" }),
  indicator("TC02", { recordedAt: "commune" }),
  indicator("TC04", { recordedAt: "province" }),
  indicator("TC05", { kind: "COUNT", count: { form: "BM01", where: new Map([["kind", ["chi hội"]]]) } }),
  indicator("TC06", { kind: "COUNT", count: { form: "BM01", where: new Map([["kind", ["ban"]]]) } }),
  indicator("TC07", { sumOf: { parts: ["TC05", "TC06"], when: "all-parts" } }),
  indicator("TC12", { kind: "SUM", sumOf: { parts: ["TC02", "TC04"], when: "always" } }),
  indicator("HV00", { kind: "OPENING" }),
  indicator("HV01"),
  indicator("HV02", { kind: "FLOW" }),
  indicator("HV06", { recordedAt: "commune" }),
  indicator("DS01", { recordedAt: "commune" }),
  indicator("MH1c", { recordedAt: "commune" }),
  indicator("Q02", { kind: "FLOW", measuredIn: "đồng", sumOf: { parts: ["Q02a", "Q02b"], when: "parts-first" } }),
  indicator("Q02a", { kind: "FLOW", measuredIn: "đồng" }),
  indicator("Q02b", { kind: "FLOW", measuredIn: "đồng" }),
  indicator("Q07", { measuredIn: "đồng" }),
  indicator("HV01R", { kind: "RATIO", ratio: { of: "HV01", over: "DS01", times: 100 } }),
  indicator("TC02R", { kind: "RATIO", ratio: { of: "TC02", over: "TC01", times: 100 } }),
);

const FORMS: readonly Form[] = [
  form("BM00", { value: COVER }),
  form("BM01", {
    branch: ["kind:category", "DS01:check", "HV00", "HV02", "HV01"],
    upper: ["TC05", "TC06", "TC07", "HV00", "HV02", "HV01", "DS01", "HV06"],
  }),
  form("BM00b", { upper: COVER }),
  form("BM02", { branch: ["holder:category", ...FUNDS], upper: ["holder:category", ...FUNDS] }),
  form("BM03", { branch: ["MH2:check"], upper: ["MH1c"] }),
];

/** The catalogue over a register; one without units where none is given. */
export function smallCatalogue(register: Register = emptyRegister()): Catalogue {
  return {
    indicators: INDICATORS,
    forms: new Map(FORMS.map((one) => [one.id, one])),
    findingTexts: new Map(),
    rules: [],
    targets: [],
    reports: new Map(),
    register,
    files: new Map(),
  };
}

function emptyRegister(): Register {
  return createRegister({ units: [], successions: [], groupings: [], associations: [] });
}

function form(id: string, grains: Partial<Record<Grain, readonly string[]>>): Form {
  const declared = (["value", "branch", "upper"] as const).flatMap((grain): readonly FormGrain[] => {
    const codes = grains[grain];
    return codes === undefined ? [] : [{ grain, fields: codes.map(field) }];
  });
  return {
    id,
    version: 1,
    name: id,
    sheet: id,
    titles: [],

    hasMoney: id === "BM02",
    grains: declared,
  };
}

function field(text: string): Field {
  const [code = "", role] = text.split(":");
  return {
    code,
    role: role === "category" ? "category" : role === "check" ? "check" : "indicator",
    column: "",
    heading: `Cột ${code}`,
    synonyms: [],
    groups: [],
    required: { kind: "never" },
    values: new Map(),
    note: "",
  };
}
