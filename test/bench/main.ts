// `npm run bench`: times the program against what nothing can beat (inflating the files) and what it replaces
// (exceljs loading them). Ratios of one run are the result; milliseconds belong to the machine.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateCorpus } from "./generate.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? "5");
const SAMPLE = 60;

interface Measured {
  readonly milliseconds: number;
  readonly files: number;
  readonly peakMegabytes: number;
}

const folder = mkdtempSync(join(tmpdir(), "khuyenhoc-bench-"));
try {
  await bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const corpus = await generateCorpus(join(folder, "bai-nop"));
  const count = corpus.files.length;
  const list = join(folder, "files.txt");
  const short = join(folder, "files-150.txt");
  writeFileSync(list, corpus.files.join("\n"));
  const few = corpus.files.filter((_, index) => index % 10 === 0).slice(0, 150);
  writeFileSync(short, few.join("\n"));
  say(
    `Máy: ${cpus()[0]?.model ?? "?"}, ${cpus().length} nhân, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  );
  say(
    `Dữ liệu: ${count} tệp, ${corpus.branchRows} dòng chi hội, 4 trang mỗi tệp, ${Math.round(corpus.filledCells / count)} ô có nội dung mỗi tệp, ${(corpus.bytes / 2 ** 20).toFixed(1)} MB`,
  );
  const rows = [];
  for (let round = 0; round < ROUNDS; round++) {
    const inflate = task("inflate", list);
    const facts = task("facts", list);
    const exceljs = task("exceljs", list, SAMPLE);
    const whole = aggregateRun(join(folder, "bai-nop"), join(folder, "out.xlsx"));
    const rewrite = task("rewrite", join(folder, "out.xlsx"));
    const part = aggregateRun(few, join(folder, "out-150.xlsx"));
    const none = startUp();
    rows.push({ inflate, facts, exceljs, whole, rewrite, part, none });
    say(`vòng ${round + 1}/${ROUNDS}`);
  }
  const perFile = (one: Measured): number => one.milliseconds / one.files;
  say("");
  report(
    "đọc đến số liệu, ms/tệp",
    rows.map((row) => perFile(row.facts)),
    2,
  );
  report(
    "chỉ giải nén, ms/tệp",
    rows.map((row) => perFile(row.inflate)),
    2,
  );
  report(
    `exceljs chỉ nạp, ms/tệp (mẫu ${SAMPLE})`,
    rows.map((row) => perFile(row.exceljs)),
    2,
  );
  report(
    "aggregate trọn vẹn, giây",
    rows.map((row) => row.whole.milliseconds / 1000),
    2,
  );
  say("");
  report(
    "đọc nhanh hơn exceljs nạp (cần ≥ 10)",
    rows.map((row) => perFile(row.exceljs) / perFile(row.facts)),
    1,
  );
  report(
    "đọc / giải nén (cần ≤ 8)",
    rows.map((row) => perFile(row.facts) / perFile(row.inflate)),
    2,
  );
  report(
    "aggregate nhanh hơn exceljs nạp (cần ≥ 4)",
    rows.map((row) => (perFile(row.exceljs) * count) / row.whole.milliseconds),
    1,
  );
  report(
    "aggregate / (đọc + 1,3 × exceljs ghi) (cần ≤ 1)",
    rows.map((row) => row.whole.milliseconds / (row.facts.milliseconds + 1.3 * row.rewrite.milliseconds)),
    2,
  );
  report(
    "ms/tệp ở 1.522 so với 150, trừ khởi động (cần ≤ 1,2)",
    rows.map((row) => (row.whole.milliseconds - row.none) / count / ((row.part.milliseconds - row.none) / few.length)),
    2,
  );
  report(
    "bộ nhớ đỉnh aggregate, MB (cần < 350)",
    rows.map((row) => row.whole.peakMegabytes),
    0,
  );
  report(
    "bộ nhớ đỉnh chỉ giải nén, MB",
    rows.map((row) => row.inflate.peakMegabytes),
    0,
  );
  report(
    "bộ nhớ đỉnh đọc, MB",
    rows.map((row) => row.facts.peakMegabytes),
    0,
  );
  report(
    "bộ nhớ đỉnh exceljs nạp, MB",
    rows.map((row) => row.exceljs.peakMegabytes),
    0,
  );
  versionStart();
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** min–median–max of a figure over the rounds. */
function report(label: string, figures: readonly number[], decimals: number): void {
  const sorted = [...figures].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const spread = `${(sorted[0] ?? Number.NaN).toFixed(decimals)}–${(sorted.at(-1) ?? Number.NaN).toFixed(decimals)}`;
  say(`${label.padEnd(58)} ${median.toFixed(decimals).padStart(8)}   (${spread})`);
}

function task(name: string, list: string, sample = 0): Measured {
  const script = join(ROOT, "test/bench/task.ts");
  const child = spawnSync(process.execPath, ["--import", "tsx", script, name, list, String(sample)], {
    cwd: ROOT,
    encoding: "utf8",
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

/** The command itself, as a whole process: time from outside, peak memory as the process saw it at its end. */
function aggregateRun(target: string | readonly string[], out: string): Measured {
  const peak = join(folder, "peak.txt");
  const paths = typeof target === "string" ? [target] : target;
  const started = performance.now();
  const child = spawnSync(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(`import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(${JSON.stringify(peak)},String(process.resourceUsage().maxRSS)))`)}`,
      join(ROOT, "bin/khuyenhoc.js"),
      "aggregate",
      ...paths,
      "--unit",
      "cum-4",
      "--config",
      join(ROOT, "fixtures/cum-4-2022/khuyenhoc.yaml"),
      "--out",
      out,
    ],
    { cwd: folder, encoding: "utf8", env: { ...process.env, SOURCE_DATE_EPOCH: "1669766400" }, maxBuffer: 1 << 28 },
  );
  const milliseconds = performance.now() - started;
  if (child.status !== 0 && child.status !== 1) throw new Error(`${child.stdout.slice(-2000)}\n${child.stderr}`);
  return { milliseconds, files: paths.length, peakMegabytes: Number(readPeak(peak)) / 1024 };
}

function readPeak(path: string): string {
  return spawnSync(process.execPath, ["-p", `require("fs").readFileSync(${JSON.stringify(path)},"utf8")`], {
    encoding: "utf8",
  }).stdout;
}

/** Start-up with all declarations loaded: a run over one file. */
function startUp(): number {
  const [first] = [join(ROOT, "fixtures/tinh-quang-tri-2022/bai-nop/19441-huong-phung.xlsx")];
  const started = performance.now();
  spawnSync(process.execPath, [join(ROOT, "bin/khuyenhoc.js"), "validate", first], { cwd: folder });
  return performance.now() - started;
}

/** `--version` against an empty node process, in turn. */
function versionStart(): void {
  const time = (args: readonly string[]): number => {
    const started = performance.now();
    spawnSync(process.execPath, args, { cwd: folder });
    return performance.now() - started;
  };
  const empty = join(folder, "empty.mjs");
  writeFileSync(empty, "");
  const ratios = Array.from({ length: 15 }, () => time([join(ROOT, "bin/khuyenhoc.js"), "--version"]) / time([empty]));
  report("--version / node rỗng (cần ≤ 1,5)", ratios, 2);
}
