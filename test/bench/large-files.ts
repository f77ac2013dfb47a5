// Very large sheets: one file taken in whole, validation included, beside inflating it and exceljs' streaming reader, each
// in a process of its own. That reader is only in the original exceljs, which the program does not use: it is installed
// into the folder of the run, and without a network the comparison is left out.

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { largeBook, NARROW, ROSTER, WIDE } from "./large-book.js";
import { type Measured, task } from "./measure.js";

interface LargeCase {
  readonly name: string;
  readonly make: () => Uint8Array;
  /** What is to be reached: times faster than exceljs, and megabytes. */
  readonly need?: { readonly faster: number; readonly megabytes: number };
}

const CASES: readonly LargeCase[] = [
  { name: "100.000 dòng × 12 cột", make: () => largeBook(WIDE, 100_000), need: { faster: 5, megabytes: 300 } },
  { name: "1.000.000 dòng × 6 cột", make: () => largeBook(NARROW, 1_000_000), need: { faster: 5, megabytes: 600 } },
  { name: "danh sách 100.000 hội viên, tìm trùng", make: () => largeBook(ROSTER, 100_000) },
  { name: "1.000.000 dòng trống có kẻ khung", make: () => largeBook(NARROW, 20, 1_000_000) },
  { name: "trang đầy 1.048.575 dòng", make: () => largeBook(NARROW, 1_048_575 - 8) },
];
const ROUNDS = 3;
const EXCELJS = "exceljs@4.4.0";

/** Reads every cell and keeps none. */
const STREAMING = `
const { stream } = require("exceljs");
(async () => {
  const started = performance.now();
  const options = { worksheets: "emit", sharedStrings: "cache", styles: "cache", hyperlinks: "ignore" };
  let cells = 0;
  for await (const sheet of new stream.xlsx.WorkbookReader(process.argv[2], options)) {
    for await (const row of sheet) row.eachCell(() => cells++);
  }
  const milliseconds = performance.now() - started;
  process.stdout.write(JSON.stringify({ milliseconds, cells, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
})();`;

type Streamed = Pick<Measured, "milliseconds" | "peakMegabytes">;

/** Measures all cases in `folder` and says what came out. */
export function benchLargeFiles(folder: string, say: (text: string) => void): void {
  say(`\nTệp rất lớn, cả kiểm tra; giữa ${ROUNDS} lần đo, phần việc không kể lúc khởi động:`);
  const script = installStreaming(folder);
  if (script === undefined) say(`(không cài được ${EXCELJS}: không so với exceljs)`);
  for (const { name, make, need } of CASES) {
    const file = join(folder, "lon.xlsx");
    const list = join(folder, "lon.txt");
    writeFileSync(file, make());
    writeFileSync(list, file);
    const own = middle(() => task("take-in", list));
    const inflate = middle(() => task("inflate", list));
    const streamed = script === undefined ? undefined : middle(() => streamWithExceljs(script, file));
    const faster =
      streamed === undefined ? "" : `, nhanh hơn exceljs ${(streamed.milliseconds / own.milliseconds).toFixed(1)} lần`;
    const wanted = need === undefined ? "" : ` (cần ≥ ${need.faster} lần, ≤ ${need.megabytes} MB)`;
    say(
      `${name}: ${seconds(own)} s, ${own.peakMegabytes.toFixed(0)} MB; chỉ giải nén ${seconds(inflate)} s${
        streamed === undefined
          ? ""
          : `; exceljs đọc dần ${seconds(streamed)} s, ${streamed.peakMegabytes.toFixed(0)} MB`
      }${faster}${wanted}`,
    );
  }
}

/** Path of a script that reads one file with exceljs' streaming reader; undefined where it cannot be installed. */
function installStreaming(folder: string): string | undefined {
  const given = ["install", EXCELJS, "--prefix", folder, "--no-audit", "--no-fund", "--silent", "--ignore-scripts"];
  const child = spawnSync("npm", given, { encoding: "utf8", shell: process.platform === "win32" });
  if (child.status !== 0) return undefined;
  const script = join(folder, "stream.cjs");
  writeFileSync(script, STREAMING);
  return script;
}

function streamWithExceljs(script: string, file: string): Streamed {
  const child = spawnSync(process.execPath, [script, file], { encoding: "utf8" });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

/** The middle one by time. */
function middle<T extends Streamed>(measure: () => T): T {
  const all = Array.from({ length: ROUNDS }, measure).sort((a, b) => a.milliseconds - b.milliseconds);
  const found = all[Math.floor(ROUNDS / 2)];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
}

function seconds({ milliseconds }: Streamed): string {
  return (milliseconds / 1000).toFixed(2);
}
