// Covers in the layouts people make of them, and what title lines say where there is no cover.

import { describe, expect, test } from "vitest";
import { addressText } from "../../src/model/cell-address.js";
import { gridFromTable, type SheetOptions } from "../kit/grid-from-table.js";
import { marks, onlyTable, recognise, valuesOf } from "./recognised.js";

const cover = (table: string, options: SheetOptions = {}) =>
  valuesOf(recognise(gridFromTable(table, { name: "00 Chung", ...options })).value.pairs[0]);

describe("layouts", () => {
  test("labels with values to the right, from any cell, colons or not", () => {
    const table = `
      | Mã đơn vị: | "19429" |
      | Tên đơn vị | Xã Hướng Phùng |
      | 3. Kỳ báo cáo | năm 2022 |
      | DÂN SỐ (người) | 5400 |`;
    expect(cover(table)).toEqual(["unit.code B1", "unit.name B2", "period B3", "DS01 B4"]);
    expect(cover(table, { at: "D6" })).toEqual(["unit.code E6", "unit.name E7", "period E8", "DS01 E9"]);
  });

  test("the value in the label's own cell", () => {
    expect(cover("| Mã đơn vị: 19429 |\n| Kỳ báo cáo: năm 2022 |\n| Cán bộ Hội: cán bộ chuyên trách: 2 |")).toEqual([
      "unit.code A1",
      "period A2",
      "HV08b A3",
    ]);
  });

  test("blanks, measures and column numbers between label and value are passed over", () => {
    expect(
      cover(`
        | TT | Nội dung | Mã số | Đơn vị tính | Số liệu |
        | 1 | Mã đơn vị | (1) |  | "19429" |
        | 2 | Dân số | (2) | người | 5400 |
        | 3 | Số hộ | (3) | hộ | 1200 |`),
    ).toEqual(["unit.code E2", "DS01 E3", "DS02 E4"]);
    expect(
      cover(`
        | Dân số | 1 | 5400 |
        | Số hộ | 2 | 1200 |
        | Số người lớn (từ 18 tuổi) | 3 | 3600 |`),
    ).toEqual(["DS01 C1", "DS02 C2", "DS03 C3"]);
  });

  test("a remark beside a blank value is not taken for the value", () => {
    expect(
      cover(`
        | Dân số | 5400 | |
        | Số hộ | | theo Công an xã |
        | Số người lớn (từ 18 tuổi) | 3600 | |`),
    ).toEqual(["DS01 B1", "DS02 B2", "DS03 B3"]);
  });

  test("two columns of labels side by side, values under the labels", () => {
    expect(
      cover(`
        | Mã đơn vị | "19429" | | Dân số | 5400 |
        | Tên đơn vị | Xã Hướng Phùng | | Số hộ | 1200 |`),
    ).toEqual(["unit.code B1", "DS01 E1", "unit.name B2", "DS02 E2"]);
    expect(cover(`| Mã đơn vị | Kỳ báo cáo | Lần nộp |\n| "19429" | năm 2022 | 2 |`)).toEqual([
      "unit.code A2",
      "period B2",
      "revision C2",
    ]);
  });

  test("a merged label leaves its value in the column after the merge", () => {
    expect(cover(`| Mã đơn vị | < | "19429" |\n| Kỳ báo cáo | < | năm 2022 |`)).toEqual(["unit.code C1", "period C2"]);
  });

  test("the signature block below a cover gives no values", () => {
    expect(
      cover(`
        | Mã đơn vị | "19429" |
        | Người lập biểu | |
        | Dân số | 5400 |
        | | Hướng Phùng, ngày 30 tháng 11 năm 2022 |
        | Người lập biểu | TM. BAN THƯỜNG VỤ |
        | | CHỦ TỊCH |`),
    ).toEqual(["unit.code B1", "preparedBy B2", "DS01 B3"]);
  });

  test("a label typed twice with two figures is V-K12; the same figure twice is none", () => {
    const twice = (second: number) =>
      recognise(gridFromTable(`| Mã đơn vị | "19429" |\n| Dân số | 5400 |\n| Số hộ | 1200 |\n| Dân số | ${second} |`))
        .findings;
    expect(marks(twice(5401)).filter(([code]) => code === "V-K12")).toEqual([["V-K12", "A4"]]);
    expect(marks(twice(5400)).filter(([code]) => code === "V-K12")).toEqual([]);
  });

  test("a sheet with tables and a cover above them gives both", () => {
    const { tables, pairs } = recognise(
      gridFromTable(`
        | Mã đơn vị | < | "19429" | |
        | Dân số | < | 5400 | |
        | STT | Tên chi hội, ban | Hội viên đầu kỳ | Hội viên cuối kỳ |
        | 1 | Chi hội thôn 1 | 50 | 60 |`),
    ).value;
    expect([tables.length, valuesOf(pairs[0])]).toEqual([1, ["unit.code C1", "DS01 C2"]]);
  });
});

