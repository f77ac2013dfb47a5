// units (don-vi): look-up, matching in a parent, and names that a person confirms.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { runCli } from "../kit/run-cli.js";
import { runReport } from "../kit/run-report.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();
const ANSWER = z.object({
  kind: z.enum(["found", "ambiguous", "unknown"]),
  stage: z.string().nullable(),
  units: z.array(z.object({ key: z.string(), name: z.string() })),
});

async function asked(...argv: readonly string[]): Promise<readonly [number, string, ...string[]]> {
  const { exit, out } = await runCli(["units", ...argv, "--json"]);
  const { kind, stage, units } = ANSWER.parse(JSON.parse(out));
  return [exit, stage ?? kind, ...units.map(({ key }) => key)];
}

describe("look-up", () => {
  it.each([
    [["44"], [0, "ambiguous", "44@2022-10-01", "44@2025-07-01"]],
    [
      ["44", "--as-of", "2022-11-30"],
      [0, "ambiguous", "44@2022-10-01"],
    ],
    [["44@2025-07-01"], [0, "ambiguous", "44@2025-07-01"]],
    [
      ["Xã", "Hướng", "Phùng", "--as-of", "2025-12-31"],
      [0, "a", "19441@2025-07-01"],
    ],
    [
      ["Hướng Phùng", "--as-of", "2025-12-31"],
      [0, "bare", "19441@2025-07-01"],
    ],
    [
      ["X.Hướng-Phùng", "--unit", "44", "--as-of", "2025-12-31"],
      [0, "c", "19441@2025-07-01"],
    ],
    [
      ["Xa Huong Phung", "--unit", "44", "--as-of", "2025-12-31"],
      [1, "unknown", "19441@2025-07-01"],
    ],
    [
      ["Xã Hướng Phùng", "--unit", "38", "--as-of", "2025-12-31"],
      [1, "unknown"],
    ],
  ])("%j → %j", async (argv, expected) => {
    expect(await asked(...argv)).toEqual(expected);
  });

  it("tells the time and the history of a unit in 80 columns", async () => {
    const { out } = await runCli(["don-vi", "45"]);
    expect(out).toContain("Tỉnh Quảng Trị (45@2022-10-01)");
    expect(out).toContain("sang Tỉnh Quảng Trị (44@2025-07-01): toàn bộ (202/2025/QH15)");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it.each([
    [["units"], "Chưa ghi tên hoặc mã đơn vị."],
    [["units", "Hướng Phùng", "--unit", "99"], "Không có đơn vị mã «99»"],
    [["units", "Hướng Phùng", "--as-of", "30/11/2022"], "Không hiểu ngày «30/11/2022»."],
    [["units", "Xa A", "--remember", "19441"], "Chưa ghi cách viết này là trong báo cáo của đơn vị nào."],
  ])("%j is refused", async (argv, said) => {
    const { exit, err } = await runCli(argv);
    expect([exit, err.includes(said)]).toEqual([2, true]);
  });
});

describe("a confirmed name", () => {
  const SENT = "fixtures/bo-cuc/tinh/ten-khong-dau.xlsx";
  const config = join(folder, "khuyenhoc.yaml");
  const list = join(folder, "khai-bao/units/ten-da-ghi-nho.csv");
  writeFileSync(config, "khai-bao: khai-bao\n");
  mkdirSync(join(folder, "khai-bao"));
  const remember = (name: string, code: string, ...more: readonly string[]) =>
    runCli(["units", name, "--unit", "45@2022-10-01", "--remember", code, "--config", config, ...more]);

  it("is asked for with the command that confirms it, and then read", async () => {
    const before = await runReport(["validate", SENT, "--config", config]);
    const [first] = before.report.findings.filter(({ code }) => code === "V-D01");
    expect(first?.fix).toContain('khuyenhoc units "Xa Huong Phung" --unit 45@2022-10-01 --remember');
    expect((await remember("Xa Huong Phung", "19441", "--by", 'Lan, "thư ký"')).exit).toBe(0);
    expect((await remember("Xã Tân Thàn", "19456")).exit).toBe(0);
    expect(readFileSync(list, "utf8")).toBe(
      `parent,name,unit,since,by
45@2022-10-01,Xa Huong Phung,19441@2022-10-01,2022-12-05,Lan thư ký
45@2022-10-01,Xã Tân Thàn,19456@2022-10-01,2022-12-05,
`,
    );
    const after = await runReport(["validate", SENT, "--config", config]);
    expect(after.report.findings.filter(({ code }) => code === "V-D01")).toEqual([]);
    expect(after.report.totals["HV01"]?.value).toBe(3_587);
  });

  it("counts in the reports of its parent only, and not again where it is known", async () => {
    expect(await asked("XA HUONG PHUNG", "--unit", "45@2022-10-01", "--config", config)).toEqual([
      0,
      "remembered",
      "19441@2022-10-01",
    ]);
    expect((await asked("Xa Huong Phung", "--unit", "44", "--as-of", "2025-12-31", "--config", config))[1]).toBe(
      "unknown",
    );
    const size = readFileSync(list, "utf8").length;
    expect((await remember("xa huong phung", "19441")).exit).toBe(0);
    expect(readFileSync(list, "utf8").length).toBe(size);
  });

  it.each([
    ["Xã Hướng Phùng", "19456", "đã là tên của đơn vị khác: Xã Hướng Phùng (19441)"],
    ["Xa Huong Phung", "19456", "đã là tên của đơn vị khác"],
    ["Xa Ba", "00004", "không thuộc Tỉnh Quảng Trị"],
    ["Xa Ba", "99999", "không có trong danh mục"],
  ])("«%s» as %s is refused", async (name, code, said) => {
    const { exit, err } = await remember(name, code);
    expect([exit, err.includes(said)]).toEqual([2, true]);
  });

  it("stands in the check of the office's own declarations; a wrong row is refused with its line", async () => {
    const { exit, out } = await runCli(["units", "--check", "--config", config]);
    expect([exit, out.includes("2 tên đã ghi nhớ"), out.includes("«Xa Huong Phung»")]).toEqual([0, true, true]);
    const good = readFileSync(list, "utf8");
    writeFileSync(list, `${good}45@2022-10-01,Xa Ba,77777@2022-10-01,2022-12-05,\n`);
    const wrong = await runCli(["units", "--check", "--config", config]);
    expect([wrong.exit, wrong.err.includes("ten-da-ghi-nho.csv"), wrong.err.includes("dòng 4")]).toEqual([
      2,
      true,
      true,
    ]);
    writeFileSync(list, good);
  });

  it("is written where nothing points at a folder yet: the folder and khuyenhoc.yaml come with it", async () => {
    const other = join(folder, "moi", "khuyenhoc.yaml");
    const here = process.cwd();
    mkdirSync(join(folder, "moi"));
    process.chdir(join(folder, "moi"));
    try {
      const { exit } = await runCli(["units", "Xa Huong Phung", "--unit", "45@2022-10-01", "--remember", "19441"]);
      expect([exit, readFileSync(other, "utf8")]).toEqual([0, "khai-bao: khai-bao\n"]);
      expect(existsSync(join(folder, "moi/khai-bao/units/ten-da-ghi-nho.csv"))).toBe(true);
    } finally {
      process.chdir(here);
    }
  });
});
