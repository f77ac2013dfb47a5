// V-D08: a direct reporter whose report came after the deadline that the office has declared is asked why.

import { filesByUnit, type KnownFile } from "../ledger/ledger-state.js";
import type { Catalogue } from "../model/catalogue.js";
import { type FindingDraft, values } from "../model/finding.js";
import { type IsoDate, vietnameseDate } from "../model/iso-date.js";
import { vietnameseNumber } from "../model/number-text.js";
import { isSamePeriod, printPeriod } from "../model/period.js";
import { membersOf } from "../model/reporters-below.js";
import type { Submission } from "../model/submission.js";
import type { TakenFile } from "../pipeline/taken-file.js";
import { configInForce } from "./declarations.js";
import type { Env } from "./env.js";
import { ledgerFolder, readLedger } from "./ledger-folder.js";
import { daysLate, type ReceiptDay, receiptDay, savedByUnit } from "./receipt-day.js";
import type { SettledRequest } from "./settle-request.js";

/** What a run is about, and the configuration that holds for it. */
export interface LateAsked {
  readonly request: SettledRequest;
  readonly catalogue: Catalogue;
  readonly configPath: string | undefined;
}

/**
 * The files, those with a query that came late, judged as `status` judges them: reports of the asked unit's direct
 * reporters alone, for a deadline is what an office sets those who report to it. Without a declared deadline for the
 * period nothing is read and nothing asked. The question is about the deadline, not about the day, so that an answer
 * holds though the answered file is saved and sent again.
 *
 * @throws UsageError as `configInForce`
 */
export async function askAboutLate(
  files: readonly TakenFile[],
  { request, catalogue, configPath }: LateAsked,
  env: Env,
): Promise<readonly TakenFile[]> {
  const period = printPeriod(request.period);
  const deadline = (await configInForce(configPath, env)).deadlines.get(period);
  if (deadline === undefined) return files;
  const folder = await ledgerFolder(configPath, env);
  const known = folder === undefined ? NOTHING_KNOWN : filesByUnit((await readLedger(folder, period, env)).state);
  const direct = directReporters(request, catalogue);
  const saved = savedByUnit(files, request.period);
  return files.map((file) => {
    const { submission } = file;
    const key = submission?.unit?.key ?? submission?.grouping ?? "";
    const isOfPeriod = submission?.period !== undefined && isSamePeriod(submission.period, request.period);
    if (submission === undefined || !isOfPeriod || !direct.has(key)) return file;
    const received = receiptDay(saved.get(key) ?? [], known.get(key) ?? []);
    if (received === undefined || daysLate(received.day, deadline) === 0) return file;
    return { ...file, drafts: [...file.drafts, lateDraft(submission, received, deadline)] };
  });
}

const NOTHING_KNOWN: ReadonlyMap<string, readonly KnownFile[]> = new Map();

function directReporters({ unit: asked, asOf }: SettledRequest, { register }: Catalogue): ReadonlySet<string> {
  const tree = register.treeOn(asOf);
  const [unit, grouping] = [register.byKey(asked), register.groupingAt(asked, asOf)];
  const members = grouping === undefined ? [] : membersOf(grouping, tree);
  return new Set((unit === undefined ? members : tree.reportersTo(unit.key)).map(({ key }) => key));
}

function lateDraft(
  { file, unit, grouping }: Submission,
  { day, restsOn }: ReceiptDay,
  deadline: IsoDate,
): FindingDraft {
  return {
    code: "V-D08",
    ...(restsOn === "saved" ? { variant: "ngày lưu" } : {}),
    place: { file: file.path },
    values: values({
      tên: unit?.name ?? grouping ?? "",
      ngày: vietnameseDate(day),
      k: vietnameseNumber(daysLate(day, deadline)),
      hạn: vietnameseDate(deadline),
    }),
    asks: deadline,
    ...(unit === undefined ? {} : { unit: unit.key }),
  };
}
