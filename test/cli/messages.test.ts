// What the command line says to a person: help, slips of the pen, lists that stay readable, files that are not counted.

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { chooseListed } from "../../src/cli/print/choose-listed.js";
import type { Finding, Severity } from "../../src/model/finding.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const SENT = fileURLToPath(new URL("../../fixtures/tinh-quang-tri-2022/bai-nop", import.meta.url));
const CLUSTER = fileURLToPath(new URL("../../fixtures/cum-4-2022/bai-nop", import.meta.url));
const FAULTY = fileURLToPath(new URL("../../fixtures/loi/A3-khanh-hoa-dong-ho/sai-chu.xlsx", import.meta.url));
const scratch = scratchFolder();

/** A folder with copies of files, each under a name of its own. */
function folderOf(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(scratch, name);
  mkdirSync(folder, { recursive: true });
  for (const [copy, original] of Object.entries(files)) copyFileSync(original, join(folder, copy));
  return folder;
}

const COMMUNE = join(SENT, "19441-huong-phung.xlsx");

describe("a line that cannot be run", () => {
  it("without a command shows the help on the error stream", async () => {
    const { exit, out, err } = await runCli([]);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain("Cách dùng:");
    expect(err).toContain("aggregate, tong-hop");
  });

  it("shows the same help when it is asked for, and of one command", async () => {
    expect((await runCli(["help"])).exit).toBe(0);
    const { exit, out } = await runCli(["help", "kiem-tra"]);
    expect(exit).toBe(0);
    expect(out).toContain("--severity <mức>");
    expect(out).not.toMatch(/\b(options|command|Usage|display)\b/);
  });

  it.each([
    [["agregate", "bai-nop"], "aggregate"],
    [["kiểm-tra", "bai-nop"], "kiem-tra"],
    [["validate", "bai-nop", "--priod", "2022"], "--period"],
    [["validate", "bai-nop", "--out", "x.xlsx"], "aggregate"],
    [["validate", "bai-nop", "--as-of", "30/11/2022"], "2022-11-30"],
    [["validate", "bai-nop", "--severity", "loi"], "error (lỗi)"],
    [["aggregate", "bai-nop", "--out", "tong-hop.xls"], "--out tong-hop.xlsx"],
  ])("%j names what was probably meant", async (argv, meant) => {
    const { exit, err } = await runCli(argv);
    expect(exit).toBe(2);
    expect(err).toContain(meant);
  });

  it("that begins with a folder asks for the command before it", async () => {
    const { exit, err } = await runCli([SENT]);
    expect(exit).toBe(2);
    expect(err).toContain("Thiếu tên lệnh");
  });

  it("with a unit's name gives its code", async () => {
    const { exit, err } = await runCli(["validate", SENT, "--unit", "quang tri"]);
    expect(exit).toBe(2);
    expect(err).toContain("--unit 45 (Tỉnh Quảng Trị)");
  });

  it("with files of two provinces says which files are of which", async () => {
    const folder = folderOf("hai tỉnh", { "xã.xlsx": COMMUNE, "tỉnh.xlsx": join(CLUSTER, "44-quang-binh.xlsx") });
    const { exit, err } = await runCli(["validate", folder]);
    expect(exit).toBe(2);
    const said = err.replace(/\s+/g, " ");
    expect(said).toMatch(/Tỉnh Quảng Bình: 1 tệp \([^)]*tỉnh\.xlsx\)/);
    expect(said).toMatch(/Tỉnh Quảng Trị: 1 tệp \([^)]*xã\.xlsx\)/);
    expect(said).toContain("--unit cum-4");
  });
});

describe("a run over files of another period", () => {
  it("does not lend its cut-off date to the period asked for", async () => {
    const { out, err } = await runCli(["validate", SENT, "--period", "2021"]);
    expect(out).toContain("năm 2021, số liệu đến ngày 31/12/2021");
    expect(err).toContain("--period");
  });
});

