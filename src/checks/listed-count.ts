// Kind of check: a list has as many entries of a branch as the branch reports.

import * as z from "zod";
import type { FindingDraft } from "../model/finding.js";
import { groupBy } from "../model/group-by.js";
import type { EntryCount } from "../model/left-behind.js";
import { vietnameseNumber } from "../model/number-text.js";
import type { CheckContext, CheckResult, CountedAcross, FigureRecord, ListEntry } from "../model/rule.js";
import { sameText } from "../model/text.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failureAt, knownFigure } from "./failure.js";
import { entryDraft, OTHER_FILE } from "./listed-failure.js";

const PARAMS = z.strictObject({
  form: z.string(),
  /** Text that names the branch. */
  group: z.string(),
  /** The figure that counts its entries. */
  counted: z.string(),
  /** Days from and until which an entry counts; blank: always. */
  from: z.string(),
  until: z.string(),
});
type Params = z.infer<typeof PARAMS>;

/**
 * Entries in force at the cut-off, branch by branch, equal the branch's own figure; branches are known by name or code.
 * A branch that only the list names is told at its first entry. Skipped where no branch reports the figure. The message
 * may use `a` (entries), `b` (the figure) and `chi hội`; where list and figure stand in different files, `ô kia` too.
 */
export const listedCount = defineCheck({
  name: "listed-count",
  params: PARAMS,
  reads: ({ form, counted }) => ({ indicators: [counted], forms: [form] }),
  bind: (params, { rule }) => ({
    scope: "whole-list",
    form: params.form,
    run: (entries, records, context) => compare({ entries, records, context }, params, rule),
    countedAcross: {
      counted: params.counted,
      group: params.group,
      countedBy: (entries, { asOf }) => countedBy(entries, asOf, params),
      differing: (record, { count, elsewhere }) =>
        differing(record, { count, values: { "ô kia": elsewhere } }, { ...rule, variant: OTHER_FILE }),
      unknown: (listed, at) => unknownAcross(listed, at, rule),
    },
  }),
});

interface Given {
  readonly entries: readonly ListEntry[];
  readonly records: readonly FigureRecord[];
  readonly context: CheckContext;
}

function compare({ entries, records, context }: Given, params: Params, rule: RuleHead): CheckResult {
  const branches = records.filter(
    (record) => record.subject === "branch" && record.value(params.counted) !== undefined,
  );
  if (branches.length === 0) return { passed: 0, failed: [], skipped: 1 };
  const listed = countedBy(entries, context.submission.asOf, params);
  const failed: FindingDraft[] = [];
  const met = new Set<string>();
  for (const branch of branches) {
    const keys = [sameText(branch.name), sameText(branch.unit.slice(branch.unit.indexOf("/") + 1))];
    const key = keys.find((one) => listed.has(one)) ?? sameText(branch.name);
    met.add(key);
    const count = (listed.get(key) ?? []).length;
    if (count !== branch.value(params.counted)) {
      const figure = knownFigure(branch, params.counted);
      failed.push(differing({ unit: branch.unit, name: branch.name, figure }, { count, values: {} }, rule));
    }
  }
  for (const [key, own] of listed) {
    const [first] = own;
    if (first !== undefined && key !== "" && !met.has(key)) failed.push(unknown(first, own.length, params, rule));
  }
  return { passed: branches.length + listed.size - met.size - failed.length, failed, skipped: 0 };
}

/** Entries that count on a day, by branch. */
function countedBy(
  entries: readonly ListEntry[],
  asOf: string | undefined,
  params: Params,
): ReadonlyMap<string, readonly ListEntry[]> {
  const day = asOf ?? "9999-12-31";
  return groupBy(
    entries.filter((entry) => isInForce(entry, day, params)),
    (entry) => sameText(entry.text(params.group)),
  );
}

function isInForce(entry: ListEntry, day: string, { from, until }: Params): boolean {
  const [begun, ended] = [entry.text(from), entry.text(until)];
  return (begun === "" || begun <= day) && (ended === "" || ended > day);
}

function differing(
  { unit, name, figure }: Parameters<CountedAcross["differing"]>[0],
  { count, values }: { readonly count: number; readonly values: Readonly<Record<string, string>> },
  rule: RuleHead,
): FindingDraft {
  const value = figure.quantity.kind === "known" ? figure.quantity.value : undefined;
  const [listed, typed] = [vietnameseNumber(count), value === undefined ? "" : vietnameseNumber(value)];
  return failureAt(figure, {
    rule,
    unit,
    name,
    values: { a: listed, b: typed, "chi hội": name, ...values },
    expected: listed,
    ...(value === undefined ? {} : { difference: value - count }),
  });
}

function unknown(entry: ListEntry, count: number, { group }: Params, rule: RuleHead): FindingDraft {
  const name = entry.text(group);
  const values = { a: vietnameseNumber(count), b: "0", "chi hội": name };
  return { ...entryDraft(entry, { field: group, found: name, with: entry, values }, rule), variant: "chi hội lạ" };
}

function unknownAcross(
  { branch, count, field, label, place }: EntryCount,
  { file, elsewhere }: Parameters<CountedAcross["unknown"]>[1],
  rule: RuleHead,
): FindingDraft {
  return {
    code: rule.finding,
    variant: `chi hội lạ, ${OTHER_FILE}`,
    place: { file, ...place },
    values: new Map([["a", vietnameseNumber(count)], ["chi hội", branch], ["ô kia", elsewhere], ...rule.words]),
    field,
    label,
    found: branch,
    rule: rule.id,
  };
}
