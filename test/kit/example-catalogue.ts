// A small catalogue for tests of stages that take declarations as given: five forms, some indicators of each kind, and
// the few units of one province. Its codes are free inventions of this file wherever a test does not name them.

import type { Catalogue } from "../../src/model/catalogue.js";
import type { Field, Form, Requirement, Role } from "../../src/model/form.js";
import type { Indicator } from "../../src/model/indicator.js";
import { createRegister } from "../../src/model/register.js";
import { type Unit, unitKey } from "../../src/model/unit.js";
import { indicator, indicatorMap } from "./indicator.js";

/** `code | role | heading`, with «!» behind a code that must be there. */
export function fieldsFromText(text: string): readonly Field[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [marked = "", role = "", heading = ""] = line.split("|").map((part) => part.trim());
      const required: Requirement = marked.endsWith("!") ? { kind: "always" } : { kind: "never" };
      const code = marked.replace("!", "");
      return {
        code,
        role: roleOf(role),
        column: "",
        heading,
        synonyms: [],
        groups: [],
        required,
        values: holdersOf(code),
        note: "",
      };
    });
}

function holdersOf(code: string): Field["values"] {
  return new Map(code === "holder" ? ["tỉnh", "xã", "chi hội, ban"].map((holder) => [holder, []]) : []);
}

/** A form with one grain. */
export function exampleForm(
  form: Pick<Form, "id" | "name" | "sheet" | "hasMoney">,
  grain: Form["grains"][number],
): Form {
  return { ...form, version: 1, titles: [], grains: [grain] };
}

const MEMBERS = { form: "BM01", family: "Hội viên" };
const FUND = { form: "BM02", measuredIn: "đồng", family: "Quỹ khuyến học, khuyến tài" };
const MODELS = { form: "BM03", measuredIn: "hộ", family: "Mô hình học tập" };

export const EXAMPLE_INDICATORS: readonly Indicator[] = [
  indicator("TC01", { name: "Số đơn vị hành chính cấp xã", measuredIn: "đơn vị", form: "BM00", family: "Tổ chức" }),
  indicator("TC02", { name: "Số xã có tổ chức Hội", measuredIn: "hội", form: "BM00", family: "Tổ chức" }),
  indicator("TC02R", {
    name: "Tỉ lệ xã có tổ chức Hội",
    measuredIn: "%",
    kind: "RATIO",
    family: "Tổ chức",
    ratio: { of: "TC02", over: "TC01", times: 100 },
  }),
  indicator("HV01", { name: "Tổng số hội viên", ...MEMBERS }),
  indicator("HV04", { name: "Trong đó: nữ", ...MEMBERS }),
  indicator("HV05", { name: "Trong đó: đảng viên", ...MEMBERS }),
  indicator("HV10", { name: "Thẻ hội viên đã cấp", measuredIn: "thẻ", optional: true, ...MEMBERS }),
  indicator("DS01", { name: "Dân số", form: "BM00", family: "Dân số" }),
  indicator("HV01R", {
    name: "Tỉ lệ hội viên trên dân số",
    measuredIn: "%",
    kind: "RATIO",
    family: "Hội viên",
    ratio: { of: "HV01", over: "DS01", times: 100 },
  }),
  indicator("Q02", { name: "Vận động trong kỳ", kind: "FLOW", ...FUND }),
  indicator("Q02a", { name: "Vận động: tiền", kind: "FLOW", ...FUND }),
  indicator("Q02b", { name: "Vận động: hiện vật quy tiền", kind: "FLOW", ...FUND }),
  indicator("Q07", { name: "Số dư cuối kỳ", ...FUND }),
  indicator("MH2_TS", { name: "Gia đình học tập: tổng số (hộ)", ...MODELS }),
  indicator("MH2_CN", { name: "Gia đình học tập: công nhận", ...MODELS }),
  indicator("MH2_R1", {
    name: "Tỉ lệ công nhận trên tổng số",
    kind: "RATIO",
    ...MODELS,
    measuredIn: "%",
    ratio: { of: "MH2_CN", over: "MH2_TS", times: 100 },
  }),
];

