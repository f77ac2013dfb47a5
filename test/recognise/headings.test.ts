// Where headings stand and how they are laid out is the sender's affair: the columns come out the same.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridFromTable } from "../kit/grid-from-table.js";
import { columnsOf, onlyTable, recognise } from "./recognised.js";

describe("tiers", () => {
  test("one tier", () => {
    const table = onlyTable(`
      | STT | Mã | Tên chi hội, ban | Hình thức | Hội viên đầu kỳ | Mới kết nạp | Giảm | Hội viên cuối kỳ |
      | 1 |  | Chi hội thôn 1 | chi hội | 50 | 12 | 2 | 60 |`);
    expect(columnsOf(table)).toEqual([
      "A row.number",
      "B row.code",
      "C row.name",
      "D kind",
      "E HV00",
      "F HV02",
      "G HV03",
      "H HV01",
    ]);
    expect([table.headingTop, table.firstRow]).toEqual([1, 2]);
  });

  test("two tiers, merged across and down", () => {
    const table = onlyTable(`
      | STT | Tên chi hội, ban | Gia đình học tập | < | < | Dòng họ học tập | < | < |
      | ^ | ^ | Tổng số | Đăng ký | Công nhận | Tổng số | Đăng ký | Công nhận |
      | 1 | Chi hội thôn 1 | 50 | 40 | 30 | 2 | 2 | 1 |`);
    expect(columnsOf(table).slice(2)).toEqual(["C MH2_TS", "D MH2_DK", "E MH2_CN", "F MH3_TS", "G MH3_DK", "H MH3_CN"]);
    expect(table.columns[4]?.headingText).toBe("Gia đình học tập › Công nhận");
    expect(table.columns[4]?.heading).toEqual({ row: 2, column: 5 });
    expect(table.columns[0]?.heading).toEqual({ row: 1, column: 1 });
    expect(table.firstRow).toBe(3);
  });

  test("two tiers that only look merged: a wide text reaches to the next text of its tier", () => {
    const table = onlyTable(`
      | STT | Tên chi hội, ban | Gia đình học tập | | | Dòng họ học tập | | |
      | | | Tổng số | Đăng ký | Công nhận | Tổng số | Đăng ký | Công nhận |
      | 1 | Chi hội thôn 1 | 50 | 40 | 30 | 2 | 2 | 1 |`);
    expect(columnsOf(table).slice(2)).toEqual(["C MH2_TS", "D MH2_DK", "E MH2_CN", "F MH3_TS", "G MH3_DK", "H MH3_CN"]);
  });

  test("three tiers, the highest unknown to the form", () => {
    const table = onlyTable(`
      | STT | Tên chi hội, ban | Các danh hiệu học tập | < | < | < |
      | ^ | ^ | Gia đình học tập | < | Dòng họ học tập | < |
      | ^ | ^ | Tổng số | Công nhận | Tổng số | Công nhận |
      | 1 | Chi hội thôn 1 | 50 | 40 | 3 | 2 |`);
    expect(columnsOf(table).slice(2)).toEqual(["C MH2_TS", "D MH2_CN", "E MH3_TS", "F MH3_CN"]);
    expect(table.firstRow).toBe(4);
  });

  test("three tiers with «Trong đó» between", () => {
    const table = onlyTable(`
      | STT | Tên chi hội, ban | Hội viên | < | < | < |
      | ^ | ^ | Đầu kỳ | Cuối kỳ | Trong đó | < |
      | ^ | ^ | ^ | ^ | Nữ | Đảng viên |
      | 1 | Chi hội thôn 1 | 50 | 60 | 30 | 12 |`);
    expect(columnsOf(table).slice(2)).toEqual(["C HV00", "D HV01", "E HV04", "F HV05"]);
  });

  test("a blank row between the tiers", () => {
    const table = onlyTable(`
      | STT | Mã | Tên chi hội, ban | Cộng đồng học tập | < | < |
      | | | | | | |
      | | | | Tổng số | Đăng ký | Công nhận |
      | 1 | | Chi hội thôn 1 | 1 | 1 | 1 |`);
    expect(columnsOf(table).slice(3)).toEqual(["D MH4_TS", "E MH4_DK", "F MH4_CN"]);
    expect([table.headingTop, table.firstRow]).toEqual([1, 4]);
  });

  test("the name may stand in the lower tier", () => {
    const table = onlyTable(`
      | | | Gia đình học tập | < | Dòng họ học tập | < |
      | STT | Tên chi hội, ban | Tổng số | Công nhận | Tổng số | Công nhận |
      | 1 | Chi hội thôn 1 | 50 | 40 | 3 | 2 |`);
    expect(columnsOf(table)).toEqual(["A row.number", "B row.name", "C MH2_TS", "D MH2_CN", "E MH3_TS", "F MH3_CN"]);
    expect([table.headingTop, table.firstRow]).toEqual([1, 3]);
  });

  test("a text merged over two columns counts for the first; the second is no column", () => {
    const table = onlyTable(`
      | STT | Tên chi hội, ban | < | Hội viên đầu kỳ | Hội viên cuối kỳ |
      | 1 | Chi hội thôn 1 | < | 50 | 60 |`);
    expect(columnsOf(table)).toEqual(["A row.number", "B row.name", "D HV00", "E HV01"]);
    expect(table.unknownColumns).toEqual([]);
  });

  test("the first row of data, although it begins like a tier, is data", () => {
    const table = onlyTable(`
      | STT | Tên chi hội, ban | Dân số | Hội viên cuối kỳ |
      | I | Trường học | | |
      | 1 | Trường Tiểu học | 200 | 20 |`);
    expect([table.firstRow, table.rowRoles]).toEqual([2, ["group", "data"]]);
  });

  test("a group's line in the first column is no tier, even in words that headings end with", () => {
    const table = onlyTable(`
      | STT | Tên chi hội, ban | Dân số | Hội viên cuối kỳ |
      | II. Trường học | | | |
      | 1 | Trường Tiểu học | 200 | 20 |`);
    expect([table.firstRow, table.rowRoles]).toEqual([2, ["group", "data"]]);
  });
});

