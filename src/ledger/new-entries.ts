// A run beside what the ledger knows → the entries that are new. A run that finds nothing changed gives none.

import type { Explanation } from "../model/explanation.js";
import { questionKey } from "../model/explanation.js";
import type { AnswerEntry, FileEntry, Stated, TotalEntry } from "./entry.js";
import type { LedgerState } from "./ledger-state.js";

/** A file of a run as far as the ledger is concerned; without what it took the place of, which is found here. */
export type SeenFile = Omit<FileEntry, "kind" | "moment" | "replaces">;

/** Entries of files that are new or whose state has changed. One period's files and that period's state. */
export function newFileEntries(seen: readonly SeenFile[], state: LedgerState, moment: string): readonly FileEntry[] {
  const entries = new Map<string, FileEntry>();
  const replaced = countedBefore(seen, state);
  for (const file of seen) {
    const known = state.files.get(file.sha256)?.last;
    if (entries.has(file.sha256) || (known !== undefined && isSame(known, file))) continue;
    const before = file.state === "accepted" ? replaced.get(file.unit) : undefined;
    const replaces = known?.replaces || (before === file.sha256 ? "" : (before ?? ""));
    entries.set(file.sha256, { kind: "file", moment, ...file, replaces });
  }
  return [...entries.values()];
}

/** What was answered and is not kept yet. */
export function newAnswers(given: readonly Explanation[], state: LedgerState, moment: string): readonly AnswerEntry[] {
  const isKnown = ({ question, text }: Explanation): boolean =>
    state.answers.get(questionKey(question))?.some((answer) => answer.text === text) === true;
  return given
    .filter((one) => !isKnown(one))
    .map((explanation) => ({ kind: "answer", moment, period: explanation.question.period, explanation }));
}

/** The total of a closed period where it is not what was told last; undefined where it is, or the period is open. */
export function changedTotal(now: Stated, { closed }: LedgerState): TotalEntry | undefined {
  const before = closed.get(now.unit)?.latest;
  return before === undefined || isSameTotal(before, now) ? undefined : { kind: "total", ...now };
}

export function isSameTotal(a: Stated, b: Stated): boolean {
  const isSameFigures =
    a.totals.size === b.totals.size && [...a.totals].every(([code, value]) => b.totals.get(code) === value);
  return isSameFigures && a.have === b.have && a.due === b.due;
}

/** A file that is only passed over now (it was asked for another period) is no less than it was. */
function isSame(known: FileEntry, file: SeenFile): boolean {
  if (file.state === "received") return true;
  const isSameUnit = known.unit === file.unit && known.revision === file.revision;
  return isSameUnit && known.state === file.state && known.errors === file.errors;
}

/** By unit, the file whose place a counted one takes: one of this run, else the one that was counted last. */
function countedBefore(seen: readonly SeenFile[], { files }: LedgerState): ReadonlyMap<string, string> {
  const wasCounted = ({ state }: SeenFile): boolean => state === "accepted" || state === "superseded";
  const before = [...files.values()].flatMap(({ last }) => (wasCounted(last) ? [last] : []));
  const superseded = seen.filter(({ state }) => state === "superseded");
  return new Map(
    [...before, ...superseded].filter(({ unit }) => unit !== "").map(({ unit, sha256 }) => [unit, sha256]),
  );
}
