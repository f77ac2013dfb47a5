// Closing a unit's period in the ledger, and opening it again: what was counted and added up is written down as it is now.

import type { LockEntry, UnlockEntry } from "../ledger/entry.js";
import { isSameTotal } from "../ledger/new-entries.js";
import type { Aggregation } from "../model/aggregation.js";
import type { Catalogue } from "../model/catalogue.js";
import { vietnameseNumber } from "../model/number-text.js";
import { printPeriod } from "../model/period.js";
import { UsageError } from "../model/usage-error.js";
import type { RunResult } from "../pipeline/conclude.js";
import { translationInto } from "./declarations.js";
import type { Env } from "./env.js";
import { languageOf } from "./language.js";
import { addToLedger, readLedger } from "./ledger-folder.js";
import type { GivenOptions } from "./options.js";
import { dayText } from "./print/ledger-text.js";
import { wrap } from "./print/wrap.js";
import { recordRun, seenFiles, statedTotals } from "./record-run.js";
import { screenFor } from "./screen.js";
import { systemCode } from "./system-code.js";
import { writeReason } from "./write-reason.js";

export type Closing = "lock" | "unlock";

/** What is asked for; undefined where neither is. @throws UsageError `lock` where both are */
export function closing({ lock, unlock }: GivenOptions): Closing | undefined {
  if (lock === true && unlock === true) {
    throw new UsageError("lock", "Không thể vừa khóa vừa mở khóa một kỳ.", "Chỉ ghi --lock, hoặc chỉ ghi --unlock.");
  }
  if (lock === true) return "lock";
  return unlock === true ? "unlock" : undefined;
}

export interface ClosingRun {
  readonly run: {
    readonly aggregation: Aggregation;
    readonly result: RunResult;
    readonly catalogue: Catalogue;
  };
  readonly folder: string | undefined;
  readonly change: Closing;
}

/**
 * Closes or opens the period of a run and says so; the files of the run are recorded with it. A period that is closed with
 * the same totals, or open already, stays as it is. False where the ledger could not be written, which has been said.
 *
 * @throws UsageError `no-ledger` where no ledger is kept
 */
export async function changeClosing(
  { run, folder, change }: ClosingRun,
  options: GivenOptions,
  env: Env,
): Promise<boolean> {
  if (folder === undefined) {
    throw new UsageError(
      "no-ledger",
      "Chưa có sổ nhận để ghi việc khóa kỳ.",
      "Ghi dòng «so-nhan: so-nhan» vào khuyenhoc.yaml, hoặc tạo thư mục làm việc bằng khuyenhoc init.",
    );
  }
  const { aggregation, result, catalogue } = run;
  const screen = screenFor(options, env);
  const isRecorded = await recordRun({ result, catalogue, stated: aggregation }, options, { screen, env });
  if (!isRecorded) return false;
  const { state } = await readLedger(folder, printPeriod(aggregation.period), env);
  const closed = state.closed.get(aggregation.unit.key);
  const by = options.by ?? "";
  const entry = change === "lock" ? lockOf(run, by, env) : unlockOf(aggregation, by, env);
  const isSame =
    entry.kind === "unlock" ? closed === undefined : closed !== undefined && isSameTotal(closed.latest, entry);
  try {
    if (!isSame) await addToLedger(folder, [entry], env);
  } catch (fault) {
    if (systemCode(fault) === "") throw fault;
    env.tell(wrap(screen.words.ledgerNotWritten(folder, writeReason(fault, screen.words)), env.columns));
    return false;
  }
  const since = isSame ? closed?.lock.moment : undefined;
  const say = await translationInto(languageOf(options.lang), env);
  env.tell(`${wrap(say(entry.kind === "lock" ? lockedText(entry, since) : OPEN), env.columns)}\n`);
  return true;
}

const OPEN = "Kỳ này không khóa: tệp sửa được nhận như thường.";

function lockedText({ have, due, counted }: LockEntry, since: string | undefined): string {
  if (since !== undefined) return `Kỳ này đã khóa từ ngày ${dayText(since)}, tổng không đổi.`;
  const units = due === 0 ? "" : `, ${vietnameseNumber(have)}/${vietnameseNumber(due)} đơn vị`;
  return `Đã khóa kỳ này với ${vietnameseNumber(counted.length)} tệp${units}. Từ nay chỉ nhận bản sửa có lần nộp lớn hơn.`;
}

function lockOf({ aggregation, result }: ClosingRun["run"], by: string, env: Env): LockEntry {
  const counted = seenFiles(result).filter(({ state }) => state === "accepted");
  return {
    kind: "lock",
    ...statedTotals(aggregation, env.now()),
    by,
    counted: counted.map(({ unit, sha256, revision }) => ({ unit, sha256, revision })),
  };
}

function unlockOf({ unit, period }: Aggregation, by: string, env: Env): UnlockEntry {
  return { kind: "unlock", moment: env.now(), period: printPeriod(period), unit: unit.key, by };
}
