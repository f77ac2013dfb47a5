// Every rule in force on every item it applies to: what passed, what failed, what could not be judged.

import type { Catalogue } from "../model/catalogue.js";
import type { FindingDraft } from "../model/finding.js";
import type { History } from "../model/history.js";
import { monthsOf } from "../model/period.js";
import type { CheckContext, Rule } from "../model/rule.js";
import type { Submission } from "../model/submission.js";
import { createFigureRecords } from "./figure-records.js";
import { foldByCell } from "./fold-by-cell.js";
import { foldByColumn } from "./fold-by-column.js";
import { foldByRecord } from "./fold-by-record.js";
import { foldUnderSlips } from "./fold-under-slips.js";
import { createEntriesOf } from "./list-entries.js";
import { createPlans } from "./rule-plan.js";
import { runPlan } from "./run-plan.js";
import { FigureNames, ValueColumns } from "./value-columns.js";

export interface RuleOutcome {
  readonly rule: Rule;
  readonly passed: number;
  readonly failed: readonly FindingDraft[];
  /** How many more failed: they are counted only, because nobody reads so many. */
  readonly failedBesides: number;
  readonly skipped: number;
}

/** What each rule in force says about a submission; a rule whose input is absent is skipped and counted. */
export type RunRules = (submission: Submission) => readonly RuleOutcome[];

/** The rules of a catalogue, ready to run on one submission after another; with earlier figures, if any are given. */
export function createRunRules({ indicators, rules, findingTexts }: Catalogue, history?: History): RunRules {
  const labelOf = (code: string): string => indicators.get(code)?.name ?? code;
  const recordsOf = createFigureRecords(indicators);
  const isError = ({ finding, variant }: Rule): boolean =>
    findingTexts.get(variant === undefined ? finding : `${finding}/${variant}`)?.severity === "error";
  const names = new FigureNames();
  const planOf = createPlans(rules, names, { isError, hasHistory: history !== undefined });
  const values = new ValueColumns(names);
  return (submission) => {
    const { unit, period, file, tables } = submission;
    const context: CheckContext = { submission, unit, period, file: file.path, history, labelOf };
    const records = recordsOf(submission);
    const year = period === undefined ? undefined : Math.floor(monthsOf(period).last / 12);
    const plan = planOf({ tables, columns: records.columns.template }, year);
    const judgedBelow = new Set<string>(submission.carried.map((fact) => fact.unit));
    const outcomes = runPlan(plan, { records, entriesOf: createEntriesOf(submission), context, judgedBelow, values });
    if (outcomes.every(({ failed }) => failed.length === 0)) return outcomes;
    const { unit: own } = records.unit;
    const told = foldUnderSlips(foldUnderDistortion(outcomes, own), own, findingTexts);
    const folded = foldByRecord(foldByCell(told, findingTexts), findingTexts);
    return foldByColumn(folded, submission, findingTexts);
  };
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
