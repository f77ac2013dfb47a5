// Kinds of check bound for a test, and run on one thing.

import type { CheckKind } from "../../src/checks/check-kind.js";
import { recordSet } from "../../src/checks/record-set.js";
import type { History } from "../../src/model/history.js";
import type { Indicator } from "../../src/model/indicator.js";
import { at } from "../../src/model/outcome.js";
import type { Period } from "../../src/model/period.js";
import type { BoundCheck, CheckContext, CheckResult, FigureRecord } from "../../src/model/rule.js";
import type { FormTable, Submission } from "../../src/model/submission.js";
import type { Unit } from "../../src/model/unit.js";
import { HUONG_PHUNG, submissionWith } from "./submission.js";

/** The check with these parameters; it throws where they are refused. */
export function bindCheck(
  kind: CheckKind,
  params: unknown,
  indicators: ReadonlyMap<string, Indicator> = new Map(),
): BoundCheck {
  const rule = { id: "V-X00.thu", finding: "V-X00", variant: undefined, words: new Map<string, string>() };
  const binding = kind.bind(params, { rule, indicators });
  if (binding.kind === "refused") throw new Error(binding.issues.map((issue) => issue.message).join("; "));
  return binding.bound;
}

export function runOnRecord(check: BoundCheck, record: FigureRecord, period?: Period, history?: History): CheckResult {
  if (check.scope !== "record") throw new Error("not a check of records");
  if (check.on?.includes(record.subject) === false) return { passed: 0, failed: [], skipped: 1 };
  const context = { ...contextOf(submissionWith([])), history };
  return check.run(record, period === undefined ? context : { ...context, period });
}

/** A check of all records of a submission together. */
export function runOnRecords(
  check: BoundCheck,
  records: readonly FigureRecord[],
  { period, history }: { readonly period?: Period; readonly history?: History | undefined } = {},
): CheckResult {
  if (check.scope !== "submission") throw new Error("not a check of submissions");
  const context = { ...contextOf(submissionWith([])), history };
  return check.run(recordSet(records), period === undefined ? context : { ...context, period });
}

export function runOnTable(check: BoundCheck, table: FormTable): CheckResult {
  if (check.scope !== "table") throw new Error("not a check of tables");
  return check.run(table, contextOf(submissionWith([table])));
}

/** A check of units beside one another; the first record stands for the area. */
export function runOnUnits(
  check: BoundCheck,
  records: readonly FigureRecord[],
  { period, history }: { readonly period: Period; readonly history: History | undefined },
): CheckResult {
  if (check.scope !== "units") throw new Error("not a check of units");
  return check.run(recordSet(records), { unit: QUANG_TRI, area: at(records, 0), period, history });
}

const QUANG_TRI: Unit = {
  ...HUONG_PHUNG,
  key: "44@2025-07-01",
  code: "44",
  name: "Tỉnh Quảng Trị",
  level: "province",
  parentCode: "VN",
};

/** What a check is told of a submission. */
export function contextOf(submission: Submission): CheckContext {
  const { period, file } = submission;
  return { submission, unit: HUONG_PHUNG, period, file: file.path, history: undefined, labelOf: (code) => code };
}
