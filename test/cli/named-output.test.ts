// The file that --out names: it opens by a double click, and it is never one that was sent in.

import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { machineEnv } from "../../src/cli/env.js";
import { fileNamed, withEnding } from "../../src/cli/named-output.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { expectVietnamese } from "../kit/vietnamese.js";

const folder = scratchFolder();
const env = await machineEnv();
const sent = join(folder, "bài nộp");
const one = join(sent, "19432-lao-bao.xlsx");
mkdirSync(sent);
copyFileSync("fixtures/tinh-quang-tri-2022/bai-nop/19432-lao-bao.xlsx", one);

/** Every command that writes one file made of submissions. */
const LINES: readonly (readonly string[])[] = [
  ["aggregate", sent, "--unit", "45"],
  ["status", sent, "--unit", "45"],
  ["report", "nam", sent, "--unit", "45", "--provisional"],
  ["compare", one, sent, "--unit", "45"],
];

describe("a name without an ending", () => {
  it.each([
    ["tổng hợp", "tổng hợp.xlsx"],
    ["tháng 11.2025", "tháng 11.2025.xlsx"],
    ["xã A. Túc", "xã A. Túc.xlsx"],
    ["cụm.XLSX", "cụm.XLSX"],
    ["bản in.pdf", "bản in.pdf"],
  ])("%s is %s", async (out, named) => {
    expect(await fileNamed(join(folder, out), "xlsx", env)).toBe(join(folder, named));
  });

  it("is left where something of that very name stands", async () => {
    expect(await fileNamed(sent, "xlsx", env)).toBe(sent);
  });

  it.each(["ra/", "ra\\"])("%s names a folder, and is refused", async (out) => {
    await expect(fileNamed(out, "xlsx", env)).rejects.toThrow("tên thư mục");
  });

  it.each(LINES)("%s writes a file that opens", async (...argv) => {
    const out = join(folder, `kết quả ${argv[0]}`);
    const { err } = await runCli([...argv, "--out", out]);
    expect(err.replace(/\s+/g, " ")).toContain(`kết quả ${argv[0]}.xlsx`);
    expect([existsSync(`${out}.xlsx`), existsSync(out)]).toEqual([true, false]);
  });
});

describe("what was sent in", () => {
  it.each(LINES)("is never written over by %s", async (...argv) => {
    const before = readFileSync(one);
    const ran = await runCli([...argv, "--out", one]);
    expect(ran.exit).toBe(2);
    expectVietnamese(ran);
    expect(ran.err.replace(/\s+/g, " ")).toContain("Không ghi đè lên tệp báo cáo");
    expect(readFileSync(one).equals(before)).toBe(true);
  });
});

describe("another ending", () => {
  it.each(LINES)("%s refuses one that would not open, and says what to type", async (...argv) => {
    const out = join(folder, "kết quả.pdf");
    const { exit, err } = await runCli([...argv, "--out", out]);
    expect([exit, err.replace(/\s+/g, " ")]).toEqual([2, expect.stringContaining("kết quả.xlsx")]);
    expect(existsSync(out)).toBe(false);
  });
});

it("another ending takes the place of the first, and of nothing else", () => {
  expect(withEnding("a.b/tháng 11.2025", "xlsx")).toBe("a.b/tháng 11.2025.xlsx");
  expect(withEnding("a.b/ra.doc", "docx")).toBe("a.b/ra.docx");
});
