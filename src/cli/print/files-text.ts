// What became of the files, where it is not plain acceptance: which are sent back, which are left out and for what.

import { type Finding, SEVERITIES } from "../../model/finding.js";
import { shortList, vietnameseNumber } from "../../model/number-text.js";
import { printPeriod } from "../../model/period.js";
import type { RunResult, TakenFile } from "../../pipeline.js";
import { SEVERITY_WORDS } from "../options.js";
import { countWords } from "./count-words.js";
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
export function returnedText(result: RunResult, columns: number): string {
  const returned = result.taken.filter((_, index) => {
    const verdict = result.verdicts[index];
    return verdict === "returned" || verdict === "unreadable";
  });
  if (returned.length <= FEW) return "";
  const byFile = new Map<string, Finding[]>();
  for (const finding of result.findings) {
    const ofFile = byFile.get(finding.place.file) ?? [];
    byFile.set(finding.place.file, ofFile);
    ofFile.push(finding);
  }
  const lines = returned.slice(0, MOST).map(({ file }) => {
    const severities = (byFile.get(file.path) ?? []).map((finding) => finding.severity);
    return wrap(`${file.path} — ${countWords(severities, SEVERITIES, SEVERITY_WORDS)}`, columns, {
      first: "  ",
      rest: "    ",
    });
  });
  const rest = returned.length - MOST;
  if (rest > 0) lines.push(`  và ${vietnameseNumber(rest)} tệp khác`);
  return ["Các tệp bị trả lại hoặc không đọc được:", ...lines].join("\n");
}

/** Which files are copies or older, and which one is taken instead; "" where there are none. */
export function replacedText(result: RunResult, columns: number): string {
  const copies: string[] = [];
  const older: string[] = [];
  result.taken.forEach((taken, index) => {
    const verdict = result.verdicts[index];
    if (verdict === "duplicate")
      copies.push(
        besides(
          taken,
          standsFor(result, (one) => isCopy(one, taken)),
        ),
      );
    if (verdict === "superseded")
      older.push(
        besides(
          taken,
          standsFor(result, (one) => isSameReport(one, taken)),
        ),
      );
  });
  return [["Trùng với tệp khác, chỉ tính một lần", copies] as const, ["Đã có bản sau, không tính", older] as const]
    .filter(([, files]) => files.length > 0)
    .map(([opening, files]) => wrap(`${opening}: ${shortList(files, "tệp")}.`, columns, { first: "", rest: "  " }))
    .join("\n");
}

function besides({ file }: TakenFile, instead: TakenFile | undefined): string {
  return instead === undefined ? file.path : `${file.path} (lấy ${instead.file.path})`;
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
