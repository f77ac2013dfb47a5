// Kinds of check that look at one table: total rows and repeated rows.

import { describe, expect, it } from "vitest";
import { totalRow } from "../../src/checks/total-row.js";
import { unique } from "../../src/checks/unique.js";
import { addressText } from "../../src/model/cell-address.js";
import type { FindingDraft } from "../../src/model/finding.js";
import { bindCheck, runOnTable } from "../kit/bind-check.js";
import { formTable, type SketchedRow } from "../kit/form-table.js";
import { indicator, indicatorMap } from "../kit/indicator.js";

const INDICATORS = indicatorMap(
  indicator("HV01"),
  indicator("HV04"),
  indicator("DS01"),
  indicator("MH1_R1", { kind: "RATIO" }),
  indicator("Q07", { measuredIn: "đồng" }),
);
const TOTALS = bindCheck(totalRow, { roles: ["subtotal", "total"] }, INDICATORS);
const OWN_TOTALS = bindCheck(totalRow, { roles: ["own-total"] }, INDICATORS);

function totals(rows: readonly SketchedRow[], fields: readonly string[] = ["HV01"], moneyFactor = 1) {
  const result = runOnTable(TOTALS, formTable({ form: "BM01", fields, rows, moneyFactor }));
  return { ...result, cells: result.failed.map(cellOf) };
}

function cellOf(draft: FindingDraft): string {
  return draft.place.cell === undefined ? "" : addressText(draft.place.cell);
}

const rowsOf = (...figures: readonly SketchedRow["figures"][]): readonly SketchedRow[] =>
  figures.map((one) => ({ figures: one }));

describe("total-row", () => {
  it.each<[string, SketchedRow["figures"][], number | undefined | "rejected", [number, number, number]]>([
    ["equal", [[60], [42]], 102, [1, 0, 0]],
    ["a blank row adds nothing", [[60], [undefined], [42]], 102, [1, 0, 0]],
    ["a column of zeros", [[0], [0]], 0, [1, 0, 0]],
    ["one too many", [[60], [42]], 103, [0, 1, 0]],
    ["one too few", [[60], [42]], 101, [0, 1, 0]],
    ["a total over blank rows", [[undefined], [undefined]], 102, [0, 1, 0]],
    ["a sum formula over blank rows", [[undefined], [undefined]], 0, [1, 0, 0]],
    ["a blank total", [[60], [42]], undefined, [0, 0, 1]],
    ["a refused total", [[60], [42]], "rejected", [0, 0, 1]],
    ["a refused row", [[60], ["rejected"]], 102, [0, 0, 1]],
  ])("%s", (_, data, total, expected) => {
    const result = totals([...rowsOf(...data), { role: "total", name: "Tổng cộng", figures: [total] }]);
    expect([result.passed, result.failed.length, result.skipped]).toEqual(expected);
  });

  it("names the total's cell, the column, both numbers and the gap", () => {
    const result = totals([...rowsOf([1200], [330]), { role: "total", name: "Tổng cộng", figures: [1350] }]);
    expect(result.cells).toEqual(["D8"]);
    expect(result.failed[0]).toMatchObject({ field: "HV01", found: "1350", expected: "1.530", difference: -180 });
    expect(Object.fromEntries(result.failed[0]?.values ?? [])).toMatchObject({
      cột: "Cột HV01",
      a: "1.350",
      b: "1.530",
      c: "180",
      n: "8",
      tên: "Tổng cộng",
    });
  });

  it("leaves percents and columns that are only compared alone", () => {
    const total: SketchedRow = { role: "total", figures: [140, 9000, 102] };
    const result = totals([...rowsOf([70, 300, 60], [70, 200, 42]), total], ["MH1_R1", "DS01?", "HV01"]);
    expect(result).toMatchObject({ passed: 1, failed: [], skipped: 0 });
  });

  it("compares a group's total with the group and the grand total with all rows, never with totals", () => {
    const result = totals([
      { figures: [60] },
      { figures: [42] },
      { role: "subtotal", covers: [0, 1], figures: [102] },
      { figures: [10] },
      { role: "subtotal", covers: [3, 3], figures: [10] },
      { role: "total", figures: [112] },
    ]);
    expect(result).toMatchObject({ passed: 3, failed: [] });
  });

  it("folds a grand total under the group's total that explains it, and only then", () => {
    const rows = (grand: number): readonly SketchedRow[] => [
      { figures: [60] },
      { role: "subtotal", covers: [0, 0], figures: [65] },
      { figures: [10] },
      { role: "total", figures: [grand] },
    ];
    const [group, explained] = totals(rows(75)).failed;
    expect(explained?.cause).toBe(group);
    expect(totals(rows(80)).failed[1]?.cause).toBeUndefined();
  });

  it("counts the unit's own funds with the rows", () => {
    const result = totals(
      [...rowsOf([5], [7]), { role: "own", figures: [30] }, { role: "total", figures: [42] }],
      ["Q07"],
    );
    expect(result).toMatchObject({ passed: 1, failed: [] });
  });

  it("allows rounding on a sheet in triệu, by its finest decimal place, and none on one in đồng", () => {
    const sum = (total: number): readonly SketchedRow[] => [
      ...rowsOf([1e6], [2e6], [0]),
      { role: "total", figures: [total] },
    ];
    expect(totals(sum(4e6), ["Q07"], 1e6).failed).toHaveLength(0);
    expect(totals(sum(5e6), ["Q07"], 1e6).failed).toHaveLength(1);
    expect(totals(sum(3_001_000), ["Q07"], 1e6).failed).toHaveLength(0);
    expect(totals(sum(3_100_000), ["Q07"], 1e6).failed).toHaveLength(0);
    expect(totals(sum(3_002_000), ["Q07"], 1e6).failed).toHaveLength(1);
    expect(totals(sum(3_000_001), ["Q07"], 1).failed).toHaveLength(1);
  });

  it("never lets a count be apart", () => {
    expect(totals([...rowsOf([1e6], [2e6]), { role: "total", figures: [4e6] }], ["HV01"], 1e6).failed).toHaveLength(1);
  });

  it("gives one finding for a row that names the unit itself, its other columns folded under it", () => {
    const own: SketchedRow = { role: "own-total", name: "Xã Hướng Phùng", figures: [40, 20] };
    const table = formTable({ form: "BM01", fields: ["HV01", "HV04"], rows: [...rowsOf([60, 31], [42, 20]), own] });
    const { failed } = runOnTable(OWN_TOTALS, table);
    expect(failed.map(cellOf)).toEqual(["D8", "E8"]);
    expect(failed.map((draft) => draft.cause)).toEqual([undefined, failed[0]]);
  });
});

