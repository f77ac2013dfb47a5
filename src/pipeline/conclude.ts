// All files taken in → what counts, its totals, and every finding in words.

import { type AggregateRequest, aggregate } from "../aggregate/aggregate.js";
import type { Aggregation, Verdict } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import { type Explanation, type Question, questionKey } from "../model/explanation.js";
import type { Finding, FindingDraft, Severity } from "../model/finding.js";
import type { History } from "../model/history.js";
import { treeAt } from "../model/org-tree.js";
import { at } from "../model/outcome.js";
import { printPeriod } from "../model/period.js";
import { admit } from "../validate/admit.js";
import { type Answered, answerFindings } from "../validate/answer-findings.js";
import { checkAcross } from "../validate/check-across.js";
import { checkUnits } from "../validate/check-units.js";
import { foldMissing } from "../validate/fold-missing.js";
import { type AskedArea, outsideRequest } from "../validate/outside-request.js";
import { severityOfDraft } from "../validate/severity-of-draft.js";
import { wordFindings } from "../validate/word-findings.js";
import type { TakenFile } from "./taken-file.js";

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
    files: taken.map((one, index) => ({ path: one.file.path, findings: at(drafts, index), ...one })),
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
