// The stages in order. The only file that imports several of them; no disk, no clock, no wording of its own.

import { createHash } from "node:crypto";
import { type AggregateRequest, aggregate } from "./aggregate/aggregate.js";
import { compareRuns, type RunComparison } from "./aggregate/compare/compare-runs.js";
import { createContribute } from "./aggregate/contributions-of.js";
import type { Aggregation, Verdict } from "./model/aggregation.js";
import type { Catalogue } from "./model/catalogue.js";
import { type Explanation, type Question, questionKey } from "./model/explanation.js";
import { type Contribution, ofFile } from "./model/fact.js";
import { type Finding, type FindingDraft, type Severity, values } from "./model/finding.js";
import type { WorkbookGrid } from "./model/grid.js";
import type { History } from "./model/history.js";
import type { LeftBehind } from "./model/left-behind.js";
import { treeAt } from "./model/org-tree.js";
import { at, type Outcome } from "./model/outcome.js";
import { type Period, printPeriod } from "./model/period.js";
import { allTables, type FileRef, fileName, isListOnly, type Submission } from "./model/submission.js";
import type { Unit, UnitKey } from "./model/unit.js";
import { createNormaliser } from "./normalise/create-normaliser.js";
import { createUnitMatcher } from "./normalise/match-unit.js";
import { createNameWords } from "./normalise/name-words.js";
import { createUnitNames } from "./normalise/named-unit.js";
import type { NameStage } from "./normalise/unit-name-key.js";
import { archiveMembers } from "./read/archive-members.js";
import { createSubmissionReader } from "./read/read-submission.js";
import { readWorkbook } from "./read/read-workbook.js";
import { createRecogniser } from "./recognise/create-recogniser.js";
import { evidenceBytes } from "./trace/pack-manifest.js";
import { admit } from "./validate/admit.js";
import { type Answered, answerFindings } from "./validate/answer-findings.js";
import { checkAcross } from "./validate/check-across.js";
import { checkUnits } from "./validate/check-units.js";
import { foldMissing } from "./validate/fold-missing.js";
import { foldUnstated } from "./validate/fold-unstated.js";
import { createHistoryGatherer } from "./validate/gather-history.js";
import { createLeaveBehind } from "./validate/leave-behind.js";
import { type AskedArea, outsideRequest } from "./validate/outside-request.js";
import { seriesNotes } from "./validate/series-notes.js";
import { severityOfDraft } from "./validate/severity-of-draft.js";
import { createValidate } from "./validate/validate-submission.js";
import { wordFindings } from "./validate/word-findings.js";

/** A file after reading, checking and folding: what later steps need, without the tables. */
export interface TakenFile {
  readonly file: FileRef;
  readonly modified: string;
  /** Undefined where the file could not be read, or is a lock file. */
  readonly submission: Submission | undefined;
  readonly isIgnored: boolean;
  /** True for a correction that a closed period does not take: its draft says why. */
  readonly isHeld?: true;
  /** Ids of the forms found, in sheet order. */
  readonly forms: readonly string[];
  readonly drafts: readonly FindingDraft[];
  readonly contributions: readonly Contribution[];
  /** For rules that look across files; absent for nothing. */
  readonly left?: LeftBehind | undefined;
  /** Its figures as typed, for the manifest; undefined where it could not be read, or where no trace is asked for. */
  readonly evidence?: Uint8Array;
  /** What was answered on lists of findings in it. */
  readonly explanations: readonly Explanation[];
}

export interface ArrivedFile {
  readonly path: string;
  readonly modified: string;
  readonly bytes: Uint8Array;
  /** Why the file could not be unpacked from its archive; `bytes` are empty then. */
  readonly refusal?: FindingDraft | undefined;
}

/** `stage`: how far the spelling had to be followed (a–d), the name without its type, or a confirmed name. */
export type NameAnswer =
  | { readonly kind: "found"; readonly unit: Unit; readonly stage: NameStage | "bare" | "remembered" }
  | { readonly kind: "ambiguous"; readonly units: readonly Unit[] }
  | { readonly kind: "unknown"; readonly suggestions: readonly Unit[] };

