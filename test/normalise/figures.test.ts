// Figures of tables and covers: values in whole đồng, kinds of nothing, refusals at their cells, text as typed.
import { describe, expect, it } from "vitest";
import { typedAt } from "../../src/model/submission.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import type { CellInput } from "../kit/cell-from-text.js";
import { column, cover, listedOf, normalised, tableOf, valuesOf } from "./normalised.js";

const MEMBERS = "01 Tổ chức - Hội viên";
const FUND = "02 Quỹ";
/** Text, where the plain string would stand for a number cell. */
const TEXT: CellInput = { value: "1.522" };
const MODELS = "03 Mô hình học tập";

function members(cells: readonly CellInput[]) {
  const head = ["STT", "Tên chi hội, ban", "Hội viên cuối kỳ"];
  const rows = cells.map((cell, index) => [index + 1, `Chi hội thôn ${index + 1}`, cell]);
  return normalised({ "00 Chung": cover(), [MEMBERS]: [head, ...rows] });
}

function fund(cells: readonly CellInput[], heading = "Số dư cuối kỳ", lines: Readonly<Record<string, string>> = {}) {
  const rows = cells.map((cell, index) => [index + 1, `Chi hội thôn ${index + 1}`, cell]);
  const head = ["STT", "Tên chi hội, ban, quỹ", heading];
  return normalised({ "00 Chung": cover(lines), [FUND]: [head, ...rows] });
}

describe("counts", () => {
  it("tell the kinds of nothing apart", () => {
    const result = members([60, TEXT, "-", "", "…", "x", "chưa có Hội", 0]);
    expect(column(tableOf(result, "BM01"), "HV01")).toEqual([
      60,
      1522,
      0,
      "blank",
      "blank",
      "not-on-form",
      "no-association",
      0,
    ]);
    expect(result.codes).toEqual([]);
  });

  it("keep the text as typed", () => {
    const table = tableOf(members([60, TEXT, "-", "60"]), "BM01");
    expect([0, 1, 2, 3].map((row) => typedAt(table, row, 0))).toEqual(["60", "1.522", "-", "60"]);
  });

  it("are refused at their cells, and are then rejected", () => {
    const result = members([
      "l2",
      1.522,
      "12,5",
      -3,
      { value: 45448, format: "dd/mm/yyyy", kind: "date" },
      { value: "#REF!", kind: "error" },
      true,
      "—",
    ]);
    expect(result.codes).toEqual([
      ["V-K05", "C2"],
      ["V-K06", "C3"],
      ["V-K07", "C4"],
      ["V-K07", "C5"],
      ["V-K08", "C6"],
      ["V-K09", "C7"],
      ["V-K05", "C8"],
      ["V-K06", "C9"],
    ]);
    expect(new Set(column(tableOf(result, "BM01"), "HV01"))).toEqual(new Set(["rejected"]));
    expect(valuesOf(result, "V-K05")).toMatchObject({ ô: "C2", cột: "Hội viên cuối kỳ", "giá trị": "l2" });
    expect(valuesOf(result, "V-K06")).toMatchObject({ a: "1.522", b: "1,522" });
    expect(valuesOf(result, "V-K08")).toMatchObject({ ngày: "05/06/2024", đoán: "5/6 hoặc 5.6" });
    expect(valuesOf(result, "V-K09")["mã"]).toBe("#REF!");
  });

  it("are refused where they are too large to be added to the last digit", () => {
    const { codes, findings } = members([{ value: "9.007.199.254.740.991" }, { value: "99999999999999999999" }, 1e20]);
    expect(codes).toEqual([
      ["V-K05", "C3"],
      ["V-K05", "C4"],
    ]);
    expect(findings.map(({ variant }) => variant)).toEqual(["lớn quá", "lớn quá"]);
  });

  it("without a stored result are asked for once, linked ones and tidied ones are noted once", () => {
    const uncalculated = { value: null, kind: "uncalculated", formula: 1 } as const;
    const result = members([uncalculated, uncalculated, { value: 7, formula: 2 }, "không", "không có"]);
    expect(result.findings.map(({ code, variant, values }) => [code, variant, values.get("ô")])).toEqual([
      ["V-K13", undefined, "C2, C3"],
      ["V-K06", "tidied", "C5, C6"],
      ["V-K09", "linked", "C4"],
    ]);
    expect(column(tableOf(result, "BM01"), "HV01")).toEqual(["rejected", "rejected", 7, 0, 0]);
  });

  it("have words in the catalogue for every finding", () => {
    for (const key of ["V-K06/tidied", "V-K09/linked", "V-D03/no-successor"]) {
      expect(shippedCatalogue().findingTexts.has(key)).toBe(true);
    }
  });
});

