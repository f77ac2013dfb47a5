// What a secretary relies on in the summary workbook: nothing turned into 0, sums and percents live, nothing dropped.

import { expect, test } from "vitest";
import { layOutAggregate } from "../../src/lay-out/lay-out-aggregate.js";
import type { Aggregation } from "../../src/model/aggregation.js";
import { known } from "../../src/model/quantity.js";
import { exampleAggregation, exampleReport, refOf } from "../kit/example-aggregation.js";
import { EXAMPLE_FORMS, EXAMPLE_UNITS, exampleCatalogue } from "../kit/example-catalogue.js";
import { cellsWith, rowWith, sheetOf, textsOf } from "../kit/plan-cells.js";

function planOf(changes: Partial<Aggregation> = {}) {
  return layOutAggregate(exampleReport({ aggregation: exampleAggregation(changes) }), exampleCatalogue());
}

test("sheets: summary, forms in declared order, coverage, findings, sources, reading log hidden, facts very hidden", () => {
  const sheets = planOf().sheets.map(({ name, visibility }) => [name, visibility]);
  expect(sheets).toEqual([
    ["Tổng hợp", "visible"],
    ["00 Chung", "visible"],
    ["00b Đơn vị", "visible"],
    ["01 Tổ chức - Hội viên", "visible"],
    ["02 Quỹ", "visible"],
    ["03 Mô hình học tập", "visible"],
    ["Độ phủ", "visible"],
    ["Lỗi và giải trình", "visible"],
    ["Nguồn", "visible"],
    ["Nhật ký đọc", "hidden"],
    ["_so-lieu", "very-hidden"],
  ]);
});

test("missing prints «…», not-applicable «x», a reported 0 prints 0", () => {
  const members = sheetOf(planOf(), "01 Tổ chức - Hội viên");
  expect(rowWith(members, "Xã Hướng Phùng")).toEqual([2, "19441", "Xã Hướng Phùng", 1504, 0, "…", "…"]);
  expect(rowWith(members, "Xã Lao Bảo")).toEqual([3, "19432", "Xã Lao Bảo", "…", "…", "…", "…"]);
  expect(rowWith(members, "Đặc khu Cồn Cỏ")).toEqual([4, "19742", "Đặc khu Cồn Cỏ", "x", "x", "x", "x"]);
});

test("totals are live sums with their results, a column without numbers has none", () => {
  const totals = cellsWith(sheetOf(planOf(), "01 Tổ chức - Hội viên"), "Tổng cộng");
  expect(totals.slice(3).map(({ value, formula }) => [value, formula])).toEqual([
    [19_754, "SUM(D9:D12)"],
    [9_120, "SUM(E9:E12)"],
    [2_480, "SUM(F9:F12)"],
    ["…", undefined],
  ]);
});

test("the coverage of a figure is written as numbers are read", () => {
  const aggregation = exampleAggregation();
  const totals = new Map(aggregation.totals);
  for (const [code, total] of totals) totals.set(code, { ...total, coverage: { have: 1_511, due: 10_599 } });
  const line = rowWith(sheetOf(planOf({ totals }), "Tổng hợp"), "Tổng số hội viên");
  expect(line[4]).toBe("1.511/10.599");
});

test("percents are live quotients beside their parts, shares of 1", () => {
  const models = sheetOf(planOf(), "03 Mô hình học tập");
  const row = cellsWith(models, "Phường Đông Hà");
  expect(row[5]).toMatchObject({ column: 6, value: 9_875 / 13_020, formula: "E9/D9", look: "ratio" });
  expect(cellsWith(models, "Xã Lao Bảo")[5]).toMatchObject({ column: 6, value: "…", look: "ratio" });
});

test("a heading «Nhóm: phần» becomes two tiers where neighbours share the group", () => {
  const fund = sheetOf(planOf(), "02 Quỹ");
  expect(rowWith(fund, "Vận động")).toEqual([
    "STT",
    "Mã",
    "Tên đơn vị, quỹ",
    "Chủ quỹ",
    "Vận động",
    null,
    "Số dư cuối kỳ",
  ]);
  expect(rowWith(fund, "Tiền").slice(4)).toEqual(["Tiền", "Hiện vật quy tiền", null]);
  expect(fund.merges).toContainEqual({ top: 7, left: 5, bottom: 7, right: 6 });
  expect(fund.merges).toContainEqual({ top: 7, left: 7, bottom: 8, right: 7 });
});

test("own funds are rows with their holder and are in the total", () => {
  const fund = sheetOf(planOf(), "02 Quỹ");
  expect(rowWith(fund, "tỉnh")).toEqual([
    5,
    null,
    "Quỹ khuyến học tỉnh Quảng Trị",
    "tỉnh",
    1_250_000_000,
    "x",
    3_480_120_500,
  ]);
  expect(cellsWith(fund, "Tổng cộng")[4]).toMatchObject({ value: 1_671_000_000, formula: "SUM(E10:E14)" });
  expect(textsOf(fund)).toContain("Đơn vị tính: đồng");
});

