// What the rows of a table speak of: branches, child units, the unit itself, its own funds, sums.
import { describe, expect, it } from "vitest";
import { column, cover, normalised, provinceCover, rowsOf, tableOf, valuesOf } from "./normalised.js";

const FUND = "02 Quỹ";
const MEMBERS = "01 Tổ chức - Hội viên";

describe("rows about branches", () => {
  it("are known by code, else by name", () => {
    const table = tableOf(
      normalised({
        "00 Chung": cover(),
        [MEMBERS]: `| STT | Mã | Tên chi hội, ban | Hình thức | Loại | Hội viên cuối kỳ |
          | 1 | CH01 | Chi hội thôn Xa Ry | chi hội | thôn | 60 |
          | 2 | | Chi hội Thôn Hoà Lý | chi hội | lạ | 40 |
          | | | Tổng cộng | | | 100 |`,
      }),
      "BM01",
    );
    expect(rowsOf(table)).toEqual([
      "data Chi hội thôn Xa Ry → 19441@2025-07-01/CH01",
      expect.stringMatching(/^data Chi hội Thôn Hoà Lý → 19441@2025-07-01\/chi hôi5/),
      "total Tổng cộng → ?",
    ]);
    expect(table.rows[0]?.categories.get("type")).toBe("thôn-TDP");
    expect(table.rows[1]?.categories.has("type")).toBe(false);
  });

  it("are asked about where their category is written in a way the form does not declare; a blank one is not", () => {
    const { codes, findings } = normalised({
      "00 Chung": cover(),
      [MEMBERS]: `| STT | Tên chi hội, ban | Hình thức | Loại | Hội viên cuối kỳ |
        | 1 | Chi hội thôn Xa Ry | chi hội | câu lạc bộ | 60 |
        | 2 | Chi hội thôn Hòa Lý | chi hội | | 40 |
        | | Tổng cộng | | | 100 |`,
    });
    expect(codes).toEqual([["V-T03", "D2"]]);
    expect(findings[0]).toMatchObject({ variant: "chưa rõ loại", label: "Loại", found: "câu lạc bộ" });
  });

  it("tell the commune's own and named funds from those of branches", () => {
    const table = tableOf(
      normalised({
        "00 Chung": cover({ "Đơn vị tính tiền": "đồng" }),
        [MEMBERS]: "| STT | Tên chi hội, ban | Hội viên cuối kỳ |\n| 1 | Chi hội thôn 1 | 60 |",
        [FUND]: `| STT | Tên chi hội, ban, quỹ | Chủ quỹ | Số dư cuối kỳ |
          | 1 | Chi hội thôn 1 | chi hội, ban | 100 |
          | 2 | Hội Khuyến học xã Hướng Phùng | xã | 200 |
          | 3 | Quỹ Nguyễn Du | quỹ mang tên | 300 |
          | 4 | Toàn xã | | 600 |`,
      }),
      "BM02",
    );
    expect(table.rows.map(({ role, unit }) => [role, unit?.split("/").length])).toEqual([
      ["data", 2],
      ["own", 1],
      ["own", 1],
      ["own-total", undefined],
    ]);
  });

  it("may begin with the words of sums and areas", () => {
    const result = normalised({
      "00 Chung": cover(),
      [MEMBERS]: `| STT | Tên chi hội, ban | Hội viên cuối kỳ |
        | 1 | Toàn Thắng | 60 |
        | 2 | Cộng đồng bản Cợp | 40 |`,
    });
    expect(tableOf(result, "BM01").rows.map(({ role }) => role)).toEqual(["data", "data"]);
  });

  it("leave out rows that say nothing", () => {
    const result = normalised({
      "00 Chung": cover(),
      [MEMBERS]: `| STT | Tên chi hội, ban | Mới kết nạp | Giảm | Hội viên cuối kỳ |
        | 1 | Chi hội thôn 1 | 1 | 0 | 60 |
        | 2 | | | | =0 |
        | 3 | | | | |`,
    });
    expect(tableOf(result, "BM01").rows).toHaveLength(1);
  });
});

