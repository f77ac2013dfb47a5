// forms import: three offices' own layouts become declarations by which filled copies are read, and a blank copy each.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shownText } from "../../src/model/grid.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import {
  COMMUNE,
  type Figures,
  filledLines,
  LABELS,
  layoutBook,
  type OfficeLayout,
  PROVINCE,
  SORTED,
} from "../kit/office-layouts.js";
import { type CliRun, runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const scratch = scratchFolder();
const TIME = { "{{kỳ}}": "Năm 2022", "{{chốt}}": "31/12/2022" };

interface Office {
  readonly folder: string;
  readonly config: string;
  readonly run: CliRun;
}

/** A working folder of its own whose form was imported. */
async function imported(name: string, layout: OfficeLayout): Promise<Office> {
  const folder = join(scratch, name);
  mkdirSync(join(folder, "bai-nop"), { recursive: true });
  const config = join(folder, "khuyenhoc.yaml");
  writeFileSync(config, "khai-bao: khai-bao\n");
  mkdirSync(join(folder, "khai-bao"));
  const form = join(folder, "mau bao cao.xlsx");
  writeFileSync(form, layoutBook(layout));
  return { folder, config, run: await runCli(["forms", "import", form, "--config", config]) };
}

function send(
  { folder }: Office,
  file: string,
  layout: OfficeLayout,
  given: Readonly<Record<string, string>>,
  rows: readonly Figures[] = [],
) {
  writeFileSync(
    join(folder, "bai-nop", file),
    layoutBook(layout, (lines) => filledLines(lines, { ...TIME, ...given }, rows)),
  );
}

async function totals({ folder, config }: Office, unit: string): Promise<Readonly<Record<string, unknown>>> {
  const argv = ["aggregate", join(folder, "bai-nop"), "--unit", unit, "--config", config, "--json"];
  const run = await runCli([...argv, "--out", join(folder, "ra.xlsx")]);
  const report: { totals: Record<string, { value: unknown }>; findings: { code: string; severity: string }[] } =
    JSON.parse(run.out);
  const errors = report.findings.filter(({ severity }) => severity === "error");
  expect(errors).toEqual([]);
  return Object.fromEntries(Object.entries(report.totals).map(([code, { value }]) => [code, value]));
}

describe("a commune's table of branches", () => {
  it("is recognised by its own headings and added up, amounts in nghìn đồng", async () => {
    const office = await imported("xa", COMMUNE);
    expect(office.run.exit).toBe(0);
    for (const [code, name, base] of [
      ["19441", "Xã Hướng Phùng", 100],
      ["19432", "Thị trấn Lao Bảo", 200],
    ] as const) {
      send(
        office,
        `${code}.xlsx`,
        COMMUNE,
        { "{{đơn vị}}": name, "{{mã đơn vị}}": code, "{{đơn vị tính}}": "nghìn đồng" },
        [
          [1, "Chi hội thôn 1", base, 40, 10, 1500, 1000],
          [2, "Chi hội thôn 2", base + 1, 41, 11, 2500.5, 500],
        ],
      );
    }
    const expected = { HV01: 602, HV04: 162, HV05: 42, Q02: 8_001_000, Q05: 3_000_000, MH2_CN: null };
    expect(await totals(office, "45")).toMatchObject(expected);
  });

  it("gives a blank copy: no code left, numbered rows to fill in, headings as they stood", async () => {
    const office = await imported("xa-trong", COMMUNE);
    expect(office.run.out).toContain("mau-bao-cao-trong.xlsx");
    const bytes = readFileSync(join(office.folder, "mau-bao-cao-trong.xlsx"));
    const [grid] = readWorkbook(bytes, "trong.xlsx").value?.sheets ?? [];
    const texts = grid === undefined ? [] : Array.from(grid.kinds, (_, index) => shownText(grid, index));
    expect(texts.join(" ")).not.toContain("{{");
    for (const text of ["Có đến nay", "nghìn đồng", "40", "Người lập biểu"]) expect(texts).toContain(text);
  });

  it("is explained by its own name, and made anew where the workbook changed", async () => {
    const office = await imported("xa-lai", COMMUNE);
    const again = await runCli(["forms", "import", join(office.folder, "mau bao cao.xlsx"), "--config", office.config]);
    expect(again.exit).toBe(0);
    const told = await runCli(["forms", "mau-bao-cao", "--config", office.config]);
    expect(told.out).toContain("BÁO CÁO CÔNG TÁC HỘI CƠ SỞ");
    writeFileSync(join(office.folder, "khai-bao/forms/mau-bao-cao.yaml"), "# viết tay\n[]\n");
    const refused = await runCli([
      "forms",
      "import",
      join(office.folder, "mau bao cao.xlsx"),
      "--config",
      office.config,
    ]);
    expect(refused.exit).toBe(2);
    expect(refused.err.replace(/\s+/g, " ")).toContain("viết tay");
  });
});

describe("a table of branches and boards", () => {
  const sendTwo = (office: Office): void => {
    for (const [code, name] of [
      ["19441", "Xã Hướng Phùng"],
      ["19432", "Thị trấn Lao Bảo"],
    ] as const) {
      send(office, `${code}.xlsx`, SORTED, { "{{đơn vị}}": name, "{{mã đơn vị}}": code, "{{phủ}}": "" }, [
        [1, "Thôn 1", "CH", "thôn", 60],
        [2, "Thôn 2", "Chi hội", "thôn, TDP", 70],
        [3, "Trường THCS", "Chi hội", "trường học", 30],
        [4, "Dòng họ Hồ", "Ban", "dòng họ", 40],
      ]);
    }
  };

  it("tells which is which by a code or by the column's own heading, and is counted by kind", async () => {
    const office = await imported("phan-loai", SORTED);
    expect([office.run.exit, office.run.err.includes("Cần biết")]).toEqual([0, false]);
    sendTwo(office);
    const expected = { HV01: 400, TC05: 6, TC05a: 4, TC05b: 2, TC06: 2, TC06a: 2, TC06b: 0 };
    expect(await totals(office, "45")).toMatchObject(expected);
  });

  it("is for recognising, for sending out and for output: one workbook, as it was imported", async () => {
    const office = await imported("mot-mau", SORTED);
    sendTwo(office);
    const out = join(office.folder, "da-dien.xlsx");
    const argv = ["fill", join(office.folder, "mau bao cao.xlsx"), join(office.folder, "bai-nop"), "--unit", "45"];
    const run = await runCli([...argv, "--config", office.config, "--out", out]);
    expect(run.err).toContain("da-dien.xlsx");
    const [grid] = readWorkbook(readFileSync(out), "x").value?.sheets ?? [];
    const texts = grid === undefined ? [] : Array.from(grid.kinds, (_, index) => shownText(grid, index));
    for (const text of ["Tỉnh Quảng Trị", "Xã Hướng Phùng", "Thị trấn Lao Bảo", "200"]) expect(texts).toContain(text);
    expect(texts.join(" ")).not.toContain("{{");
  });

  it("is asked for where no column tells, and refused among rows that it cannot sort", async () => {
    const without = await imported("khong-loai", COMMUNE);
    expect(without.run.err.replace(/\s+/g, " ")).toContain("ghi {{hình thức}}, {{loại}} vào rồi chạy lại");
    const lines = PROVINCE.lines.map((line) =>
      line.map((text) => text?.replace("{{MH2_CN}}", "{{hình thức}}") ?? null),
    );
    const wrong = await imported("sai-dong", { ...PROVINCE, lines });
    expect(wrong.run.exit).toBe(2);
    expect(wrong.run.err.replace(/\s+/g, " ")).toContain("chỉ phân loại được các dòng {{mỗi chi hội}}");
  });
});

it("leaves the blank workbooks of the program as they are", async () => {
  const office = await imported("mau-may", COMMUNE);
  const out = join(office.folder, "bieu");
  const run = await runCli([
    "template",
    "--unit",
    "19441",
    "--period",
    "2022",
    "--config",
    office.config,
    "--out",
    out,
  ]);
  expect(run.exit).toBe(0);
  const [file = ""] = readdirSync(out);
  const names = readWorkbook(readFileSync(join(out, file)), file).value?.sheets.map(({ name }) => name);
  expect(names).toContain("01 Tổ chức - Hội viên");
  expect(names).not.toContain(COMMUNE.sheet);
});

describe("a province's table of communes", () => {
  it("is recognised by headings that no shipped form has, and what is added up reads back alike", async () => {
    const office = await imported("tinh", PROVINCE);
    send(office, "45.xlsx", PROVINCE, { "{{đơn vị}}": "Tỉnh Quảng Trị" }, [
      ["19441", "Xã Hướng Phùng", 700, 12.5, 900],
      ["19432", "Thị trấn Lao Bảo", 2234, 40, 1500],
    ]);
    const expected = { HV01: 2934, Q02: 52_500_000, MH2_CN: 2400 };
    expect(await totals(office, "45")).toMatchObject(expected);
    const again = ["aggregate", join(office.folder, "ra.xlsx"), "--unit", "45", "--config", office.config, "--json"];
    const run = await runCli([...again, "--out", join(office.folder, "ra-2.xlsx")]);
    const report: { totals: Record<string, { value: number }>; findings: { severity: string }[] } = JSON.parse(run.out);
    expect(report.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(report.totals["HV01"]?.value).toBe(2934);
    expect(report.totals["Q02"]?.value).toBe(52_500_000);
  });

  it("is filled with the totals by the same workbook", async () => {
    const office = await imported("tinh-dien", PROVINCE);
    send(office, "45.xlsx", PROVINCE, { "{{đơn vị}}": "Tỉnh Quảng Trị" }, [
      ["19441", "Xã Hướng Phùng", 700, 12.5, 900],
    ]);
    const form = layoutBook({ ...PROVINCE, lines: [...PROVINCE.lines, ["{{phủ}}", null, "{{HV01}}"]] });
    writeFileSync(join(office.folder, "dien.xlsx"), form);
    const argv = ["fill", join(office.folder, "dien.xlsx"), join(office.folder, "bai-nop"), "--config", office.config];
    const run = await runCli([...argv, "--out", join(office.folder, "da-dien.xlsx")]);
    expect(run.err).toContain("da-dien.xlsx");
    const [grid] = readWorkbook(readFileSync(join(office.folder, "da-dien.xlsx")), "x").value?.sheets ?? [];
    const texts = grid === undefined ? [] : Array.from(grid.kinds, (_, index) => shownText(grid, index));
    for (const text of ["Xã Hướng Phùng", "700", "12.5", "…"]) expect(texts).toContain(text);
  });
});

describe("a slip of labels with one value each", () => {
  it("gives the figures of the unit itself", async () => {
    const office = await imported("phieu", LABELS);
    const lines = { "{{đơn vị}}": "Xã Hướng Phùng", "{{mã đơn vị}}": "19441", "{{DS01}}": "6421", "{{DS02}}": "1503" };
    send(office, "19441.xlsx", LABELS, { ...lines, "{{HV06}}": "310" });
    expect(await totals(office, "19441")).toMatchObject({ DS01: 6421, DS02: 1503, HV06: 310 });
  });
});

describe("a workbook that cannot be declared", () => {
  it("is refused with cell, reason and nearest codes; nothing is written", async () => {
    const lines = PROVINCE.lines.map((line) =>
      line.map((text) => text?.replace("HV01", "HV1").replace("Q02 | triệu", "MH2_CN") ?? null),
    );
    const office = await imported("sai", { ...PROVINCE, lines });
    expect(office.run.exit).toBe(2);
    const said = office.run.err.replace(/\s+/g, " ");
    for (const text of ["Tổng hợp tỉnh › C7", "«HV1»", "HV01 (Tổng số hội viên)"]) expect(said).toContain(text);
    expect(existsSync(join(office.folder, "khai-bao/forms"))).toBe(false);
    const twice = await imported("hai-lan", {
      ...PROVINCE,
      lines: PROVINCE.lines.map((line) => line.map((text) => text?.replace("Q02 | triệu", "MH2_CN") ?? null)),
    });
    expect(twice.run.err.replace(/\s+/g, " ")).toContain("Tổng hợp tỉnh › E7 — mã MH2_CN đã đứng ở Tổng hợp tỉnh › D7");
  });
});
