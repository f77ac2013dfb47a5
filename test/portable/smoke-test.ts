// The portable folder tried under wine, where wine is installed: does khuyenhoc.cmd find node.exe, and does the program
// read, check and add up with Windows' own paths and Vietnamese file names?

import { spawnSync } from "node:child_process";
import { closeSync, cpSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../build/bundle.js";

const SENT = join(ROOT, "fixtures/tinh-quang-tri-2022/bai-nop");

/** What the try showed, in one line. Throws where the program does not do its work. */
export function smokeTest(home: string): string {
  if (spawnSync("wine", ["--version"]).status !== 0) return "chưa thử trên Windows: máy này không có wine";
  const desk = join(home, "..", "Bàn làm việc");
  mkdirSync(desk, { recursive: true });
  cpSync(SENT, join(desk, "bài nộp"), { recursive: true });
  const command = `Z:${join(home, "khuyenhoc.cmd").replaceAll("/", "\\")}`;
  const typed = inWine(desk, [command, "aggregate", "bài nộp", "--out", "tổng hợp.xlsx"]);
  const dropped = inWine(desk, [command, "bài nộp"]);
  if (existsSync(join(desk, "tổng hợp.xlsx")) && [typed, dropped].every((said) => said.startsWith("5 tệp: 5 nhận"))) {
    return "đã thử bằng wine: gõ lệnh và thả thư mục đều chạy";
  }
  throw new Error(`wine:\n${typed}\n${dropped}`);
}

/** What a command line says. Under wine a pipe cannot be written to, a file can. */
function inWine(desk: string, words: readonly string[]): string {
  const said = join(desk, "ra.txt");
  const out = openSync(said, "w");
  spawnSync("wine", ["cmd", "/c", ...words], {
    cwd: desk,
    env: { ...process.env, LANG: "C.UTF-8", NODE_SKIP_PLATFORM_CHECK: "1", WINEDEBUG: "-all" },
    stdio: ["ignore", out, out],
    timeout: 300_000,
  });
  closeSync(out);
  return readFileSync(said, "utf8");
}
