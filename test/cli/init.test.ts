// init and the menu: what is asked, what is written, what is left alone.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/command-table.js";
import { OPTIONS } from "../../src/cli/options.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();

/** A terminal at which these answers are typed, one after the other; then its input ends. */
function typing(...answers: readonly string[]) {
  const left = [...answers];
  return { ask: async () => left.shift() };
}

describe("init", () => {
  it("writes a working folder that the other commands take", async () => {
    const out = join(folder, "làm việc");
    const { exit, out: said } = await runCli(["init", "--unit", "19441", "--out", out]);
    expect([exit, readdirSync(out).sort()]).toEqual([
      0,
      ["HUONG-DAN.txt", "bai-nop", "ket-qua", "khai-bao", "khuyenhoc.yaml", "so-nhan"],
    ]);
    expect(said.replaceAll(/\s+/g, " ")).toContain("Xã Hướng Phùng, Huyện Hướng Hóa (19441)");
    const guide = readFileSync(join(out, "HUONG-DAN.txt"), "utf8");
    expect(guide).toContain("khuyenhoc template --unit 19441 --period 2022");
    expect(guide.split("\r\n").length).toBeGreaterThan(20);
    const sent = "fixtures/tinh-quang-tri-2022/bai-nop/19441-huong-phung.xlsx";
    const checked = await runCli(["validate", sent, "--config", join(out, "khuyenhoc.yaml")]);
    expect(checked.exit).toBe(0);
  });

  it.each([["44"], ["19441"]])("guides %s through commands and options that exist", async (code) => {
    const out = join(folder, `hướng dẫn ${code}`);
    await runCli(["init", "--unit", code, "--out", out]);
    const lines = readFileSync(join(out, "HUONG-DAN.txt"), "utf8").split("\r\n");
    const typed = lines.filter((line) => line.startsWith("   khuyenhoc ")).map((line) => line.trim().split(" "));
    expect(typed.length).toBeGreaterThan(6);
    for (const [, command = "", ...words] of typed) {
      const asked = words.filter((word) => word.startsWith("--"));
      const known = OPTIONS.filter(({ commands }) => commands.some((name) => name === command));
      const unknown = asked.filter((word) => !known.some(({ flags }) => flags.split(" ")[0] === word));
      expect([command, command in COMMANDS, unknown]).toEqual([command, true, []]);
    }
  });

  it("takes a name, and asks which one is meant where several have it", async () => {
    const out = join(folder, "theo tên");
    const refused = await runCli(["init", "--unit", "Tân Phú", "--out", out]);
    expect([refused.exit, refused.err]).toEqual([2, expect.stringContaining("Có nhiều đơn vị tên «Tân Phú»")]);
    const asked = await runCli(["init", "--unit", "Tân Phú", "--out", out], typing("hai", "2"));
    expect([asked.exit, asked.err]).toEqual([0, expect.stringContaining("Không có mục «hai».")]);
  });

  it("asks for unit and folder at a terminal, and again where the unit is not known", async () => {
    const { exit, out: said } = await runCli(["init"], typing("Hướng Fùng", "19441", join(folder, "hỏi")));
    expect([exit, said]).toEqual([0, expect.stringContaining("hỏi")]);
    expect(readdirSync(join(folder, "hỏi"))).toContain("khuyenhoc.yaml");
  });

  it("leaves a working folder as it is, and files in it too", async () => {
    const out = join(folder, "đã có");
    mkdirSync(out);
    writeFileSync(join(out, "HUONG-DAN.txt"), "của tôi");
    await runCli(["init", "--unit", "44", "--out", out]);
    expect(readFileSync(join(out, "HUONG-DAN.txt"), "utf8")).toBe("của tôi");
    const again = await runCli(["init", "--unit", "44", "--out", out]);
    expect([again.exit, again.err]).toEqual([2, expect.stringContaining("đã là thư mục làm việc")]);
  });

  it.each([
    [[], "Chưa ghi đơn vị."],
    [["--unit", "không có đâu"], "Không có đơn vị «không có đâu»."],
  ])("answers %j where nobody can be asked", async (given, said) => {
    const { exit, err } = await runCli(["init", ...given]);
    expect([exit, err]).toEqual([2, expect.stringContaining(said)]);
  });
});

describe("khuyenhoc alone", () => {
  it("runs the chosen job and shows the line it stands for", async () => {
    const sent = "fixtures/tinh-quang-tri-2022/bai-nop/19441-huong-phung.xlsx";
    const { exit, out, err } = await runCli([], typing("1", sent));
    expect([exit, out]).toEqual([0, expect.stringContaining("1 tệp: 1 nhận.")]);
    expect(err).toContain(`Lệnh tương đương: khuyenhoc validate ${sent}`);
  });

  it.each([["0"], [undefined]])("does nothing where %j is answered", async (answer) => {
    const { exit, out } = await runCli([], typing(...(answer === undefined ? [] : [answer])));
    expect([exit, out]).toEqual([0, ""]);
  });

  it("shows the help where nobody sits at a terminal", async () => {
    const { exit, err } = await runCli([]);
    expect([exit, err]).toEqual([2, expect.stringContaining("Các lệnh:")]);
  });
});
