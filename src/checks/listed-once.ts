// Kind of check: a number that names an entry of a list names no other.

import { z } from "zod";
import type { FindingDraft } from "../model/finding.js";
import type { CheckResult, ListEntry } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { entryDraft } from "./listed-failure.js";

const PARAMS = z.strictObject({ form: z.string(), key: z.string() });
type Params = z.infer<typeof PARAMS>;

/**
 * One finding at every entry whose key stood on an earlier one; spaces, dots and capitals play no part, and what holds no
 * digit («chưa có») is no key. The message may use `số`, `a` and `b` (the rows); nothing else of an entry is told.
 */
export const listedOnce = defineCheck({
  name: "listed-once",
  params: PARAMS,
  reads: ({ form }) => ({ indicators: [], forms: [form] }),
  bind: (params, { rule }) => ({
    scope: "whole-list",
    form: params.form,
    run: (entries) => compare(entries, { params, rule }),
  }),
});

function compare(
  entries: readonly ListEntry[],
  { params, rule }: { readonly params: Params; readonly rule: RuleHead },
): CheckResult {
  const first = new Map<string, ListEntry>();
  const failed: FindingDraft[] = [];
  let skipped = 0;
  for (const entry of entries) {
    const key = keyOf(entry.text(params.key));
    const earlier = first.get(key);
    if (key === "") skipped += 1;
    else if (earlier === undefined) first.set(key, entry);
    else {
      const number = entry.text(params.key);
      failed.push(entryDraft(entry, { field: params.key, found: number, with: earlier, values: { số: number } }, rule));
    }
  }
  return { passed: first.size, failed, skipped };
}

/** The number as it is compared; "" for what is none. */
export function keyOf(typed: string): string {
  return /\d/.test(typed) ? typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "") : "";
}
