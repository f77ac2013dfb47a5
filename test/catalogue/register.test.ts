// The shipped register: who existed when, who succeeded whom. Counts are those officially announced (see NGUON.md).

import { describe, expect, test } from "vitest";
import type { IsoDate } from "../../src/model/iso-date.js";
import { treeAt } from "../../src/model/org-tree.js";
import type { Unit } from "../../src/model/unit.js";
import { shippedRegister } from "../kit/shipped-register.js";

const register = shippedRegister();
const NATION = "VN@2022-10-01";

function tally(date: IsoDate, wordOf: (unit: Unit) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const unit of treeAt(register, date).units()) counts[wordOf(unit)] = (counts[wordOf(unit)] ?? 0) + 1;
  return counts;
}

describe("cây đơn vị theo ngày", () => {
  test.each<[IsoDate, Record<string, number>]>([
    ["2019-12-31", { national: 1, province: 63, district: 705, commune: 10_599 }],
    ["2022-10-01", { national: 1, province: 63, district: 705, commune: 10_599 }],
    ["2024-12-31", { national: 1, province: 63, district: 705, commune: 10_599 }],
    ["2025-03-01", { national: 1, province: 63, district: 696, commune: 10_035 }],
    ["2025-06-30", { national: 1, province: 63, district: 696, commune: 10_035 }],
    ["2025-07-01", { national: 1, province: 34, commune: 3_321 }],
    ["2026-09-30", { national: 1, province: 34, commune: 3_321 }],
  ])("ngày %s", (date, counts) => {
    expect(tally(date, (unit) => unit.level)).toEqual(counts);
  });

  test("loại xã, phường, đặc khu trước và sau khi Đồng Nai thành thành phố", () => {
    const kind = (unit: Unit) => (unit.level === "commune" ? unit.type : unit.level);
    expect(tally("2026-04-29", kind)).toMatchObject({ Xã: 2_621, Phường: 687, "Đặc khu": 13 });
    expect(tally("2026-04-30", kind)).toMatchObject({ Xã: 2_611, Phường: 697, "Đặc khu": 13 });
    expect(register.at("75", "2026-04-29")?.unit.name).toBe("Tỉnh Đồng Nai");
    expect(register.at("75", "2026-04-30")?.unit.name).toBe("Thành phố Đồng Nai");
  });

  test.each<[IsoDate, number, number]>([
    ["2022-11-30", 63, 559],
    ["2025-03-31", 63, 547],
    ["2025-12-31", 34, 166],
  ])("ngày %s: mọi đơn vị nằm dưới Cả nước, Thanh Hóa có đủ xã báo cáo", (date, provinces, communes) => {
    const tree = treeAt(register, date);
    expect(tree.childrenOf(NATION)).toHaveLength(provinces);
    const thanhHoa = register.at("38", date)?.unit;
    if (thanhHoa === undefined) throw new Error("không có Thanh Hóa");
    expect(tree.reportersTo(thanhHoa.key)).toHaveLength(communes);
    expect(tree.reportersTo(thanhHoa.key)).toBe(tree.reportersTo(thanhHoa.key));
    for (const unit of tree.units()) expect(tree.isBelow(unit.key, NATION)).toBe(true);
  });

  test("dựng cây nhanh", () => {
    const times = [1, 2, 3, 4, 5].map(() => {
      const start = performance.now();
      treeAt(register, "2022-11-30");
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(30);
  });
});

describe("mã theo ngày", () => {
  test.each<[string, IsoDate, string, boolean]>([
    ["44", "2022-11-30", "Tỉnh Quảng Bình", true],
    ["44", "2025-06-30", "Tỉnh Quảng Bình", true],
    ["44", "2026-01-31", "Tỉnh Quảng Trị", true],
    ["00004", "2022-11-30", "Phường Trúc Bạch", false],
    ["00004", "2025-12-31", "Phường Ba Đình", true],
    ["46", "2024-12-31", "Tỉnh Thừa Thiên Huế", true],
    ["46", "2025-01-01", "Thành phố Huế", true],
    ["44", "2019-12-31", "Tỉnh Quảng Bình", false],
    ["20029", "2023-06-30", "Phường Hương Hồ", false],
    ["20029", "2025-03-31", "Phường Long Hồ", true],
    ["03980", "2023-06-30", "Phường Mộc Lỵ", false],
    ["06978", "2025-07-01", "Xã Ba Chẽ", true],
    ["06978", "2025-12-31", "Xã Ba Chẽ", true],
  ])("%s ngày %s là %s", (code, date, name, isCertain) => {
    const dated = register.at(code, date);
    expect([dated?.unit.name, dated?.isCertain]).toEqual([name, isCertain]);
  });

  test("mã đã bãi bỏ không còn đơn vị", () => {
    expect(register.at("405", "2025-12-31")).toBeUndefined();
    expect(register.at("45", "2025-07-01")).toBeUndefined();
    expect(register.byCode("44").map((unit) => unit.key)).toEqual(["44@2022-10-01", "44@2025-07-01"]);
  });

  test("xã không đổi giữ khóa 10/2022 đến hết 6/2025", () => {
    expect(register.at("00001", "2025-06-30")?.unit.from).toBe("2022-10-01");
    for (const unit of treeAt(register, "2025-07-01").units()) {
      if (unit.level !== "national") expect([unit.from, unit.fromKnown]).toEqual(["2025-07-01", true]);
    }
  });
});

describe("kế thừa", () => {
  const oldCommunes = [...treeAt(register, "2025-06-30").units()].filter((unit) => unit.level === "commune");

  test("mọi xã cũ có đích; một đích thì toàn bộ, nhiều đích thì một phần; tỉnh của đích là đích của tỉnh", () => {
    const before = treeAt(register, "2025-06-30");
    const after = treeAt(register, "2025-07-01");
    let split = 0;
    for (const commune of oldCommunes) {
      const rows = register.successorsOf(commune.key);
      if (rows.length === 0) throw new Error(`${commune.key} không có đích`);
      expect(rows.length === 1, commune.key).toBe(rows.every((row) => row.extent === "whole"));
      if (rows.length > 1) split += 1;
      expect(rows.filter((row) => row.extent === "people").length, commune.key).toBeLessThanOrEqual(1);
      expect(
        rows.some((row) => row.extent !== "land"),
        commune.key,
      ).toBe(true);
      const district = before.parentOf(commune.key);
      const province = district === undefined ? undefined : before.parentOf(district.key);
      const target = province === undefined ? undefined : register.successorsOf(province.key)[0]?.next;
      for (const row of rows) expect(after.parentOf(row.next)?.key, commune.key).toBe(target);
    }
    expect([oldCommunes.length, split]).toEqual([10_035, 441]);
  });

  test("đơn vị mới nào cũng có nguồn; dân của 381 xã bị chia thật", () => {
    for (const unit of treeAt(register, "2025-07-01").units()) {
      if (unit.level !== "national") expect(register.predecessorsOf(unit.key).length, unit.key).toBeGreaterThan(0);
    }
    const divided = oldCommunes.filter(
      (unit) => register.successorsOf(unit.key).filter((row) => row.extent !== "land").length > 1,
    );
    expect(divided).toHaveLength(381);
  });

  test("đơn vị kế thừa bắt đầu khi hoặc sau khi đơn vị cũ hết hiệu lực", () => {
    for (const row of register.successions) {
      const until = register.byKey(row.old)?.until ?? "9999-12-31";
      expect(until <= (register.byKey(row.next)?.from ?? ""), `${row.old} → ${row.next}`).toBe(true);
    }
  });

  test("đảo thành đặc khu, xã bãi bỏ trước 2025, tỉnh hợp nhất", () => {
    expect(register.successorsOf("471@2022-10-01").map((row) => row.next)).toEqual(["19742@2025-07-01"]);
    expect(register.successorsOf("00010@2022-10-01")).toMatchObject([{ next: "00004@2025-03-01", extent: "whole" }]);
    expect(register.predecessorsOf("44@2025-07-01").map((row) => row.old)).toEqual(["44@2022-10-01", "45@2022-10-01"]);
  });
});

describe("cụm thi đua", () => {
  test("Cụm 4 có 5 tỉnh trước và 4 tỉnh từ 01/07/2025", () => {
    const names = (date: IsoDate) =>
      register.groupingAt("cum-4", date)?.members.map((code) => register.at(code, date)?.unit.name);
    expect(names("2022-11-30")).toEqual(
      ["Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Quảng Bình", "Quảng Trị"].map((name) => `Tỉnh ${name}`),
    );
    expect(names("2025-12-13")).toEqual(["Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Quảng Trị"].map((name) => `Tỉnh ${name}`));
    expect(register.groupingAt("cum-4", "2025-12-13")?.leader).toBe("38");
  });

  test("không tỉnh nào ở hai cụm; cụm chưa rõ sau 01/07/2025 thì không có", () => {
    const members = ["cum-1", "cum-2", "cum-3", "cum-4", "cum-8"].flatMap(
      (id) => register.groupingAt(id, "2022-11-30")?.members ?? [],
    );
    expect([members.length, new Set(members).size]).toEqual([42, 42]);
    expect(register.groupingAt("cum-2", "2025-12-31")).toBeUndefined();
  });
});
