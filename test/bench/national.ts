// `BENCH=quoc-gia npm run bench`: a national month beside a cluster's in one run, exceljs on a sample of the same files, and
// a five-year review from the national summaries that were kept.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { shippedFixtureCatalogue } from "../../fixtures/kit/catalogue.js";
import { commandRun, compileTasks, type Measured, startUp, task } from "./measure.js";
import { CLUSTER, generateNation, generateYears, type NationalCorpus } from "./national-corpus.js";

const NATION = "VN";
const SAMPLE = 60;
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
  const add = (paths: readonly string[], unit: string, ...more: string[]) =>
    commandRun(["aggregate", ...paths, "--unit", unit, "--config", config, "--out", `${unit}.xlsx`, ...more], folder);
  const start = startUp(folder);
  const list = join(folder, "files.txt");
  writeFileSync(list, files.join("\n"));
  const few = add(provinces, CLUSTER, "--jobs", "1");
  const many = add([join(folder, "bai-nop")], NATION, "--jobs", "1");
  const beside = add([join(folder, "bai-nop")], NATION);
  const exceljs = task("exceljs", list, SAMPLE);
  const [cold, keep, recall] = [task("traced", list), task("keep", list), task("recall", list)];
  const each = ({ milliseconds }: { readonly milliseconds: number }, count: number): number =>
    (milliseconds - start) / count;
  const [slow, quick] = [each(many, files.length), each(few, clusterFiles.length)];
  const loading = (exceljs.milliseconds / exceljs.files) * files.length;
  say(
    `cụm ${clusterFiles.length} tệp, một luồng: ${seconds(few.milliseconds)}, ${quick.toFixed(2)} ms/tệp, ${few.peakMegabytes.toFixed(0)} MB`,
  );
  say(
    `cả nước ${files.length} tệp, một luồng: ${seconds(many.milliseconds)}, ${slow.toFixed(2)} ms/tệp, ${many.peakMegabytes.toFixed(0)} MB`,
  );
  say(`cả nước, số luồng máy tự chọn: ${seconds(beside.milliseconds)}, ${beside.peakMegabytes.toFixed(0)} MB`);
  say(`ms/tệp ở ${files.length} so với ${clusterFiles.length} (cần ≤ 1,2): ${(slow / quick).toFixed(2)}`);
  const reading = (one: Measured): string => `${(one.milliseconds / one.files).toFixed(2)} ms/tệp`;
  say(`chỉ đọc ${reading(cold)}; đọc và nhớ lại ${reading(keep)}; lấy lại từ bộ nhớ ${reading(recall)}`);
  say(`lấy lại / đọc (cần ≤ 0,25): ${(recall.milliseconds / cold.milliseconds).toFixed(2)}`);
  say(
    `nhanh hơn exceljs chỉ nạp (mẫu ${SAMPLE}, nhân lên ${seconds(loading)}; cần ≥ 8): ${(loading / many.milliseconds).toFixed(1)}`,
  );
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
  const { milliseconds, peakMegabytes } = commandRun(review, folder);
  say(
    `\nSơ kết 5 năm cả nước từ ${kept.length} tệp tổng hợp đã lưu: ${seconds(milliseconds)}, ${peakMegabytes.toFixed(0)} MB`,
  );
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} giây`;
}
