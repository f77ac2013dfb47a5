// template: who gets a form, what stands in it beforehand, and what is never written over.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cellIndex, shownText } from "../../src/model/grid.js";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();
const SENT = "fixtures/tinh-quang-tri-2022/bai-nop/19441-huong-phung.xlsx";

/** Text of a column in the first row of a sheet's list, which is the one numbered 1 after the column codes. */
function inFirstRow(path: string, sheet: string, column: number): string {
  const grid = readWorkbook(readFileSync(path), path).value?.sheets.find(({ name }) => name === sheet);
  if (grid === undefined) return "no such sheet";
  const text = (row: number, at: number): string => shownText(grid, cellIndex(grid, row, at));
  for (let row = 2; row <= grid.rowCount; row += 1) {
    if (text(row, 1) === "1" && text(row - 1, 1) === "A") return text(row, column);
  }
  return "no first row";
}

/** Text of the first column's cell whose neighbour or own text is given: the value beside a label. */
function beside(path: string, label: string): string {
  const grid = readWorkbook(readFileSync(path), path).value?.sheets[0];
  for (let row = 1; grid !== undefined && row <= grid.rowCount; row += 1) {
    if (shownText(grid, cellIndex(grid, row, 1)) === label) return shownText(grid, cellIndex(grid, row, 2));
  }
  return "no such label";
}

describe("template", () => {
  it("adds the lists that are asked for, however their ids are written, and refuses others", async () => {
    const out = join(folder, "kèm danh sách");
    const words = ["template", "--unit", "19441", "--period", "2024", "--out", out, "--also"];
    expect((await runCli([...words, "bm04,BM05"])).exit).toBe(0);
    const [file = ""] = readdirSync(out);
    const book = readWorkbook(readFileSync(join(out, file)), file).value;
    const names = book?.sheets.map(({ name }) => name) ?? [];
    expect([names.includes("04 Phối hợp"), names.includes("05 Khen thưởng"), names.includes("06 Thi đua")]).toEqual([
      true,
      true,
      false,
    ]);
    const refused = await runCli([...words, "BM01"]);
    expect([refused.exit, refused.err]).toEqual([2, expect.stringContaining("«BM01»")]);
  });

  it("makes one form for a commune, with its identity filled in", async () => {
    const out = join(folder, "một xã");
    const { exit, out: said } = await runCli(["template", "--unit", "19441", "--period", "2023", "--out", out]);
    expect([exit, readdirSync(out)]).toEqual([0, ["19441-xa-huong-phung.xlsx"]]);
    expect(said).toContain("Đã làm 1 biểu năm 2023");
    const path = join(out, "19441-xa-huong-phung.xlsx");
    expect(beside(path, "Mã đơn vị")).toBe("19441");
    expect(beside(path, "Kỳ báo cáo")).toBe("Năm 2023");
    expect(beside(path, "Ngày chốt số liệu")).toBe("31/12/2023");
  });

  it("makes one for every commune below a province, and keeps what is there already", async () => {
    const out = join(folder, "cả tỉnh");
    const asked = ["template", "--unit", "45", "--period", "2022", "--out", out];
    await runCli(asked);
    const made = readdirSync(out);
    expect(made).toHaveLength(125);
    writeFileSync(join(out, made[0] ?? ""), "đã điền");
    const { exit, out: said } = await runCli(asked);
    expect([exit, readFileSync(join(out, made[0] ?? ""), "utf8")]).toEqual([0, "đã điền"]);
    expect(said).toContain("125 tệp đã có sẵn, không ghi đè");
  });

  it("gives the province itself one row per commune with --only", async () => {
    const out = join(folder, "riêng tỉnh");
    await runCli(["template", "--unit", "45", "--period", "2022", "--only", "--out", out]);
    const path = join(out, "45-tinh-quang-tri.xlsx");
    expect(existsSync(path)).toBe(true);
    expect(inFirstRow(path, "01 Tổ chức - Hội viên", 3)).toMatch(/^(?:Phường|Xã|Thị trấn) /);
  });

  it("fills in branches and opening figures from the year before", async () => {
    const out = join(folder, "có kỳ trước");
    await runCli(["template", "--unit", "19441", "--period", "2023", "--previous", SENT, "--out", out]);
    const path = join(out, "19441-xa-huong-phung.xlsx");
    const sheet = "01 Tổ chức - Hội viên";
    const [name, kind, opening] = [3, 4, 8].map((column) => inFirstRow(path, sheet, column));
    expect(name).toMatch(/^(?:Chi hội|Ban) /);
    expect(kind).toMatch(/^(?:chi hội|ban)$/);
    expect(Number(opening)).toBeGreaterThan(0);
    expect(inFirstRow(path, "02 Quỹ", 3)).toBe(name);
  });

  it("leaves opening figures to the sender where the earlier period did not end on the day before", async () => {
    const out = join(folder, "cách một năm");
    await runCli(["template", "--unit", "19441", "--period", "2024", "--previous", SENT, "--out", out]);
    const path = join(out, "19441-xa-huong-phung.xlsx");
    expect(inFirstRow(path, "01 Tổ chức - Hội viên", 3)).not.toBe("");
    expect(inFirstRow(path, "01 Tổ chức - Hội viên", 8)).toBe("");
  });

  it("locks every sheet, and tells beside each open cell what belongs there", async () => {
    const out = join(folder, "khóa");
    await runCli(["template", "--unit", "19441", "--period", "2023", "--out", out]);
    const parts = new ZipPackage(readFileSync(join(out, "19441-xa-huong-phung.xlsx")));
    for (const sheet of [1, 2, 3, 4]) {
      const xml = parts.read(`xl/worksheets/sheet${sheet}.xml`)?.toString("utf8") ?? "";
      expect(xml).toContain("<sheetProtection");
      expect(xml).toContain("<conditionalFormatting");
      for (const [, title = "", text = ""] of xml.matchAll(/promptTitle="([^"]*)" prompt="([^"]*)"/g)) {
        expect([title.length <= 32, text.length <= 255, text.length > 0]).toEqual([true, true, true]);
      }
    }
    const names = parts.read("xl/workbook.xml")?.toString("utf8") ?? "";
    for (const name of ["kh_don_vi", "kh_ky_bao_cao", "kh_dau_van_tay", "kh_bieu"]) expect(names).toContain(name);
  });

  it.each([
    [["--period", "2023"], "Chưa ghi làm biểu cho đơn vị nào."],
    [["--unit", "19441"], "Chưa ghi kỳ báo cáo."],
    [["--unit", "19441", "--period", "2023", "--rows", "nhiều"], "Không hiểu số dòng «nhiều»."],
    [["--unit", "cum-4", "--period", "2023", "--only"], "không phải đơn vị nộp biểu"],
    [["bai-nop"], "Lệnh này chỉ nhận các tùy chọn"],
  ])("answers %j", async (given, said) => {
    const { exit, err } = await runCli(["template", ...given]);
    expect([exit, err.replaceAll(/\s+/g, " ")]).toEqual([2, expect.stringContaining(said)]);
  });
});
