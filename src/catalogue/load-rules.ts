// rules/*.yaml → rules, bound to their checks: every code they name exists, and none lowers what is shipped.

import type { Binding, CheckKind } from "../checks/check-kind.js";
import { CHECK_KINDS } from "../checks/index.js";
import { type FindingText, SEVERITIES } from "../model/finding.js";
import type { Form } from "../model/form.js";
import type { Indicator } from "../model/indicator.js";
import type { Rule } from "../model/rule.js";
import type { DeclarationFile } from "./declaration-file.js";
import { allowedIds } from "./declared-entries.js";
import { type Declared, parseYaml, refuseEntry } from "./parse-yaml.js";
import { RULE_LIST, type RuleEntry } from "./rule-schema.js";
import { wordIssue } from "./word-refusal.js";

/** What rules may speak of: declarations that were loaded before them. */
export interface RuleGround {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly forms: ReadonlyMap<string, Form>;
  readonly findingTexts: ReadonlyMap<string, FindingText>;
}

type Bound = Extract<Binding, { kind: "bound" }>;

/**
 * Loads rules in declared order. A later file (an office's own) replaces a rule by its id, in its place, or adds one.
 *
 * @throws UsageError `declaration` for an unknown code, form, finding or check, for wrong parameters or examples, for
 * an id used twice in one file, and for a rule that replaces another by one of lower severity
 */
export function loadRules(files: readonly DeclarationFile[], declared: RuleGround): readonly Rule[] {
  const entries = new Map<string, Declared<RuleEntry>>();
  for (const file of files) {
    const seen = new Map<string, number>();
    for (const entry of parseYaml(file, RULE_LIST)) {
      refuseRepeated(entry, seen.get(entry.value.id));
      seen.set(entry.value.id, entry.line);
      refuseLowered(entry, entries.get(entry.value.id), declared);
      entries.set(entry.value.id, entry);
    }
  }
  return [...entries.values()].map((entry) => ruleOf(entry, declared));
}

function ruleOf(entry: Declared<RuleEntry>, declared: RuleGround): Rule {
  const { id, finding, variant, check, source, fromYear, untilYear, accept, reject } = entry.value;
  textOf(entry, declared);
  const kind = CHECK_KINDS.get(check);
  if (kind === undefined) throw new Error(`check ${check} passed the schema without being registered`);
  const { bound, reads, relation } = bindTo(kind, entry, declared);
  refuseUnknown(entry, { codes: reads.indicators, known: declared.indicators, what: "chỉ tiêu" });
  refuseUnknown(entry, { codes: reads.past ?? [], known: declared.indicators, what: "chỉ tiêu" });
  refuseUnknown(entry, { codes: reads.forms, known: declared.forms, what: "biểu" });
  refuseExample(entry, "accept", declared);
  refuseExample(entry, "reject", declared);
  return {
    id,
    finding,
    variant,
    check,
    bound,
    relation,
    reads: reads.indicators,
    readsPast: reads.past ?? [],
    fromYear,
    untilYear,
    source,
    accept: new Map(Object.entries(accept)),
    reject: new Map(Object.entries(reject)),
  };
}

function bindTo(kind: CheckKind, entry: Declared<RuleEntry>, declared: RuleGround): Bound {
  const { id, finding, variant, params, words } = entry.value;
  const binding = kind.bind(expandParts(entry, params, declared), {
    rule: { id, finding, variant, words: new Map(Object.entries(words)) },
    indicators: declared.indicators,
  });
  if (binding.kind === "bound") return binding;
  const [issue] = binding.issues;
  if (issue === undefined) throw new Error(`rule ${id} was refused without an issue`);
  const where = issue.path.map(String).join(" › ");
  const { reason, allowed } = wordIssue(issue);
  return refuseEntry(entry, ["params", ...issue.path], {
    reason: `mục params${where === "" ? "" : ` › ${where}`} của kiểu kiểm tra «${kind.name}»: ${reason}`,
    allowed,
  });
}

