// Three layouts as offices draw them themselves, with codes where figures belong, and the same sheets filled in.

import { addressText, parseRange } from "../../src/model/cell-address.js";
import { escapeXml, workbookPackage } from "./zip-package.js";

export interface OfficeLayout {
  readonly sheet: string;
  /** Lines of cells; null is an empty cell. */
  readonly lines: readonly (readonly (string | null)[])[];
  readonly merges: readonly string[];
}

/** Rows of branches: headings in two tiers with a line of column numbers, amounts in nghìn đồng. */
export const COMMUNE: OfficeLayout = {
  sheet: "BC Hội xã",
  lines: [
    ["HỘI KHUYẾN HỌC TỈNH QUẢNG TRỊ"],
    ["BÁO CÁO CÔNG TÁC HỘI CƠ SỞ"],
    ["Tên Hội cơ sở:", null, "{{đơn vị}}", null, "Mã số:", "{{mã đơn vị}}"],
    ["Thời gian báo cáo:", null, "{{kỳ}}", null, "Tính đến:", "{{chốt}}"],
    ["Đơn vị tính:", null, "{{đơn vị tính}}"],
    ["TT", "Chi hội khuyến học thôn, khối", "Người tham gia Hội", null, null, "Nguồn lực trong năm", null],
    [null, null, "Có đến nay", "Phụ nữ", "Đảng viên tham gia", "Quyên góp được", "Đã dùng"],
    ["A", "B", "1", "2", "3", "4", "5"],
    ["{{mỗi chi hội}}{{stt}}", "{{tên}}", "{{HV01}}", "{{HV04}}", "{{HV05}}", "{{Q02 | nghìn}}", "{{Q05 | nghìn}}"],
    ["Người lập biểu"],
  ],
  merges: ["A6:A7", "B6:B7", "C6:E6", "F6:G6"],
};

/** Branches and boards in one table: a code says which is which, the heading of the next column says its kinds itself. */
export const SORTED: OfficeLayout = {
  sheet: "Chi hội và ban",
  lines: [
    ["DANH MỤC TỔ CHỨC HỘI TRONG XÃ"],
    ["Hội Khuyến học xã:", "{{đơn vị}}", "Mã số:", "{{mã đơn vị}}"],
    ["Thời gian báo cáo:", "{{kỳ}}", "Tính đến:", "{{chốt}}"],
    ["TT", "Nơi sinh hoạt Hội", "Chi hội/Ban", "Loại", "Người tham gia Hội"],
    ["{{mỗi chi hội}}{{stt}}", "{{tên}}", "{{hình thức}}", null, "{{HV01}}"],
    ["Đã gửi:", "{{phủ}}"],
  ],
  merges: [],
};

/** Rows of communes: one line of headings that no shipped form uses, the unit of money in a heading. */
export const PROVINCE: OfficeLayout = {
  sheet: "Tổng hợp tỉnh",
  lines: [
    ["BIỂU TỔNG HỢP PHONG TRÀO HỌC TẬP SUỐT ĐỜI"],
    ["Hội Khuyến học tỉnh:", "{{đơn vị}}"],
    ["Số liệu của:", "{{kỳ}}"],
    ["Chốt ngày:", "{{chốt}}"],
    [],
    ["Mã địa bàn", "Địa bàn", "Người đã vào Hội", "Tiền quyên góp (triệu đồng)", "Nhà đạt danh hiệu học tập"],
    ["{{mỗi đơn vị}}{{mã}}", "{{tên}}", "{{HV01}}", "{{Q02 | triệu}}", "{{MH2_CN}}"],
  ],
  merges: [],
};

/** Labels with one value each, no table. */
export const LABELS: OfficeLayout = {
  sheet: "Phiếu số liệu",
  lines: [
    ["PHIẾU CUNG CẤP SỐ LIỆU KHUYẾN HỌC"],
    ["Nơi cung cấp", "{{đơn vị}}"],
    ["Mã nơi cung cấp", "{{mã đơn vị}}"],
    ["Cho thời gian", "{{kỳ}}"],
    ["Khóa sổ ngày", "{{chốt}}"],
    ["Nhân khẩu thực tế thường trú", "{{DS01}}"],
    ["Nóc nhà trên địa bàn", "{{DS02}}"],
    ["Số đảng viên đang sinh hoạt", "{{HV06}}"],
  ],
  merges: [],
};

export type Figures = readonly (string | number | null)[];

/** The workbook of a layout; `change` gives other lines, for instance with figures in place of codes. */
export function layoutBook(
  { sheet, lines, merges }: OfficeLayout,
  change: (lines: OfficeLayout["lines"]) => readonly Figures[] = (same) => same,
): Uint8Array {
  const rows = change(lines).map((line, index) => {
    const cells = line.map((value, place) => cellXml(addressText({ row: index + 1, column: place + 1 }), value));
    return `<row r="${index + 1}">${cells.join("")}</row>`;
  });
  const ranges = merges
    .filter((range) => parseRange(range) !== undefined)
    .map((range) => `<mergeCell ref="${range}"/>`);
  const merged = ranges.length === 0 ? "" : `<mergeCells count="${ranges.length}">${ranges.join("")}</mergeCells>`;
  return workbookPackage({ sheets: [[sheet, `<sheetData>${rows.join("")}</sheetData>${merged}`]] });
}

function cellXml(address: string, value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return `<c r="${address}"><v>${value}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`;
}

/** Values in place of codes; the line that is repeated comes once for each list of values. */
export function filledLines(
  lines: OfficeLayout["lines"],
  given: Readonly<Record<string, string>>,
  rows: readonly Figures[],
): readonly Figures[] {
  return lines.flatMap((line): readonly Figures[] => {
    if (line.some((text) => text?.includes("{{mỗi") === true)) return rows;
    return [line.map((text) => (text === null ? null : (given[text] ?? text)))];
  });
}
