// Every rule in force on every item it applies to: what passed, what failed, what could not be judged.

import type { Catalogue } from "../model/catalogue.js";
import type { FindingDraft } from "../model/finding.js";
import { assertNever } from "../model/outcome.js";
import { monthsOf, type Period } from "../model/period.js";
import type { BoundCheck, CheckContext, CheckResult, Rule } from "../model/rule.js";
import type { Submission } from "../model/submission.js";
import { type FigureRecords, figureRecords } from "./figure-records.js";
import { foldByCell } from "./fold-by-cell.js";

export interface RuleOutcome {
  readonly rule: Rule;
  readonly passed: number;
  readonly failed: readonly FindingDraft[];
  readonly skipped: number;
}

interface Tally {
  passed: number;
  readonly failed: FindingDraft[];
  skipped: number;
}

/** What each rule in force says about one submission; a rule whose input is absent is skipped and counted. */
export function runRules(submission: Submission, catalogue: Catalogue): readonly RuleOutcome[] {
  const { unit, period, file } = submission;
  const labelOf = (code: string): string => catalogue.indicators.get(code)?.name ?? code;
  const context: CheckContext = { submission, unit, period, file: file.path, labelOf };
  const records = figureRecords(submission, catalogue.indicators);
  const outcomes = catalogue.rules
    .filter((rule) => isInForce(rule, period))
    .map((rule) => ({ rule, ...runRule(rule, records, context) }));
  return foldByCell(outcomes, catalogue.findingTexts);
}

function runRule(rule: Rule, records: FigureRecords, context: CheckContext): Tally {
  const tally: Tally = { passed: 0, failed: [], skipped: 0 };
  const { bound } = rule;
  switch (bound.scope) {
    case "record":
      for (const record of records.rows) add(tally, bound.run(record, context));
      runOnUnit(rule, { tally, records, context, run: bound.run });
      return tally;
    case "table":
      for (const table of context.submission.tables) add(tally, bound.run(table, context));
      return tally;
    case "submission":
      add(tally, bound.run([...records.rows, records.unit], context));
      return tally;
    default:
      return assertNever(bound);
  }
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
  for (const draft of result.failed) tally.failed.push(draft);
}

/** A rule with years is left out where the period is not known: that has its own finding. */
function isInForce(rule: Rule, period: Period | undefined): boolean {
  if (rule.fromYear === undefined && rule.untilYear === undefined) return true;
  if (period === undefined) return false;
  const year = Math.floor(monthsOf(period).last / 12);
  return (rule.fromYear ?? year) <= year && year <= (rule.untilYear ?? year);
}
