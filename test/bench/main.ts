// `npm run bench`: times the program against what nothing can beat (inflating the files) and what it replaces
// (exceljs loading them). Ratios of one run are the result; milliseconds belong to the machine.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { annotateRatios } from "./annotate.js";
import { type Corpus, generateCorpus } from "./generate.js";
import { benchLargeFiles } from "./large-files.js";
import { aggregateRun, blankForms, compileTasks, type Measured, startUp, task, versionRatios } from "./measure.js";
import { benchNation } from "./national.js";
import { reportRuns } from "./report-runs.js";
import { saveCells } from "./saved-cells.js";
import { traceSeconds } from "./trace-run.js";

const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? "5");
/** So many that exceljs has warmed up: of sixty files its first second would be multiplied by twenty-five. */
const SAMPLE = 500;

/** What one round measured. */
interface Round {
  readonly inflate: Measured;
  readonly facts: Measured;
  /** As `facts`, with every rule run. */
  readonly judged: Measured;
  readonly exceljs: Measured;
  readonly rewrite: Measured;
  readonly aggregate: { readonly wholeMilliseconds: number; readonly peakMegabytes: number };
  /** Milliseconds of a run over some of the files, and how many they are. */
  readonly part: { readonly wholeMilliseconds: number; readonly files: number };
  readonly startUp: number;
  readonly traceSeconds: number;
}