export type TakeIn = (arrived: ArrivedFile, index: number) => Promise<TakenFile>;

export interface TakeInUse {
  /** Figures of earlier periods to compare with, if any were given. */
  readonly history?: History | undefined;
  /** Whether a manifest is going to be written, which keeps each figure as it was typed. */
  readonly isTraced?: boolean;
  /** True for a run over one submission: nothing is left behind for others. */
  readonly isAlone?: boolean;
}

/** What a run was asked for, settled. */
export type RunRequest = Omit<AggregateRequest, "files" | "contributions" | "notCounted"> & {
  readonly latest: boolean;
  /** Figures of earlier periods, and the files that could not be used. */
  readonly before: {
    readonly history: History | undefined;
    readonly unused: readonly FindingDraft[];
    /** Answers of former runs, for questions that nobody answers in this one. */
    readonly answers?: readonly Explanation[];
  };
};

export interface RunResult {
  readonly taken: readonly TakenFile[];
  /** In the order of `taken`. */
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
  /** Answers given earlier or further down, to nothing that is asked now. */
  readonly carried: readonly Explanation[];
  /** Undefined where no file told unit and period: nothing was added up. */
  readonly aggregation: Aggregation | undefined;
}

/**
 * The way of one file from bytes to facts and findings: read, recognise, normalise, validate, fold. What is learnt
 * about headings and names is kept from one file to the next. `index` is the file's place in the run's list.
 *
 * @param use what the run is for
 */
export function createTakeIn(
  catalogue: Catalogue,
  { history, isTraced = false, isAlone = false }: TakeInUse = {},
): TakeIn {
  const read = createSubmissionReader();
  const recognise = createRecogniser(catalogue, fingerprint);
  const normalise = createNormaliser(catalogue);
  const validate = createValidate(catalogue, history);
  const contribute = createContribute(catalogue);
  const leaveBehind = createLeaveBehind(catalogue, { isAlone });
  /** From bytes to figures; the cells, which may be millions, are let go of on the way. */
  const understand = async ({ bytes }: ArrivedFile, file: FileRef): Promise<Outcome<Submission | undefined>> => {
    const book = await read(bytes, file.path);
    if (book.value === undefined) return { value: undefined, findings: book.findings };
    const recognised = recognise(book.value, file.path);
    const normalised = normalise(recognised.value, file);
    const findings = [...book.findings, ...recognised.findings, ...normalised.findings];
    return { value: normalised.value, findings };
  };
  return async (arrived, index) => {
    const file = { path: arrived.path, sha256: createHash("sha256").update(arrived.bytes).digest("hex") };
    const blank = {
      file,
      modified: arrived.modified,
      forms: [],
      contributions: [],
      explanations: [],
      submission: undefined,
    };
    const name = fileName(arrived.path);
    if (name.startsWith("~$")) return { ...blank, isIgnored: true, drafts: [lockFile(arrived.path, name)] };
    if (arrived.refusal !== undefined) return { ...blank, isIgnored: false, drafts: [arrived.refusal] };
    const understood = await understand(arrived, file);
    const submission = understood.value;
    if (submission === undefined) return { ...blank, isIgnored: false, drafts: understood.findings };
    const { explanations } = submission;
    if (isListOnly(submission)) return { ...blank, isIgnored: true, drafts: [], explanations };
    const rules = validate(submission);
    const left = leaveBehind(submission);
    return {
      ...blank,
      isIgnored: false,
      submission: { ...submission, tables: [], records: [], carried: [] },
      forms: [...new Set(allTables(submission).map((table) => table.form.id))],
      drafts: foldUnstated([...understood.findings, ...rules]),
      contributions: left?.isAll === true ? [] : contribute(submission, index),
      ...(left === undefined ? {} : { left }),
      ...(isTraced ? { evidence: evidenceBytes(allTables(submission)) } : {}),
      explanations,
    };
  };
}

/** A workbook read like any other but not judged; undefined where it cannot be read. */
export type ReadReport = (arrived: ArrivedFile) => Promise<Submission | undefined>;

