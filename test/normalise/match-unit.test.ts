// One name at a time: what decides, what only suggests, and what is asked about.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IsoDate } from "../../src/model/iso-date.js";
import { type OrgTree, treeAt } from "../../src/model/org-tree.js";
import { looseText } from "../../src/model/text.js";
import { bareName, type Unit } from "../../src/model/unit.js";
import { createUnitMatcher } from "../../src/normalise/match-unit.js";
import { shippedRegister } from "../kit/shipped-register.js";

const register = shippedRegister();
const match = createUnitMatcher(register);
const TREES = new Map<IsoDate, OrgTree>();

function tree(date: IsoDate): OrgTree {
  const known = TREES.get(date) ?? treeAt(register, date);
  TREES.set(date, known);
  return known;
}

/** The reporters of the unit that carries the code on the date. */
function below(code: string, date: IsoDate): readonly Unit[] {
  const unit = tree(date).byCode(code);
  if (unit === undefined) throw new Error(`không có ${code} ngày ${date}`);
  return tree(date).reportersTo(unit.key);
}

function answer(text: string, scope: readonly Unit[]): string {
  const result = match(text, scope);
  switch (result.kind) {
    case "found":
      return `${result.stage} ${result.unit.name}`;
    case "ambiguous":
      return `nhiều: ${result.units.map((unit) => unit.name).join(", ")}`;
    case "unknown":
      return `hỏi: ${result.suggestions.map((unit) => unit.name).join(", ")}`;
  }
}

test.each([
  ["Xã Hướng Phùng", "44", "a Xã Hướng Phùng"],
  ["3. Xã Hướng Phùng.", "44", "a Xã Hướng Phùng"],
  ["HKH xã Hướng Phùng", "44", "b Xã Hướng Phùng"],
  ["Hội Khuyến học Xã Hướng Phùng", "44", "a Xã Hướng Phùng"],
  ["XÃ HƯỚNG PHÙNG", "44", "b Xã Hướng Phùng"],
  ["X.Hướng Phùng", "44", "c Xã Hướng Phùng"],
  ["x. hướng phùng, tỉnh Quảng Trị", "44", "c Xã Hướng Phùng"],
  ["Xã Hướng Phùng (Quảng Trị)", "44", "a Xã Hướng Phùng"],
  ["Xã Hướng Phùng, tỉnh Nghệ An", "44", "hỏi: Xã Hướng Phùng"],
  ["Hướng Phùng", "44", "hỏi: Xã Hướng Phùng"],
  ["Xa Huong Phung", "44", "hỏi: Xã Hướng Phùng"],
  ["Phường Hướng Phùng", "44", "hỏi: Xã Hướng Phùng"],
  ["Đặc khu Cồn-Cỏ", "44", "c Đặc khu Cồn Cỏ"],
  ["ĐK. Cồn Cỏ", "44", "c Đặc khu Cồn Cỏ"],
  ["P.A Sào", "44", "hỏi: "],
  ["", "44", "hỏi: "],
])("«%s» trong tỉnh %s từ 7/2025 → %s", (text, code, expected) => {
  expect(answer(text, below(code, "2025-12-31"))).toBe(expected);
});

test("Đồng Tiến không phải Đông Tiến: chỉ đúng dấu mới quyết định", () => {
  const thanhHoa = below("38", "2025-12-31");
  expect(answer("Xã Đồng Tiến", thanhHoa)).toBe("a Xã Đồng Tiến");
  expect(answer("Phường Đông Tiến", thanhHoa)).toBe("a Phường Đông Tiến");
  expect(answer("Dong Tien", thanhHoa)).toMatch(/^hỏi: .*Đồng Tiến/);
  expect(answer("Xã Đông Tiến", thanhHoa)).toMatch(/^hỏi: /);
});

test("tên trùng trong một tỉnh cũ: hỏi, trừ khi nêu huyện", () => {
  const thanhHoa = below("38", "2022-11-30");
  expect(answer("Phường Phú Sơn", thanhHoa)).toBe("nhiều: Phường Phú Sơn, Phường Phú Sơn");
  const placed = match("Phường Phú Sơn, thị xã Bỉm Sơn", thanhHoa);
  expect(placed.kind === "found" ? placed.unit.parentCode : placed.kind).toBe("381");
  expect(answer("Phường Phú Sơn - TX. Bỉm Sơn, Thanh Hoá", thanhHoa)).toBe("a Phường Phú Sơn");
});

describe("phường mang số", () => {
  const scope = below("461", "2022-11-30");
  test.each(["P1", "P.1", "P. 01", "p 1", "Phường 01", "Phường I", "PHƯỜNG  1"])("%s", (text) => {
    expect(answer(text, scope)).toMatch(/^[bc] Phường 1$/);
  });
  test("Phường 6 không gần giống phường nào khác số", () => {
    expect(answer("Phường 6", scope)).toBe("hỏi: ");
  });
});

test.each([
  ["474", "Phường Phường Đúc", "a Phường Phường Đúc"],
  ["474", "P. Phường Đúc", "c Phường Phường Đúc"],
  ["474", "Phường Đúc", "hỏi: Phường Phường Đúc"],
])("trong huyện %s, «%s» → %s", (district, text, expected) => {
  expect(answer(text, below(district, "2022-11-30"))).toBe(expected);
});

test("tên tỉnh: viết tắt, bí danh, tên trước đây", () => {
  const before = tree("2025-03-31").childrenOf("VN@2022-10-01");
  expect(answer("TP.HCM", before)).toBe("c Thành phố Hồ Chí Minh");
  expect(answer("T. Thanh Hoá", before)).toBe("c Tỉnh Thanh Hóa");
  expect(answer("Tỉnh Bà Rịa – Vũng Tàu", before)).toBe("a Tỉnh Bà Rịa - Vũng Tàu");
  expect(answer("Tỉnh Thừa Thiên - Huế", before)).toBe("c Thành phố Huế");
});

