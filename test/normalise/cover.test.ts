// Who reports and for when, from the cover: all that is stated must agree, and what is missing is said.
import { describe, expect, it } from "vitest";
import { cover, normalised, provinceCover, valuesOf } from "./normalised.js";

const MEMBERS = "| STT | Tên chi hội, ban | Hội viên cuối kỳ |\n| 1 | Chi hội thôn 1 | 60 |";

function read(lines: Readonly<Record<string, string>>) {
  return normalised({ "00 Chung": cover(lines), "01 Tổ chức - Hội viên": MEMBERS });
}

describe("the unit on the cover", () => {
  it("is known by code and name", () => {
    const result = read({});
    expect(result.submission.unit?.key).toBe("19441@2025-07-01");
    expect(result.codes).toEqual([]);
  });

  it("is the one that carried the code on the day of the report", () => {
    const old = read({ "Mã đơn vị": '"44"', "Tên đơn vị": "Tỉnh Quảng Bình", "Kỳ báo cáo": "Năm 2023" });
    expect(old.submission.unit?.key).toBe("44@2022-10-01");
    const later = read({ "Mã đơn vị": '"44"', "Tên đơn vị": "HỘI KHUYẾN HỌC TỈNH QUẢNG TRỊ" });
    expect(later.submission.unit?.key).toBe("44@2025-07-01");
  });

  it("takes the cut-off day before the end of the period", () => {
    const lines = { "Mã đơn vị": '"45"', "Tên đơn vị": "Tỉnh Quảng Trị", "Ngày chốt số liệu": "30/6/2025" };
    const result = read(lines);
    expect(result.submission.unit?.key).toBe("45@2022-10-01");
    expect(result.submission.asOf).toBe("2025-06-30");
  });

  it("is found by its name below the stated parent", () => {
    const result = read({ "Mã đơn vị": "", "Tên đơn vị": "xã Tân Lập", "Đơn vị cấp trên": "Tỉnh Quảng Trị" });
    expect(result.submission.unit?.key).toBe("19462@2025-07-01");
  });

  it("gets back the zeros that a number cell lost", () => {
    const result = read({ "Mã đơn vị": "4", "Tên đơn vị": "Phường Ba Đình" });
    expect(result.submission.unit?.code).toBe("00004");
  });

  it("is taken by its code, with a note, where the name is a slip of spelling away", () => {
    const { submission, codes, findings } = read({ "Tên đơn vị": "Xã Hướng Phú" });
    expect(submission.unit?.key).toBe("19441@2025-07-01");
    expect(codes).toEqual([["V-D02", "B2"]]);
    expect(findings[0]?.variant).toBe("theo mã");
    expect(read({ "Tên đơn vị": "Hướng Phùng" }).codes).toEqual([]);
  });

  it("is refused where code and name speak of two units", () => {
    const result = read({ "Tên đơn vị": "Xã Khe Sanh", "Đơn vị cấp trên": "Tỉnh Quảng Trị" });
    expect(result.codes).toEqual([["V-D02", "B2"]]);
    expect(result.submission.unit).toBeUndefined();
    expect(valuesOf(result, "V-D02")["ds"]).toContain("Xã Khe Sanh, Tỉnh Quảng Trị (19429)");
  });

  it("is refused where its code is not known", () => {
    const result = read({ "Mã đơn vị": '"99999"' });
    expect(result.codes).toEqual([["V-D01", "B1"]]);
    expect(valuesOf(result, "V-D01")["tên"]).toBe("99999");
  });

  it("is refused after its end, with its successor named", () => {
    const result = read({ "Mã đơn vị": '"19438"', "Tên đơn vị": "Xã Hướng Việt" });
    expect(result.codes).toEqual([["V-D03", "B1"]]);
    expect(valuesOf(result, "V-D03")).toMatchObject({
      mã: "19438",
      ngày: "01/07/2025",
      kỳ: "năm 2025",
      mới: "Xã Hướng Lập",
    });
  });

  it("is refused where the code passed to another unit", () => {
    const result = read({ "Mã đơn vị": '"44"', "Tên đơn vị": "Tỉnh Quảng Bình" });
    expect(result.codes).toEqual([["V-D03", "B2"]]);
    expect(valuesOf(result, "V-D03")["mới"]).toBe("Tỉnh Quảng Trị");
  });

  it("must lie below the stated parent", () => {
    const result = read({ "Đơn vị cấp trên": "Tỉnh Nghệ An" });
    expect(result.codes).toEqual([["V-D09", "B4"]]);
    expect(valuesOf(result, "V-D09")).toMatchObject({ a: "Tỉnh Quảng Trị", b: "Tỉnh Nghệ An" });
  });

  it("may be a cluster", () => {
    const upper =
      '| Mã | Tên đơn vị | Tổng số hội viên |\n| "38" | Tỉnh Thanh Hóa | 900 |\n| "01" | Thành phố Hà Nội | 5 |';
    const byId = normalised({
      "00 Chung": provinceCover({ "Mã đơn vị": "cum-4", "Tên đơn vị": "Cụm thi đua số 4" }),
      "01 Tổ chức - Hội viên": upper,
    });
    expect([byId.submission.grouping, byId.submission.unit]).toEqual(["cum-4", undefined]);
    expect(byId.submission.tables.at(-1)?.rows.map(({ unit }) => unit)).toEqual(["38@2025-07-01", undefined]);
    expect(byId.codes).toEqual([["V-D09", "B3"]]);
  });
});

describe("period, standing and revision", () => {
  it("are read from the cover", () => {
    const { submission } = read({
      "Kỳ báo cáo": "Quý IV/2025",
      "Ngày chốt số liệu": "ngày 30 tháng 11 năm 2025",
      "Tính chất (ước tính/chính thức)": "ước tính",
      "Lần nộp": "Lần 2",
      "Người lập biểu": "Hồ Thị Hoa",
    });
    expect(submission.period).toEqual({ kind: "quarter", year: 2025, quarter: 4 });
    expect([submission.asOf, submission.standing, submission.revision]).toEqual(["2025-11-30", "estimate", 2]);
    expect(submission.preparedBy).toBe("Hồ Thị Hoa");
  });

  it("are read from title lines where there is no cover", () => {
    const result = normalised({
      "01 Tổ chức - Hội viên": `| Đơn vị báo cáo: Hội Khuyến học tỉnh Quảng Trị |
        | Kỳ báo cáo: năm 2025 |
        | Mã | Tên đơn vị | Tổng số hội viên |
        | "19441" | Xã Hướng Phùng | 60 |`,
    });
    expect(result.submission.unit?.key).toBe("44@2025-07-01");
    expect(result.submission.period).toEqual({ kind: "year", year: 2025 });
  });

  it("ask for a period that is not given", () => {
    const result = read({ "Kỳ báo cáo": "" });
    expect(result.codes).toEqual([["V-K01", ""]]);
    expect(valuesOf(result, "V-K01")["cột"]).toBe("Kỳ báo cáo");
  });

  it("ask for a period that cannot be read, at its cell", () => {
    expect(read({ "Kỳ báo cáo": "Quý V/2025" }).codes).toEqual([["V-K01", "B3"]]);
  });

  it("ask which of two periods is meant", () => {
    const result = read({ "Kỳ báo cáo": "2024-2025" });
    expect(result.codes).toEqual([["V-K06", "B3"]]);
    expect(valuesOf(result, "V-K06")["a"]).toBe("năm học 2024–2025");
  });
});