/** Reads workbooks up to what they say. What is learnt about headings and names is kept from one to the next. */
export function createReadReport(catalogue: Catalogue): ReadReport {
  const read = createSubmissionReader();
  const recognise = createRecogniser(catalogue, fingerprint);
  const normalise = createNormaliser(catalogue);
  return async (arrived) => {
    const book = arrived.refusal === undefined ? await read(arrived.bytes, arrived.path) : undefined;
    if (book?.value === undefined) return undefined;
    return normalise(recognise(book.value, arrived.path).value, { path: arrived.path, sha256: "" }).value;
  };
}

/** Files of earlier periods, read like any other but not judged. */
export interface Recall {
  take(arrived: ArrivedFile): Promise<void>;
  history(): History;
  /** What is said of files that could not be used, or that are no earlier than `now`. */
  unused(now: Period): readonly FindingDraft[];
}

/** Reads the files of earlier periods that a run is compared with: submissions, or outputs of `aggregate`. */
export function createRecall(catalogue: Catalogue): Recall {
  const readReport = createReadReport(catalogue);
  const gatherer = createHistoryGatherer(catalogue);
  return {
    take: async (arrived) => gatherer.add(arrived.path, await readReport(arrived)),
    history: gatherer.history,
    unused: gatherer.unused,
  };
}

/**
 * The file itself, or the files inside it where it is an archive of submissions, one by one; names for which `isWanted` is
 * false are passed over. An archive without any is given as it is, so that taking it in says so.
 */
export function* unpacked(arrived: ArrivedFile, isWanted: (name: string) => boolean): Generator<ArrivedFile> {
  let count = 0;
  for (const member of archiveMembers(arrived.bytes, arrived.path, { isWanted }) ?? []) {
    count++;
    yield { ...member, modified: arrived.modified };
  }
  if (count === 0) yield arrived;
}

/**
 * What was taken in from each file found, as one list in which every submission of an archive has a place of its own.
 * Facts say their file by its place in that list.
 */
export function inOrder(perFile: readonly (readonly TakenFile[])[]): readonly TakenFile[] {
  const isSame = perFile.every(({ length }) => length === 1);
  return isSame
    ? perFile.flat()
    : perFile
        .flat()
        .map((one, place) => ({ ...one, contributions: one.contributions.map((given) => ofFile(given, place)) }));
}

/** How a name is understood in a scope, as reading a workbook of `parent` would; with the stage that decided. */
export function createNameLookUp(
  catalogue: Catalogue,
): (text: string, scope: readonly Unit[], parent?: UnitKey) => NameAnswer {
  const { register } = catalogue;
  const match = createUnitMatcher(register);
  const names = createUnitNames(register, createNameWords());
  return (text, scope, parent) => {
    const spelled = match(text, scope);
    if (spelled.kind === "found") return spelled;
    const named = names.find(text, scope, parent);
    if (named.kind !== "found") return named;
    return { kind: "found", unit: named.unit, stage: named.isBare ? "bare" : "remembered" };
  };
}

/** A file that the system would not give: one finding, and the run goes on. */
export function unreadableFile(path: string, modified: string, reason: string): TakenFile {
  const draft: FindingDraft = {
    code: "V-K10",
    variant: "không mở được",
    place: { file: path },
    values: values({ "lý do": reason }),
  };
  const file = { path, sha256: "" };
  const nothing = { forms: [], contributions: [], explanations: [] };
  return { file, modified, submission: undefined, isIgnored: false, drafts: [draft], ...nothing };
}

/** The findings of files of which none told its unit and period: all returned, nothing added up. */
export function concludeWithoutRequest(taken: readonly TakenFile[], catalogue: Catalogue): RunResult {
  const verdicts = taken.map((one): Verdict => {
    if (one.isIgnored) return "ignored";
    return one.submission === undefined ? "unreadable" : "returned";
  });
  const findings = wordFindings(
    taken.flatMap((one) => one.drafts),
    catalogue.findingTexts,
    catalogue.translate,
  );
  return { taken, verdicts, ...answered(findings, taken, { unit: "", period: "" }), aggregation: undefined };
}

/**
 * Decides what counts, adds up, and words every finding. What was found in a copy of a file, in a file that a later one
 * supersedes, or in one of another period, is not said: that it is left out says enough.
 */
