// What a run leaves behind, as bytes: summary, lists, receipts, senders' own files with their faults marked. Joins lay-out
// and write as pipeline/ joins the stages before them; no disk, no clock.

import { aggregate } from "./aggregate/aggregate.js";
import { foldOverTime } from "./aggregate/over-time/fold-over-time.js";
import { restatedFigures } from "./aggregate/restate/restated-figures.js";
import { scoreUnits } from "./aggregate/score/score-units.js";
import { annotationPlan } from "./lay-out/annotation-plan.js";
import { type CompareReport, layOutCompare } from "./lay-out/compare-sheets.js";
import { documentOf } from "./lay-out/document/document-of.js";
import { errorListSheet, type FileErrors } from "./lay-out/error-list-sheet.js";
import { type FolderErrors, folderListSheets } from "./lay-out/folder-list.js";
import { type AggregateReport, layOutAggregate } from "./lay-out/lay-out-aggregate.js";
import { receiptSheet } from "./lay-out/receipt-sheet.js";
import { layOutReport, type ReportInput } from "./lay-out/report/lay-out-report.js";
import { layOutStatus } from "./lay-out/status-sheet.js";
import type { Aggregation, ChildResult, UnitRef } from "./model/aggregation.js";
import type { Catalogue } from "./model/catalogue.js";
import { goesOnAs } from "./model/going-on.js";
import { groupBy } from "./model/group-by.js";
import { lastDay, yearOf } from "./model/month-range.js";
import { at } from "./model/outcome.js";
import { monthsOf, type Period, periodInWords, printPeriod } from "./model/period.js";
import { figuresOf, type PeriodFigures } from "./model/period-figures.js";
import { type Report, rangesOf } from "./model/report.js";
import type { StatusReport } from "./model/report-status.js";
import { whensSaid } from "./model/report-text.js";
import type { Ranking } from "./model/scoresheet.js";
import type { Submission } from "./model/submission.js";
import { targetFor } from "./model/target.js";
import { isInForce, unitKey } from "./model/unit.js";
import type { PlannedSheet, WorkbookPlan } from "./model/workbook-plan.js";
import type { RunResult } from "./pipeline/conclude.js";
import { annotateWorkbook } from "./write/annotate/annotate-workbook.js";
import { writeWorkbook } from "./write/write-workbook.js";

export type { OpenDivision } from "./lay-out/compare-sheets.js";
export type { ReportInput } from "./lay-out/report/lay-out-report.js";
export { type TableColumn, writeParquet } from "./write/write-parquet.js";

/** An output as it is planned and as bytes; the plan's cells know their totals. */
export interface WrittenWorkbook {
  readonly plan: WorkbookPlan;
  readonly bytes: Uint8Array;
}

/** The plan of a run's summary workbook, whose cells know their totals. */
export function summaryPlan(report: AggregateReport, catalogue: Catalogue): WorkbookPlan {
  return layOutAggregate(report, catalogue);
}

/** A planned workbook as bytes; the same plan gives the same bytes. */
export function workbookBytes(plan: WorkbookPlan): Promise<Uint8Array> {
  return writeWorkbook(plan);
}

/** Two runs side by side, as a workbook. */
export function compareWorkbook(report: CompareReport, { indicators }: Catalogue): Promise<Uint8Array> {
  return writeWorkbook(layOutCompare(report, [...indicators.values()]));
}

/** Who has sent and who has not, as a workbook. */
export function statusWorkbook(
  report: AggregateReport,
  status: StatusReport,
  catalogue: Catalogue,
): Promise<Uint8Array> {
  return writeWorkbook(layOutStatus(report, status, catalogue));
}

/** What a report is made from: its time, and the runs of the periods at hand, the one that ends it among them. */
export interface ReportRequest {
  readonly report: Report;
  readonly period: Period;
  /** All over the same files; of a period before a merger one for each unit that the asked one was made from. */
  readonly runs: readonly RunResult[];
  /** The run at the end of the report's time. */
  readonly basis: Aggregation;
  /** Periods left out because the unit then held another territory. */
  readonly otherTerritory: readonly Period[];
  /** False where nothing beside the figures can say that they were restated: then none are. */
  readonly isRestating?: boolean;
  readonly heading: ReportInput["heading"];
  readonly issuedUnder: ReportInput["issuedUnder"];
  readonly late?: ReportInput["late"];
  readonly created: string;
  readonly toolVersion: string;
}

