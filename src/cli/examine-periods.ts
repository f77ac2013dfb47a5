// From paths and options to the runs of a report: every file is taken in once, each period is concluded for itself, and
// the run that ends the report's time settles unit and cut-off.

import type { Aggregation } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import type { IsoDate } from "../model/iso-date.js";
import { isInside } from "../model/month-range.js";
import { treeAt } from "../model/org-tree.js";
import { lastDayOf, monthsOf, type Period, parsePeriod, periodInWords, printPeriod } from "../model/period.js";
import { type Report, rangesOf } from "../model/report.js";
import { whensSaid } from "../model/report-text.js";
import { UsageError } from "../model/usage-error.js";
import { conclude, concludeWithoutRequest, type RunResult } from "../pipeline/conclude.js";
import type { TakenFile } from "../pipeline/taken-file.js";
import { catalogueOf, type Declared, declarationsInForce } from "./declarations.js";
import type { Env } from "./env.js";
import { filesBelow, rankOf } from "./examine.js";
import type { FoundFile } from "./find-files.js";
import { unitsBefore } from "./former-units.js";
import { jobsFor, parseJobs } from "./jobs.js";
import { languageOf } from "./language.js";
import type { GivenOptions } from "./options.js";
import { showProgress } from "./print/progress.js";
import { chosenPeriod } from "./report-period.js";
import { parseOptions, settleRequest } from "./settle-request.js";
import { takeFiles } from "./take-files.js";
import { wordsIn } from "./words.js";

/** Periods are compared in the report itself; the rules look at one period at a time. */
const NOTHING_BEFORE = { history: undefined, unused: [] } as const;

export interface PeriodsExamined extends SettledDeclarations {
  readonly report: Report;
  readonly period: Period;
  /** For each period that the report uses, oldest first, one; several where the unit was made from several since. */
  readonly runs: readonly RunResult[];
  /** Periods left out because the unit then held another territory. */
  readonly otherTerritory: readonly Period[];
  readonly basis: Aggregation;
  readonly isRestating: boolean;
  readonly inputs: readonly FoundFile[];
  /** Files whose period the report has no use for. */
  readonly unused: number;
}

/** No file told its period: what is wrong with each is all there is to say. */
export interface NothingTold {
  readonly catalogue: Catalogue;
  readonly nothing: RunResult;
}

/**
 * Reads everything below `paths` for the report `id`.
 *
 * @throws UsageError `report`, `report-period`, `no-figures`, and those of `settleRequest` and `declarationsInForce`
 */
export async function examinePeriods(
  [id, ...paths]: readonly string[],
  options: GivenOptions,
  env: Env,
): Promise<PeriodsExamined | NothingTold> {
  const settled = await settleDeclarations(options, env);
  const report = namedReport(id, settled.catalogue);
  if (paths.length === 0) {
    const example = `khuyenhoc report ${report.id} bai-nop`;
    throw new UsageError("missing-path", "Chưa ghi tệp hoặc thư mục nào.", `Ghi sau mã báo cáo, ví dụ: ${example}`);
  }
  const inputs = await filesBelow(paths, env);
  return examineFor(report, { ...settled, inputs, options, isTraced: true, isRestating: true }, env);
}

/** Declarations in force and their catalogue; options that are wrong are refused first. */
export interface SettledDeclarations {
  readonly declared: Declared;
  readonly catalogue: Catalogue;
}

/** @throws UsageError where an option or a declaration is wrong */
export async function settleDeclarations(options: GivenOptions, env: Env): Promise<SettledDeclarations> {
  parseOptions(options);
  rankOf(options.severity);
  parseJobs(options.jobs);
  const declared = await declarationsInForce({ configPath: options.config, language: languageOf(options.lang) }, env);
  return { declared, catalogue: catalogueOf(declared) };
}

interface Asked extends SettledDeclarations {
  readonly inputs: readonly FoundFile[];
  readonly options: GivenOptions;
  /** Whether a manifest is going to be written. */
  readonly isTraced?: boolean;
  /** Whether periods of another territory are restated: what is made says so beside them. */
  readonly isRestating?: boolean;
}

/** Reads the files for a report. @throws UsageError as `examinePeriods` */
export async function examineFor(
  report: Report,
  { declared, catalogue, inputs, options, isTraced = false, isRestating = false }: Asked,
  env: Env,
): Promise<PeriodsExamined | NothingTold> {
  const progress = showProgress({ total: inputs.length, work: "reading", words: wordsIn(declared.language) }, env);
  const jobs = jobsFor(inputs.length, options.jobs, env);
  const taken = await takeFiles(
    inputs,
    { declared, catalogue, use: { isTraced }, memory: undefined },
    { env, jobs, onTaken: progress.step },
  );
  progress.end();
  const found = periodsOf(taken);
  if (found.length === 0) return { catalogue, nothing: concludeWithoutRequest(taken, catalogue) };
  const period = chosenPeriod(report, found, options);
  const used = usedPeriods(report, period, found);
  const last = closingOf(period, used);
  if (last === undefined) throw noFigures(period, found);
  const closing = concludeClosing(taken, last, { options, catalogue });
  const others = used.filter((one) => printPeriod(one) !== printPeriod(last));
  const settings = { options, catalogue, isRestating, closing: closing.aggregation };
  const before = others.map((one) => ({ period: one, runs: concludeBefore(taken, one, settings) }));
  const unused = taken.filter(({ submission }) => isUnused(submission?.period, used)).length;
  return {
    declared,
    catalogue,
    report,
    period,
    runs: [...before.flatMap((one) => one.runs), closing.run],
    otherTerritory: before.filter((one) => one.runs.length === 0).map((one) => one.period),
    basis: closing.aggregation,
    isRestating,
    inputs,
    unused,
  };
}

