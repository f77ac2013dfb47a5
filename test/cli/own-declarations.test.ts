// An office's own declarations through the whole program: an indicator, a form, a rule and a grouping that the shipped
// catalogue does not know work like any other, and a wrong one is refused before a workbook is opened.

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Book } from "../../fixtures/kit/book.js";
import { declarationsIn } from "../../fixtures/kit/catalogue.js";
import { type CommuneReport, value } from "../../fixtures/kit/commune-figures.js";
import { chance } from "../../fixtures/kit/random.js";
import { layoutOf } from "../../fixtures/kit/shipped-layout.js";
import { loadCatalogue } from "../../src/catalogue/load-catalogue.js";
import { at } from "../../src/model/outcome.js";
import { addressOf, withCell } from "../kit/book-spot.js";
import { bookOf, inventedCommune, sendBook } from "../kit/invented-commune.js";
import { runCli } from "../kit/run-cli.js";
import { runReport } from "../kit/run-report.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { smallLand } from "../kit/small-land.js";
import { expectVietnamese } from "../kit/vietnamese.js";

const folder = scratchFolder();
const land = smallLand(folder, { 45: 4 });
const { shippedCatalogue, tree } = land;
const units = land.communesOf(at(land.provinces, 0));

const INDICATORS = `- code: TS01
  name: Tủ sách khuyến học
  family: Tủ sách
  en: bookcases
  measuredIn: tủ
  kind: STOCK
- code: TS02
  name: Tủ sách mở cửa hằng tuần
  family: Tủ sách
  en: bookcases open weekly
  measuredIn: tủ
  kind: STOCK
- code: TS03
  name: Phòng đọc của xã
  family: Tủ sách
  en: reading rooms
  measuredIn: phòng
  kind: STOCK
- code: TS04
  name: Lượt người đọc trong kỳ
  family: Tủ sách
  en: visits of readers
  measuredIn: lượt
  kind: FLOW
`;
const FORM = `- id: BM90
  version: 1
  name: Tủ sách khuyến học
  sheet: 90 Tủ sách
  titles: [Biểu 90, Tủ sách khuyến học]
  grains:
    - grain: value
      fields:
        - { code: TS03, role: indicator, heading: Số phòng đọc của xã }
        - { code: TS04, role: indicator, heading: Số lượt người đọc trong kỳ }
    - grain: branch
      fields:
        - { code: row.name, role: identity, heading: Tên chi hội có tủ sách, required: always }
        - { code: TS01, role: indicator, heading: Số tủ sách, required: always }
        - { code: TS02, role: indicator, heading: Số tủ sách mở cửa hằng tuần }
    - grain: upper
      fields:
        - { code: unit.code, role: identity, heading: Mã xã báo cáo tủ sách }
        - { code: unit.name, role: identity, heading: Xã báo cáo tủ sách, required: always }
        - { code: TS01, role: indicator, heading: Số tủ sách, required: always }
        - { code: TS02, role: indicator, heading: Số tủ sách mở cửa hằng tuần }
        - { code: TS03, role: indicator, heading: Số phòng đọc của xã }
        - { code: TS04, role: indicator, heading: Số lượt người đọc trong kỳ }
`;
const FINDING = `- code: V-X01
  severity: error
  rule: open bookcases above bookcases
  message: "Tủ sách mở cửa ({a}) nhiều hơn tủ sách ({b})."
  why: Tủ sách mở cửa là một phần của số tủ sách.
  fix: Sửa số ghi nhầm ở một trong hai cột.
`;
const RULE = `- id: V-X01.tu-sach
  finding: V-X01
  check: not-above
  params: { part: TS02, whole: TS01 }
  source: Quy ước của Hội Khuyến học tỉnh.
  accept: { TS02: 3, TS01: 4 }
  reject: { TS02: 5, TS01: 4 }
`;
const GROUPING = `- id: khu-tu-sach
  name: Khu tủ sách liên xã
  level: commune
  until: 2025-07-01
  members: ["${at(units, 0).code}", "${at(units, 2).code}"]
  source: Quyết định của Hội Khuyến học tỉnh.
`;
const DECLARED: Readonly<Record<string, string>> = {
  "indicators/tu-sach.yaml": INDICATORS,
  "forms/tu-sach.yaml": FORM,
  "findings/tu-sach.yaml": FINDING,
  "rules/tu-sach.yaml": RULE,
  "groupings/tu-sach.yaml": GROUPING,
};

