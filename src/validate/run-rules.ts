// Every rule in force on every item it applies to: what passed, what failed, what could not be judged.

import type { Catalogue } from "../model/catalogue.js";
import type { FindingDraft } from "../model/finding.js";
import { MOST_ALIKE } from "../model/finding-list.js";
import type { History } from "../model/history.js";
import { assertNever } from "../model/outcome.js";
import { monthsOf } from "../model/period.js";
import type { BoundCheck, CheckContext, CheckResult, Rule } from "../model/rule.js";
import type { Submission } from "../model/submission.js";
import { type FigureRecords, figureRecords } from "./figure-records.js";
import { foldByCell } from "./fold-by-cell.js";
import { foldByColumn } from "./fold-by-column.js";
import { foldByRecord } from "./fold-by-record.js";
import { foldUnderSlips } from "./fold-under-slips.js";
import { createColumnsOf } from "./known-columns.js";
import { createEntriesOf, type EntriesOf } from "./list-entries.js";

export interface RuleOutcome {
  readonly rule: Rule;
  readonly passed: number;
  readonly failed: readonly FindingDraft[];
  /** How many more failed: they are counted only, because nobody reads so many. */
  readonly failedBesides: number;
  readonly skipped: number;
}

interface Tally {
  passed: number;
  readonly failed: FindingDraft[];
  failedBesides: number;
  skipped: number;
}

/** What each rule in force says about a submission; a rule whose input is absent is skipped and counted. */
export type RunRules = (submission: Submission) => readonly RuleOutcome[];

/** The rules of a catalogue, ready to run on one submission after another; with earlier figures, if any are given. */
export function createRunRules({ indicators, rules, findingTexts }: Catalogue, history?: History): RunRules {
  const labelOf = (code: string): string => indicators.get(code)?.name ?? code;
  const columnsOf = createColumnsOf(indicators);
  const isError = ({ finding, variant }: Rule): boolean =>
    findingTexts.get(variant === undefined ? finding : `${finding}/${variant}`)?.severity === "error";
  return (submission) => {
    const { unit, period, file } = submission;
    const carried = new Set<string>(submission.carried.map((fact) => fact.unit));
    const context: CheckContext = { submission, unit, period, file: file.path, history, labelOf };
    const records = figureRecords(submission, indicators, columnsOf);
    const entriesOf = createEntriesOf(submission);
    const year = period === undefined ? undefined : Math.floor(monthsOf(period).last / 12);
    const outcomes: RuleOutcome[] = [];
    for (const rule of rules) {
      if (!isInForce(rule, year)) continue;
      const judgedBelow = isError(rule) ? carried : NOBODY;
      outcomes.push({ rule, ...runRule(rule, { records, entriesOf, context, judgedBelow }) });
    }
    if (outcomes.every(({ failed }) => failed.length === 0)) return outcomes;
    const { unit: own } = records.unit;
    const told = foldUnderSlips(foldUnderDistortion(outcomes, own), own, findingTexts);
    const folded = foldByRecord(foldByCell(told, findingTexts), findingTexts);
    return foldByColumn(folded, submission, findingTexts);
  };
}

const NOBODY: ReadonlySet<string> = new Set();

interface RuleRun {
  readonly records: FigureRecords;
  readonly entriesOf: EntriesOf;
  readonly context: CheckContext;
  /**
   * Units whose figures `_so-lieu` carries up: errors in them were judged where they were typed, and what was accepted
   * there (rounding, a blank beside a part) is no error one level up. A cell changed since is V-K18.
   */
  readonly judgedBelow: ReadonlySet<string>;
}

