// One form, indicator or finding explained: what it asks for, how it is known, what judges it, where it is declared.

import type { DeclaredKind, DeclaredSource } from "../../catalogue/declared-sources.js";
import type { Catalogue } from "../../model/catalogue.js";
import type { FindingText } from "../../model/finding.js";
import { type Field, type Form, fieldsOf, GRAINS, type Grain } from "../../model/form.js";
import type { Indicator, IndicatorKind } from "../../model/indicator.js";
import { VIETNAMESE } from "../words-vi.js";
import { originText } from "./origin-text.js";
import { sections } from "./sections.js";
import { wrap } from "./wrap.js";

/** What is in force, and where it comes from. */
export interface Declarations {
  readonly catalogue: Catalogue;
  readonly sources: readonly DeclaredSource[];
}

const GRAIN_WORDS: Readonly<Record<Grain, string>> = {
  value: "Mỗi dòng một mục và giá trị của nó",
  branch: "Mỗi dòng một chi hội, ban",
  upper: "Mỗi dòng một đơn vị cấp dưới",
  record: "Danh sách của đơn vị, mỗi dòng một việc",
};
const KIND_WORDS: Readonly<Record<IndicatorKind, string>> = {
  FLOW: "số phát sinh trong kỳ; nhiều kỳ thì cộng lại",
  STOCK: "số có tại ngày chốt; nhiều kỳ thì lấy kỳ cuối",
  OPENING: "số đầu kỳ; nhiều kỳ thì lấy kỳ đầu",
  YEAR_TO_DATE: "số lũy kế từ đầu năm; nhiều kỳ thì lấy kỳ cuối mỗi năm",
  EXPIRING: "số còn hiệu lực tại ngày chốt",
  COUNT: "đếm số dòng trên biểu",
  SUM: "tính từ các chỉ tiêu khác",
  RATIO: "tỉ lệ, tính sau cùng từ hai tổng; không cộng, không lấy trung bình",
};
const MOST_SYNONYMS = 4;
/** What a sentence fills in when it is said: `{cột}`. */
const PLACEHOLDER = /\{[^{}]+\}/g;

/** The form: where it stands, its columns with what else they are called. */
export function formText(form: Form, declarations: Declarations, columns: number): string {
  const head = [
    wrap(`${form.id}: ${form.name} (biểu gợi ý, bản ${form.version}), trang «${form.sheet}».`, columns),
    ...origin("forms", form.id, declarations, columns),
  ];
  const grains = GRAINS.map((grain) => {
    const fields = fieldsOf(form, grain);
    if (fields.length === 0) return "";
    return [`${GRAIN_WORDS[grain]}:`, ...fields.map((field) => fieldText(field, columns))].join("\n");
  });
  return sections([head.join("\n"), ...grains]);
}

function fieldText({ column, heading, code, role, required, synonyms, values }: Field, columns: number): string {
  const parts = [heading];
  if (role === "indicator" || role === "check") parts.push(`[${code}]`);
  if (required.kind !== "never") parts.push("(bắt buộc)");
  if (role === "check") parts.push("(chỉ để đối chiếu)");
  if (values.size > 0) parts.push(`— ghi: ${[...values.keys()].join(", ")}`);
  else if (synonyms.length > 0) {
    const rest = synonyms.length > MOST_SYNONYMS ? " …" : "";
    parts.push(`— còn nhận: ${synonyms.slice(0, MOST_SYNONYMS).join(", ")}${rest}`);
  }
  return wrap(parts.join(" "), columns, { first: `  ${column.padStart(3)}  `, rest: "         " });
}

/** The indicator: measure, kind, where it is asked for, which rules read it. */
export function indicatorText(indicator: Indicator, declarations: Declarations, columns: number): string {
  const { code, name, measuredIn, kind, partOf } = indicator;
  const { forms, rules } = declarations.catalogue;
  const on = [...forms.values()].filter((form) =>
    GRAINS.some((grain) => fieldsOf(form, grain).some((field) => field.code === code)),
  );
  const reading = rules.filter((rule) => rule.reads.includes(code));
  const lines = [
    `${code}: ${name} (${measuredIn}).`,
    `Loại: ${KIND_WORDS[kind]}.`,
    ...(partOf === undefined ? [] : [`Là một phần của ${partOf.whole}.`]),
    ...(on.length === 0 ? [] : [`Có trên: ${on.map(({ id, name: title }) => `${id} ${title}`).join("; ")}.`]),
  ];
  return sections([
    [...lines.map((line) => wrap(line, columns)), ...origin("indicators", code, declarations, columns)].join("\n"),
    ruleLines("Quy tắc kiểm tra:", reading, columns),
  ]);
}

/** The finding: its words, and the rules that give it. */
export function findingText(finding: FindingText, declarations: Declarations, columns: number): string {
  const { code, severity, message, why, fix } = finding;
  const rules = declarations.catalogue.rules.filter((rule) => rule.finding === code);
  return sections([
    [
      wrap(`${code} (${VIETNAMESE.severities[severity]}): ${message.replaceAll(PLACEHOLDER, "…")}`, columns),
      wrap(`Vì sao: ${why}`, columns),
      wrap(`Cách sửa: ${fix.replaceAll(PLACEHOLDER, "…")}`, columns),
      ...origin("findings", code, declarations, columns),
    ].join("\n"),
    ruleLines("Quy tắc cho ra lỗi này:", rules, columns),
  ]);
}

/** Rules by what they rest on, those that share it together. */
function ruleLines(title: string, rules: Catalogue["rules"], columns: number): string {
  if (rules.length === 0) return "";
  const bySource = new Map<string, string[]>();
  for (const { id, source } of rules) bySource.set(source, [...(bySource.get(source) ?? []), id]);
  const lines = [...bySource].map(([source, ids]) =>
    wrap(`${ids.join(", ")}: ${source}`, columns, { first: "  ", rest: "    " }),
  );
  return [title, ...lines].join("\n");
}

function origin(kind: DeclaredKind, id: string, { sources }: Declarations, columns: number): readonly string[] {
  const source = sources.find((one) => one.kind === kind && one.id === id);
  return source === undefined ? [] : [wrap(`Khai báo: ${originText(source)}.`, columns)];
}