test("an optional column that no form had is left out, one that somebody left blank stays", () => {
  const aggregation = exampleAggregation();
  const children = aggregation.children.filter((child) => child.unit.name === "Phường Đông Hà");
  const headings = rowWith(sheetOf(planOf({ children }), "01 Tổ chức - Hội viên"), "STT");
  expect(headings).not.toContain("Thẻ hội viên đã cấp");
  expect(rowWith(sheetOf(planOf(), "01 Tổ chức - Hội viên"), "STT")).toContain("Thẻ hội viên đã cấp");
});

test("an indicator that stands on an earlier sheet is not printed twice", () => {
  const plan = planOf();
  expect(textsOf(sheetOf(plan, "00b Đơn vị"))).toContain("Dân số");
  expect(textsOf(sheetOf(plan, "01 Tổ chức - Hội viên"))).not.toContain("Dân số");
});

test("the cover says who, when and how, so that the program reads it back", () => {
  const cover = sheetOf(planOf(), "00 Chung");
  const value = (label: string) => rowWith(cover, label)[1];
  expect(value("Mã đơn vị")).toBe("44");
  expect(value("Tên đơn vị")).toBe("Tỉnh Quảng Trị");
  expect(value("Đơn vị cấp trên")).toBe("Việt Nam");
  expect(value("Kỳ báo cáo")).toBe("Năm 2025");
  expect(value("Ngày chốt số liệu")).toBe("30/11/2025");
  expect(value("Tính chất (ước tính/chính thức)")).toBe("chính thức");
  expect(value("Đơn vị tính tiền")).toBe("đồng");
  expect(cellsWith(cover, "Dân số")[1]).toMatchObject({ value: 61_922, formula: "'00b Đơn vị'!E12" });
});

test("a figure of the unit's own stands on the cover and in the summary, and no table claims to add up to it", () => {
  const plan = planOf();
  expect(cellsWith(sheetOf(plan, "00b Đơn vị"), "Tổng cộng")[2]?.value).toBe("…");
  expect(cellsWith(sheetOf(plan, "00 Chung"), "Số đơn vị hành chính cấp xã")[1]).toMatchObject({ value: 78 });
  expect(cellsWith(sheetOf(plan, "Tổng hợp"), "TC01")[3]).toMatchObject({ value: 78, formula: "'00 Chung'!B16" });
});

test("the summary lists indicators by family with coverage, reasons and live percents", () => {
  const summary = sheetOf(planOf(), "Tổng hợp");
  expect(rowWith(summary, "HV01")).toEqual([
    "HV01",
    "Tổng số hội viên",
    "người",
    19_754,
    "2/3",
    "Có phần ước tính (phân bổ)",
  ]);
  expect(cellsWith(summary, "TC02R")[3]).toMatchObject({ value: 2 / 78, formula: "D11/D10", look: "ratio" });
  expect(textsOf(summary)).toContain("II. Hội viên");
  expect(textsOf(summary)).toContain("Số liệu tổng hợp từ 2/3 đơn vị trực thuộc; trả lại: Xã Lao Bảo");
});

test("an optional indicator that nobody reports is not in the summary, a required one is, with the reason", () => {
  const aggregation = exampleAggregation();
  const children = aggregation.children.filter(({ receivedAs }) => receivedAs === "returned");
  const summary = sheetOf(planOf({ children, ownFunds: [], totals: children[0]?.totals ?? new Map() }), "Tổng hợp");
  expect(rowWith(summary, "HV10")).toEqual([]);
  expect(rowWith(summary, "HV01").slice(3)).toEqual(["…", "0/1", "Báo cáo bị trả lại"]);
});

test("counting returned submissions is written large on every sheet of figures", () => {
  const plan = planOf({ provisional: true });
  for (const name of ["Tổng hợp", "00 Chung", "02 Quỹ"])
    expect(textsOf(sheetOf(plan, name))).toContain("SỐ LIỆU TẠM TÍNH");
  expect(textsOf(sheetOf(planOf(), "Tổng hợp"))).not.toContain("TẠM TÍNH");
});