describe("money", () => {
  it("is whole đồng, exactly, by the unit on the cover", () => {
    const table = tableOf(
      fund([17.516, "17,516", "0,000001", 204], undefined, { "Đơn vị tính tiền": "triệu đồng" }),
      "BM02",
    );
    expect(column(table, "Q07")).toEqual([17_516_000, 17_516_000, 1, 204_000_000]);
    expect([table.moneyFactor, table.isMoneyDeclared]).toEqual([1_000_000, true]);
    expect([0, 1, 3].map((row) => typedAt(table, row, 0))).toEqual(["17.516", "17,516", "204"]);
  });

  it("takes the unit of the heading before the sheet's, and the sheet's before the cover's", () => {
    const lines = { "Đơn vị tính tiền": "đồng" };
    expect(column(tableOf(fund([5], "Số dư cuối kỳ (triệu đồng)", lines), "BM02"), "Q07")).toEqual([5_000_000]);
    const onSheet = normalised({
      "00 Chung": cover(lines),
      [FUND]:
        "| Đơn vị tính: nghìn đồng |\n| STT | Tên chi hội, ban, quỹ | Số dư cuối kỳ |\n| 1 | Chi hội thôn 1 | 5 |",
    });
    expect(column(tableOf(onSheet, "BM02"), "Q07")).toEqual([5000]);
  });

  it("without a unit is missing and said once; 0 and amounts with their own unit are not", () => {
    const result = fund([5, 6, 0, "2,6 triệu đồng"]);
    expect(result.codes).toContainEqual(["V-K04", ""]);
    expect(result.codes.filter(([code]) => code === "V-K04")).toHaveLength(1);
    const table = tableOf(result, "BM02");
    expect(column(table, "Q07")).toEqual(["rejected", "rejected", 0, 2_600_000]);
    expect(table.isMoneyDeclared).toBe(false);
  });

  it("leaves counts on the same sheet alone", () => {
    const result = normalised({
      "00 Chung": cover({ "Đơn vị tính tiền": "triệu đồng" }),
      [FUND]: `| STT | Tên chi hội, ban, quỹ | Lượt hưởng: học bổng | Số dư cuối kỳ |
        | 1 | Chi hội thôn 1 | 5 | 2 |`,
    });
    const table = tableOf(result, "BM02");
    expect([column(table, "Q08a"), column(table, "Q07")]).toEqual([[5], [2_000_000]]);
    expect(typedAt(table, 0, 0)).toBe("5");
  });
});

it("reads typed percents as shares, to be checked only", () => {
  const result = normalised({
    "00 Chung": cover(),
    [MODELS]: `| STT | Tên chi hội, ban | Gia đình học tập | < | < |
      | ^ | ^ | Tổng số | Công nhận | Tỉ lệ công nhận trên tổng số (%) |
      | 1 | Chi hội thôn 1 | 200 | 91 | "45,5%" |
      | 2 | Chi hội thôn 2 | 200 | 91 | 45.5 |
      | 3 | Chi hội thôn 3 | 200 | 91 | 120 |`,
  });
  const table = tableOf(result, "BM03");
  expect(table.fields.at(-1)?.role).toBe("check");
  expect(column(table, "MH2_R1")).toEqual([0.455, 0.455, "rejected"]);
  expect(result.codes).toEqual([["V-K06", "E5"]]);
});

describe("figures of the cover", () => {
  it("are one record of the unit itself, each at its own cell", () => {
    const result = normalised({
      "00 Chung": `${cover()}\n| Dân số | "5.400" |\n| Số hộ: 1.200 |\n| Số thôn, tổ dân phố | mười |`,
      [MEMBERS]: "| STT | Tên chi hội, ban | Hội viên cuối kỳ |\n| 1 | Chi hội thôn 1 | 60 |",
    });
    const table = tableOf(result, "BM00");
    expect(table.rows.map(({ unit, row }) => [unit, row])).toEqual([["19441@2025-07-01", 0]]);
    expect([column(table, "DS01"), column(table, "DS02"), column(table, "TC09")]).toEqual([
      [5400],
      [1200],
      ["rejected"],
    ]);
    expect(result.codes).toEqual([["V-K05", "B6"]]);
    expect(table.place(0, 0)).toEqual({ row: 4, column: 2 });
  });
});

it("lists what it does not use, with the reason", () => {
  const result = normalised({
    "00 Chung": cover(),
    [MEMBERS]: `| BIỂU 01 |
      | STT | Tên chi hội, ban | Loại | Hội viên cuối kỳ | Sổ vàng |
      | 1 | Chi hội thôn 1 | lạ | 60 | 3 |
      | 2 | Chi hội thôn 2 | thôn | 40 | 2 |
      | Ghi chú: số liệu tạm tính |`,
    Nháp: "| 12 | 13 |\n| x |",
  });
  const listed = listedOf(result);
  expect(listed).toContain(`${MEMBERS}!E2:E4: cột "Sổ vàng" không có trong biểu`);
  expect(listed).toContain(`${MEMBERS}!C3: giá trị không có trong danh mục của biểu`);
  expect(listed).toContain("Nháp!A1:B2: trang không nhận ra biểu nào");
  const { seen, used } = result.submission.cells;
  expect(seen).toBe(used + result.submission.cells.listed.reduce((sum, { count }) => sum + count, 0));
});