describe("place and order", () => {
  const headings = ["STT", "Tên chi hội, ban", "Dân số", "Hội viên đầu kỳ", "Mới kết nạp", "Giảm", "Hội viên cuối kỳ"];
  const codes = ["row.number", "row.name", "DS01", "HV00", "HV02", "HV03", "HV01"];

  test("columns in any order, from any cell", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...headings.keys()], { minLength: headings.length }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 9 }),
        (order, down, right) => {
          const rows = [
            order.map((item) => headings[item] ?? ""),
            order.map((item) => (item === 1 ? "Chi hội thôn 1" : item)),
          ];
          const shifted = [
            ...Array.from({ length: down }, () => []),
            ...rows.map((row) => [...Array(right).fill(""), ...row]),
          ];
          const table = onlyTable(shifted);
          expect(table.columns.map(({ field }) => field.code)).toEqual(order.map((item) => codes[item]));
          expect([table.headingTop, table.columns[0]?.column]).toEqual([down + 1, right + 1]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("titles, issuer and motto above the headings are no headings", () => {
    const table = onlyTable(`
      | HỘI KHUYẾN HỌC TỈNH QUẢNG TRỊ | < | < | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | < | < |
      | HỘI KHUYẾN HỌC XÃ HƯỚNG PHÙNG | < | < | Độc lập – Tự do – Hạnh phúc | < | < |
      | BIỂU 01: TỔ CHỨC – HỘI VIÊN | < | < | < | < | < |
      |  | | | | | Đơn vị tính: người |
      | STT | Tên chi hội, ban | Dân số | Hội viên đầu kỳ | Hội viên cuối kỳ | Ghi chú |
      | 1 | Chi hội thôn 1 | 400 | 50 | 60 | |`);
    expect(table.headingTop).toBe(5);
    expect(table.moneyUnit).toBeUndefined();
  });

  test("headings stand on the last of the rows searched, and below it are not found", () => {
    const at = (row: number) =>
      recognise(
        gridFromTable(
          "| STT | Tên chi hội, ban | Hội viên đầu kỳ | Hội viên cuối kỳ |\n | 1 | Chi hội thôn 1 | 5 | 6 |",
          {
            at: `A${row}`,
          },
        ),
      ).value.tables.length;
    expect([at(60), at(90)]).toEqual([1, 0]);
  });
});