/** `parts: { exclusiveOf: TC05 }` → the codes of all parts of TC05 that exclude one another, in declared order. */
function expandParts(
  entry: Declared<RuleEntry>,
  params: RuleEntry["params"],
  declared: RuleGround,
): Readonly<Record<string, unknown>> {
  const given = params["parts"];
  if (typeof given !== "object" || given === null || !("exclusiveOf" in given)) return params;
  const whole = given.exclusiveOf;
  const parts = [...declared.indicators.values()]
    .filter((indicator) => indicator.partOf?.whole === whole && indicator.partOf?.overlaps === false)
    .map((indicator) => indicator.code);
  if (parts.length > 0) return { ...params, parts };
  return refuseEntry(entry, ["params", "parts"], {
    reason: `không có chỉ tiêu nào là một phần (không trùng nhau) của «${String(whole)}».`,
    allowed: "Ghi mã của một chỉ tiêu có các mục «trong đó», hoặc liệt kê các mã.",
  });
}

function textOf(entry: Declared<RuleEntry>, { findingTexts }: RuleGround): FindingText {
  const { id, finding, variant } = entry.value;
  if (!id.startsWith(`${finding}.`)) {
    refuseEntry(entry, ["id"], {
      reason: `tên «${id}» không bắt đầu bằng mã lỗi «${finding}».`,
      allowed: `Ghi id: ${finding}.<chữ thường không dấu>.`,
    });
  }
  const key = variant === undefined ? finding : `${finding}/${variant}`;
  const text = findingTexts.get(key);
  if (text !== undefined) return text;
  return refuseEntry(entry, [variant === undefined ? "finding" : "variant"], {
    reason: `không có câu thông báo nào mang mã «${key}».`,
    allowed: allowedIds(findingTexts.keys(), key),
  });
}

function refuseRepeated(entry: Declared<RuleEntry>, earlier: number | undefined): void {
  if (earlier === undefined) return;
  refuseEntry(entry, ["id"], {
    reason: `«${entry.value.id}» đã được khai báo ở dòng ${earlier}.`,
    allowed: "Xóa một trong hai khai báo, hoặc đặt tên khác.",
  });
}

function refuseLowered(
  entry: Declared<RuleEntry>,
  earlier: Declared<RuleEntry> | undefined,
  declared: RuleGround,
): void {
  if (earlier === undefined) return;
  const [now, before] = [textOf(entry, declared).severity, textOf(earlier, declared).severity];
  if (SEVERITIES.indexOf(now) <= SEVERITIES.indexOf(before)) return;
  refuseEntry(entry, ["finding"], {
    reason: `quy tắc «${entry.value.id}» có sẵn ở mức cao hơn và không được hạ xuống.`,
    allowed: "Giữ mã lỗi cũ; cơ quan chỉ được siết chặt, không được nới lỏng quy tắc có sẵn.",
  });
}

function refuseUnknown(
  entry: Declared<RuleEntry>,
  asked: { readonly codes: readonly string[]; readonly known: ReadonlyMap<string, unknown>; readonly what: string },
): void {
  const unknown = asked.codes.find((code) => !asked.known.has(code));
  if (unknown === undefined) return;
  refuseEntry(entry, ["params"], {
    reason: `không có ${asked.what} «${unknown}».`,
    allowed: allowedIds(asked.known.keys(), unknown),
  });
}

/**
 * What an example may say beside figures: the year it speaks of, from how many units its unit was made since, and that
 * the earlier figures were estimates.
 */
const EXAMPLE_CIRCUMSTANCES: ReadonlySet<string> = new Set(["year", "before.remade", "before.estimate"]);

/** A number of an entry: `list.max`; a text of the second one: `list.card[2]`. */
const LISTED = /^list\.\w+(?:\[\d+\])?$/;

function refuseExample(entry: Declared<RuleEntry>, which: "accept" | "reject", declared: RuleGround): void {
  for (const key of Object.keys(entry.value[which])) {
    if (EXAMPLE_CIRCUMSTANCES.has(key) || LISTED.test(key)) continue;
    const match = /^(?:(?:before\.)?([A-Z]\w*)(?:@(\w+))?)?(?:\[\d+\])?$/.exec(key);
    const [, code, form] = match ?? [];
    const isKnown =
      match !== null &&
      (code === undefined || declared.indicators.has(code)) &&
      (form === undefined || declared.forms.has(form));
    if (isKnown) continue;
    refuseEntry(entry, [which, key], {
      reason: `ví dụ nói đến «${key}», không phải chỉ tiêu nào đã khai báo.`,
      allowed: "Ghi mã chỉ tiêu, có thể kèm biểu (DS01@BM01), số thứ tự dòng (HV01[1]) hoặc kỳ trước (before.HV01).",
    });
  }
}