export function conclude(taken: readonly TakenFile[], request: RunRequest, catalogue: Catalogue): RunResult {
  const severityOf = (draft: FindingDraft): Severity => severityOfDraft(draft, catalogue);
  const area: AskedArea = {
    ...request,
    tree: treeAt(catalogue.register, request.asOf),
    unit: catalogue.register.byKey(request.unit),
    grouping: catalogue.register.groupingAt(request.unit, request.asOf),
  };
  const drafts = taken.map((one) =>
    one.submission === undefined ? one.drafts : [...one.drafts, ...outsideRequest(one.submission, area)],
  );
  const admitted = admit({
    files: taken.map((one, index) => ({ ...one, path: one.file.path, findings: at(drafts, index) })),
    request,
    catalogue,
    severityOf,
  });
  const contributions = taken.flatMap((one, index) => (admitted.counted[index] === true ? one.contributions : []));
  const aggregation = aggregate(
    {
      ...request,
      files: taken.map((one) => one.file),
      contributions,
      notCounted: taken.flatMap((one, index) => {
        const unit = one.submission?.unit?.key ?? one.submission?.grouping;
        const verdict = admitted.verdicts[index];
        return unit === undefined || verdict === undefined || admitted.counted[index] === true
          ? []
          : [{ unit, verdict, file: index }];
      }),
    },
    catalogue,
  );
  const plays = taken.map(({ isIgnored }, index) => isIgnored || !LEFT_OUT.has(at(admitted.verdicts, index)));
  const current = drafts.filter((_, index) => at(plays, index)).flat();
  const { history, unused } = request.before;
  const missing = aggregation.coverage.missing.map(({ key }) => key);
  const incomplete = foldMissing(aggregation.findings, { files: taken, said: admitted.findings, missing });
  const besides = [...unused, ...admitted.findings, ...incomplete];
  const asked = checkUnits({ aggregation, contributions, history, said: current }, catalogue);
  const left = taken.map((one, index) => (at(plays, index) ? one.left : undefined));
  const across = checkAcross({ files: aggregation.files, left, contributions }, catalogue);
  const findings = wordFindings(
    [...current, ...besides, ...asked, ...across],
    catalogue.findingTexts,
    catalogue.translate,
  );
  const whole = { unit: request.unit, period: printPeriod(request.period) };
  return {
    taken,
    verdicts: admitted.verdicts,
    ...answered(findings, taken, { ...whole, former: request.before.answers }),
    aggregation,
  };
}

const LEFT_OUT: ReadonlySet<Verdict> = new Set(["duplicate", "superseded", "ignored"]);

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

/** The cells of an output as they stand now; undefined where it is no workbook any more. */
export function outputCells(bytes: Uint8Array, path: string): WorkbookGrid | undefined {
  return readWorkbook(bytes, path).value;
}

/** The unit and period of a run itself, and what was answered in former ones. */
interface WholeRun extends Pick<Question, "unit" | "period"> {
  readonly former?: readonly Explanation[] | undefined;
}

/** Queries with the answers that came in the files of the run; former ones answer what those do not, and are not carried. */
function answered(
  findings: readonly Finding[],
  taken: readonly TakenFile[],
  { former = [], ...whole }: WholeRun,
): Answered {
  const subjects = new Map(taken.map(({ file, submission }) => [file.path, submission]));
  const given = taken.flatMap(({ explanations }) => explanations);
  const told = new Set(given.map(({ question }) => questionKey(question)));
  const added = former.filter(({ question }) => !told.has(questionKey(question)));
  const { findings: asked, carried } = answerFindings(findings, [...given, ...added], (file) => {
    const submission = subjects.get(file);
    if (submission === undefined) return whole;
    const period = submission.period === undefined ? "" : printPeriod(submission.period);
    return { unit: submission.unit?.key ?? submission.grouping ?? "", period };
  });
  return { findings: asked, carried: carried.filter((one) => !added.includes(one)) };
}

/** SHA-256 of a text: of the layout of a form that is sent out, and that comes back. */
export function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function lockFile(path: string, name: string): FindingDraft {
  return { code: "V-K17", place: { file: path }, values: values({ tệp: name }) };
}