describe("rows about child units", () => {
  function province(rows: string, lines: Readonly<Record<string, string>> = {}) {
    const head = "| STT | Mã | Tên đơn vị | Tổng số hội viên |";
    return normalised({ "00 Chung": provinceCover(lines), [MEMBERS]: `${head}\n${rows}` });
  }

  it("are known by code and name, or by one of them", () => {
    const result = province(`| 1 | "19441" | Xã Hướng Phùng | 60 |
      | 2 | | xã khe sanh | 70 |
      | 3 | 19432 | | 80 |
      | 4 | | Hướng Lập | 90 |`);
    expect(tableOf(result, "BM01").rows.map(({ unit }) => unit)).toEqual([
      "19441@2025-07-01",
      "19429@2025-07-01",
      "19432@2025-07-01",
      "19435@2025-07-01",
    ]);
    expect(result.codes).toEqual([]);
  });

  it("never add the unit's own row", () => {
    const result = province(`| 1 | "19441" | Xã Hướng Phùng | 60 |
      | 2 | "44" | Tỉnh Quảng Trị | 60 |
      | 3 | | Toàn tỉnh | 60 |`);
    expect(tableOf(result, "BM01").rows.map(({ role }) => role)).toEqual(["data", "own-total", "own-total"]);
    expect(result.codes).toEqual([]);
  });

  it("are refused where code and name differ", () => {
    const result = province('| 1 | "19441" | Xã Khe Sanh | 60 |');
    expect(result.codes).toEqual([["V-D02", "C2"]]);
    expect(tableOf(result, "BM01").rows[0]?.unit).toBeUndefined();
  });

  it("are refused with likely names where the name is not known", () => {
    const result = province("| 1 | | Xã Hướng Phungg | 60 |");
    expect(result.codes).toEqual([["V-D01", "C2"]]);
    expect(valuesOf(result, "V-D01")).toMatchObject({ n: "2", tên: "Xã Hướng Phungg" });
    expect(valuesOf(result, "V-D01")["gợi ý"]).toContain("Xã Hướng Phùng");
  });

  it("are refused after their end, and districts with a finding of their own", () => {
    const result = province(`| 1 | | Xã Hướng Việt | 60 |
      | 2 | | Huyện Hướng Hóa | 60 |
      | 3 | "465" | | 60 |`);
    expect(result.codes).toEqual([
      ["V-D03", "C2"],
      ["V-D04", "C3"],
      ["V-D04", "C4"],
    ]);
  });

  it("are refused below another parent", () => {
    const result = province('| 1 | "00004" | Phường Ba Đình | 60 |');
    expect(result.codes).toEqual([["V-D09", "C2"]]);
    expect(valuesOf(result, "V-D09")).toMatchObject({ a: "Thành phố Hà Nội", b: "Tỉnh Quảng Trị" });
  });

  it("keep the province's own funds beside its communes", () => {
    const result = normalised({
      "00 Chung": provinceCover(),
      [FUND]: `| Đơn vị tính: đồng |
        | STT | Mã | Tên đơn vị, quỹ | Chủ quỹ | Số dư cuối kỳ |
        | 1 | "19441" | Xã Hướng Phùng | | 100 |
        | 2 | | Quỹ khuyến học tỉnh | tỉnh | 200 |
        | 3 | "19441" | Xã Hướng Phùng | quỹ mang tên | 50 |`,
    });
    expect(rowsOf(tableOf(result, "BM02"))).toEqual([
      "data Xã Hướng Phùng → 19441@2025-07-01",
      "own Quỹ khuyến học tỉnh → 44@2025-07-01",
      "data Xã Hướng Phùng → 19441@2025-07-01",
    ]);
    expect(result.codes).toEqual([]);
  });
});

