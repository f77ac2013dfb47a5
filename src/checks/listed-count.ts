// Kind of check: a list has as many entries of a branch as the branch reports.

import { z } from "zod";
import type { FindingDraft } from "../model/finding.js";
import { groupBy } from "../model/group-by.js";
import { vietnameseNumber } from "../model/number-text.js";
import type { CheckContext, CheckResult, FigureRecord, ListEntry } from "../model/rule.js";
import { sameText } from "../model/text.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { failureAt, knownFigure } from "./failure.js";
import { entryDraft } from "./listed-failure.js";

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
 * may use `a` (entries), `b` (the figure) and `chi hội`.
 */
export const listedCount = defineCheck({
  name: "listed-count",
  params: PARAMS,
  reads: ({ form, counted }) => ({ indicators: [counted], forms: [form] }),
  bind: (params, { rule }) => ({
    scope: "whole-list",
    form: params.form,
    run: (entries, records, context) => compare({ entries, records, context }, params, rule),
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
  const day = context.submission.asOf ?? "9999-12-31";
  const listed = groupBy(
    entries.filter((entry) => isInForce(entry, day, params)),
    (entry) => sameText(entry.text(params.group)),
  );
  const failed: FindingDraft[] = [];
  const met = new Set<string>();
  for (const branch of branches) {
    const keys = [sameText(branch.name), sameText(branch.unit.slice(branch.unit.indexOf("/") + 1))];
    const key = keys.find((one) => listed.has(one)) ?? sameText(branch.name);
    met.add(key);
    const count = (listed.get(key) ?? []).length;
    if (count !== branch.value(params.counted)) failed.push(differing(branch, count, params, rule));
  }
  for (const [key, own] of listed) {
    const [first] = own;
    if (first !== undefined && key !== "" && !met.has(key)) failed.push(unknown(first, own.length, params, rule));
  }
  return { passed: branches.length + listed.size - met.size - failed.length, failed, skipped: 0 };
}

function isInForce(entry: ListEntry, day: string, { from, until }: Params): boolean {
  const [begun, ended] = [entry.text(from), entry.text(until)];
  return (begun === "" || begun <= day) && (ended === "" || ended > day);
}

function differing(branch: FigureRecord, count: number, { counted }: Params, rule: RuleHead): FindingDraft {
  const figure = knownFigure(branch, counted);
  const value = branch.value(counted);
  const [listed, typed] = [vietnameseNumber(count), value === undefined ? "" : vietnameseNumber(value)];
  return failureAt(figure, {
    rule,
    unit: branch.unit,
    name: branch.name,
    values: { a: listed, b: typed, "chi hội": branch.name },
    expected: listed,
    ...(value === undefined ? {} : { difference: value - count }),
  });
}

function unknown(entry: ListEntry, count: number, { group }: Params, rule: RuleHead): FindingDraft {
  const name = entry.text(group);
  const values = { a: vietnameseNumber(count), b: "0", "chi hội": name };
  return { ...entryDraft(entry, { field: group, found: name, with: entry, values }, rule), variant: "chi hội lạ" };
}
