// Which submissions enter the totals: decided here and nowhere else. Nothing is counted twice, nothing is dropped in silence.

import type { Verdict } from "../model/aggregation.js";
import type { Contribution } from "../model/contribution.js";
import type { FindingDraft, Severity } from "../model/finding.js";
import { values } from "../model/finding.js";
import type { LeftBehind } from "../model/left-behind.js";
import { isSamePeriod, type Period, periodInWords } from "../model/period.js";
import type { Register } from "../model/register.js";
import { type FileRef, fileName, type Submission } from "../model/submission.js";
import { conflictsAmong } from "./conflicts.js";

export interface ReceivedFile {
  readonly path: string;
  readonly file: FileRef;
  /** When the file was last changed, as text that orders; only `latest` looks at it. */
  readonly modified: string | undefined;
  /** Undefined where the file could not be read, or is a lock file. */
  readonly submission: Submission | undefined;
  readonly isIgnored: boolean;
  /** True where a closed period does not take it: returned, and nothing that was counted gives way to it. */
  readonly isHeld?: true;
  /** Ids of the forms found. */
  readonly forms: readonly string[];
  /** What the file speaks of: its own unit, or each member of a cluster. */
  readonly contributions: readonly Pick<Contribution, "unit">[];
  readonly findings: readonly FindingDraft[];
  /** What it holds for comparison alone. */
  readonly left?: Pick<LeftBehind, "isAll" | "lists"> | undefined;
}

export interface AdmitRequest {
  readonly files: readonly ReceivedFile[];
  readonly request: {
    /** The period asked for; undefined: each file's own. */
    readonly period: Period | undefined;
    /** Of conflicting files take the one changed last, instead of returning all of them. */
    readonly latest: boolean;
    /** Count the readable values of returned files too. */
    readonly provisional: boolean;
  };
  /** Names the clusters. */
  readonly catalogue: { readonly register: Register };
  readonly severityOf: (draft: FindingDraft) => Severity;
}

export interface Admission {
  /** In the order of the files. */
  readonly verdicts: readonly Verdict[];
  /** Whether its values enter the totals, in the order of the files. */
  readonly counted: readonly boolean[];
  /** New findings: V-D10 for other periods, V-K14 for conflicts. */
  readonly findings: readonly FindingDraft[];
}

/**
 * Gives each file its verdict. Lock files and other periods are ignored, equal bytes count once (the first path), a
 * higher «lần nộp» supersedes, files that contradict one another are returned together, and so is any file with an
 * error or held by a closed period. Accepted files are counted; `provisional` counts returned ones too, but none of those that contradict one
 * another, which would count a unit twice.
 * Findings: V-D10, V-K14.
 */
export function admit({ files, request, catalogue, severityOf }: AdmitRequest): Admission {
  const verdicts = new Map<ReceivedFile, Verdict>();
  const findings: FindingDraft[] = [];
  for (const file of copiesAmong(files)) verdicts.set(file, "duplicate");
  for (const file of files) {
    if (file.isIgnored) verdicts.set(file, "ignored");
    else if (verdicts.has(file)) continue;
    else if (file.submission === undefined) verdicts.set(file, "unreadable");
    else if (isOtherPeriod(file.submission, request.period)) {
      verdicts.set(file, "ignored");
      findings.push(otherPeriod(file, file.submission.period, request.period));
    } else if (file.isHeld === true) verdicts.set(file, "returned");
  }
  const judged = files.filter((file) => !verdicts.has(file));
  const { superseded, conflicts } = conflictsAmong(judged, { latest: request.latest, register: catalogue.register });
  for (const file of superseded) verdicts.set(file, "superseded");
  findings.push(...conflicts);
  const inConflict = new Set(conflicts.map((draft) => draft.place.file));
  for (const file of files) {
    if (verdicts.has(file)) continue;
    const isFaulty = inConflict.has(file.path) || file.findings.some((draft) => severityOf(draft) === "error");
    verdicts.set(file, isFaulty || isNowhere(file) ? "returned" : "accepted");
  }
  const isCounted = (file: ReceivedFile): boolean =>
    verdicts.get(file) === "accepted" ||
    (request.provisional &&
      verdicts.get(file) === "returned" &&
      file.isHeld !== true &&
      !inConflict.has(file.path) &&
      !isNowhere(file));
  return {
    verdicts: files.map((file) => verdicts.get(file) ?? "returned"),
    counted: files.map(isCounted),
    findings,
  };
}

/** Files whose bytes came before under a path that orders earlier. */
function copiesAmong(files: readonly ReceivedFile[]): readonly ReceivedFile[] {
  const seen = new Set<string>();
  return [...files]
    .filter((file) => !file.isIgnored && file.file.sha256 !== "")
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .filter((file) => {
      const isCopy = seen.has(file.file.sha256);
      seen.add(file.file.sha256);
      return isCopy;
    });
}

function isOtherPeriod(submission: Submission, asked: Period | undefined): boolean {
  return asked !== undefined && submission.period !== undefined && !isSamePeriod(submission.period, asked);
}

/** A submission whose unit or period is not known has nowhere to be counted. */
function isNowhere({ submission }: ReceivedFile): boolean {
  return submission?.period === undefined || (submission.unit === undefined && submission.grouping === undefined);
}

function otherPeriod(file: ReceivedFile, own: Period | undefined, asked: Period | undefined): FindingDraft {
  const name = fileName(file.path);
  return {
    code: "V-D10",
    place: { file: file.path },
    values: values({
      tệp: name,
      a: own === undefined ? "" : periodInWords(own),
      b: asked === undefined ? "" : periodInWords(asked),
    }),
  };
}