test("a cluster is named as issuer, the national association stands alone", () => {
  const cluster = { key: "cum-4", code: "cum-4", name: "Cụm thi đua số 4", level: "grouping" } as const;
  const summary = textsOf(sheetOf(planOf({ unit: cluster }), "Tổng hợp"));
  expect(summary).toContain("HỘI KHUYẾN HỌC VIỆT NAM");
  expect(summary).toContain("TỔNG HỢP SỐ LIỆU CỤM THI ĐUA SỐ 4");
  const nation = textsOf(sheetOf(planOf({ unit: refOf(EXAMPLE_UNITS.nation) }), "Tổng hợp"));
  expect(nation).toContain("TỔNG HỢP SỐ LIỆU HỘI KHUYẾN HỌC VIỆT NAM");
});

test("every fact of a form stands on the fact sheet beside its cell, a fund's by holder", () => {
  const rows = sheetOf(planOf(), "_so-lieu").rows.map(
    ({ cells }) => new Map(cells.map((cell) => [cell.column, cell.value])),
  );
  const facts = rows.slice(2).map((row) => [1, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15].map((column) => row.get(column)));
  const holdersOf = facts.filter((fact) => fact[0] === EXAMPLE_UNITS.dongHa.key && fact[1] === "Q07");
  expect(holdersOf).toEqual([
    [EXAMPLE_UNITS.dongHa.key, "Q07", "xã", "known", undefined, 153_085_000, 1, 1, undefined, "02 Quỹ", "G10"],
    [
      EXAMPLE_UNITS.dongHa.key,
      "Q07",
      "chi hội, ban",
      "known",
      undefined,
      459_255_000,
      1,
      1,
      undefined,
      "02 Quỹ",
      "G10",
    ],
  ]);
  expect(facts).toContainEqual([
    EXAMPLE_UNITS.laoBao.key,
    "HV01",
    undefined,
    "missing",
    "rejected",
    undefined,
    0,
    1,
    undefined,
    "01 Tổ chức - Hội viên",
    "D11",
  ]);
  expect(facts).toContainEqual([
    EXAMPLE_UNITS.huongPhung.key,
    "HV01",
    undefined,
    "known",
    undefined,
    1_504,
    1,
    1,
    "estimate",
    "01 Tổ chức - Hội viên",
    "D10",
  ]);
  expect(facts.filter((fact) => fact[0] === EXAMPLE_UNITS.province.key && fact[1] === "Q07")).toHaveLength(1);
});

test("files are linked from coverage and findings to their row among the sources", () => {
  const plan = planOf();
  const link = cellsWith(sheetOf(plan, "Lỗi và giải trình"), "V-H03")[2]?.link;
  expect(link).toBe("'Nguồn'!A9");
  expect(rowWith(sheetOf(plan, "Nguồn"), "bao-cao-2025/Lao Bao - lan 1.xlsx")).toEqual([
    3,
    "bao-cao-2025/Lao Bao - lan 1.xlsx",
    "trả lại, còn lỗi",
    "2".repeat(64),
  ]);
  expect(sheetOf(plan, "Nguồn").rows.find(({ row }) => row === 9)?.cells[0]?.value).toBe(3);
});

test("sheet names of an office's forms are fitted to Excel, and formulas and facts use the fitted name", () => {
  const forms = EXAMPLE_FORMS.map((form) =>
    form.hasMoney ? { ...form, sheet: "02 Quỹ khuyến học/khuyến tài [năm] dài quá" } : form,
  );
  const catalogue = exampleCatalogue({ forms: new Map(forms.map((form) => [form.id, form])) });
  const plan = layOutAggregate(exampleReport(), catalogue);
  const name = "02 Quỹ khuyến học-khuyến tài -n";
  expect(sheetOf(plan, name).name).toHaveLength(31);
  expect(cellsWith(sheetOf(plan, "Tổng hợp"), "Q07")[3]?.formula).toBe(`'${name}'!G15`);
  expect(textsOf(sheetOf(plan, "_so-lieu"))).toContain(name);
});

test("a unit without units below it still gets a workbook", () => {
  const totals = new Map([...exampleAggregation().totals].slice(0, 3));
  const plan = planOf({ children: [], ownFunds: [], grassroots: [], totals });
  expect(cellsWith(sheetOf(plan, "00 Chung"), "Số đơn vị hành chính cấp xã")[1]).toMatchObject({ value: 78 });
  expect(textsOf(sheetOf(plan, "Độ phủ"))).toContain("Không có đơn vị nào phải báo cáo.");
});

test("a percent that its shown parts do not give is printed as it is, without a formula", () => {
  const aggregation = exampleAggregation();
  const share = aggregation.totals.get("TC02R");
  if (share === undefined) throw new Error("the example has this share");
  const totals = new Map(aggregation.totals).set("TC02R", { ...share, quantity: known(0.5) });
  const percent = cellsWith(sheetOf(planOf({ totals }), "Tổng hợp"), "TC02R")[3];
  expect(percent).toMatchObject({ column: 4, value: 0.5, look: "ratio" });
  expect(percent?.formula).toBeUndefined();
});