/** Writes khuyenhoc.yaml and the declarations; gives the path for --config. */
function declare(home: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries({ "khuyenhoc.yaml": "khai-bao: khai báo\n", ...inside(files) })) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  return join(home, "khuyenhoc.yaml");
}

function inside(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`khai báo/${path}`, text]));
}

const config = declare(join(folder, "văn phòng"), DECLARED);
const layout = layoutOf(
  loadCatalogue(declarationsIn(shippedCatalogue), declarationsIn(join(folder, "văn phòng/khai báo"))),
);
const luck = chance(90);
const communes = units.map((unit) => withBookcases(inventedCommune(unit, tree, luck)));

function withBookcases(report: CommuneReport): CommuneReport {
  const branches = report.branches.map((branch) => {
    const cases = luck.between(1, 9);
    return { ...branch, figures: new Map([...branch.figures, ["TS01", cases], ["TS02", luck.between(0, cases)]]) };
  });
  return {
    ...report,
    branches,
    cover: new Map([...report.cover, ["TS03", luck.between(0, 2)], ["TS04", luck.between(10, 900)]]),
  };
}

/** The commune's workbook; what the new form asks of the commune itself stands on a sheet of its own. */
function bookWith(report: CommuneReport): Book {
  const { sheets } = bookOf(report, layout);
  return {
    sheets: sheets.map((sheet) =>
      sheet.kind === "cover" && sheet.name === "90 Tủ sách"
        ? { ...sheet, name: "90 Toàn xã", title: "TỦ SÁCH KHUYẾN HỌC" }
        : sheet,
    ),
  };
}

function bookcases(reports: readonly CommuneReport[], code: string): number {
  return reports.flatMap((one) => one.branches).reduce((sum, { figures }) => sum + value(figures, code), 0);
}

const sent = join(folder, "bài nộp");
for (const report of communes) await sendBook(sent, `${report.code}.xlsx`, bookWith(report));

function aggregateTo(out: string, paths: readonly string[], ...more: readonly string[]) {
  return runReport(["aggregate", ...paths, "--config", config, "--out", join(folder, out), ...more], {
    shippedCatalogue,
  });
}

describe("a new form", () => {
  it("is recognised, and its indicators are added up with their coverage", async () => {
    const { report, exit } = await aggregateTo("tỉnh.xlsx", [sent]);
    expect(exit).toBe(0);
    for (const file of report.files) expect(file.forms).toContain("BM90");
    for (const code of ["TS01", "TS02"]) {
      expect(report.totals[code]).toEqual({ value: bookcases(communes, code), coverage: { have: 4, due: 4 } });
    }
    for (const code of ["TS03", "TS04"]) {
      const sum = communes.reduce((total, { cover }) => total + value(cover, code), 0);
      expect(report.totals[code]).toEqual({ value: sum, coverage: { have: 4, due: 4 } });
    }
  });

  it("stands in the summary, which is read again one level up", async () => {
    const { report } = await aggregateTo("tỉnh.xlsx", [sent]);
    const again = await runReport(["validate", join(folder, "tỉnh.xlsx"), "--config", config], { shippedCatalogue });
    expect(again.report.files[0]?.forms).toContain("BM90");
    expect(again.report.findings).toEqual([]);
    expect(again.report.totals).toEqual(report.totals);
  });

  it("is not known without the declarations", async () => {
    const { report } = await runReport(["validate", sent], { shippedCatalogue });
    expect(report.totals["TS01"]).toBeUndefined();
    expect(report.files.flatMap((file) => file.forms)).not.toContain("BM90");
  });
});

describe("a new rule", () => {
  it("finds its fault at the cell, in the office's own words", async () => {
    const sick = at(communes, 1);
    const spot = { form: "BM90", field: "TS02", row: 1 };
    const book = withCell(bookWith(sick), spot, layout, 99);
    const path = await sendBook(join(folder, "một bài"), `${sick.code}.xlsx`, book);
    const { report, exit } = await runReport(["validate", path, "--config", config], { shippedCatalogue });
    const found = report.findings.filter((one) => one.file !== null);
    expect(found.map(({ code, severity, sheet, cell }) => ({ code, severity, sheet, cell }))).toEqual([
      { code: "V-X01", severity: "error", ...addressOf(book, spot, layout) },
    ]);
    expect(found[0]?.message).toContain("Tủ sách mở cửa (99) nhiều hơn tủ sách");
    expect([exit, report.files[0]?.verdict]).toEqual([1, "returned"]);
  });
});

