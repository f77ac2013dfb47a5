// What each row below the headings is: nothing may be counted twice, and no row that names something is lost.

import { describe, expect, test } from "vitest";
import { gridFromTable } from "../kit/grid-from-table.js";
import { onlyTable, recognise, rolesOf } from "./recognised.js";

const HEADINGS = "| STT | Tên chi hội, ban | Hội viên đầu kỳ | Mới kết nạp | Hội viên cuối kỳ |";
const roles = (rows: string): readonly string[] => rolesOf(onlyTable(`${HEADINGS}\n${rows}`));

describe("column codes", () => {
  test.each([
    "| A | B | 1 | 2 | 3 = 1 + 2 |",
    "| (1) | (2) | (3) | (4) | (5)=(3)+(4) |",
    "| 1 | 2 | 3 | 4 | 5 |",
    '| "A" | "B" | "1" | "2" | "3=1+2" |',
  ])("%s is no data", (codes) => {
    const table = onlyTable(`${HEADINGS}\n${codes}\n| 1 | Chi hội thôn 1 | 50 | 10 | 60 |`);
    expect([table.firstRow, table.rowRoles]).toEqual([3, ["data"]]);
  });

  test("a first row that counts upwards but has a name is data", () => {
    expect(roles("| 1 | Chi hội thôn 1 | 2 | 3 | 5 |")).toEqual(["2 data"]);
  });
});

describe("groups", () => {
  test("Roman and lettered titles without figures", () => {
    expect(
      roles(`
        | I | Khối thôn, bản | | | |
        | 1 | Chi hội thôn 1 | 50 | 10 | 60 |
        | B | Khối trường học | | | |
        | 2 | Chi hội Trường THCS | 20 | 1 | 21 |
        | Khối dòng họ | < | < | < | < |
        | 3 | Ban khuyến học họ Hồ | 9 | 0 | 9 |`),
    ).toEqual(["2 group", "3 data", "4 group", "5 data", "6 group", "7 data"]);
  });

  test("a group's own figures are a subtotal: the rows below it are counted", () => {
    expect(
      roles(`
        | I | Huyện Hướng Hóa | 70 | 11 | 81 |
        | 1 | Xã Hướng Phùng | 50 | 10 | 60 |
        | 2 | Xã Hướng Việt | 20 | 1 | 21 |
        | II | Huyện Đakrông | 9 | 0 | 9 |
        | 1 | Xã Ba Nang | 9 | 0 | 9 |`),
    ).toEqual(["2 subtotal", "3 data", "4 data", "5 subtotal", "6 data"]);
  });

  test("a district without a mark above numbered communes is a subtotal", () => {
    expect(
      roles(`
        |  | Huyện Hướng Hóa | 70 | 11 | 81 |
        | 1 | Xã Hướng Phùng | 50 | 10 | 60 |
        | 2 | Xã Hướng Việt | 20 | 1 | 21 |`),
    ).toEqual(["2 subtotal", "3 data", "4 data"]);
  });

  test("1 above 1.1 and 1.2 is a subtotal, 1 above a and b too", () => {
    expect(
      roles(`
        | 1 | Chi hội thôn 1 | 50 | 10 | 60 |
        | "1.1" | Tổ khuyến học xóm Trên | 30 | 5 | 35 |
        | "1.2" | Tổ khuyến học xóm Dưới | 20 | 5 | 25 |
        | 2 | Chi hội thôn 2 | 50 | 10 | 60 |
        | a | Tổ khuyến học xóm Trên | 50 | 10 | 60 |
        | 3 | Chi hội thôn 3 | 5 | 1 | 6 |`),
    ).toEqual(["2 subtotal", "3 data", "4 data", "5 subtotal", "6 data", "7 data"]);
  });

  test("rows all numbered in Roman, or all in letters, are data", () => {
    expect(
      roles(`
        | I | Chi hội thôn 1 | 50 | 10 | 60 |
        | II | Chi hội thôn 2 | 50 | 10 | 60 |
        | III | Chi hội thôn 3 | 5 | 1 | 6 |
        |  | Tổng cộng | 105 | 21 | 126 |`),
    ).toEqual(["2 data", "3 data", "4 data", "5 total"]);
    const letters = [..."ABCDEGHIK"].map((letter) => `| ${letter} | Chi hội thôn ${letter} | 5 | 1 | 6 |`).join("\n");
    expect(onlyTable(`${HEADINGS}\n${letters}`).rowRoles).toEqual(Array(9).fill("data"));
  });

  test("«X. Tân Phú» is a commune, not a tenth group", () => {
    expect(roles("| | X. Tân Phú | 5 | 1 | 6 |\n| | P. Đông Hà | 5 | 1 | 6 |\n| | Xã Cam Lộ | 1 | 1 | 2 |")).toEqual([
      "2 data",
      "3 data",
      "4 data",
    ]);
  });
});