describe("districts, to 30/6/2025", () => {
  const lines = { "Mã đơn vị": '"45"', "Kỳ báo cáo": "Năm 2023" };

  it("are subtotals of the communes below them, and narrow the names", () => {
    const result = normalised({
      "00 Chung": provinceCover(lines),
      [MEMBERS]: `| STT | Tên đơn vị | Tổng số hội viên |
        | I | Thành phố Đông Hà | 30 |
        | 1 | Phường 1 | 10 |
        | 2 | Phường 2 | 20 |
        | II | Thị xã Quảng Trị | 7 |
        | 1 | Phường 1 | 3 |
        | 2 | Phường 2 | 4 |
        | | Tổng cộng | 37 |`,
    });
    const { rows } = tableOf(result, "BM01");
    expect(rows.map(({ role, unit }) => `${role} ${unit?.slice(0, 5) ?? ""}`)).toEqual([
      "subtotal 461@2",
      "data 19333",
      "data 19342",
      "subtotal 462@2",
      "data 19357",
      "data 19360",
      "total ",
    ]);
    expect([rows[0]?.covers, rows[3]?.covers]).toEqual([
      { first: 1, last: 2 },
      { first: 4, last: 5 },
    ]);
    expect(result.codes).toEqual([]);
  });

  it("may stand in a column of their own", () => {
    const result = normalised({
      "00 Chung": provinceCover(lines),
      [MEMBERS]: `| STT | Huyện | Tên đơn vị | Tổng số hội viên |
        | 1 | Thành phố Đông Hà | Phường 1 | 10 |
        | 2 | TX. Quảng Trị | Phường 1 | 3 |`,
    });
    expect(tableOf(result, "BM01").rows.map(({ unit }) => unit)).toEqual(["19333@2022-10-01", "19357@2022-10-01"]);
  });

  it("count themselves where no communes are listed", () => {
    const result = normalised({
      "00 Chung": provinceCover(lines),
      [MEMBERS]: `| STT | Tên đơn vị | Tổng số hội viên |
        | 1 | Thành phố Đông Hà | 30 |
        | 2 | Huyện Hướng Hóa | 7 |`,
    });
    expect(rowsOf(tableOf(result, "BM01"))).toEqual([
      "data Thành phố Đông Hà → 461@2022-10-01",
      "data Huyện Hướng Hóa → 465@2022-10-01",
    ]);
  });

  it("ask for a code where two communes of the province have the name", () => {
    const result = normalised({
      "00 Chung": provinceCover(lines),
      [MEMBERS]: "| STT | Tên đơn vị | Tổng số hội viên |\n| 1 | Phường 1 | 10 |",
    });
    expect(result.codes).toEqual([["V-D02", "B2"]]);
    expect(valuesOf(result, "V-D02")["ds"]).toBe(
      "Phường 1, Thành phố Đông Hà (19333), Phường 1, Thị xã Quảng Trị (19357)",
    );
  });
});

it("gives each sum the rows since the last sum or group", () => {
  const table = tableOf(
    normalised({
      "00 Chung": cover(),
      [MEMBERS]: `| STT | Tên chi hội, ban | Hội viên cuối kỳ |
        | I | Khối thôn | |
        | 1 | Chi hội thôn 1 | 10 |
        | 2 | Chi hội thôn 2 | 20 |
        | | Cộng | 30 |
        | II | Khối trường | |
        | 1 | Chi hội trường tiểu học | 5 |
        | | Cộng | 5 |
        | | Tổng cộng | 35 |`,
    }),
    "BM01",
  );
  expect(table.rows.map(({ role, covers }) => [role, covers?.first, covers?.last])).toEqual([
    ["data", undefined, undefined],
    ["data", undefined, undefined],
    ["subtotal", 0, 1],
    ["data", undefined, undefined],
    ["subtotal", 3, 3],
    ["total", undefined, undefined],
  ]);
  expect(column(table, "HV01")).toEqual([10, 20, 30, 5, 5, 35]);
});