describe("title lines", () => {
  const table = "| STT | Tên chi hội, ban, quỹ | Số dư đầu kỳ | Số dư cuối kỳ |\n| 1 | Chi hội thôn 1 | 5 | 9 |";
  const titles = (lines: string) =>
    recognise(gridFromTable(`${lines}\n${table}`)).value.titles.map(
      ({ code, text, cell }) => `${addressText(cell)} ${code} = ${text}`,
    );

  test.each([
    ["Đơn vị báo cáo: Xã Hướng Phùng", "unit.name = Xã Hướng Phùng"],
    ["Tên đơn vị: Hội Khuyến học xã Hướng Phùng", "unit.name = Hội Khuyến học xã Hướng Phùng"],
    ["Đơn vị: Đồng Hới", "unit.name = Đồng Hới"],
    ["Mã đơn vị: 19429", "unit.code = 19429"],
    ["Kỳ báo cáo: quý IV năm 2022", "period = quý IV năm 2022"],
    ["Năm 2022", "period = Năm 2022"],
    ["BÁO CÁO QUỸ KHUYẾN HỌC 6 THÁNG ĐẦU NĂM 2022", "period = 6 THÁNG ĐẦU NĂM 2022"],
    ["(Tháng 11/2022)", "period = Tháng 11/2022"],
    ["Giai đoạn 2019 – 2024", "period = Giai đoạn 2019 - 2024"],
    ["(Số liệu tính đến ngày 30/11/2022)", "asOf = 30/11/2022"],
    ["Lần nộp: 2", "revision = 2"],
    ["Số liệu ước tính", "standing = ước tính"],
    ["Đơn vị tính: triệu đồng", "moneyUnit = triệu đồng"],
    ["(ĐVT: 1.000 đồng)", "moneyUnit = 1.000 đồng"],
    ["Đơn vị: nghìn đồng", "moneyUnit = nghìn đồng"],
  ])("%s", (line, statement) => {
    expect(titles(`| ${line} |`)).toEqual([`A1 ${statement}`]);
  });

  test("several statements in one line, and a value in the next cell", () => {
    expect(titles("| NĂM 2022 (số liệu ước tính, tính đến 30/11/2022) |\n| | | Đơn vị tính: | đồng |")).toEqual([
      "A1 period = NĂM 2022",
      "A1 asOf = 30/11/2022",
      "A1 standing = ước tính",
      "D2 moneyUnit = đồng",
    ]);
  });

  test.each([
    "Đơn vị tính: người",
    "(Kèm theo Quyết định số 387/QĐ-TTg năm 2022)",
    "Quảng Trị, ngày 30 tháng 11 năm 2022",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Đơn vị nhận báo cáo: Hội Khuyến học tỉnh",
  ])("%s says nothing of unit, period or money", (line) => {
    expect(titles(`| ${line} |`)).toEqual([]);
  });

  test("the unit of money nearest to the headings belongs to the table", () => {
    const found = onlyTable(`| | | Đơn vị tính: triệu đồng |\n${table}`);
    expect(found.moneyUnit).toEqual({ cell: { row: 1, column: 3 }, text: "triệu đồng", others: [] });
    expect(onlyTable(`| BIỂU 02 (ĐVT: nghìn đồng) |\n${table}`).moneyUnit?.text).toBe("nghìn đồng");
  });

  test("what a cover says with a value of its own is not said again by titles", () => {
    const { titles: left } = recognise(
      gridFromTable(`| Mã đơn vị | "19429" |\n| Kỳ báo cáo | năm 2022 |\n| Lần nộp |  |`, { name: "00 Chung" }),
      gridFromTable(`| Kỳ báo cáo: năm 2021 |\n| Lần nộp: 2 |\n${table}`),
    ).value;
    expect(left.map(({ code }) => code)).toEqual(["revision"]);
  });
});