describe("files that are not counted", () => {
  it("are named, with the one that is taken instead", async () => {
    const folder = folderOf("trùng", { "a.xlsx": COMMUNE, "b.xlsx": COMMUNE });
    const { out } = await runCli(["validate", folder]);
    expect(out.replace(/\s+/g, " ")).toMatch(/b\.xlsx \(lấy .*a\.xlsx\)/);
  });

  it("are asked for again where they cannot be read", async () => {
    const folder = folderOf("không đọc được", {});
    writeFileSync(join(folder, "ảnh.jpg"), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
    const { err } = await runCli(["validate", folder]);
    expect(err).toContain("xin gửi lại 1 tệp không đọc được");
  });

  it("are listed first, with their faults, where they are many", async () => {
    const names = ["a", "b", "c", "d"].map((name) => [`${name}.doc`, FAULTY] as const);
    const folder = folderOf("nhiều tệp hỏng", Object.fromEntries(names));
    for (const [name] of names) writeFileSync(join(folder, name), name);
    const { out } = await runCli(["validate", folder]);
    const list = out.indexOf("Các tệp bị trả lại hoặc không đọc được:");
    expect(list).toBeGreaterThan(0);
    expect(out.indexOf("d.doc — 1 lỗi")).toBeGreaterThan(list);
    expect(out.indexOf("[V-K10]")).toBeGreaterThan(out.indexOf("d.doc — 1 lỗi"));
  });
});

describe("the workbook that aggregate writes", () => {
  it("is never written over a file that was read", async () => {
    const folder = folderOf("vào và ra", { "xã.xlsx": COMMUNE });
    const out = join(folder, "tong-hop.xlsx");
    expect((await runCli(["aggregate", folder, "--out", out])).exit).toBe(0);
    const written = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
    expect(existsSync(out)).toBe(true);
    const again = await runCli(["aggregate", folder, "--out", out]);
    expect(again.exit).toBe(2);
    expect(again.err).toContain("Không ghi đè lên tệp báo cáo");
    expect(new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))).toEqual(written);
  });
});

describe("a list of findings", () => {
  function finding(file: string, severity: Severity, number: number): Finding {
    return {
      id: `F${file}${number}`,
      code: "V-K05",
      severity,
      place: { file },
      unit: undefined,
      unitName: undefined,
      field: undefined,
      label: undefined,
      found: undefined,
      expected: undefined,
      difference: undefined,
      message: "",
      why: "",
      fix: "",
      rule: undefined,
      cause: undefined,
    };
  }

  const many = (file: string, severity: Severity, count: number): readonly Finding[] =>
    Array.from({ length: count }, (_, index) => finding(file, severity, index));

  it("is whole while it can be read, files with errors first, the run's own last", () => {
    const list = [...many("", "query", 1), ...many("a.xlsx", "note", 2), ...many("b.xlsx", "error", 2)];
    const { shown, hidden } = chooseListed(list, "readable");
    expect(shown.map((one) => one.place.file)).toEqual(["b.xlsx", "b.xlsx", "a.xlsx", "a.xlsx", ""]);
    expect(hidden).toEqual([]);
  });

  it("shows some of every file and each file's errors when it is too long, and loses none", () => {
    const list = ["a.xlsx", "b.xlsx", "c.xlsx"].flatMap((file) => [
      ...many(file, "note", 300),
      ...many(file, "error", 7),
    ]);
    const { shown, hidden } = chooseListed(list, "readable");
    expect(shown.length).toBeLessThanOrEqual(60);
    for (const file of ["a.xlsx", "b.xlsx", "c.xlsx"]) {
      expect(shown.filter((one) => one.place.file === file && one.severity === "error")).toHaveLength(7);
    }
    expect(shown.length + hidden.length).toBe(list.length);
    expect(chooseListed(list, "all").shown).toHaveLength(list.length);
  });
});
