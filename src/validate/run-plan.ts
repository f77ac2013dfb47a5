// The planned rules on one submission: rules on records are settled by a glance at their values wherever these say
// enough, block by block; every other record, table and list is asked as a whole.

import type { FindingDraft } from "../model/finding.js";
import { MOST_ALIKE } from "../model/finding-list.js";
import { assertNever, at } from "../model/outcome.js";
import type { CheckContext, CheckResult, RecordSet, Verdict } from "../model/rule.js";
import type { FigureRecords } from "./figure-records.js";
import type { EntriesOf } from "./list-entries.js";
import { askedIn } from "./record-list.js";
import type { PlannedGlance, PlannedRule, RecordPlan } from "./rule-plan.js";
import type { RuleOutcome } from "./run-rules.js";
import type { ValueColumns } from "./value-columns.js";

export interface RuleRun {
  readonly records: FigureRecords;
  readonly entriesOf: EntriesOf;
  readonly context: CheckContext;
  /**
   * Units whose figures `_so-lieu` carries up: errors in them were judged where they were typed, and what was accepted
   * there (rounding, a blank beside a part) is no error one level up. A cell changed since is V-K18.
   */
  readonly judgedBelow: ReadonlySet<string>;
  readonly values: ValueColumns;
}

type Tally = { -readonly [K in keyof RuleOutcome]: RuleOutcome[K] } & { readonly failed: FindingDraft[] };

/** What each rule of the plan says about a submission, in the order of the plan. */
export function runPlan(plan: readonly PlannedRule[], run: RuleRun): readonly RuleOutcome[] {
  const tallies = plan.map(({ rule }): Tally => ({ rule, passed: 0, failed: [], failedBesides: 0, skipped: 0 }));
  run.values.begin(run.records);
  while (run.values.next()) {
    for (let place = 0; place < plan.length; place += 1) runOnRows(at(plan, place), run, at(tallies, place));
  }
  const rest: RestRun = { all: withUnit(run.records, run.values), run };
  for (let place = 0; place < plan.length; place += 1) runOnRest(at(plan, place), rest, at(tallies, place));
  return tallies;
}

/** A rule of records on the rows of the block at hand. */
function runOnRows(planned: PlannedRule, run: RuleRun, tally: Tally): void {
  const { onRecords, isSkipped } = planned;
  if (onRecords === undefined || isSkipped !== "no" || !onRecords.asksRows) return;
  const { values, context } = run;
  if (onRecords.skipsRows) {
    tally.skipped += values.to - values.from;
    return;
  }
  const { rows } = run.records;
  const glance = glanceOf(onRecords, run);
  if (glance !== undefined) gather(glance, values);
  const isForAll = onRecords.on === undefined && !mayBeJudgedBelow(planned, run);
  let [passed, skipped] = [0, 0];
  for (let row = values.from; row < values.to; row += 1) {
    const isOut = !isForAll && isLeftOut(rows, row, { planned, run });
    const verdict = isOut ? "skipped" : glance === undefined ? "unclear" : verdictOnRow(glance, row, run);
    if (verdict === "passed") passed += 1;
    else if (verdict === "skipped") skipped += 1;
    else add(tally, onRecords.run(rows.at(row), context));
  }
  tally.passed += passed;
  tally.skipped += skipped;
}

/** Where a figure was refused, every record is asked: the values alone do not tell it from a blank. */
function glanceOf({ glance }: RecordPlan, { records }: RuleRun): PlannedGlance | undefined {
  return records.columns.hasRefused ? undefined : glance;
}

/** The values of the block's records that a rule looks at. */
function gather({ names, rows: { columns } }: PlannedGlance, values: ValueColumns): void {
  for (let place = 0; place < names.length; place += 1) columns[place] = values.column(at(names, place));
}

function verdictOnRow({ rows, say }: PlannedGlance, row: number, { values, context }: RuleRun): Verdict {
  rows.record = row - values.from;
  return say(rows, context.period);
}

function mayBeJudgedBelow({ isError }: PlannedRule, { judgedBelow }: RuleRun): boolean {
  return isError && judgedBelow.size > 0;
}