describe("sums", () => {
  test("«Cộng» after each group, «Tổng cộng» at the end", () => {
    expect(
      roles(`
        | I | Khối thôn | | | |
        | 1 | Chi hội thôn 1 | 50 | 10 | 60 |
        |  | Cộng | 50 | 10 | 60 |
        | II | Khối trường | | | |
        | 2 | Chi hội Trường THCS | 20 | 1 | 21 |
        |  | Cộng | 20 | 1 | 21 |
        |  | Tổng cộng | 70 | 11 | 81 |`),
    ).toEqual(["2 group", "3 data", "4 subtotal", "5 group", "6 data", "7 subtotal", "8 total"]);
  });

  test("a single «Cộng» at the end is the total", () => {
    expect(roles("| 1 | Chi hội thôn 1 | 50 | 10 | 60 |\n| Cộng | < | 50 | 10 | 60 |")).toEqual(["2 data", "3 total"]);
  });

  test("«Cộng» of the last group is not the total", () => {
    expect(
      roles(`
        | I | Khối thôn | | | |
        | 1 | Chi hội thôn 1 | 50 | 10 | 60 |
        |  | Cộng | 50 | 10 | 60 |
        | II | Khối trường | | | |
        | 2 | Chi hội Trường THCS | 20 | 1 | 21 |
        |  | Cộng | 20 | 1 | 21 |`).at(-1),
    ).toBe("7 subtotal");
  });

  test("the total may stand first", () => {
    expect(
      roles(
        "| | TỔNG SỐ | 70 | 11 | 81 |\n| 1 | Chi hội thôn 1 | 50 | 10 | 60 |\n| 2 | Chi hội thôn 2 | 20 | 1 | 21 |",
      ),
    ).toEqual(["2 total", "3 data", "4 data"]);
  });

  test("«Cộng nhóm I», «Toàn xã» and the like", () => {
    expect(
      roles(`
        | 1 | Chi hội thôn 1 | 50 | 10 | 60 |
        |  | Cộng nhóm I | 50 | 10 | 60 |
        | 2 | Chi hội thôn 2 | 20 | 1 | 21 |
        |  | Cộng nhóm II: | 20 | 1 | 21 |
        |  | Toàn xã (I + II) | 70 | 11 | 81 |`),
    ).toEqual(["2 data", "3 subtotal", "4 data", "5 subtotal", "6 total"]);
  });

  test("names that begin like sums are names", () => {
    expect(
      roles(`
        | 1 | Cộng Hòa | 50 | 10 | 60 |
        | 2 | Toàn Thắng | 50 | 10 | 60 |
        | 3 | Tổng công ty Thương mại | 50 | 10 | 60 |
        | 4 | Cộng đồng Công giáo | 50 | 10 | 60 |`),
    ).toEqual(["2 data", "3 data", "4 data", "5 data"]);
  });

  test("«Trong đó» repeats part of another row", () => {
    expect(roles("| 1 | Chi hội thôn 1 | 50 | 10 | 60 |\n| | Trong đó: xóm Trên | 30 | 5 | 35 |")).toEqual([
      "2 data",
      "3 note",
    ]);
  });
});

