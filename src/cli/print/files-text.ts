// What became of the files, where it is not plain acceptance: which are sent back, which are left out and for what.

import { groupBy } from "../../model/group-by.js";
import { vietnameseNumber } from "../../model/number-text.js";
import { printPeriod } from "../../model/period.js";
import type { RunResult } from "../../pipeline/conclude.js";
import type { TakenFile } from "../../pipeline/taken-file.js";
import type { Screen } from "../screen.js";
import { findingCounts } from "./finding-counts.js";
import { wrap } from "./wrap.js";

/** Fewer files than these are seen at a glance in the list of findings. */
const FEW = 3;
const MOST = 40;

/**
 * The files that are not counted, with their faults, where they are many; "" where they are few:
 *
 *   Các tệp bị trả lại hoặc không đọc được:
 *     bai-nop/huc.xlsx — 3 lỗi, 1 cần giải trình
 */
export function returnedText(result: RunResult, { columns, words }: Screen): string {
  const returned = result.taken.filter((_, index) => {
    const verdict = result.verdicts[index];
    return verdict === "returned" || verdict === "unreadable";
  });
  if (returned.length <= FEW) return "";
  const byFile = groupBy(result.findings, ({ place }) => place.file);
  const lines = returned.slice(0, MOST).map(({ file }) => {
    return wrap(`${file.path} — ${findingCounts(byFile.get(file.path) ?? [], words)}`, columns, {
      first: "  ",
      rest: "    ",
    });
  });
  const rest = returned.length - MOST;
  if (rest > 0) lines.push(`  ${words.moreFiles(vietnameseNumber(rest))}`);
  return [words.returnedFiles, ...lines].join("\n");
}

/** Which files are copies or older, and which one is taken instead; "" where there are none. */
export function replacedText(result: RunResult, { columns, words }: Screen): string {
  const copies: string[] = [];
  const older: string[] = [];
  for (const [index, taken] of result.taken.entries()) {
    const verdict = result.verdicts[index];
    const beside = (fits: (one: TakenFile, other: TakenFile) => boolean): string => {
      const instead = standsFor(result, (one) => fits(one, taken));
      return instead === undefined ? taken.file.path : words.instead(taken.file.path, instead.file.path);
    };
    if (verdict === "duplicate") copies.push(beside(isCopy));
    if (verdict === "superseded") older.push(beside(isSameReport));
  }
  return [copies.length === 0 ? "" : words.copies(copies), older.length === 0 ? "" : words.older(older)]
    .filter((line) => line !== "")
    .map((line) => wrap(line, columns, { first: "", rest: "  " }))
    .join("\n");
}

/** The file that is counted, or sent back, in another's stead. */
function standsFor(result: RunResult, fits: (candidate: TakenFile) => boolean): TakenFile | undefined {
  return result.taken.find((candidate, index) => {
    const verdict = result.verdicts[index];
    return (verdict === "accepted" || verdict === "returned") && fits(candidate);
  });
}

function isCopy(one: TakenFile, other: TakenFile): boolean {
  return one.file.sha256 === other.file.sha256;
}

function isSameReport({ submission: one }: TakenFile, { submission: other }: TakenFile): boolean {
  if (one?.unit === undefined || one.period === undefined || other?.period === undefined) return false;
  return one.unit.key === other.unit?.key && printPeriod(one.period) === printPeriod(other.period);
}
