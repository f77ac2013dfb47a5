// Which form a table is, and whether its rows are branches or child units: content decides, names only break ties.

import { describe, expect, test } from "vitest";
import { gridFromTable } from "../kit/grid-from-table.js";
import { columnsOf, formsOf, recognise, rolesOf } from "./recognised.js";

const cover = (level: string, name: string) =>
  gridFromTable(`| Mã đơn vị | "19429" |\n| Tên đơn vị | ${name} |\n| Cấp | ${level} |\n| Kỳ báo cáo | năm 2022 |`, {
    name: "00 Chung",
  });

describe("grain", () => {
  const table = (name: string, further = "") =>
    gridFromTable(
      `| STT | ${name} | Gia đình học tập: tổng số (hộ) | Gia đình học tập: công nhận | ${further} |\n| 1 | A | 5 | 4 | 3 |`,
    );

  test.each([
    ["Tên chi hội, ban", "BM03 branch"],
    ["Xã, phường", "BM03 upper"],
  ])("the name column «%s»", (name, form) => {
    expect(formsOf(recognise(table(name)))).toEqual([form]);
  });

  test.each([
    ["xã", "Xã Hướng Phùng", "BM03 branch"],
    ["tỉnh", "Tỉnh Quảng Trị", "BM03 upper"],
    ["", "Hội Khuyến học phường Đông Hà", "BM03 branch"],
    ["", "Hội Khuyến học thành phố Hải Phòng", "BM03 upper"],
  ])("«Tên đơn vị» with the level «%s» of %s", (level, name, form) => {
    expect(formsOf(recognise(cover(level, name), table("Tên đơn vị")))).toEqual([form]);
  });

  test("«Tên đơn vị» without a cover: categories or further columns decide", () => {
    const kinds =
      "| STT | Tên đơn vị | Hình thức | Loại | Hội viên đầu kỳ | Hội viên cuối kỳ |\n| 1 | A | ban | khác | 5 | 6 |";
    const elderly =
      "| STT | Tên đơn vị | Trong đó: người cao tuổi | Tổng số hội viên | Thẻ hội viên đã cấp |\n| 1 | A | 5 | 4 | 3 |";
    expect(formsOf(recognise(gridFromTable(kinds)))).toEqual(["BM01 branch"]);
    expect(formsOf(recognise(gridFromTable(elderly)))).toEqual(["BM01 upper"]);
  });
});

describe("form", () => {
  const shared = `
    | Mã đơn vị | Tên đơn vị | Dân số | Số hộ | Số người lớn (từ 18 tuổi) | Tổng số đảng viên trên địa bàn |
    | "19429" | Xã Hướng Phùng | 5400 | 1200 | 3600 | 210 |`;

  test.each([
    ["00b Đơn vị", "BM00b upper"],
    ["01 Tổ chức - Hội viên", "BM01 upper"],
  ])("headings of two forms on a sheet named «%s»", (name, form) => {
    expect(formsOf(recognise(gridFromTable(shared, { name })))).toEqual([form]);
  });

  test("a wrong sheet name does not outweigh what stands on the sheet", () => {
    const fund = "| STT | Tên chi hội, ban, quỹ | Số dư đầu kỳ | Số dư cuối kỳ |\n| 1 | Chi hội thôn 1 | 5 | 9 |";
    expect(formsOf(recognise(gridFromTable(fund, { name: "03 Mô hình học tập" })))).toEqual(["BM02 branch"]);
  });

  test("two tables of different forms on one sheet, each with its own unit of money", () => {
    const outcome = recognise(
      gridFromTable(`
        | I. HỘI VIÊN | | | | |
        | STT | Tên chi hội, ban | Hội viên đầu kỳ | Mới kết nạp | Hội viên cuối kỳ |
        | 1 | Chi hội thôn 1 | 50 | 10 | 60 |
        | | Tổng cộng | 50 | 10 | 60 |
        | | | | | |
        | II. QUỸ KHUYẾN HỌC | | | | |
        | | | | Đơn vị tính: triệu đồng | |
        | STT | Tên chi hội, ban, quỹ | Số dư đầu kỳ | Vận động: tiền | Số dư cuối kỳ |
        | 1 | Chi hội thôn 1 | 5 | 4 | 9 |
        | Người lập biểu | | | | |`),
    );
    expect(formsOf(outcome)).toEqual(["BM01 branch", "BM02 branch"]);
    expect(outcome.value.tables.map(rolesOf)).toEqual([
      ["3 data", "4 total"],
      ["9 data", "10 signature"],
    ]);
    expect(outcome.value.tables.map(({ moneyUnit }) => moneyUnit?.text)).toEqual([undefined, "triệu đồng"]);
  });

  test("a second table below the first one's signature", () => {
    const outcome = recognise(
      gridFromTable(`
        | STT | Tên chi hội, ban | Hội viên đầu kỳ | Hội viên cuối kỳ |
        | 1 | Chi hội thôn 1 | 50 | 60 |
        | Người lập biểu | | TM. BAN THƯỜNG VỤ | |
        | ĐVT: đồng | | | |
        | STT | Tên chi hội, ban, quỹ | Số dư đầu kỳ | Số dư cuối kỳ |
        | 1 | Chi hội thôn 1 | 5 | 9 |`),
    );
    expect(formsOf(outcome)).toEqual(["BM01 branch", "BM02 branch"]);
    expect(outcome.value.tables[1]?.moneyUnit?.text).toBe("đồng");
  });

  test("an upper table with tiers that may also be names", () => {
    const outcome = recognise(
      gridFromTable(`
        | TT | Xã, phường | Chi hội | < | Ban khuyến học | < | Tổng số hội viên |
        | ^ | ^ | Tổng số | Trường học | Tổng số | Dòng họ | ^ |
        | 1 | Xã Hướng Phùng | 12 | 3 | 4 | 4 | 640 |`),
    );
    expect(outcome.value.tables.map(columnsOf)).toEqual([
      ["A row.number", "B unit.name", "C TC05", "D TC05b", "E TC06", "F TC06a", "G HV01"],
    ]);
  });
});

describe("sheets", () => {
  test("hidden sheets are read, the fact sheet and the program's own sheets are not", () => {
    const table = "| STT | Tên chi hội, ban | Hội viên đầu kỳ | Hội viên cuối kỳ |\n| 1 | Chi hội thôn 1 | 50 | 60 |";
    const { value, findings } = recognise(
      gridFromTable(table, { name: "01", visibility: "hidden" }),
      gridFromTable(table, { name: "_so-lieu", visibility: "very-hidden" }),
      gridFromTable(`| khuyenhoc: phụ lục |\n${table}`, { name: "Độ phủ" }),
      gridFromTable("| Danh bạ |\n| Hồ Văn Lâm |", { name: "Danh bạ" }),
    );
    expect(value.tables.map(({ grid }) => grid.name)).toEqual(["01"]);
    expect(value.factSheet?.name).toBe("_so-lieu");
    expect(value.unused.map(({ name }) => name)).toEqual(["Độ phủ", "Danh bạ"]);
    expect(findings).toEqual([]);
  });

  test("a list with units but without figures is no form", () => {
    const list = '| STT | Mã đơn vị | Tên đơn vị | Điện thoại |\n| 1 | "19429" | Xã Hướng Phùng | 0905 |';
    expect(recognise(gridFromTable(list)).value.tables).toEqual([]);
  });
});