describe("rows with gaps", () => {
  test("a numbered unit that left its figures blank is a row of data", () => {
    expect(roles("| 1 | Chi hội thôn 1 | 50 | 10 | 60 |\n| 2 | Chi hội thôn 2 | | | |")).toEqual(["2 data", "3 data"]);
  });

  test("words in place of figures make a row of data", () => {
    expect(roles("|  | Xã Ba Nang | chưa có Hội | x | … |\n| | Xã Cam Lộ | 5 | 0 | 5 |")).toEqual(["2 data", "3 data"]);
  });

  test("prepared lines with a number and formulas only are not rows", () => {
    expect(roles("| 1 | Chi hội thôn 1 | 50 | 10 | =60 |\n| 2 | | | | =0 |\n| 3 | | | | =0 |")).toEqual(["2 data"]);
  });

  test("typed figures without a name stay a row, so that the missing name is asked for", () => {
    expect(roles("| 1 | Chi hội thôn 1 | 50 | 10 | 60 |\n| 2 | | 5 | 1 | 6 |")).toEqual(["2 data", "3 data"]);
  });

  test("blank rows between rows of data do not end the table", () => {
    const blank = "| | | | | |\n".repeat(12);
    expect(roles(`| 1 | Chi hội thôn 1 | 50 | 10 | 60 |\n${blank}| 2 | Chi hội thôn 2 | 5 | 1 | 6 |`).at(-1)).toBe(
      "15 data",
    );
  });

  test("a table without a column of numbers", () => {
    const table = onlyTable(`
      | Tên chi hội, ban | Hội viên đầu kỳ | Hội viên cuối kỳ |
      | Khối thôn | | |
      | Chi hội thôn 1 | 50 | 60 |
      | Chi hội thôn 2 | 50 | 0 |
      | Tổng cộng | 100 | 60 |`);
    expect(table.rowRoles).toEqual(["group", "data", "data", "total"]);
  });
});

describe("below the table", () => {
  test("notes, place and date, signatures and names end it", () => {
    expect(
      roles(`
        | 1 | Chi hội thôn 1 | 50 | 10 | 60 |
        | Tổng cộng | < | 50 | 10 | 60 |
        | Ghi chú: hội viên tính một nơi sinh hoạt. | < | < | < | < |
        | (*) Số liệu của trường học do trường báo. | < | < | < | < |
        | | | | | |
        | | | Hướng Phùng, ngày 30 tháng 11 năm 2022 | < | < |
        | Người lập biểu | | TM. BAN THƯỜNG VỤ | < | < |
        | | | | | |
        | Hồ Văn Lâm | | Nguyễn Thị Hoa | < | < |`),
    ).toEqual([
      "2 data",
      "3 total",
      "4 note",
      "5 note",
      "6 outside",
      "7 signature",
      "8 signature",
      "9 outside",
      "10 signature",
    ]);
  });

  test("a dotted date and «T/M» are a signature too", () => {
    expect(roles("| 1 | Chi hội thôn 1 | 50 | 10 | 60 |\n| | | ..., ngày ... tháng ... năm 2022 | | |")).toEqual([
      "2 data",
      "3 signature",
    ]);
    expect(roles("| 1 | Chi hội thôn 1 | 50 | 10 | 60 |\n| | | | T/M BAN CHẤP HÀNH | |").at(-1)).toBe("3 signature");
  });

  test("a note between rows of data does not hide what follows", () => {
    expect(
      roles("| 1 | Chi hội thôn 1 | 50 | 10 | 60 |\n| | (*) Mới lập | | | |\n| 2 | Chi hội thôn 2 | 5 | 1 | 6 |"),
    ).toEqual(["2 data", "3 note", "4 data"]);
  });

  test("figures below a signature are not counted", () => {
    expect(
      roles("| 1 | Chi hội thôn 1 | 50 | 10 | 60 |\n| Người lập biểu | | | | |\n| | Kiểm tra lại | 5 | 1 | 6 |").at(-1),
    ).toBe("4 signature");
  });

  test("headings printed again on the next page do not begin a second table", () => {
    const book = recognise(
      gridFromTable(`
        ${HEADINGS}
        | A | B | 1 | 2 | 3 |
        | 1 | Chi hội thôn 1 | 50 | 10 | 60 |
        ${HEADINGS}
        | A | B | 1 | 2 | 3 |
        | 2 | Chi hội thôn 2 | 5 | 1 | 6 |`),
    ).value;
    expect(book.tables.map(rolesOf)).toEqual([["3 data", "4 heading", "5 codes", "6 data"]]);
  });
});
