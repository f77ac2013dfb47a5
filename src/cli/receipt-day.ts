// The day on which a unit's report was there, as far as anything tells it: no file says when it was sent.

import type { KnownFile } from "../ledger/ledger-state.js";
import type { IsoDate } from "../model/iso-date.js";
import { isSamePeriod, type Period } from "../model/period.js";
import { dayInVietnam } from "../model/vietnam-time.js";
import type { TakenFile } from "../pipeline/taken-file.js";

const DAY = 86_400_000;

/** ledger: what was written down when a file of the unit first came · saved: the day its file was last saved. */
export interface ReceiptDay {
  readonly day: IsoDate;
  readonly restsOn: "ledger" | "saved";
}

/**
 * The earliest day any file of the unit is known to have been there: a correction is not late, nor is a file that was
 * copied after it had been received, which sets its saving date anew.
 *
 * @param saved when each of its files in the run was last saved, ISO text
 * @param known its files in the ledger of the period
 */
export function receiptDay(saved: readonly string[], known: readonly KnownFile[]): ReceiptDay | undefined {
  const written = earliest(known.flatMap((file) => [file.saved, file.first.moment]));
  const own = earliest(saved);
  if (written !== undefined && (own === undefined || written <= own)) return { day: written, restsOn: "ledger" };
  return own === undefined ? undefined : { day: own, restsOn: "saved" };
}

/** When the files of each unit or cluster were last saved, by its key; reports of other periods left out. */
export function savedByUnit(files: readonly TakenFile[], period: Period): ReadonlyMap<string, readonly string[]> {
  const saved = new Map<string, string[]>();
  for (const { submission, modified } of files) {
    const key = submission?.unit?.key ?? submission?.grouping;
    if (key === undefined || submission?.period === undefined || !isSamePeriod(submission.period, period)) continue;
    saved.set(key, [...(saved.get(key) ?? []), modified]);
  }
  return saved;
}

/** Whole days after the deadline; 0 on it and before. */
export function daysLate(day: IsoDate, deadline: IsoDate): number {
  return Math.max(0, Math.round((Date.parse(day) - Date.parse(deadline)) / DAY));
}

function earliest(moments: readonly string[]): IsoDate | undefined {
  return moments
    .flatMap((moment) => dayInVietnam(moment) ?? [])
    .sort()
    .at(0);
}