describe("a new grouping", () => {
  it("can be asked for: its members are added up, whoever else sent something is told it is outside", async () => {
    const members = [at(communes, 0), at(communes, 2)];
    const paths = members.map((one) => join(sent, `${one.code}.xlsx`));
    const { report, exit } = await aggregateTo("khu.xlsx", paths, "--unit", "khu-tu-sach");
    expect(exit).toBe(0);
    expect(report.unit).toMatchObject({ code: "khu-tu-sach", name: "Khu tủ sách liên xã", level: "grouping" });
    expect(report.children.map((child) => child.unit.code)).toEqual(members.map((one) => one.code));
    expect(report.totals["TS01"]).toEqual({ value: bookcases(members, "TS01"), coverage: { have: 2, due: 2 } });
    const wide = await aggregateTo("khu.xlsx", [sent], "--unit", "khu-tu-sach");
    expect(wide.report.findings.map((one) => one.code)).toEqual(["V-D09", "V-D09"]);
    expect(wide.report.totals["TS01"]).toEqual(report.totals["TS01"]);
  });
});

describe("a wrong declaration is refused with file, line and reason, and no workbook is opened", () => {
  it.each([
    ["a form with an unknown indicator", "forms/tu-sach.yaml", FORM.replace("code: TS03", "code: TS99"), 9, "TS99"],
    ["a rule of an unknown kind", "rules/tu-sach.yaml", RULE.replace("not-above", "khong-hon"), 3, "khong-hon"],
    ["a rule on an unknown indicator", "rules/tu-sach.yaml", RULE.replace("part: TS02", "part: TS98"), 4, "TS98"],
    [
      "an indicator that adds a stock over time",
      "indicators/tu-sach.yaml",
      INDICATORS.replace("STOCK\n- code: TS04", "STOCK\n  overTime: sum\n- code: TS04"),
      19,
      "STOCK",
    ],
    ["a grouping of an unknown unit", "groupings/tu-sach.yaml", GROUPING.replace('["', '["98765", "'), 1, "98765"],
    ["broken YAML", "findings/tu-sach.yaml", FINDING.replace("severity: error", "severity: [error"), 3, ""],
  ])("%s", async (_, path, text, line, said) => {
    const own = declare(join(folder, "khai báo sai", said), { ...DECLARED, [path]: text });
    const opened: string[] = [];
    const read = async (file: string): Promise<Uint8Array> => {
      opened.push(file);
      return new TextEncoder().encode("khai-bao: khai báo\n");
    };
    const ran = await runCli(["validate", sent, "--config", own], { shippedCatalogue, read });
    expect(ran.exit).toBe(2);
    expectVietnamese(ran);
    const shown = ran.err.replace(/\s+/g, " ");
    expect(shown).toContain(`${path}, dòng ${line}:`);
    expect(shown).toContain(said);
    expect(shown).toMatch(/→ \p{Lu}/u);
    expect(opened.filter((file) => file.endsWith(".xlsx"))).toEqual([]);
  });
});

describe("what the system will not give is named", () => {
  it.skipIf(process.platform === "win32")("a declaration whose link leads nowhere", async () => {
    const own = declare(join(folder, "khai báo mất"), DECLARED);
    symlinkSync(join(folder, "không còn.yaml"), join(dirname(own), "khai báo", "rules", "đã xóa.yaml"));
    const ran = await runCli(["validate", sent, "--config", own], { shippedCatalogue });
    expect(ran.exit).toBe(2);
    expectVietnamese(ran);
    expect(ran.err.replace(/\s+/g, " ")).toMatch(/^Không mở được «.*đã xóa.yaml»: máy không đọc được\. →/);
  });

  it("a folder for a configuration", async () => {
    const ran = await runCli(["validate", sent, "--config", sent], { shippedCatalogue });
    expect(ran.exit).toBe(2);
    expectVietnamese(ran);
    expect(ran.err.replace(/\s+/g, " ")).toMatch(/^Không mở được «.*»: thư mục không mở được\. →/);
  });
});