/** Folds the runs into every stretch of time that the report shows; each period was concluded for itself before. */
export function reportInput(request: ReportRequest, catalogue: Catalogue): ReportInput {
  const { report, period, runs, basis } = request;
  const { register } = catalogue;
  const pieces = piecesOf(request, catalogue);
  const unit = unitKey(basis.unit.code, basis.asOf);
  const figures = rangesOf(report, monthsOf(period), whensSaid(report)).map((into) => {
    const end = lastDay(into);
    return foldOverTime({ unit, into, pieces, goesOnAs: (key) => goesOnAs(key, end, register) }, catalogue);
  });
  const verdicts = basis.files.map((_, index) => {
    const said = runs.flatMap((run) => run.verdicts[index] ?? []);
    return said.find((verdict) => verdict !== "ignored") ?? "ignored";
  });
  const listed = runs.flatMap(({ aggregation }) =>
    aggregation?.records === undefined ? [] : [{ range: monthsOf(aggregation.period), records: aggregation.records }],
  );
  const ranking = rankingOf(report, figures[0], { basis, catalogue });
  return { ...request, figures, pieces, listed, ranking, verdicts };
}

/** Figures of each period at hand, those of former units restated to the units of the report's day. */
function piecesOf({ runs, basis, isRestating }: ReportRequest, catalogue: Catalogue): readonly PeriodFigures[] {
  const periods = groupBy(runs, ({ aggregation }) => aggregation && printPeriod(aggregation.period));
  return [...periods.values()].flatMap((same) => {
    const [first, ...others] = same.flatMap(({ aggregation }) => aggregation ?? []);
    if (first === undefined) return [];
    if (isRestating === false) return [figuresOf(first)];
    const given = (same[0]?.taken ?? []).flatMap(({ contributions }) => contributions);
    return [restatedFigures({ runs: [first, ...others], given, basis }, catalogue)];
  });
}

/** The units below in order of points, where the report has a score sheet; without any, the unit itself, unranked. */
function rankingOf(
  { scoresheet }: Report,
  figures: PeriodFigures | undefined,
  { basis, catalogue }: { readonly basis: Aggregation; readonly catalogue: Catalogue },
): ReportInput["ranking"] {
  const sheet = catalogue.scoresheets?.get(scoresheet ?? "");
  if (sheet === undefined || figures === undefined) return undefined;
  const { targets, register } = catalogue;
  const asOf = figures.asOf ?? basis.asOf;
  const tree = register.treeOn(asOf);
  const targetOf = ({ unit }: ChildResult, indicator: string): number | undefined => {
    const above = tree.parentOf(unitKey(unit.code, asOf));
    const chain = [unit.key, ...(above === undefined ? [] : [above.key]), basis.unit.key];
    return targetFor({ indicator, year: yearOf(figures.range), chain, asOf }, targets, register)?.value;
  };
  const scored = (children: readonly ChildResult[]): Ranking =>
    scoreUnits(sheet, { children, records: basis.records ?? [], targetOf });
  if (figures.children.length > 0) return scored(figures.children);
  const { units } = scored([{ unit: basis.unit, receivedAs: "own-workbook", totals: figures.totals }]);
  return { sheet, units: units.map((unit) => ({ ...unit, rank: undefined, award: "" })) };
}

