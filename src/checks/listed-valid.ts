// Kind of check: a title that lasts so many months still lasts at the cut-off, by the day on which it was given.

import * as z from "zod";
import { type IsoDate, isIsoDate, isoDate, partsOf, vietnameseDate } from "../model/iso-date.js";
import { lastDayOf } from "../model/period.js";
import { ANY_LIST_WITH, type CheckContext, type CheckResult, type ListEntry } from "../model/rule.js";
import { sameText } from "../model/text.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { listedFailure } from "./listed-failure.js";

const PARAMS = z.strictObject({ of: z.string(), months: z.int().min(1) });
type Params = z.infer<typeof PARAMS>;

/**
 * On every list that has the field `of`, whosever form it is. Who is listed twice was given the title again: the later
 * day counts. A day of which only the month or year is known lasts as long as it may. Skipped where there is no day.
 * The message may use `xã` (what names the entry) and `ngày`.
 */
export const listedValid = defineCheck({
  name: "listed-valid",
  params: PARAMS,
  reads: () => ({ indicators: [], forms: [] }),
  bind: (params, { rule }) => ({
    scope: "whole-list",
    form: ANY_LIST_WITH + params.of,
    run: (entries, _, context) => compare(entries, { params, rule, context }),
  }),
});

interface Comparing {
  readonly params: Params;
  readonly rule: RuleHead;
  readonly context: CheckContext;
}

function compare(entries: readonly ListEntry[], { params, rule, context }: Comparing): CheckResult {
  const { submission, period } = context;
  const now = submission.asOf ?? (period === undefined ? undefined : lastDayOf(period));
  const latest = new Map<string, ListEntry>();
  for (const entry of entries) {
    const key = sameText(entry.name);
    const other = latest.get(key);
    if (other === undefined || other.text(params.of) < entry.text(params.of)) latest.set(key, entry);
  }
  const known = [...latest.values()].filter((entry) => now !== undefined && lastPossible(entry.text(params.of)));
  const over = known.filter((entry) => (endOf(entry.text(params.of), params.months) ?? "") < (now ?? ""));
  return {
    passed: known.length - over.length,
    skipped: latest.size - known.length,
    failed: over.map((entry) =>
      listedFailure(entry, params.of, { rule, values: { xã: entry.name, ngày: shownDay(entry.text(params.of)) } }),
    ),
  };
}

/** The last day on which the title holds; undefined where the text is no day. */
function endOf(given: string, months: number): IsoDate | undefined {
  const day = lastPossible(given);
  if (day === undefined) return undefined;
  const [year, month, date] = partsOf(day);
  const counted = year * 12 + month - 1 + months;
  const [lastYear, lastMonth] = [Math.floor(counted / 12), (counted % 12) + 1];
  const end = lastDayOf({ kind: "month", year: lastYear, month: lastMonth });
  return isoDate(lastYear, lastMonth, Math.min(date, partsOf(end)[2]));
}

/** «2022-03-15» as it is; of «2022-03» and «2022» the last day. */
function lastPossible(given: string): IsoDate | undefined {
  if (isIsoDate(given)) return given;
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(given) ?? [];
  if (year === undefined) return undefined;
  return lastDayOf(
    month === undefined
      ? { kind: "year", year: Number(year) }
      : { kind: "month", year: Number(year), month: Number(month) },
  );
}

/** As it is known: «15/03/2022», «03/2022», «2022». */
function shownDay(given: string): string {
  return isIsoDate(given) ? vietnameseDate(given) : given.split("-").reverse().join("/");
}
