// The planned rules on one submission: rules on records are settled by a glance at their values wherever these say
// enough, block by block; every other record, table and list is asked as a whole.

import { SUBJECTS } from "../checks/subjects.js";
import type { FindingDraft } from "../model/finding.js";
import { MOST_ALIKE } from "../model/finding-list.js";
import { assertNever, at } from "../model/outcome.js";
import { type CheckContext, type CheckResult, type FigureRecord, type RecordSet, VERDICTS } from "../model/rule.js";
import { askedIn } from "./asked-figure.js";
import type { FigureRecords } from "./figure-records.js";
import type { EntriesOf } from "./list-entries.js";
import type { Plan, PlannedGlance, PlannedRule, RecordPlan } from "./rule-plan.js";
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

type Tally = { -readonly [K in keyof RuleOutcome]: RuleOutcome[K] } & { failed: FindingDraft[] };

/** Most rules find nothing and share this list, to which nothing is ever added. */
const NONE: FindingDraft[] = [];
const UNIT_BIT = 1 << SUBJECTS.indexOf("unit");
const PASSED = VERDICTS.indexOf("passed");
const SKIPPED = VERDICTS.indexOf("skipped");
const UNCLEAR = VERDICTS.indexOf("unclear");

/** What each rule of the plan says about a submission, in the order of the plan. */
export function runPlan({ rules, onRows }: Plan, run: RuleRun): readonly RuleOutcome[] {
  const tallies = rules.map(({ rule }): Tally => ({ rule, passed: 0, failed: NONE, failedBesides: 0, skipped: 0 }));
  const onUnit: (number | undefined)[] = [];
  run.values.begin(run.records);
  while (run.values.next()) {
    for (const place of onRows) onUnit[place] = runOnRows(at(rules, place), run, at(tallies, place));
  }
  const rest: RestRun = { all: withUnit(run.records, run.values), run, onUnit };
  for (let place = 0; place < rules.length; place += 1) runOnRest(place, at(rules, place), rest, at(tallies, place));
  return tallies;
}

/** A rule of records on the rows of the block at hand; gives what was said of the reporting unit with them. */
function runOnRows(planned: PlannedRule, run: RuleRun, tally: Tally): number | undefined {
  const { onRecords } = planned;
  if (onRecords === undefined) return undefined;
  const { values, context, records } = run;
  const { rows } = records;
  const isForNone = (onRecords.subjects & rows.subjectsMet) === 0;
  if (onRecords.skipsRows || isForNone) {
    tally.skipped += values.to - values.from;
    return undefined;
  }
  const verdicts = sayOfRecords(onRecords, run);
  const count = values.to - values.from;
  const ofUnit = values.isWhole ? verdicts[count] : undefined;
  const isForAll = (rows.subjectsMet & ~onRecords.subjects) === 0 && !mayBeJudgedBelow(planned, run);
  if (!isForAll) {
    for (let index = 0; index < count; index += 1) {
      if (isLeftOut(values.from + index, onRecords, { planned, run })) verdicts[index] = SKIPPED;
    }
  }
  let [passed, unclear] = [0, 0];
  for (let index = 0; index < count; index += 1) {
    const verdict = verdicts[index];
    if (verdict === PASSED) passed += 1;
    else if (verdict === UNCLEAR) unclear += 1;
  }
  tally.passed += passed;
  tally.skipped += count - passed - unclear;
  for (let index = 0; index < count && unclear > 0; index += 1) {
    if (verdicts[index] !== UNCLEAR) continue;
    unclear -= 1;
    add(tally, onRecords.run(rows.at(values.from + index), context));
  }
  return ofUnit;
}

/**
 * What a glance at the values of the block's rows says of them, and of the reporting unit behind them where all rows are
 * in the block; «unclear» where there is no glance.
 */
function sayOfRecords(onRecords: RecordPlan, run: RuleRun): Uint8Array {
  const { values, context } = run;
  const { verdicts } = values;
  const glance = glanceOf(onRecords, run);
  const count = values.to - values.from + (values.isWhole ? 1 : 0);
  if (glance === undefined) return verdicts.fill(UNCLEAR, 0, count);
  const { names, records, say } = glance;
  for (let place = 0; place < names.length; place += 1) records.columns[place] = values.column(at(names, place));
  records.count = count;
  say(records, verdicts, context.period);
  return verdicts;
}

