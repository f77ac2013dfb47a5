// What validate leaves in its folder: lists, receipts, the message, what goes back; and where it must not write.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { cellIndex, shownText } from "../../src/model/grid.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { sendBytes } from "../kit/invented-commune.js";
import { richParts } from "../kit/rich-parts.js";
import { MOMENT, runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { zipPackage } from "../kit/zip-package.js";

const folder = scratchFolder();
const SENT = join(folder, "bài nộp");
const OUT = join(folder, "kết quả");
const CLUSTER = ["--unit", "cum-4", "--config", "fixtures/cum-4-2022/khuyenhoc.yaml", "--period", "2022"];

/** Every text of a sheet, row by row. */
function rowsOf(path: string, sheet: string): readonly (readonly string[])[] {
  const grid = readWorkbook(readFileSync(path), path).value?.sheets.find(({ name }) => name === sheet);
  if (grid === undefined) throw new Error(`no sheet ${sheet} in ${path}`);
  const columns = Array.from({ length: grid.columnCount }, (_, index) => index + 1);
  return Array.from({ length: grid.rowCount }, (_, row) =>
    columns.map((column) => shownText(grid, cellIndex(grid, row + 1, column))),
  );
}

describe("a folder with good and bad files", () => {
  beforeAll(async () => {
    for (const name of ["44-quang-binh.xlsx", "45-quang-tri.xlsx"]) {
      sendBytes(SENT, `tỉnh/${name}`, readFileSync(`fixtures/cum-4-2022/bai-nop/${name}`));
    }
    sendBytes(SENT, "ảnh.xlsx", "%PDF-1.4");
    const faulty = readFileSync("fixtures/cum-4-2022/bai-nop/42-ha-tinh.xlsx");
    sendBytes(SENT, "hà tĩnh.xlsx", faulty.subarray(0, faulty.length - 900));
    const { exit, err } = await runCli([
      "validate",
      SENT,
      ...CLUSTER,
      "--as-of",
      "2022-11-30",
      "--annotate",
      "--out",
      OUT,
    ]);
    expect(exit).toBe(3);
    expect(err.replace(/\s+/g, " ")).toContain("2 phiếu tiếp nhận, 2 tệp gửi trả");
  });

  it("lists who to call first: what cannot be read before what has not come", () => {
    const calls = rowsOf(join(OUT, "danh-sach-loi.xlsx"), "Gọi ai trước");
    const start = calls.findIndex(([first]) => first === "1");
    const shown = calls.slice(start).map(([, unit, file, state, errors]) => [unit || file, state, errors]);
    expect(shown.slice(0, 2)).toEqual([
      ["hà tĩnh.xlsx", "không đọc được", "1"],
      ["ảnh.xlsx", "không đọc được", "1"],
    ]);
    expect(shown.slice(2).map(([, state]) => state)).toEqual(["chưa nộp", "chưa nộp", "chưa nộp"]);
    expect(calls.flat()).toContain("Nhận và không có gì phải hỏi: 2 báo cáo, không kê dưới đây.");
  });

  it("lists every finding with its code", async () => {
    const listed = rowsOf(join(OUT, "danh-sach-loi.xlsx"), "Lỗi cần sửa").flat();
    const { out } = await runCli(["validate", SENT, ...CLUSTER, "--as-of", "2022-11-30", "--json"]);
    for (const { code, message } of JSON.parse(out).findings) {
      expect(listed).toContain(code);
      expect(listed.some((text) => text.startsWith(message))).toBe(true);
    }
  });

  it("gives each accepted file a receipt that names unit, period, bytes, totals and time", () => {
    const files = readdirSync(join(OUT, "phieu-tiep-nhan"), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".xlsx"),
    );
    expect(files.map((name) => name.replace(/^.*[\\/]/, "")).sort()).toEqual([
      "44-quang-binh - phieu tiep nhan.xlsx",
      "45-quang-tri - phieu tiep nhan.xlsx",
    ]);
    const receipt = rowsOf(
      join(OUT, "phieu-tiep-nhan", files.find((name) => name.includes("45-")) ?? ""),
      "Phiếu tiếp nhận",
    );
    const texts = receipt.flat();
    expect(texts).toContain("Tỉnh Quảng Trị");
    expect(texts.some((text) => text.startsWith("Năm 2022 – số liệu đến ngày 30/11/2022"))).toBe(true);
    expect(texts.some((text) => /^[0-9a-f]{64}$/.test(text))).toBe(true);
    expect(texts).toContain("09:00 ngày 05/12/2022");
    expect(receipt.find(([label]) => label === "Tổng số hội viên")?.[2]).toBe("206689");
    expect(MOMENT).toBe("2022-12-05T02:00:00.000Z");
  });

  it("puts the round into a message short enough for a group", () => {
    const text = readFileSync(join(OUT, "tin-nhan.txt"), "utf8");
    expect(text.length).toBeLessThan(900);
    expect(text).toContain("Đã nhận 2/5 báo cáo.");
    expect(text).toContain("Xin sửa và gửi lại (2): hà tĩnh.xlsx (1 lỗi), ảnh.xlsx (1 lỗi).");
    expect(text).toContain("Chưa gửi (3): ");
  });

  it("answers files that are no workbook with the list alone", () => {
    expect(readdirSync(join(OUT, "tra-lai")).sort()).toEqual(
      ["hà tĩnh - loi can sua.xlsx", "ảnh - loi can sua.xlsx"].sort(),
    );
  });
});

describe("where it must not write", () => {
  const path = sendBytes(folder, "một tệp/bc.xlsx", zipPackage(richParts()));

  it.each([
    [["--annotate"], "Chưa ghi thư mục"],
    [["--out", join(folder, "một tệp", "kết quả")], "nằm trong thư mục bài nộp"],
    [["--out", path], "là tên tệp"],
  ])("%j is refused before anything is written", async (more, said) => {
    const { exit, err } = await runCli(["validate", join(folder, "một tệp"), ...more]);
    expect(exit).toBe(2);
    expect(err.replace(/\s+/g, " ")).toContain(said);
    expect(readdirSync(join(folder, "một tệp"))).toEqual(["bc.xlsx"]);
  });

  it("refuses a folder of results that holds what it reads", async () => {
    const out = join(folder, "kết quả cũ");
    const returned = sendBytes(out, "tra-lai/bc.xlsx", zipPackage(richParts()));
    const before = readFileSync(returned);
    for (const sent of [returned, join(out, "tra-lai")]) {
      const { exit, err } = await runCli(["validate", sent, "--annotate", "--out", out]);
      expect(exit).toBe(2);
      expect(err).toContain("Không ghi đè lên tệp vừa đọc");
    }
    expect(readFileSync(returned).equals(before)).toBe(true);
  });

  it("never changes what was sent", async () => {
    const before = readFileSync(path);
    const out = join(folder, "ra một");
    await runCli(["validate", path, "--annotate", "--out", out]);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(join(out, "tra-lai", "bc.xlsx"))).toBe(true);
  });

  it("says what it could not write, gives 3, and writes the rest", async () => {
    const out = join(folder, "ra hỏng");
    sendBytes(out, "tra-lai", "một tệp, không phải thư mục");
    const { exit, err } = await runCli(["validate", path, "--annotate", "--out", out]);
    expect(exit).toBe(3);
    expect(err).toContain("Không ghi được");
    expect(existsSync(join(out, "danh-sach-loi.xlsx"))).toBe(true);
  });
});
