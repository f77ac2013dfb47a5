// What a run leaves in the ledger of its working folder: files it saw for the first time or judged otherwise than before,
// answers that came with them, and the total of a closed period where it has changed.

import type { FileState, LedgerEntry, Stated } from "../ledger/entry.js";
import { changedTotal, newAnswers, newFileEntries, type SeenFile } from "../ledger/new-entries.js";
import type { Aggregation, Verdict } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import { type Explanation, questionKey } from "../model/explanation.js";
import { groupBy } from "../model/group-by.js";
import { printPeriod } from "../model/period.js";
import type { RunResult } from "../pipeline/conclude.js";
import type { Env } from "./env.js";
import { addToLedger, type DoubtfulFile, ledgerFolder, readLedger } from "./ledger-folder.js";
import type { GivenOptions } from "./options.js";
import { changedTotalText } from "./print/ledger-text.js";
import { wrap } from "./print/wrap.js";
import type { Screen } from "./screen.js";
import { systemCode } from "./system-code.js";
import { writeReason } from "./write-reason.js";

export interface RecordedRun {
  readonly result: RunResult;
  readonly catalogue: Catalogue;
  /** What was added up and written; undefined for a run that only looks at files. */
  readonly stated: Aggregation | undefined;
}

/**
 * Writes down what is new: a run that changed nothing writes nothing, and without a ledger nothing is done. False where
 * the ledger could not be read whole or written, which has then been said; the next run makes up for it.
 */
export async function recordRun(
  run: RecordedRun,
  options: GivenOptions,
  { screen, env }: { readonly screen: Screen; readonly env: Env },
): Promise<boolean> {
  const folder = await ledgerFolder(options.config, env);
  if (folder === undefined) return true;
  const { words, columns } = screen;
  try {
    const doubtful: DoubtfulFile[] = [];
    for (const [period, seen] of groupBy(seenFiles(run.result), (file) => file.period))
      doubtful.push(...(await recordPeriod({ folder, period, seen, run }, screen, env)));
    for (const { path, fault } of doubtful) env.tell(wrap(words.doubtfulLedger(path, fault), columns));
    return doubtful.every(({ fault }) => fault !== "unreadable");
  } catch (fault) {
    if (systemCode(fault) === "") throw fault;
    env.tell(wrap(words.ledgerNotWritten(folder, writeReason(fault, words)), columns));
    return false;
  }
}

interface PeriodOfRun {
  readonly folder: string;
  readonly period: string;
  readonly seen: readonly SeenFile[];
  readonly run: RecordedRun;
}

/** Gives the files of the ledger that could not be relied on. */
async function recordPeriod(
  { folder, period, seen, run }: PeriodOfRun,
  screen: Screen,
  env: Env,
): Promise<readonly DoubtfulFile[]> {
  const { state, doubtful } = await readLedger(folder, period, env);
  const moment = env.now();
  const now = run.stated === undefined ? undefined : statedTotals(run.stated, moment);
  const total = now?.period === period ? changedTotal(now, state) : undefined;
  const entries: readonly LedgerEntry[] = [
    ...newFileEntries(seen, state, moment),
    ...newAnswers(answersIn(run, period), state, moment),
    ...(total === undefined ? [] : [total]),
  ];
  await addToLedger(folder, entries, env);
  const closed = total === undefined ? undefined : state.closed.get(total.unit);
  if (total !== undefined && closed !== undefined) env.tell(changedTotalText({ closed, total }, run.catalogue, screen));
  return doubtful;
}

const STATES: Readonly<Record<Exclude<Verdict, "duplicate">, FileState>> = {
  accepted: "accepted",
  returned: "returned",
  superseded: "superseded",
  unreadable: "unreadable",
  ignored: "received",
};

/** Every file once by its bytes; lock files and lists of findings are no reports. */
export function seenFiles({ taken, verdicts, findings, aggregation }: RunResult): readonly SeenFile[] {
  const errors = groupBy(
    findings.filter(({ severity }) => severity === "error"),
    ({ place }) => place.file,
  );
  const asked = aggregation === undefined ? "" : printPeriod(aggregation.period);
  return taken.flatMap(({ file, submission, modified, isIgnored }, index): readonly SeenFile[] => {
    const verdict = verdicts[index];
    if (verdict === undefined || verdict === "duplicate" || isIgnored || file.sha256 === "") return [];
    const period = submission?.period === undefined ? asked : printPeriod(submission.period);
    const state = STATES[verdict];
    const { unit, grouping, revision = 1 } = submission ?? {};
    const [key, unitName] = [unit?.key ?? grouping ?? "", unit?.name ?? grouping ?? ""];
    const about = { period, unit: key, unitName, revision, state, errors: (errors.get(file.path) ?? []).length };
    return [{ ...about, sha256: file.sha256, path: file.path, saved: modified }];
  });
}

/**
 * Answers about indicators, and about a file as a whole (why it came late); others may speak of persons on a roster, and
 * stay in their own workbooks.
 */
function answersIn({ result, catalogue }: RecordedRun, period: string): readonly Explanation[] {
  const aboutFiles = new Set(
    result.findings.flatMap(({ question, place }) =>
      question === undefined || place.sheet !== undefined ? [] : [questionKey(question)],
    ),
  );
  return result.taken
    .flatMap(({ explanations }) => explanations)
    .filter(({ question }) => question.period === period)
    .filter(({ question }) => catalogue.indicators.has(question.field) || aboutFiles.has(questionKey(question)));
}

/** The totals of a run as a lock keeps them. */
export function statedTotals({ unit, period, totals, coverage }: Aggregation, moment: string): Stated {
  const known = [...totals.values()].flatMap(({ indicator, quantity }) =>
    quantity.kind === "known" ? [[indicator, quantity.value] as const] : [],
  );
  const { received: have, due } = coverage;
  return {
    moment,
    period: printPeriod(period),
    unit: unit.key,
    unitName: unit.name,
    totals: new Map(known),
    have,
    due,
  };
}