describe("unique", () => {
  const check = bindCheck(unique, { apartBy: ["holder"] });
  const doa = { name: "Thôn Doa", unit: "19429@2025-07-01/thôn doa", figures: [] } as const;
  const doi = { name: "Thôn Dội", unit: "19429@2025-07-01/thôn dội", figures: [] } as const;
  const run = (rows: readonly SketchedRow[]) => runOnTable(check, formTable({ form: "BM02", fields: [], rows }));

  it("passes units with one row each", () => {
    expect(run([doa, doi])).toEqual({ passed: 2, failed: [], skipped: 0 });
  });

  it("gives one finding for three rows of a unit, at the second, naming all of them", () => {
    const { failed } = run([doa, doi, doa, { ...doa, name: "Thôn DOA" }]);
    expect(failed.map(cellOf)).toEqual(["C8"]);
    expect(Object.fromEntries(failed[0]?.values ?? [])).toMatchObject({ tên: "Thôn Doa", k: "3", ds: "6, 8, 9" });
  });

  it("tells funds of one unit apart by holder, and the unit's own funds by name", () => {
    const clan = { ...doa, categories: { holder: "dòng họ" } };
    const named = { ...doa, role: "own", categories: { holder: "quỹ mang tên" } } as const;
    const lamSon = { ...named, name: "Quỹ Lam Sơn" };
    expect(run([doa, clan, lamSon, { ...named, name: "Quỹ Hoa Phượng Đỏ" }]).failed).toHaveLength(0);
    expect(run([clan, clan, lamSon, { ...lamSon, name: "quỹ  lam sơn" }]).failed).toHaveLength(2);
  });

  it("leaves out rows whose unit is not known, and totals", () => {
    const unknown: SketchedRow = { name: "Thôn ?", figures: [] };
    expect(run([unknown, unknown, { ...doa, role: "total" }, doa]).failed).toHaveLength(0);
  });
});
