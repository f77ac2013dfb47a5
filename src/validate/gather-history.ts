// Submissions of earlier periods → History: what each said of its unit, its branches and the units below it, under the
// keys that the register has today.

import type { Catalogue } from "../model/catalogue.js";
import { type FindingDraft, values } from "../model/finding.js";
import { compareReports, type History, monthsBetween, type PastReport } from "../model/history.js";
import { shortList } from "../model/number-text.js";
import { type Period, periodInWords } from "../model/period.js";
import type { FigureRecord } from "../model/rule.js";
import { fileName, type Submission } from "../model/submission.js";
import { sameText } from "../model/text.js";
import { branchKey } from "../model/unit.js";
import { createFigureRecords, type FigureRecords } from "./figure-records.js";
import { followUnits } from "./follow-units.js";

export interface HistoryGatherer {
  /** Takes in what was read from a file; undefined where it could not be read. */
  add(path: string, submission: Submission | undefined): void;
  /** What was gathered so far. */
  history(): History;
  /** V-D10 as a query for files that gave nothing, or nothing from before the end of `now`: one for each reason. */
  unused(now: Period): readonly FindingDraft[];
}

/** Reports by unit key; a branch stands under its code and under its name. */
type Reports = Map<string, PastReport[]>;

/**
 * Gathers the figures that some rule compares with. Sums to which a row gave nothing are left out: they are no figures
 * of the whole. Units that were followed by one whole successor stand under both keys.
 */
export function createHistoryGatherer({ indicators, rules, register }: Catalogue): HistoryGatherer {
  const codes = [...new Set(rules.flatMap((rule) => rule.readsPast))];
  const recordsOf = createFigureRecords(indicators);
  const reports: Reports = new Map();
  const faults = new Map<string, string>();
  const periods = new Map<string, Period>();
  return {
    add: (path, submission) => {
      const period = submission?.period;
      const fault = faultOf(submission);
      if (fault !== undefined) faults.set(path, fault);
      if (submission === undefined || period === undefined || fault !== undefined) return;
      periods.set(path, period);
      remember(recordsOf(submission), { submission, period, codes }, reports);
    },
    history: () => {
      const { reports: followed, remade, merged } = followUnits(reports, register);
      for (const list of followed.values()) list.sort(compareReports);
      return { codes: new Map(codes.map((code, place) => [code, place])), reports: followed, remade, merged };
    },
    unused: (now) => {
      const reasons = new Map<string, string[]>();
      const note = (path: string, reason: string): void =>
        void reasons.set(reason, [...(reasons.get(reason) ?? []), path]);
      for (const [path, fault] of faults) note(path, fault);
      for (const [path, period] of periods) {
        if (monthsBetween(period, now) <= 0) note(path, `là ${periodInWords(period)}, không sớm hơn kỳ này`);
      }
      return [...reasons].map(([reason, paths]) => unusedFiles(paths, reason));
    },
  };
}

/** Why a file tells nothing of an earlier period. */
function faultOf(submission: Submission | undefined): string | undefined {
  if (submission === undefined) return "không đọc được";
  if (submission.period === undefined) return "không rõ kỳ báo cáo";
  return submission.unit === undefined && submission.grouping === undefined ? "không rõ đơn vị" : undefined;
}

/** One file by its place; several as a matter of the whole run. */
function unusedFiles(paths: readonly string[], reason: string): FindingDraft {
  const [first = "", ...others] = paths;
  return {
    code: "V-D10",
    variant: "kỳ trước",
    place: { file: others.length === 0 ? first : "" },
    values: values({ tệp: shortList(paths.map(fileName), "tệp"), "lý do": reason }),
  };
}

interface Origin {
  readonly submission: Submission;
  readonly period: Period;
  readonly codes: readonly string[];
}

function remember({ unit, rows }: FigureRecords, origin: Origin, reports: Reports): void {
  const names = branchNames(origin.submission);
  for (const record of [unit, ...rows.all()]) {
    if (record.unit === "") continue;
    const report = reportOf(record, origin);
    for (const key of [record.unit, ...(names.get(record.unit) ?? [])]) {
      const list = reports.get(key);
      if (list === undefined) reports.set(key, [report]);
      else list.push(report);
    }
  }
}

function reportOf(record: FigureRecord, { submission, period, codes }: Origin): PastReport {
  const values = new Float64Array(codes.length).fill(Number.NaN);
  const roundings = new Float64Array(codes.length);
  for (const [place, code] of codes.entries()) {
    const figure = record.value(code) === undefined ? undefined : record.figure(code);
    if (figure?.quantity.kind !== "known" || figure.isIncomplete === true) continue;
    values[place] = figure.quantity.value;
    roundings[place] = figure.rounding;
  }
  return {
    period,
    standing: submission.standing,
    part: record.part ?? "",
    isOwn: record.subject !== "child",
    revision: submission.revision ?? 1,
    values,
    roundings,
  };
}

/**
 * The other keys of branches that have a code: the name that the row gives beside it. Where two branches share a name,
 * it stands for neither.
 */
function branchNames({ unit, tables }: Submission): ReadonlyMap<string, ReadonlySet<string>> {
  const named = new Map<string, Set<string>>();
  const bearers = new Map<string, string>();
  if (unit === undefined) return named;
  for (const { grain, rows } of tables) {
    if (grain !== "branch") continue;
    for (const row of rows) {
      if (row.role !== "data" || row.unit === undefined || row.code === "" || row.name === "") continue;
      const key = branchKey(unit.key, sameText(row.name));
      const bearer = bearers.get(key) ?? row.unit;
      bearers.set(key, bearer);
      if (bearer === row.unit) named.set(bearer, (named.get(bearer) ?? new Set()).add(key));
      else named.get(bearer)?.delete(key);
    }
  }
  return named;
}
