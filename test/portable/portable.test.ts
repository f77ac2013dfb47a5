// The bundled program on its own, far from the project: what a secretary's machine has of it.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundleProgram, ROOT } from "../build/bundle.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { guideFrom } from "./guide.js";

const desk = join(scratchFolder(), "Bàn làm việc của chị Hà");
const program = join(desk, "ứng dụng");
await bundleProgram(program);
cpSync(join(ROOT, "fixtures/tinh-quang-tri-2022/bai-nop"), join(desk, "bài nộp"), { recursive: true });

function khuyenhoc(...args: readonly string[]) {
  return spawnSync(process.execPath, [join(program, "bin/khuyenhoc.js"), ...args], {
    cwd: desk,
    encoding: "utf8",
    env: { ...process.env, SOURCE_DATE_EPOCH: "1669766400" },
  });
}

describe("the bundled program", () => {
  it("says the project's version", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    expect(khuyenhoc("--version").stdout.trim()).toBe(version);
  });

  it("adds up submissions with one thread and with two, and writes the same workbook", () => {
    const one = khuyenhoc("aggregate", "bài nộp", "--jobs", "1", "--out", "một.xlsx");
    expect([one.stderr, one.status]).toEqual([expect.stringContaining("Đã ghi một.xlsx"), 0]);
    expect(khuyenhoc("aggregate", "bài nộp", "--jobs", "2", "--out", "hai.xlsx").status).toBe(0);
    expect(one.stdout).toMatch(/^5 tệp: 5 nhận/);
    expect(readFileSync(join(desk, "hai.xlsx")).equals(readFileSync(join(desk, "một.xlsx")))).toBe(true);
  });

  it("reads an old .xls with the reader that lies beside it", () => {
    mkdirSync(join(desk, "cũ"));
    const convert = `const x=require(${JSON.stringify(join(program, "node_modules/@e965/xlsx"))});
      x.writeFile(x.readFile(process.argv[1]),process.argv[2],{bookType:"biff8"});`;
    const from = join(desk, "bài nộp/19441-huong-phung.xlsx");
    execFileSync(process.execPath, ["-e", convert, from, join(desk, "cũ/xã.xls")]);
    expect(khuyenhoc("validate", "cũ").stdout).toMatch(/^1 tệp: 1 nhận/);
  });

  it("carries the licences of what it is made of", () => {
    const notices = readFileSync(join(program, "GIAY-PHEP-THU-VIEN.txt"), "utf8");
    for (const name of ["commander", "zod", "yaml", "@e965/xlsx"]) expect(notices).toContain(`${name} `);
    expect(existsSync(join(program, "src/catalogue/units/NGUON.md"))).toBe(true);
  });
});

describe("the guide", () => {
  const guide = guideFrom(readFileSync(join(ROOT, "README.md"), "utf8"));

  it("calls the program as it is called on Windows, in lines that Notepad shows", () => {
    expect(guide.startsWith("\uFEFF")).toBe(true);
    expect(guide).toContain("\r\nkhuyenhoc validate bai-nop\r\n");
    expect(guide).not.toMatch(/npx|```|<!--|[^\r]\n/);
  });
});