const ALL: readonly (readonly [label: string, date: IsoDate])[] = [
  ["10/2022", "2022-11-30"],
  ["3/2025", "2025-03-31"],
  ["7/2025", "2025-12-31"],
];

const VARIANTS: readonly (readonly [label: string, change: (unit: Unit) => string])[] = [
  ["đúng tên", (unit) => unit.name],
  ["chữ hoa", (unit) => unit.name.toUpperCase()],
  ["chữ thường", (unit) => unit.name.toLowerCase()],
  ["tổ hợp NFD", (unit) => unit.name.normalize("NFD")],
  ["dời dấu thanh", (unit) => movedTone(unit.name)],
  ["viết tắt loại", (unit) => `${abbreviation(unit.type)}.${bareName(unit)}`],
  ["viết tắt loại, cách", (unit) => `${abbreviation(unit.type).toLowerCase()} ${bareName(unit)}`],
  ["dấu cách không ngắt", (unit) => ` ${unit.name.replaceAll(" ", "\u00A0 ")} `],
  ["Ð thay Đ", (unit) => unit.name.replaceAll("Đ", "\u00D0").replaceAll("đ", "\u00F0")],
  ["y thành i", (unit) => unit.name.replace(/([lmtskqu])([yýỳỷỹỵ])(?=\s|$)/giu, shortI)],
  ["nháy cong", (unit) => unit.name.replaceAll("'", "\u2019")],
  ["số La Mã", (unit) => unit.name.replace(/\d+$/, (digits) => ROMANS[Number(digits)] ?? digits)],
  ["số có số 0 đầu", (unit) => unit.name.replace(/(?<=\s)\d$/, (digit) => `0${digit}`)],
  ["Hội Khuyến học đứng trước", (unit) => `HỘI KHUYẾN HỌC ${unit.name.toUpperCase()}`],
  ["đánh số, dấu chấm cuối", (unit) => `12. ${unit.name}.`],
];

const ROMANS = [
  "",
  "I",
  "II",
  "III",
  "IV",
  "V",
  "VI",
  "VII",
  "VIII",
  "IX",
  "X",
  "XI",
  "XII",
  "XIII",
  "XIV",
  "XV",
  "XVI",
];

/** What spelling alone must not decide, and what may only be suggested or be the very name of another unit. */
const LOOSE: readonly (readonly [label: string, change: (unit: Unit) => string])[] = [
  ["không dấu", (unit) => looseText(unit.name)],
  ["không ghi loại", (unit) => bareName(unit)],
  ["dính chữ", (unit) => `${unit.type} ${bareName(unit).replaceAll(" ", "")}`],
];

function abbreviation(type: string): string {
  const words = type.split(" ");
  return type === "Đặc khu" ? "ĐK" : words.map((word) => (word[0] ?? "").toUpperCase()).join("");
}

/** «Hòa» ↔ «Hoà»: the tone goes to the other vowel of oa, oe, uy at the end of a word. */
function movedTone(name: string): string {
  return name
    .normalize("NFD")
    .replace(/(o|u)([\u0300\u0301\u0303\u0309\u0323]?)(a|e|y)([\u0300\u0301\u0303\u0309\u0323]?)(?=\s|$)/g, "$1$4$3$2")
    .normalize("NFC");
}

function shortI(_whole: string, before: string, letter: string): string {
  return before + letter.normalize("NFD").replace("y", "i").replace("Y", "I").normalize("NFC");
}

describe.each(ALL)("mọi tên của danh mục %s", (_label, date) => {
  const scopes = [...tree(date).units()]
    .filter((unit) => unit.level === "district" || (unit.level === "province" && date > "2025-07-01"))
    .map((unit) => tree(date).childrenOf(unit.key));

  test.each(VARIANTS)("%s: ra đúng đơn vị ấy trong huyện (tỉnh mới)", (_kind, change) => {
    const wrong: string[] = [];
    let tried = 0;
    for (const scope of scopes) {
      for (const unit of scope) {
        const result = match(change(unit), scope);
        tried += 1;
        if (result.kind !== "found" || result.unit !== unit)
          wrong.push(`${change(unit)} → ${answer(change(unit), scope)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(3_000);
  });

  test.each(LOOSE)("%s: chỉ nhận khi đó đúng là tên một đơn vị", (_kind, change) => {
    const wrong: string[] = [];
    for (const scope of scopes) {
      const names = new Set(scope.map(({ name }) => name.toLowerCase()));
      for (const unit of scope) {
        const text = change(unit);
        const result = match(text, scope);
        if (result.kind !== "found" || result.unit === unit || names.has(text.toLowerCase())) continue;
        wrong.push(`${text} → ${result.unit.name}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test("một lỗi gõ ngẫu nhiên không bao giờ thành đơn vị khác, trừ khi trùng hẳn tên đơn vị ấy", () => {
  const scope = below("38", "2025-12-31");
  const typo = fc.record({
    unit: fc.constantFrom(...scope),
    at: fc.nat(30),
    letter: fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ"),
  });
  fc.assert(
    fc.property(typo, ({ unit, at, letter }) => {
      const text = unit.name.slice(0, at) + letter + unit.name.slice(at + 1);
      const result = match(text, scope);
      if (result.kind !== "found" || result.unit === unit) return true;
      return result.unit.name.toLowerCase().normalize("NFC") === text.toLowerCase().normalize("NFC");
    }),
    { numRuns: 2_000, seed: 49 },
  );
});