export const EXAMPLE_FORMS: readonly Form[] = [
  exampleForm(
    { id: "BM00", name: "Thông tin chung", sheet: "00 Chung", hasMoney: false },
    {
      grain: "value",
      fields: fieldsFromText(`
        unit.code! | identity | Mã đơn vị
        unit.name! | identity | Tên đơn vị
        unit.level | identity | Cấp
        unit.parent | identity | Đơn vị cấp trên
        period! | identity | Kỳ báo cáo
        asOf | identity | Ngày chốt số liệu
        standing | identity | Tính chất (ước tính/chính thức)
        moneyUnit | identity | Đơn vị tính tiền
        revision | identity | Lần nộp
        preparedBy | identity | Người lập biểu
        TC01 | indicator | Số đơn vị hành chính cấp xã
        TC02 | indicator | Số xã có tổ chức Hội
        DS01 | indicator | Dân số`),
    },
  ),
  exampleForm(
    { id: "BM00b", name: "Số liệu chung của các đơn vị", sheet: "00b Đơn vị", hasMoney: false },
    {
      grain: "upper",
      fields: fieldsFromText(`
        unit.code | identity | Mã đơn vị
        unit.name! | identity | Tên đơn vị
        TC01 | indicator | Số đơn vị hành chính cấp xã
        TC02 | indicator | Số xã có tổ chức Hội
        DS01 | indicator | Dân số`),
    },
  ),
  exampleForm(
    { id: "BM01", name: "Tổ chức và hội viên", sheet: "01 Tổ chức - Hội viên", hasMoney: false },
    {
      grain: "upper",
      fields: fieldsFromText(`
        row.number | identity | STT
        unit.code | identity | Mã
        unit.name! | identity | Tên đơn vị
        unit.parent | identity | Huyện (đến 30/6/2025)
        HV01! | indicator | Tổng số hội viên
        HV04 | indicator | Trong đó: nữ
        HV05 | indicator | Trong đó: đảng viên
        HV10 | indicator | Thẻ hội viên đã cấp
        DS01 | indicator | Dân số`),
    },
  ),
  exampleForm(
    { id: "BM02", name: "Quỹ khuyến học, khuyến tài", sheet: "02 Quỹ", hasMoney: true },
    {
      grain: "upper",
      fields: fieldsFromText(`
        row.number | identity | STT
        unit.code | identity | Mã
        unit.name! | identity | Tên đơn vị, quỹ
        holder | category | Chủ quỹ
        fundName | text | Tên quỹ
        Q02a | indicator | Vận động: tiền
        Q02b | indicator | Vận động: hiện vật quy tiền
        Q07! | indicator | Số dư cuối kỳ`),
    },
  ),
  exampleForm(
    { id: "BM03", name: "Mô hình học tập", sheet: "03 Mô hình học tập", hasMoney: false },
    {
      grain: "upper",
      fields: fieldsFromText(`
        row.number | identity | STT
        unit.code | identity | Mã
        unit.name! | identity | Tên đơn vị
        MH2_TS! | indicator | Gia đình học tập: tổng số (hộ)
        MH2_CN! | indicator | Gia đình học tập: công nhận
        MH2_R1 | check | Tỉ lệ công nhận trên tổng số (%)`),
    },
  ),
];

const SINCE = "2025-07-01";

/** A unit in force since 1/7/2025. */
export function exampleUnit(code: string, name: string, level: Unit["level"], parentCode: string | undefined): Unit {
  const type = name.split(" ")[0] ?? "";
  const shared = { fromKnown: true, until: undefined, aliases: [] };
  return { key: unitKey(code, SINCE), code, name, type, level, parentCode, from: SINCE, ...shared };
}

export const EXAMPLE_UNITS = {
  nation: exampleUnit("vn", "Việt Nam", "national", undefined),
  province: exampleUnit("44", "Tỉnh Quảng Trị", "province", "vn"),
  dongHa: exampleUnit("19333", "Phường Đông Hà", "commune", "44"),
  huongPhung: exampleUnit("19441", "Xã Hướng Phùng", "commune", "44"),
  laoBao: exampleUnit("19432", "Xã Lao Bảo", "commune", "44"),
  conCo: exampleUnit("19742", "Đặc khu Cồn Cỏ", "commune", "44"),
} as const;

/** The catalogue of the example, with what a test changes. */
export function exampleCatalogue(changes: Partial<Catalogue> = {}): Catalogue {
  return {
    indicators: indicatorMap(...EXAMPLE_INDICATORS),
    forms: new Map(EXAMPLE_FORMS.map((form) => [form.id, form])),
    findingTexts: new Map(),
    rules: [],
    targets: [],
    reports: new Map(),
    register: createRegister({
      units: Object.values(EXAMPLE_UNITS),
      successions: [],
      groupings: [],
      associations: [],
    }),
    files: new Map(),
    ...changes,
  };
}

function roleOf(text: string): Role {
  switch (text) {
    case "identity":
    case "indicator":
    case "check":
    case "category":
    case "text":
      return text;
    default:
      throw new Error(`no role: ${text}`);
  }
}
