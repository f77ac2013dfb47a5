// `BENCH=quoc-gia npm run bench`: a national month beside a cluster's in one run, exceljs on a sample of the same files, and
// a five-year review from the national summaries that were kept. Growth is told in processor time.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { shippedFixtureCatalogue } from "../../fixtures/kit/catalogue.js";
import { type CommandRun, commandRun, compileTasks, type Measured, task } from "./measure.js";
import { CLUSTER, generateNation, generateYears, type NationalCorpus } from "./national-corpus.js";

const NATION = "VN";
/** So many that exceljs has warmed up. */
const SAMPLE = 600;
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? "1");

/** Prints what was measured, through `say`; everything is written below `folder`. */
export async function benchNation(folder: string, say: (text: string) => void): Promise<void> {
  compileTasks();
  const catalogue = shippedFixtureCatalogue();
  const corpus = await generateNation(folder, catalogue);
  const { files, clusterFiles, branchRows, megabytes } = corpus;
  say(
    `Dữ liệu: ${files.length} tệp, ${branchRows} dòng chi hội, ${megabytes.toFixed(0)} MB; cụm ${clusterFiles.length} tệp`,
  );
  for (let round = 1; round <= ROUNDS; round += 1) {
    say(`\nVòng ${round}/${ROUNDS}`);
    measureMonth(corpus, folder, say);
  }
  await measureReview(folder, await generateYears(folder, catalogue), say);
}

export function measureMonth(corpus: NationalCorpus, folder: string, say: (text: string) => void): void {
  const { files, clusterFiles, config } = corpus;
  const provinces = [...new Set(clusterFiles.map((path) => path.replace(/[\\/][^\\/]+$/, "")))];
  const add = (paths: readonly string[], unit: string, ...more: string[]): CommandRun =>
    commandRun(["aggregate", ...paths, "--unit", unit, "--config", config, "--out", `${unit}.xlsx`, ...more], folder);
  const list = join(folder, "files.txt");
  writeFileSync(list, files.join("\n"));
  const [one] = files;
  const start = one === undefined ? Number.NaN : add([one], CLUSTER).cpuMilliseconds;
  const few = add(provinces, CLUSTER, "--jobs", "1");
  const many = add([join(folder, "bai-nop")], NATION, "--jobs", "1");
  const beside = add([join(folder, "bai-nop")], NATION);
  const each = (run: CommandRun, count: number): number => (run.cpuMilliseconds - start) / count;
  const growth = each(many, files.length) / each(few, clusterFiles.length);
  say(`cụm ${clusterFiles.length} tệp, một luồng: ${runText(few, clusterFiles.length)}`);
  say(`cả nước ${files.length} tệp, một luồng: ${runText(many, files.length)}`);
  say(`cả nước, số luồng máy tự chọn: ${runText(beside, files.length)}`);
  say(`một tệp ở ${files.length} so với ${clusterFiles.length}, trừ khởi động (cần ≤ 1,2): ${growth.toFixed(2)}`);
  const exceljs = task("exceljs", list, SAMPLE);
  const scale = files.length / exceljs.files;
  const [loading, work] = [exceljs.milliseconds * scale, exceljs.cpuMilliseconds * scale];
  say(`exceljs chỉ nạp, mẫu ${SAMPLE} nhân lên: ${seconds(loading)} (bộ xử lý ${seconds(work)})`);
  say(`aggregate với số luồng máy tự chọn nhanh hơn (cần ≥ 8): ${(loading / beside.milliseconds).toFixed(1)}`);
  say(`tính theo bộ xử lý, aggregate một luồng: ${(work / many.cpuMilliseconds).toFixed(1)}`);
  measureMemory(list, say);
}

/** Reading alone, against finding what was read before; hashing is part of both. */
function measureMemory(list: string, say: (text: string) => void): void {
  const [cold, keep, recall] = [task("traced", list), task("keep", list), task("recall", list)];
  const each = ({ cpuMilliseconds, files }: Measured): string => `${(cpuMilliseconds / files).toFixed(2)} ms/tệp`;
  say(`chỉ đọc ${each(cold)}; đọc và nhớ lại ${each(keep)}; lấy lại từ bộ nhớ ${each(recall)}`);
  say(`lấy lại / đọc (cần ≤ 0,25): ${(recall.cpuMilliseconds / cold.cpuMilliseconds).toFixed(2)}`);
}

/** Summaries of seven years are made first and kept; the review reads them alone. */
export async function measureReview(
  folder: string,
  years: readonly string[],
  say: (text: string) => void,
): Promise<void> {
  const kept = years.map((year) => {
    const out = `${year}.xlsx`;
    commandRun(["aggregate", year, "--unit", NATION, "--out", out], folder);
    return out;
  });
  const review = ["report", "kl49", ...kept, "--unit", NATION, "--out", "kl49.xlsx"];
  const run = commandRun(review, folder);
  say(`\nSơ kết 5 năm cả nước từ ${kept.length} tệp tổng hợp đã lưu: ${runText(run, kept.length)}`);
}

/** «8,1 giây (bộ xử lý 7,5 giây, 0,71 ms/tệp), 310 MB» */
function runText({ milliseconds, cpuMilliseconds, peakMegabytes }: CommandRun, count: number): string {
  const each = `${(cpuMilliseconds / count).toFixed(2)} ms/tệp`;
  return `${seconds(milliseconds)} (bộ xử lý ${seconds(cpuMilliseconds)}, ${each}), ${peakMegabytes.toFixed(0)} MB`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} giây`;
}