const folder = mkdtempSync(join(tmpdir(), "khuyenhoc-bench-"));
try {
  if (process.env["BENCH"] === "quoc-gia") await benchNation(folder, say);
  else await benchCluster();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function benchCluster(): Promise<void> {
  compileTasks();
  const corpus = await generateCorpus(join(folder, "bai-nop"));
  describeRun(corpus);
  const rounds: Round[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    rounds.push(await measureRound(corpus));
    say(`vòng ${round}/${ROUNDS}`);
  }
  reportTimes(rounds, corpus.files.length);
  reportRatios(rounds, corpus.files.length);
  reportMemory(rounds);
  reportBlankForms();
  for (const { label, figures, decimals } of reportRuns(folder, ROUNDS)) report(label, figures, decimals);
  report("đánh dấu lỗi / đọc (cần ≤ 5)", await annotateRatios(corpus.files), 2);
  benchLargeFiles(folder, say);
  report("--version / node rỗng (cần ≤ 1,5)", versionRatios(folder), 2);
}

function describeRun({ files, branchRows, filledCells, bytes }: Corpus): void {
  const processor = `${cpus()[0]?.model ?? "?"}, ${cpus().length} nhân, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  say(`Máy: ${processor}, Node ${process.version}`);
  say(
    `Dữ liệu: ${files.length} tệp, ${branchRows} dòng chi hội, 4 trang mỗi tệp, ${Math.round(filledCells / files.length)} ô có nội dung mỗi tệp, ${(bytes / 2 ** 20).toFixed(1)} MB`,
  );
}

/** Each task once, one after the other, so that what slows the machine down slows all of them. */
async function measureRound({ files }: Corpus): Promise<Round> {
  const list = join(folder, "files.txt");
  const cells = join(folder, "cells.json");
  const out = join(folder, "out.xlsx");
  const few = files.filter((_, index) => index % 10 === 0).slice(0, 150);
  writeFileSync(list, files.join("\n"));
  const [inflate, facts, judged] = [task("inflate", list), task("facts", list), task("take-in", list)];
  const aggregate = aggregateRun([join(folder, "bai-nop")], folder, out);
  await saveCells(out, cells);
  return {
    inflate,
    facts,
    judged,
    aggregate,
    rewrite: task("rewrite", cells),
    exceljs: task("exceljs", list, SAMPLE),
    part: aggregateRun(few, folder, join(folder, "out-150.xlsx")),
    startUp: startUp(folder),
    traceSeconds: traceSeconds(out, folder),
  };
}

function reportTimes(rounds: readonly Round[], count: number): void {
  const of = (label: string, figure: (round: Round) => number): void => report(label, rounds.map(figure), 2);
  say(`\nChỉ phần việc, khi tiến trình đã khởi động (${count} tệp):`);
  of("đọc đến số liệu, ms/tệp", ({ facts }) => perFile(facts));
  of("chỉ giải nén, ms/tệp", ({ inflate }) => perFile(inflate));
  of(`exceljs chỉ nạp, ms/tệp (mẫu ${SAMPLE})`, ({ exceljs }) => perFile(exceljs));
  say("\nCả tiến trình, từ lúc gọi đến lúc xong:");
  of("aggregate, giây", ({ aggregate }) => aggregate.wholeMilliseconds / 1000);
  of("chỉ đọc đến số liệu, giây", ({ facts }) => facts.wholeMilliseconds / 1000);
  of("exceljs chỉ ghi những ô của tệp tổng hợp, giây", ({ rewrite }) => rewrite.wholeMilliseconds / 1000);
  of("truy nguồn một số của tệp tổng hợp, giây (cần < 1)", (round) => round.traceSeconds);
  of("khởi động và kiểm tra một tệp, giây", (round) => round.startUp / 1000);
}

function reportRatios(rounds: readonly Round[], count: number): void {
  const of = (label: string, decimals: number, figure: (round: Round) => number): void =>
    report(label, rounds.map(figure), decimals);
  say("\nTỉ lệ trong cùng một vòng:");
  of("đọc nhanh hơn exceljs nạp (cần ≥ 10)", 1, ({ exceljs, facts }) => perFile(exceljs) / perFile(facts));
  of("đọc / giải nén (cần ≤ 8)", 2, ({ facts, inflate }) => perFile(facts) / perFile(inflate));
  of(
    "quy tắc thêm vào thời gian đọc, % (cần ≤ 60)",
    0,
    ({ judged, facts }) => (perFile(judged) / perFile(facts) - 1) * 100,
  );
  of(
    "aggregate nhanh hơn exceljs nạp (cần ≥ 4)",
    1,
    ({ exceljs, aggregate }) => (perFile(exceljs) * count) / aggregate.wholeMilliseconds,
  );
  of(
    "aggregate / (đọc + 1,3 × exceljs ghi) (cần ≤ 1)",
    2,
    ({ aggregate, facts, rewrite }) =>
      aggregate.wholeMilliseconds / (facts.wholeMilliseconds + 1.3 * rewrite.wholeMilliseconds),
  );
  of(
    "ms/tệp ở 1.522 so với 150, trừ khởi động (cần ≤ 1,2)",
    2,
    ({ aggregate, part, startUp: start }) =>
      (aggregate.wholeMilliseconds - start) / count / ((part.wholeMilliseconds - start) / part.files),
  );
}

function reportMemory(rounds: readonly Round[]): void {
  const of = (label: string, figure: (round: Round) => { readonly peakMegabytes: number }): void =>
    report(
      label,
      rounds.map((round) => figure(round).peakMegabytes),
      0,
    );
  say("\nBộ nhớ đỉnh, do tiến trình tự báo:");
  of("aggregate, MB (cần < 350)", ({ aggregate }) => aggregate);
  of("chỉ giải nén, MB", ({ inflate }) => inflate);
  of("chỉ đọc đến số liệu, MB", ({ facts }) => facts);
  of("exceljs chỉ nạp, MB", ({ exceljs }) => exceljs);
  of("exceljs chỉ ghi, MB", ({ rewrite }) => rewrite);
}

function reportBlankForms(): void {
  const runs = Array.from({ length: ROUNDS }, blankForms);
  say(`\nBiểu trống (${runs[0]?.forms} tệp):`);
  const of = (label: string, decimals: number, figure: (run: (typeof runs)[number]) => number): void =>
    report(label, runs.map(figure), decimals);
  of("mỗi biểu, ms", 2, ({ each }) => each);
  of("mỗi biểu làm mới bằng exceljs, ms", 2, ({ eachAfresh }) => eachAfresh);
  of("nhanh hơn làm mới bằng exceljs (cần ≥ 5)", 1, ({ each, eachAfresh }) => eachAfresh / each);
  of("bộ nhớ đỉnh, MB (cần < 300)", 0, ({ peakMegabytes }) => peakMegabytes);
}

function perFile({ milliseconds, files }: Measured): number {
  return milliseconds / files;
}

/** Median (least–most) of a figure over the rounds. */
function report(label: string, figures: readonly number[], decimals: number): void {
  const sorted = [...figures].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const spread = `${(sorted[0] ?? Number.NaN).toFixed(decimals)}–${(sorted.at(-1) ?? Number.NaN).toFixed(decimals)}`;
  say(`${label.padEnd(58)} ${median.toFixed(decimals).padStart(8)}   (${spread})`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
