// Two finished runs side by side.

import { compareRuns, type RunComparison } from "../aggregate/compare/compare-runs.js";
import type { Catalogue } from "../model/catalogue.js";
import { type Finding, type FindingDraft, values } from "../model/finding.js";
import { seriesNotes } from "../validate/series-notes.js";
import { wordFindings } from "../validate/word-findings.js";
import type { RunResult } from "./conclude.js";

/** Two finished runs side by side, with what is to be said about comparing them. */
export interface ComparedRuns extends RunComparison {
  /** V-S01 where units changed between them, V-S02 where the criteria did. */
  readonly notes: readonly Finding[];
}

/** Compares two runs, the earlier one first; undefined where one of them added nothing up. */
export function compareResults(before: RunResult, after: RunResult, catalogue: Catalogue): ComparedRuns | undefined {
  if (before.aggregation === undefined || after.aggregation === undefined) return undefined;
  const given = before.taken.flatMap(({ contributions }) => contributions);
  const comparison = compareRuns({ before: before.aggregation, after: after.aggregation, given }, catalogue);
  const { before: totals } = comparison.total;
  const earlier = totals && { period: before.aggregation.period, totals };
  const breaks = earlier === undefined ? [] : seriesNotes(earlier, after.aggregation, catalogue);
  const moved: readonly FindingDraft[] =
    comparison.moved.length === 0
      ? []
      : [{ code: "V-S01", place: { file: "" }, values: values({ k: String(comparison.moved.length) }) }];
  const notes = wordFindings([...moved, ...breaks], catalogue.findingTexts, catalogue.translate);
  return { ...comparison, notes };
}
