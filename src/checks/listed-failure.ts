// An entry of a list that failed a rule → a finding draft at one of its cells.

import type { FindingDraft } from "../model/finding.js";
import { vietnameseNumber } from "../model/number-text.js";
import type { ListEntry } from "../model/rule.js";
import type { RuleHead } from "./check-kind.js";

/** Wording of a finding on two entries that stand in different files: it tells `b` (the row) and `dòng kia` (where the other is). */
export const OTHER_FILE = "tệp khác";

/** Every message may use `tên` and `mã` (what names the entry), `cột`, `a` (the number there) and `n` (sheet row). */
export function listedFailure(
  entry: ListEntry,
  field: string,
  { rule, values }: { readonly rule: RuleHead; readonly values: Readonly<Record<string, string>> },
): FindingDraft {
  const { place, label, typed } = entry.cell(field);
  const value = entry.value(field);
  const shown = value === undefined ? typed : vietnameseNumber(value, 2);
  return {
    code: rule.finding,
    ...(rule.variant === undefined ? {} : { variant: rule.variant }),
    place,
    values: new Map([
      ["n", String(place.cell?.row ?? "")],
      ["tên", entry.name],
      ["mã", entry.name],
      ["cơ quan", entry.name],
      ["cột", label],
      ["a", shown],
      ...Object.entries(values),
      ...rule.words,
    ]),
    field,
    label,
    found: typed === "" ? shown : typed,
    ...(entry.unit === "" ? {} : { unit: entry.unit }),
    rule: rule.id,
  };
}

/** What a finding on one entry of a whole list says. */
export interface EntryFailure {
  readonly field: string;
  /** As it may be told; "" where the entry's text is nobody's business. */
  readonly found: string;
  /** The entry it is held against. */
  readonly with: ListEntry;
  readonly values: Readonly<Record<string, string>>;
}

/** A draft at an entry that tells rows and nothing of what stands in them: `a` and `b` are the earlier row and its own. */
export function entryDraft(entry: ListEntry, failure: EntryFailure, rule: RuleHead): FindingDraft {
  const { place, label } = entry.cell(failure.field);
  const rowOf = (one: ListEntry): string => String(one.cell(failure.field).place.cell?.row ?? "");
  return {
    code: rule.finding,
    ...(rule.variant === undefined ? {} : { variant: rule.variant }),
    place,
    values: new Map([
      ["a", rowOf(failure.with)],
      ["b", rowOf(entry)],
      ...Object.entries(failure.values),
      ...rule.words,
    ]),
    field: failure.field,
    label,
    found: failure.found,
    rule: rule.id,
  };
}