/** Formats of a report: a workbook, a document to be signed, a page to be read on a screen. */
export const REPORT_FORMATS = ["xlsx", "docx", "html"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The report in a format, all laid out from one plan; the same input gives the same bytes. Writers load when needed. */
export async function reportFile(
  input: ReportInput,
  format: ReportFormat,
  catalogue: Catalogue,
): Promise<WrittenWorkbook> {
  const plan = layOutReport(input, catalogue);
  return { plan, bytes: await reportBytes(plan, format) };
}

async function reportBytes(plan: WorkbookPlan, format: ReportFormat): Promise<Uint8Array> {
  switch (format) {
    case "xlsx":
      return writeWorkbook(plan);
    case "docx": {
      const { writeDocument } = await import("./write/docx/write-document.js");
      return writeDocument(documentOf(plan));
    }
    case "html": {
      const { writePage } = await import("./write/html/write-page.js");
      return writePage(documentOf(plan));
    }
  }
}

/** What goes back to the sender of one file. */
export interface ReturnedWorkbook {
  /** copy: the sender's own workbook with its marks · list: the list of findings as a workbook of its own. */
  readonly kind: "copy" | "list";
  readonly bytes: Uint8Array;
}

/** One file of a finished run, by its place in the run's list. */
export interface OneFile {
  readonly result: RunResult;
  readonly index: number;
  readonly catalogue: Catalogue;
}

/** What a workbook that is written needs to know of the run beside its contents. */
export interface Making {
  /** Moment of the run, ISO text. */
  readonly created: string;
  readonly toolVersion: string;
}

/** The file at `index` with its findings, as its sender gets it back. `bytes` are those that were read. */
export async function returnedWorkbook(
  bytes: Uint8Array,
  { result, index, catalogue }: OneFile,
  making: Making,
): Promise<ReturnedWorkbook> {
  const { file, submission, explanations } = at(result.taken, index);
  const carried = new Set(result.carried);
  const errors: Omit<FileErrors, "stands"> = {
    path: file.path,
    subject: subjectOf(submission, catalogue),
    findings: result.findings.filter(({ place }) => place.file === file.path),
    carried: explanations.filter((explanation) => carried.has(explanation)),
    register: catalogue.register,
  };
  const plan = annotationPlan({ ...errors, stands: "in-the-file" }, submission?.lists ?? []);
  const copy = submission === undefined ? undefined : annotateWorkbook(bytes, plan, making.created);
  if (copy !== undefined) return { kind: "copy", bytes: copy };
  const sheet = errorListSheet({ ...errors, stands: "alone" });
  return { kind: "list", bytes: await writePlan(sheet.name, [sheet], making) };
}

/** The findings of the whole run as a workbook: who to call first, then every finding. */
export function folderListWorkbook(result: RunResult, catalogue: Catalogue, making: Making): Promise<Uint8Array> {
  const { taken, verdicts, findings, carried, aggregation } = result;
  const byFile = groupBy(findings, ({ place }) => place.file);
  const errors: FolderErrors = {
    subject: aggregation === undefined ? "" : `${aggregation.unit.name}, ${periodInWords(aggregation.period)}`,
    files: taken.map(({ file, submission }, index) => ({
      path: file.path,
      unitName: senderOf(submission, catalogue)?.name ?? "",
      verdict: at(verdicts, index),
      preparedBy: submission?.preparedBy ?? "",
      phone: submission?.phone ?? "",
      findings: byFile.get(file.path) ?? [],
    })),
    missing: aggregation?.coverage.missing ?? [],
    findings,
    carried,
    register: catalogue.register,
  };
  return writePlan("Danh sách lỗi", folderListSheets(errors), making);
}

/** The receipt of the file at `index`; undefined where it was not accepted. */
export async function receiptWorkbook(
  { result, index, catalogue }: OneFile,
  making: Making,
): Promise<Uint8Array | undefined> {
  const { file, submission, contributions, forms } = at(result.taken, index);
  const { aggregation } = result;
  const sender = senderOf(submission, catalogue);
  if (result.verdicts[index] !== "accepted" || submission === undefined || aggregation === undefined) return undefined;
  if (sender === undefined) return undefined;
  const { period, asOf, standing } = aggregation;
  const files = result.taken.map((one) => one.file);
  const request = {
    unit: sender.key,
    period,
    asOf,
    standing,
    provisional: false,
    files,
    contributions,
    notCounted: [],
  };
  const { register } = catalogue;
  const unit = register.byKey(sender.key);
  const isInForceThen =
    unit === undefined ? register.groupingAt(sender.key, asOf) !== undefined : isInForce(unit, asOf);
  const totals = isInForceThen ? aggregate(request, catalogue).totals : new Map();
  const findings = result.findings.filter(({ place }) => place.file === file.path);
  const receiver = aggregation.unit;
  const received = making.created;
  const receipt = { file, submission, forms, sender, receiver, period, asOf, totals, findings, received, catalogue };
  return writePlan("Phiếu tiếp nhận", [receiptSheet(receipt)], making);
}

function writePlan(title: string, sheets: readonly PlannedSheet[], making: Making): Promise<Uint8Array> {
  return writeWorkbook({ title, creator: `khuyenhoc ${making.toolVersion}`, created: making.created, sheets });
}

function senderOf(submission: Submission | undefined, { register }: Catalogue): UnitRef | undefined {
  const grouping = register.groupings.find(({ id }) => id === submission?.grouping);
  if (submission?.unit !== undefined) return submission.unit;
  return grouping === undefined
    ? undefined
    : { key: grouping.id, code: grouping.id, name: grouping.name, level: "grouping" };
}

/** «Xã Hướng Phùng, năm 2025», as far as the file tells. */
function subjectOf(submission: Submission | undefined, catalogue: Catalogue): string {
  const period = submission?.period;
  return [senderOf(submission, catalogue)?.name, period === undefined ? undefined : periodInWords(period)]
    .filter((part) => part !== undefined)
    .join(", ");
}