function runRule(rule: Rule, { records, entriesOf, context, judgedBelow }: RuleRun): Tally {
  const tally: Tally = { passed: 0, failed: [], failedBesides: 0, skipped: 0 };
  const { bound } = rule;
  if (rule.readsPast.length > 0 && context.history === undefined) return { ...tally, skipped: 1 };
  switch (bound.scope) {
    case "record":
      if (!hasFigures(rule, records)) return { ...tally, skipped: records.rows.length + 1 };
      for (const record of rowsFor(rule, records)) {
        if (judgedBelow.has(record.unit) || bound.on?.includes(record.subject) === false) tally.skipped += 1;
        else add(tally, bound.run(record, context));
      }
      if (judgedBelow.has(records.unit.unit) || bound.on?.includes("unit") === false) tally.skipped += 1;
      else runOnUnit(rule, { tally, records, context, run: bound.run });
      return tally;
    case "table":
      for (const table of context.submission.tables) add(tally, bound.run(table, context));
      return tally;
    case "list":
      if (context.submission.records === undefined) return tally;
      for (const entry of entriesOf(bound.form)) add(tally, bound.run(entry, records.unit, context));
      return tally;
    case "whole-list": {
      const entries = entriesOf(bound.form);
      if (entries.length > 0) add(tally, bound.run(entries, records.rows, context));
      return tally;
    }
    case "submission":
      add(tally, bound.run([...records.rows, records.unit], context));
      return tally;
    case "units":
      return tally;
    default:
      return assertNever(bound);
  }
}

const NO_ROWS: FigureRecords["rows"] = [];

/** Rows the rule can say something about: none where a figure that it cannot do without has no column among them. */
function rowsFor({ bound, reads }: Rule, { rows, standsInRows }: FigureRecords): FigureRecords["rows"] {
  const isInVain = bound.scope === "record" && bound.needsAll === true && !reads.every(standsInRows);
  return isInVain ? NO_ROWS : rows;
}

/** A fault that distorts sums over rows is the cause of what those sums fail. */
function foldUnderDistortion(outcomes: readonly RuleOutcome[], unit: string): readonly RuleOutcome[] {
  const distorting = outcomes.filter(({ rule: { bound } }) => bound.scope === "table" && bound.distortsSums === true);
  const [cause] = distorting.flatMap(({ failed }) => failed);
  if (cause === undefined) return outcomes;
  const fold = (draft: FindingDraft): FindingDraft =>
    draft.unit === unit && draft.cause === undefined ? { ...draft, cause } : draft;
  return outcomes.map((outcome) =>
    outcome.rule.bound.scope === "record" ? { ...outcome, failed: outcome.failed.map(fold) } : outcome,
  );
}

/**
 * True where some figure that the rule reads has a column on the workbook. A finding on a record stands at a figure
 * that the rule reads, so that there is nothing to find where none of them is.
 */
function hasFigures({ reads }: Rule, { columns }: FigureRecords): boolean {
  return reads.some((code) => columns.has(code));
}

interface UnitRun {
  readonly tally: Tally;
  readonly records: FigureRecords;
  readonly context: CheckContext;
  readonly run: Extract<BoundCheck, { scope: "record" }>["run"];
}

/**
 * One cause, one finding: where rows failed the rule already, a failure of sums over those rows says nothing new and
 * is left out; one that also rests on the cover is kept, folded under the first row's finding.
 */
function runOnUnit(rule: Rule, { tally, records, context, run }: UnitRun): void {
  const result = run(records.unit, context);
  const [cause] = tally.failed;
  if (result.failed.length === 0 || cause === undefined) add(tally, result);
  else if (rule.reads.every((code) => records.unit.isFromRows(code))) tally.skipped += result.failed.length;
  else add(tally, { ...result, failed: result.failed.map((draft) => ({ ...draft, cause })) });
}

function add(tally: Tally, result: CheckResult): void {
  tally.passed += result.passed;
  tally.skipped += result.skipped;
  if (result.failed.length === 0) return;
  for (const draft of result.failed) {
    if (tally.failed.length < MOST_ALIKE) tally.failed.push(draft);
    else tally.failedBesides += 1;
  }
}

/** A rule with years is left out where the period is not known: that has its own finding. */
function isInForce(rule: Rule, year: number | undefined): boolean {
  if (rule.fromYear === undefined && rule.untilYear === undefined) return true;
  if (year === undefined) return false;
  return (rule.fromYear ?? year) <= year && year <= (rule.untilYear ?? year);
}