describe("writing", () => {
  const codeOf = (heading: string): string | undefined =>
    onlyTable([
      ["STT", "Tên chi hội, ban", "Hội viên đầu kỳ", "Hội viên cuối kỳ", heading],
      [1, "Chi hội thôn 1", 50, 60, 30],
    ]).columns[4]?.field.code;

  test.each([
    ["SỐ HỘ", "DS02"],
    ["Số hộ (hộ)", "DS02"],
    ["1. Số hộ", "DS02"],
    ["Số  hộ\n(hộ)", "DS02"],
    ["Số hộ".normalize("NFD"), "DS02"],
    ["Trong đó: nữ", "HV04"],
    ["- Trong đó nữ", "HV04"],
    ["Giảm (*)", "HV03"],
  ])("%j is read as %s", (heading, code) => {
    expect(codeOf(heading)).toBe(code);
  });

  test.each(["So ho", "Số hố", "Hộ nghèo"])("%j is no field", (heading) => {
    expect(codeOf(heading)).toBeUndefined();
  });

  test("CĐHT (community) is not CDHT (citizen)", () => {
    const table = onlyTable(`
      | STT | Tên chi hội, ban | CĐHT | < | CDHT (người lớn ở cộng đồng) | < |
      | ^ | ^ | Tổng số | Công nhận | Tổng số | Công nhận |
      | 1 | Chi hội thôn 1 | 1 | 1 | 300 | 120 |`);
    expect(columnsOf(table).slice(2)).toEqual(["C MH4_TS", "D MH4_CN", "E MH1_TS", "F MH1_CN"]);
  });

  test("titles of the years before the programme are not taken for its models", () => {
    const table = onlyTable(`
      | STT | Tên chi hội, ban | Gia đình hiếu học | < | Dòng họ học tập | < |
      | ^ | ^ | Tổng số | Công nhận | Tổng số | Công nhận |
      | 1 | Chi hội thôn 1 | 50 | 40 | 3 | 2 |`);
    expect(columnsOf(table).slice(2)).toEqual(["E MH3_TS", "F MH3_CN"]);
    expect(table.unknownColumns.map(({ text }) => text)).toEqual([
      "Gia đình hiếu học › Tổng số",
      "Gia đình hiếu học › Công nhận",
    ]);
  });

  test("a plan's column is not the figure", () => {
    const table = onlyTable(`
      | STT | Tên chi hội, ban | Kế hoạch | Thực hiện | < |
      | ^ | ^ | Tổng số hội viên | Tổng số hội viên | Giảm |
      | 1 | Chi hội thôn 1 | 70 | 60 | 3 |`);
    expect(columnsOf(table).slice(2)).toEqual(["D HV01", "E HV03"]);
  });

  test("unknown headings are kept with their place", () => {
    const table = onlyTable(`
      | STT | Tên chi hội, ban | Hội viên đầu kỳ | Hội viên cuối kỳ | Chi hội trưởng |
      | 1 | Chi hội thôn 1 | 50 | 60 | Hồ Văn Lâm |`);
    expect(table.unknownColumns).toEqual([{ column: 5, heading: { row: 1, column: 5 }, text: "Chi hội trưởng" }]);
  });
});