/** True for a record that the rule is not meant for, or that was judged where it was typed. */
function isLeftOut(
  records: Pick<RecordSet, "at" | "subjectAt">,
  index: number,
  { planned, run }: { readonly planned: PlannedRule; readonly run: RuleRun },
): boolean {
  if (planned.onRecords?.on?.includes(records.subjectAt(index)) === false) return true;
  return mayBeJudgedBelow(planned, run) && run.judgedBelow.has(records.at(index).unit);
}

interface RestRun {
  /** All records, that of the unit the last. */
  readonly all: RecordSet;
  readonly run: RuleRun;
}

/** What is not asked row by row: the unit's own record, tables, lists, all records together. */
function runOnRest(planned: PlannedRule, rest: RestRun, tally: Tally): void {
  const { all, run } = rest;
  const { records, context, entriesOf } = run;
  const { bound } = planned.rule;
  if (planned.isSkipped === "once") {
    tally.skipped = 1;
    return;
  }
  switch (bound.scope) {
    case "record":
      runOnUnit(planned, rest, tally);
      return;
    case "table":
      for (const table of context.submission.tables) add(tally, bound.run(table, context));
      return;
    case "list":
      if (context.submission.records === undefined) return;
      for (const entry of entriesOf(bound.form)) add(tally, bound.run(entry, records.unit, context));
      return;
    case "whole-list": {
      const entries = entriesOf(bound.form);
      if (entries.length > 0) add(tally, bound.run(entries, records.rows.all(), context));
      return;
    }
    case "submission":
      add(tally, bound.run(all, context));
      return;
    case "units":
      return;
    default:
      assertNever(bound);
  }
}

/**
 * One cause, one finding: where rows failed the rule already, a failure of sums over those rows says nothing new and
 * is left out; one that also rests on the cover is kept, folded under the first row's finding.
 */
function runOnUnit(planned: PlannedRule, { all, run }: RestRun, tally: Tally): void {
  const { onRecords, rule } = planned;
  const { unit, rows } = run.records;
  if (onRecords === undefined) return;
  if (planned.isSkipped === "records") {
    tally.skipped += rows.count + 1;
    return;
  }
  const verdict = isLeftOut(all, rows.count, { planned, run }) ? "skipped" : verdictOnUnit(onRecords, run);
  if (verdict === "passed") tally.passed += 1;
  else if (verdict === "skipped") tally.skipped += 1;
  else {
    const result = onRecords.run(unit, run.context);
    const [cause] = tally.failed;
    if (result.failed.length === 0 || cause === undefined) add(tally, result);
    else if (rule.reads.every((code) => unit.isFromRows(code))) tally.skipped += result.failed.length;
    else add(tally, { ...result, failed: result.failed.map((draft) => ({ ...draft, cause })) });
  }
}

/** The records of the rows, and behind them that of the reporting unit; rules that read the same figures share them. */
function withUnit({ rows, unit, columns: { all } }: FigureRecords, values: ValueColumns): RecordSet {
  const columns = new Map<string, Float64Array>();
  return {
    count: rows.count + 1,
    at: (index) => (index < rows.count ? rows.at(index) : unit),
    subjectAt: (index) => (index < rows.count ? rows.subjectAt(index) : unit.subject),
    placesOf: (subject) => {
      const places = rows.placesOf(subject);
      if (subject !== unit.subject) return places;
      const withOwn = new Int32Array(places.length + 1).fill(rows.count);
      withOwn.set(places);
      return withOwn;
    },
    column: (code) => {
      if (!rows.has(code)) return undefined;
      const known = values.whole(code) ?? columns.get(code);
      if (known !== undefined) return known;
      const column = new Float64Array(rows.count + 1);
      rows.fill(column, askedIn(all, { code }), { from: 0, to: rows.count });
      column[rows.count] = unit.value(code) ?? Number.NaN;
      columns.set(code, column);
      return column;
    },
  };
}

function verdictOnUnit(onRecords: RecordPlan, run: RuleRun): Verdict {
  const glance = glanceOf(onRecords, run);
  if (glance === undefined) return "unclear";
  const { names, unit, say } = glance;
  for (let place = 0; place < names.length; place += 1) unit.columns[place] = run.values.own(at(names, place));
  return say(unit, run.context.period);
}

function add(tally: Tally, result: CheckResult): void {
  tally.passed += result.passed;
  tally.skipped += result.skipped;
  for (const draft of result.failed) {
    if (tally.failed.length < MOST_ALIKE) tally.failed.push(draft);
    else tally.failedBesides += 1;
  }
}
