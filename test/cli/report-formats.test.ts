// report: the same report as a workbook, as a document to be signed, as a page to be read on a phone.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { hasWriter, savedBySoffice } from "../kit/soffice.js";

const folder = scratchFolder();
const CLUSTER = ["fixtures/cum-4-2022/bai-nop", "--unit", "cum-4", "--config", "fixtures/cum-4-2022/khuyenhoc.yaml"];
const YEARS = "fixtures/binh-thuan-2018-2024/bai-nop";
const MONTH = [
  "fixtures/giao-ban-2024/bai-nop",
  "--config",
  "fixtures/giao-ban-2024/khuyenhoc.yaml",
  "--period",
  "2024-05",
  "--provisional",
];

async function report(name: string, ...words: readonly string[]): Promise<Buffer> {
  const out = join(folder, name);
  const { err } = await runCli(["report", ...words, "--out", out]);
  expect(err).toContain("Đã ghi");
  return readFileSync(out);
}

describe("the format", () => {
  it("is that of the ending, and the same bytes each time", async () => {
    const first = await report("cụm.docx", "cum", ...CLUSTER);
    expect(first.subarray(0, 2).toString()).toBe("PK");
    expect(first.equals(await report("cụm 2.docx", "cum", ...CLUSTER, "--format", "docx"))).toBe(true);
  });

  it("html is one page that tells where to read it", async () => {
    const page = (await report("cụm.html", "cum", ...CLUSTER)).toString("utf8");
    expect(page).toContain("tổng số hội viên hơn 2,6 triệu người");
    expect(page).toContain('<th scope="row">Tỉnh Quảng Trị</th><td class="number">127</td>');
    const again = await runCli(["validate", join(folder, "cụm.html"), "--unit", "cum-4", "--period", "2022"]);
    expect(again.out).toContain("không nhận ra biểu nào");
    expect(again.out).toMatch(/^1 tệp: 1 trả lại\. 1 lỗi,/);
    const { err } = await runCli(["report", "cum", ...CLUSTER, "--out", join(folder, "cụm 2.html")]);
    expect(err.replace(/\s+/g, " ")).toContain("gửi qua Zalo để xem trên điện thoại");
  });

  it.each([
    ["an unknown one", ["--format", "pdf"], /Không có kiểu «pdf»\. [\s\S]*xlsx, docx, html/],
    [
      "one that the name denies",
      ["--format", "docx", "--out", "ra.xlsx"],
      /kiểu docx không ghi được thành «ra\.xlsx»[\s\S]*ra\.docx/,
    ],
    ["the old ending of Word", ["--out", "ra.doc"], /Ghi --out ra\.docx/],
    ["an ending nobody writes", ["--out", "ra.pdf"], /Ghi --out ra\.xlsx/],
  ])("%s is answered with what to type", async (_what, words, message) => {
    const { exit, err } = await runCli(["report", "cum", ...CLUSTER, ...words]);
    expect([exit, err.replace(/\s+/g, " ")]).toEqual([2, expect.stringMatching(message)]);
  });
});

const without = hasWriter ? "" : " — NOT TRIED: no LibreOffice Writer on this machine";

describe.skipIf(!hasWriter)(`opened by LibreOffice${without}`, () => {
  const asText = (bytes: Uint8Array): string =>
    savedBySoffice(bytes, "txt:Text (encoded):UTF8", "docx").toString("utf8");

  it("the review of five years reads from the heading to the last annex", { timeout: 120_000 }, async () => {
    const text = asText(await report("kl49.docx", "kl49", YEARS));
    expect(text).toMatch(
      /CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM[\s\S]*BÁO CÁO[\s\S]*PHẦN IV\.[\s\S]*Nơi nhận:[\s\S]*CHỦ TỊCH/,
    );
    expect(text).toContain("Tổng số hội viên 267.409 người, đạt 21,24\u00a0% dân số");
    for (const annex of ["PL1", "PL2", "PL3", "PL4", "PL5", "PL6", "PL7", "PL8"])
      expect(text).toContain(`PHỤ LỤC ${annex}`);
    expect(text).toContain("151.485.000.000");
  });

  it("a monthly report prints, its tables on pages of their own", { timeout: 120_000 }, async () => {
    const pdf = savedBySoffice(await report("tháng.docx", "thang", ...MONTH), "pdf:writer_pdf_Export", "docx");
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(4);
  });
});
