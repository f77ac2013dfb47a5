// An entry of a list that failed a rule → a finding draft at one of its cells.

import type { FindingDraft } from "../model/finding.js";
import { vietnameseNumber } from "../model/number-text.js";
import type { ListEntry } from "../model/rule.js";
import type { RuleHead } from "./check-kind.js";

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
