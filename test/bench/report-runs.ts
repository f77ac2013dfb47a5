// Reports from figures at hand against exceljs writing the same tables bare, in turn.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./measure.js";
import type { ReportTaskReport } from "./report-task.js";

/** One line of the results: a figure for each round. */
export interface ReportLine {
  readonly label: string;
  readonly figures: readonly number[];
  readonly decimals: number;
}

const PROGRAM = join(ROOT, "test/bench/dist/test/bench/report-task.js");
const REPORTS = [
  ["long", "báo cáo 1.522 dòng × 30 cột"],
  ["kl49", "sơ kết kl49 của một tỉnh, sáu năm"],
] as const;

/** Milliseconds, ratios and peak memory of each report. */
export function reportRuns(folder: string, rounds: number): readonly ReportLine[] {
  return REPORTS.flatMap(([which, name]) => {
    const scratch = join(folder, `${which}.json`);
    const runs = Array.from({ length: rounds }, () => {
      const report = reportTask([which, "report", scratch]);
      return { report, bare: reportTask([which, "bare", scratch]) };
    });
    const of = (label: string, decimals: number, figure: (run: (typeof runs)[number]) => number): ReportLine => ({
      label: `${name}${label}`,
      figures: runs.map(figure),
      decimals,
    });
    return [
      of(", ms", 0, ({ report }) => report.milliseconds),
      of(" / exceljs ghi bảng trơn (cần ≤ 1,5)", 2, ({ report, bare }) => report.milliseconds / bare.milliseconds),
      of(", MB (cần < 250)", 0, ({ report }) => report.peakMegabytes),
    ];
  });
}

function reportTask(words: readonly string[]): ReportTaskReport {
  const child = spawnSync(process.execPath, [PROGRAM, ...words], { encoding: "utf8" });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}
