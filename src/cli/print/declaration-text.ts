// One form, indicator or finding explained: what it asks for, how it is known, what judges it, where it is declared.

import type { DeclaredKind, DeclaredSource } from "../../catalogue/declared-sources.js";
import type { Catalogue } from "../../model/catalogue.js";
import type { FindingText } from "../../model/finding.js";
import { type Field, type Form, fieldsOf, GRAINS, type Grain } from "../../model/form.js";
import type { Indicator, IndicatorKind } from "../../model/indicator.js";
import { type Say, sayOf } from "../language.js";
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
  const say = sayOf(declarations.catalogue);
  const head = [
    wrap(say(`${form.id}: ${form.name} (biểu gợi ý, bản ${form.version}), trang «${form.sheet}».`), columns),
    ...origin("forms", form.id, declarations, columns),
  ];
  const grains = GRAINS.map((grain) => {
    const fields = fieldsOf(form, grain);
    if (fields.length === 0) return "";
    return [`${say(GRAIN_WORDS[grain])}:`, ...fields.map((field) => fieldText(field, say, columns))].join("\n");
  });
  return sections([head.join("\n"), ...grains]);
}

function fieldText(field: Field, say: Say, columns: number): string {
  const { column, heading, code, role, required, synonyms, values } = field;
  const parts = [heading];
  if (role === "indicator" || role === "check") parts.push(`[${code}]`);
  if (required.kind !== "never") parts.push(say("(bắt buộc)"));
  if (role === "check") parts.push(say("(chỉ để đối chiếu)"));
  if (values.size > 0) parts.push(say(`— ghi: ${[...values.keys()].join(", ")}`));
  else if (synonyms.length > 0) {
    const rest = synonyms.length > MOST_SYNONYMS ? " …" : "";
    parts.push(say(`— còn nhận: ${synonyms.slice(0, MOST_SYNONYMS).join(", ")}${rest}`));
  }
  return wrap(parts.join(" "), columns, { first: `  ${column.padStart(3)}  `, rest: "         " });
}

/** The indicator: measure, kind, where it is asked for, which rules read it. */
export function indicatorText(indicator: Indicator, declarations: Declarations, columns: number): string {
  const { code, name, measuredIn, kind, partOf } = indicator;
  const { forms, rules } = declarations.catalogue;
  const say = sayOf(declarations.catalogue);
  const on = [...forms.values()].filter((form) =>
    GRAINS.some((grain) => fieldsOf(form, grain).some((field) => field.code === code)),
  );
  const reading = rules.filter((rule) => rule.reads.includes(code));
  const lines = [
    `${code}: ${name} (${say(measuredIn)}).`,
    say(`Loại: ${KIND_WORDS[kind]}.`),
    ...(partOf === undefined ? [] : [say(`Là một phần của ${partOf.whole}.`)]),
    ...(on.length === 0 ? [] : [say(`Có trên: ${on.map(({ id, name: title }) => `${id} ${title}`).join("; ")}.`)]),
  ];
  return sections([
    [...lines.map((line) => wrap(line, columns)), ...origin("indicators", code, declarations, columns)].join("\n"),
    ruleLines(say("Quy tắc kiểm tra:"), reading, columns),
  ]);
}

/** The finding: its words, and the rules that give it. */
export function findingText(finding: FindingText, declarations: Declarations, columns: number): string {
  const { code, severity, message, why, fix } = finding;
  const say = sayOf(declarations.catalogue);
  const rules = declarations.catalogue.rules.filter((rule) => rule.finding === code);
  return sections([
    [
      wrap(`${code} (${say(VIETNAMESE.severities[severity])}): ${message.replaceAll(PLACEHOLDER, "…")}`, columns),
      wrap(say(`Vì sao: ${why}`), columns),
      wrap(say(`Cách sửa: ${fix.replaceAll(PLACEHOLDER, "…")}`), columns),
      ...origin("findings", code, declarations, columns),
    ].join("\n"),
    ruleLines(say("Quy tắc cho ra lỗi này:"), rules, columns),
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

function origin(
  kind: DeclaredKind,
  id: string,
  { catalogue, sources }: Declarations,
  columns: number,
): readonly string[] {
  const say = sayOf(catalogue);
  const source = sources.find((one) => one.kind === kind && one.id === id);
  return source === undefined ? [] : [wrap(say(`Khai báo: ${originText(source, say)}.`), columns)];
}
