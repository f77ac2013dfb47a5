// The very-hidden sheet `_so-lieu`: the visible cell decides the value, the sheet the rest while both agree.
import { describe, expect, it } from "vitest";
import type { CellInput } from "../kit/cell-from-text.js";
import { listedOf, normalised, provinceCover, valuesOf } from "./normalised.js";

const FUND = "02 Quỹ";
const NAMES = [
  "unit",
  "period",
  "asOf",
  "standing",
  "indicator",
  "holder",
  "kind",
  "why",
  "value",
  "have",
  "due",
  "flags",
  "explanation",
  "sheet",
  "cell",
  "sources",
];
const COMMUNE = "19441@2025-07-01";

function fact(given: { cell: string; holder?: string; kind?: string; why?: string; value?: number; flags?: string }) {
  const { cell, holder = "", kind = "known", why = "", value = null, flags = "" } = given;
  const row: CellInput[] = [COMMUNE, "2025", "2025-12-31", "final", "Q07", holder, kind, why, value, 3, 4, flags];
  return [...row, "đã bàn giao", FUND, cell, "F1"];
}

function read(cells: readonly CellInput[], facts: readonly (readonly CellInput[])[], schema = "1") {
  return normalised({
    "00 Chung": provinceCover({ "Đơn vị tính tiền": "đồng" }),
    [FUND]: [["Mã", "Tên đơn vị, quỹ", "Số dư cuối kỳ"], ...cells.map((cell) => ["19441", "Xã Hướng Phùng", cell])],
    "_so-lieu": [["khuyenhoc so-lieu", schema, "0.1.0"], NAMES, ...facts],
  });
}

describe("facts carried beside the figures", () => {
  it("keep coverage, flags and explanation", () => {
    const { submission, codes } = read([500], [fact({ cell: "C2", value: 500, flags: "estimate" })]);
    expect(submission.carried).toEqual([
      {
        unit: COMMUNE,
        indicator: "Q07",
        holder: undefined,
        quantity: { kind: "known", value: 500 },
        coverage: { have: 3, due: 4 },
        estimate: true,
        explanation: "đã bàn giao",
        sheet: FUND,
        cell: { row: 2, column: 3 },
      },
    ]);
    expect(codes).toEqual([]);
  });

  it("may share a cell, one for each holder", () => {
    const facts = [fact({ cell: "C2", holder: "xã", value: 200 }), fact({ cell: "C2", holder: "dòng họ", value: 300 })];
    expect(read([500], facts).submission.carried.map(({ holder }) => holder)).toEqual(["xã", "dòng họ"]);
  });

  it("agree with … and x where nothing is known", () => {
    const facts = [
      fact({ cell: "C2", kind: "missing", why: "not-submitted" }),
      fact({ cell: "C3", kind: "not-applicable", why: "no-association" }),
    ];
    const { submission, codes } = read(["…", "x"], facts);
    expect(submission.carried.map(({ quantity }) => quantity)).toEqual([
      { kind: "missing", why: "not-submitted" },
      { kind: "not-applicable", why: "no-association" },
    ]);
    expect(codes).toEqual([]);
  });

  it("no longer hold where the visible cell was changed", () => {
    const result = read([501], [fact({ cell: "C2", value: 500 })]);
    expect(result.submission.carried).toEqual([]);
    expect(result.codes).toEqual([["V-K18", "C2"]]);
    expect(valuesOf(result, "V-K18")).toMatchObject({ ô: "C2", a: "501", b: "500" });
  });

  it("say nothing more of a cell that is refused already", () => {
    const result = read(["l2"], [fact({ cell: "C2", value: 500 })]);
    expect([result.submission.carried, result.codes]).toEqual([[], [["V-K05", "C2"]]]);
  });

  it("of another schema are listed, not read", () => {
    const result = read([500], [fact({ cell: "C2", value: 7 })], "2");
    expect([result.submission.carried, result.codes]).toEqual([[], []]);
    expect(listedOf(result).some((line) => line.includes("phiên bản khác"))).toBe(true);
  });

  it("about a unit that the register lacks are listed", () => {
    const odd = fact({ cell: "C2", value: 500 }).with(0, "99999@2025-07-01");
    expect(listedOf(read([500], [odd]))).toContain("_so-lieu!A3:P3: dòng số liệu kèm theo không đọc được");
  });
});