/** Where a figure was refused, every record is asked: the values alone do not tell it from a blank. */
function glanceOf({ glance }: RecordPlan, { records }: RuleRun): PlannedGlance | undefined {
  return records.columns.hasRefused ? undefined : glance;
}

function mayBeJudgedBelow({ isError }: PlannedRule, { judgedBelow }: RuleRun): boolean {
  return isError && judgedBelow.size > 0;
}

/** True for a record that the rule is not meant for, or that was judged where it was typed. */
function isLeftOut(
  row: number,
  { subjects }: RecordPlan,
  { planned, run }: { readonly planned: PlannedRule; readonly run: RuleRun },
): boolean {
  const { rows } = run.records;
  if (!rows.isAbout(row, subjects)) return true;
  return mayBeJudgedBelow(planned, run) && run.judgedBelow.has(rows.at(row).unit);
}

interface RestRun {
  /** All records, that of the unit the last. */
  readonly all: RecordSet;
  readonly run: RuleRun;
  /** What rules said of the reporting unit when they looked at its rows, by their places. */
  readonly onUnit: readonly (number | undefined)[];
}

/** What is not asked row by row: the unit's own record, tables, lists, all records together. */
function runOnRest(place: number, planned: PlannedRule, rest: RestRun, tally: Tally): void {
  const { all, run, onUnit } = rest;
  const { records, context, entriesOf } = run;
  const { bound } = planned.rule;
  if (planned.isSkipped === "once") {
    tally.skipped = 1;
    return;
  }
  switch (bound.scope) {
    case "record":
      runOnUnit(planned, onUnit[place], run, tally);
      return;
    case "table":
      for (const table of context.submission.tables) add(tally, bound.run(table, context));
      return;
    case "list":
      if (context.submission.records === undefined) return;
      for (const entry of entriesOf(bound.form)) add(tally, bound.run(entry, records.unit, context));
      return;
    case "whole-list": {
      if (context.submission.records === undefined) return;
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
function runOnUnit(planned: PlannedRule, said: number | undefined, run: RuleRun, tally: Tally): void {
  const { onRecords, rule } = planned;
  const { unit, rows } = run.records;
  if (onRecords === undefined) return;
  if (planned.isSkipped === "records") {
    tally.skipped += rows.count + 1;
    return;
  }
  const isMeant = (onRecords.subjects & UNIT_BIT) !== 0;
  const isOut = !isMeant || (mayBeJudgedBelow(planned, run) && run.judgedBelow.has(unit.unit));
  const verdict = isOut ? undefined : (said ?? verdictOnUnit(onRecords, run));
  if (verdict === PASSED) tally.passed += 1;
  else if (verdict !== UNCLEAR) tally.skipped += 1;
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
  const known = new Map<FigureRecord["subject"], Int32Array>();
  const placesOf = (subject: FigureRecord["subject"]): Int32Array => {
    const places = rows.placesOf(subject);
    if (subject !== unit.subject) return places;
    const withOwn = new Int32Array(places.length + 1).fill(rows.count);
    withOwn.set(places);
    return withOwn;
  };
  return {
    count: rows.count + 1,
    at: (index) => (index < rows.count ? rows.at(index) : unit),
    subjectAt: (index) => (index < rows.count ? rows.subjectAt(index) : unit.subject),
    placesOf: (subject) => {
      const places = known.get(subject) ?? placesOf(subject);
      known.set(subject, places);
      return places;
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

function verdictOnUnit(onRecords: RecordPlan, run: RuleRun): number | undefined {
  const glance = glanceOf(onRecords, run);
  if (glance === undefined) return UNCLEAR;
  const { names, unit, say } = glance;
  const { verdicts } = run.values;
  for (let place = 0; place < names.length; place += 1) unit.columns[place] = run.values.own(at(names, place));
  say(unit, verdicts, run.context.period);
  return verdicts[0];
}

function add(tally: Tally, result: CheckResult): void {
  tally.passed += result.passed;
  tally.skipped += result.skipped;
  if (result.failed.length > 0 && tally.failed === NONE) tally.failed = [];
  for (const draft of result.failed) {
    if (tally.failed.length < MOST_ALIKE) tally.failed.push(draft);
    else tally.failedBesides += 1;
  }
}
