// A closed period takes a correction only as a higher revision: whatever else has come in the place of a file that was
// counted when the period was closed is returned, and says why.

import { filesByUnit, type LedgerState } from "../ledger/ledger-state.js";
import { type FindingDraft, values } from "../model/finding.js";
import { periodInWords, printPeriod } from "../model/period.js";
import type { Submission } from "../model/submission.js";
import type { TakenFile } from "../pipeline/taken-file.js";
import type { Env } from "./env.js";
import { ledgerFolder, readLedger } from "./ledger-folder.js";
import { dayText } from "./print/ledger-text.js";

/** A unit's report in a closed period. */
interface ClosedReport {
  /** When the period was closed. */
  readonly moment: string;
  /** SHA-256 of the file counted then, and of every correction taken since. */
  readonly taken: ReadonlySet<string>;
  readonly revision: number;
}

/**
 * The files, those marked that a closed period does not take. Without a ledger nothing is read and nothing marked.
 * Finding: V-K14 («kỳ đã khóa»).
 */
export async function holdClosed(
  files: readonly TakenFile[],
  configPath: string | undefined,
  env: Env,
): Promise<readonly TakenFile[]> {
  const folder = await ledgerFolder(configPath, env);
  if (folder === undefined) return files;
  const periods = new Map<string, ReadonlyMap<string, ClosedReport>>();
  for (const { submission } of files) {
    const period = submission?.period === undefined ? undefined : printPeriod(submission.period);
    if (period === undefined || periods.has(period)) continue;
    periods.set(period, closedReports((await readLedger(folder, period, env)).state));
  }
  return files.map((file) => {
    const { submission } = file;
    const period = submission?.period === undefined ? "" : printPeriod(submission.period);
    const closed = periods.get(period)?.get(submission?.unit?.key ?? submission?.grouping ?? "");
    if (submission === undefined || closed === undefined || closed.taken.has(file.file.sha256)) return file;
    if ((submission.revision ?? 1) > closed.revision) return file;
    return { ...file, isHeld: true, drafts: [...file.drafts, heldDraft(submission, closed)] };
  });
}

/** By unit, what was counted where its own period or that of a unit above was closed. */
function closedReports(state: LedgerState): ReadonlyMap<string, ClosedReport> {
  const reports = new Map<string, ClosedReport>();
  const known = filesByUnit(state);
  for (const { lock } of state.closed.values()) {
    for (const { unit, sha256, revision } of lock.counted) {
      const since = (known.get(unit) ?? []).filter(
        ({ last }) => (last.state === "accepted" || last.state === "superseded") && last.moment > lock.moment,
      );
      reports.set(unit, {
        moment: lock.moment,
        taken: new Set([sha256, ...since.map(({ last }) => last.sha256)]),
        revision: Math.max(revision, ...since.map(({ last }) => last.revision)),
      });
    }
  }
  return reports;
}

function heldDraft({ file, unit, grouping, period, revision }: Submission, closed: ClosedReport): FindingDraft {
  return {
    code: "V-K14",
    variant: "kỳ đã khóa",
    place: { file: file.path },
    values: values({
      "đơn vị": unit?.name ?? grouping ?? "",
      kỳ: period === undefined ? "" : periodInWords(period),
      ngày: dayText(closed.moment),
      n: String(revision ?? 1),
      a: String(closed.revision),
    }),
    ...(unit === undefined ? {} : { unit: unit.key }),
  };
}
