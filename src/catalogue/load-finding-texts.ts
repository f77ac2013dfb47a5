// findings/*.yaml → the words of every finding. An office may reword and tighten; a shipped error stays an error.

import type { FindingText, Severity } from "../model/finding.js";
import type { DeclarationFile } from "./declaration-file.js";
import { entriesById } from "./declared-entries.js";
import { FINDING_LIST, type FindingEntry } from "./finding-schema.js";
import { type Declared, parseYaml, refuseEntry } from "./parse-yaml.js";

const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: "lỗi", query: "cần giải trình", note: "lưu ý" };

/**
 * Words by `code`, and by `code/variant`, in declared order.
 *
 * @throws UsageError `declaration`; among others where an own entry lowers an error, or a variant has no code
 */
export function loadFindingTexts(
  shipped: readonly DeclarationFile[],
  own: readonly DeclarationFile[],
): ReadonlyMap<string, FindingText> {
  const parsed = (file: DeclarationFile) => parseYaml(file, FINDING_LIST);
  const shippedEntries = shipped.flatMap(parsed);
  const ownEntries = own.flatMap(parsed);
  checkOwn(shippedEntries, ownEntries);
  const entries = entriesById(shippedEntries, ownEntries, keyOf);
  const texts = new Map<string, FindingText>();
  for (const [key, entry] of entries) {
    if (entry.value.variant !== undefined && !entries.has(entry.value.code)) {
      refuseEntry(entry, ["variant"], {
        reason: `mã «${entry.value.code}» chưa có câu chính.`,
        allowed: "Khai báo mã ấy không có mục variant trước đã.",
      });
    }
    texts.set(key, { ...entry.value, variant: entry.value.variant });
  }
  return texts;
}

function keyOf(entry: FindingEntry): string {
  return entry.variant === undefined ? entry.code : `${entry.code}/${entry.variant}`;
}

function checkOwn(shipped: readonly Declared<FindingEntry>[], own: readonly Declared<FindingEntry>[]): void {
  const shippedByKey = new Map(shipped.map(({ value }) => [keyOf(value), value]));
  for (const entry of own) {
    const replaced = shippedByKey.get(keyOf(entry.value));
    if (replaced === undefined) continue;
    checkSeverity(entry, replaced);
    checkPlaceholders(entry, replaced);
  }
}

function checkSeverity(entry: Declared<FindingEntry>, replaced: FindingEntry): void {
  const { severity } = entry.value;
  if (replaced.severity !== "error" || severity === "error") return;
  refuseEntry(entry, ["severity"], {
    reason: `không được hạ mức của ${keyOf(replaced)} từ «${SEVERITY_NAMES.error}» xuống «${SEVERITY_NAMES[severity]}».`,
    allowed: "Giữ severity: error; câu chữ thì được sửa, mức của mã khác thì được nâng.",
  });
}

/** Only what the shipped words fill in can be filled in. */
function checkPlaceholders(entry: Declared<FindingEntry>, replaced: FindingEntry): void {
  const known = placeholdersOf(`${replaced.message} ${replaced.why} ${replaced.fix}`);
  for (const part of ["message", "why", "fix"] as const) {
    const unknown = placeholdersOf(entry.value[part]).find((name) => !known.includes(name));
    if (unknown === undefined) continue;
    refuseEntry(entry, [part], {
      reason: `không có giá trị nào để điền vào ${unknown}.`,
      allowed: known.length === 0 ? "Câu này không có chỗ điền." : `Dùng các chỗ điền: ${known.join(", ")}.`,
    });
  }
}

function placeholdersOf(sentence: string): readonly string[] {
  return [...new Set(sentence.match(/\{[^{}]+\}/g) ?? [])];
}