function namedReport(id: string | undefined, { reports }: Catalogue): Report {
  const report = reports.get(id ?? "");
  if (report !== undefined) return report;
  const known = [...reports.values()].map((one) => `${one.id} (${lowerFirst(one.name)})`);
  throw new UsageError("report", `Không có báo cáo «${id ?? ""}».`, `Ghi một trong: ${known.join(", ")}.`);
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** Every period the files speak of, each once, oldest first. */
function periodsOf(taken: readonly TakenFile[]): readonly Period[] {
  const texts = new Set(
    taken.flatMap(({ submission }) => (submission?.period ? [printPeriod(submission.period)] : [])),
  );
  return [...texts]
    .flatMap((text) => parsePeriod(text) ?? [])
    .sort((a, b) => monthsOf(a).last - monthsOf(b).last || monthsOf(b).first - monthsOf(a).first);
}

function usedPeriods(report: Report, period: Period, found: readonly Period[]): readonly Period[] {
  const shown = rangesOf(report, monthsOf(period), whensSaid(report));
  return found.filter((one) => shown.some((range) => isInside(monthsOf(one), range)));
}

function isUnused(period: Period | undefined, used: readonly Period[]): boolean {
  return period !== undefined && !used.some((one) => printPeriod(one) === printPeriod(period));
}

/** The longest period that ends with the report's time; else the latest inside it. */
function closingOf(period: Period, used: readonly Period[]): Period | undefined {
  const own = monthsOf(period);
  const inside = used.filter((one) => isInside(monthsOf(one), own));
  const ending = inside.filter((one) => monthsOf(one).last === own.last);
  return ending.at(-1) ?? inside.at(-1);
}

interface Settings {
  readonly options: GivenOptions;
  readonly catalogue: Catalogue;
}

interface Concluded {
  readonly run: RunResult;
  readonly aggregation: Aggregation;
}

function concludeClosing(taken: readonly TakenFile[], period: Period, settings: Settings): Concluded {
  const { options, catalogue } = settings;
  const asked = { ...options, period: printPeriod(period) };
  const request = settleRequest(onlyOf(period, taken, "with-undated"), asked, catalogue);
  if (request === undefined) throw noFigures(period, []);
  const files = onlyOf(period, taken, "with-undated");
  const run = conclude(files, { ...request, before: NOTHING_BEFORE }, catalogue);
  if (run.aggregation === undefined) throw noFigures(period, []);
  return { run, aggregation: run.aggregation };
}

interface Before extends Settings {
  readonly closing: Aggregation;
  readonly isRestating: boolean;
}

/** The unit as it stood then, or each unit it was made from since; none where nothing came in of its territory. */
function concludeBefore(
  taken: readonly TakenFile[],
  period: Period,
  { options, catalogue, closing, isRestating }: Before,
): readonly RunResult[] {
  const files = onlyOf(period, taken, "dated");
  const asOf = cutOffOf(files) ?? lastDayOf(period);
  const { isSame, units } = unitsBefore(closing, asOf, catalogue.register);
  if (!isSame && !isRestating) return [];
  const tree = treeAt(catalogue.register, asOf);
  const runs = units.flatMap((unit, place): readonly RunResult[] => {
    const others = units.flatMap((one) => (one === unit ? [] : (catalogue.register.byKey(one)?.key ?? [])));
    /** What tells no unit is answered for once. */
    const isElsewhere = ({ submission }: TakenFile): boolean => {
      const key = submission?.unit?.key;
      return key === undefined ? place > 0 : others.some((one) => key === one || tree.isBelow(key, one));
    };
    const own = files.map((one) => (isElsewhere(one) ? passedOver(one) : one));
    const request = settleRequest(own, { ...options, period: printPeriod(period), asOf, unit }, catalogue);
    return request === undefined ? [] : [conclude(own, { ...request, before: NOTHING_BEFORE }, catalogue)];
  });
  return runs.some(({ verdicts }) => verdicts.includes("accepted")) ? runs : [];
}

/** The cut-off the files agree on. */
function cutOffOf(taken: readonly TakenFile[]): IsoDate | undefined {
  const dates = new Set(taken.flatMap(({ submission }) => submission?.asOf ?? []));
  return dates.size === 1 ? [...dates][0] : undefined;
}

/** The same list of files, those of other periods passed over; what tells no period is answered for once. */
function onlyOf(period: Period, taken: readonly TakenFile[], which: "dated" | "with-undated"): readonly TakenFile[] {
  return taken.map((one): TakenFile => {
    const own = one.submission?.period;
    const isKept = own === undefined ? which === "with-undated" : printPeriod(own) === printPeriod(period);
    return isKept ? one : passedOver(one);
  });
}

function passedOver(file: TakenFile): TakenFile {
  return { ...file, submission: undefined, isIgnored: true, forms: [], drafts: [], contributions: [] };
}

function noFigures(period: Period, found: readonly Period[]): UsageError {
  const list = found.length === 0 ? "" : ` Các tệp là của: ${found.map(periodInWords).join(", ")}.`;
  return new UsageError(
    "no-figures",
    `Không có tệp nào cho số liệu của ${periodInWords(period)}.${list}`,
    "Ghi kỳ khác sau --period, hoặc thêm tệp của kỳ này.",
  );
}
