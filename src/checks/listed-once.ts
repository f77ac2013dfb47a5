// Kind of check: a number that names an entry of a list names no other.

import * as z from "zod";
import type { FindingDraft } from "../model/finding.js";
import type { ListKeys } from "../model/left-behind.js";
import type { CheckResult, ListEntry } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { KeyBook } from "./entry-keys.js";
import { entryDraft, OTHER_FILE } from "./listed-failure.js";

const PARAMS = z.strictObject({ form: z.string(), key: z.string() });
type Params = z.infer<typeof PARAMS>;

/**
 * One finding at every entry whose key stood on an earlier one; spaces, dots and capitals play no part, and what holds no
 * digit («chưa có») is no key. Numbers of five characters and more are asked for in lists of other files too. The message may use `số`, `a` and `b` (the rows); nothing else of an entry is told.
 */
export const listedOnce = defineCheck({
  name: "listed-once",
  params: PARAMS,
  reads: ({ form }) => ({ indicators: [], forms: [form] }),
  bind: (params, { rule }) => ({
    scope: "whole-list",
    form: params.form,
    run: (entries) => compare(entries, { params, rule }),
    across: {
      field: params.key,
      keysOf: (entries) => keysOf(entries, params),
      areAlike: () => true,
      finding: rule.finding,
      variant: OTHER_FILE,
    },
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

/** Shorter numbers are counted anew in every list: «001» of two branches are two cards. */
const SHORTEST = 5;

function keysOf(entries: readonly ListEntry[], params: Params): ListKeys {
  const book = new KeyBook(entries.length);
  for (const entry of entries) {
    const key = keyOf(entry.text(params.key));
    book.begin(0);
    book.mix(key);
    if (key.length >= SHORTEST) book.keep(0);
    book.end(0);
  }
  return book.all();
}

/** The number as it is compared; "" for what is none. */
export function keyOf(typed: string): string {
  return /\d/.test(typed) ? typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "") : "";
}
