// doctor says whether everything is there; a fault of the program is told without a word of what was in the files.

import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMAND_NAMES, COMMANDS } from "../../src/cli/command-table.js";
import { OPTIONS } from "../../src/cli/options.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();

describe("doctor", () => {
  it("lists version, machine, declarations and folder, and ends with 0 where all is well", async () => {
    const { exit, out } = await runCli(["chan-doan"]);
    expect(exit).toBe(0);
    for (const what of [process.version, "chỉ tiêu", "ghi được", "Mọi thứ dùng được."]) {
      expect(out).toContain(what);
    }
    expect(out).toMatch(/10\.\d{3} xã/);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("says where a declaration is wrong and how to mend it, and still looks at the rest", async () => {
    const config = join(folder, "khuyenhoc.yaml");
    writeFileSync(config, "khai-bao: không có\n");
    const { exit, out } = await runCli(["doctor", "--config", config]);
    expect(exit).toBe(2);
    expect(out).toMatch(/✗ Khai báo[\s\S]*→ Sửa tên thư mục[\s\S]*✓ Thư mục này[\s\S]*1 điều cần sửa/);
  });

  it("ends with 3 where the folder cannot be written to", async () => {
    const { exit, out } = await runCli(["doctor"], { canWrite: async () => false });
    expect([exit, out]).toEqual([3, expect.stringContaining("không ghi được")]);
  });
});

describe("a fault of the program", () => {
  it("is told with its place in the code, and without names, figures or paths", async () => {
    const find = () => {
      throw new TypeError(`cannot fold 1522 of Nguyễn Văn A in "Xã Hướng Phùng" at /home/ha/bài nộp/19441.xlsx`);
    };
    const { exit, err } = await runCli(["validate", "/home/ha/bài nộp", "--unit", "44"], { find });
    expect(exit).toBe(70);
    for (const told of ["TypeError", "validate --unit", process.version, "test/cli/doctor.test.ts:"]) {
      expect(err).toContain(told);
    }
    for (const secret of ["1522", "19441", "Nguyễn", "Hướng", "/home/ha", "bài nộp", process.cwd()]) {
      expect(err.split("\n\n").slice(1).join("")).not.toContain(secret);
    }
  });
});

describe("completion", () => {
  it("offers every command in bash, and the options of the one that stands there", async () => {
    const { out } = await runCli(["doctor", "--completion", "bash"]);
    const offers = (words: readonly string[]) => {
      const state = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}`;
      const script = `${out}\n${state}; _khuyenhoc; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return execFileSync("bash", ["-c", script], { encoding: "utf8" }).trim().split("\n");
    };
    const names = COMMAND_NAMES.flatMap((name) => [name, COMMANDS[name].alias]);
    expect(offers(["khuyenhoc", ""]).sort()).toEqual([...names].sort());
    expect(offers(["khuyenhoc", "valid"])).toEqual(["validate"]);
    expect(offers(["khuyenhoc", "tong-hop", "--o"])).toEqual(["--out"]);
    expect(offers(["khuyenhoc", "validate", ""])).toEqual([""]);
  });

  it("is a script that zsh accepts, where zsh is installed", async ({ skip }) => {
    if (spawnSync("zsh", ["--version"]).status !== 0) skip("zsh is not installed");
    const { out } = await runCli(["doctor", "--completion", "zsh"]);
    expect(spawnSync("zsh", ["-n"], { input: out, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  });

  it("has the same commands and options for PowerShell", async () => {
    const { out } = await runCli(["doctor", "--completion", "PowerShell"]);
    for (const name of COMMAND_NAMES) expect(out).toContain(`'${COMMANDS[name].alias}' = @(`);
    for (const { flags } of OPTIONS) expect(out).toContain(`'${flags.split(" ")[0]}'`);
  });

  it("is refused for a shell that is not known", async () => {
    const { exit, err } = await runCli(["doctor", "--completion", "fish"]);
    expect([exit, err]).toEqual([2, expect.stringContaining("bash, zsh, powershell")]);
  });
});
