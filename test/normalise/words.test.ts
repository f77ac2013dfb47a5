// Units of money, standing and number of the revision, as offices write them.
import { describe, expect, it } from "vitest";
import { readRevision, readStanding } from "../../src/normalise/read-identity-words.js";
import { moneyUnitInHeading, readMoneyUnit } from "../../src/normalise/read-money-unit.js";

describe("the unit of money", () => {
  const read: readonly (readonly [string, number | undefined])[] = [
    ["đồng", 1],
    ["Đơn vị tính: đồng", 1],
    ["(ĐVT: 1.000đ)", 1_000],
    ["ĐVT: 1.000 đồng", 1_000],
    ["1,000 đồng", 1_000],
    ["nghìn đồng", 1_000],
    ["Ngàn đồng", 1_000],
    ["Đơn vị tính: Triệu đồng", 1_000_000],
    ["trđ", 1_000_000],
    ["tr.đ", 1_000_000],
    ["tỷ đồng", 1_000_000_000],
    ["tỉ đồng", 1_000_000_000],
    ["Đơn vị tính: người, triệu đồng", 1_000_000],
    ["đồng; triệu đồng", undefined],
    ["USD", undefined],
    ["người", undefined],
    ["", undefined],
  ];
  it.each(read)("«%s» → %s", (text, factor) => {
    expect(readMoneyUnit(text)).toBe(factor);
  });

  const headings: readonly (readonly [string, number | undefined])[] = [
    ["Số dư cuối kỳ (triệu đồng)", 1_000_000],
    ["Vận động: tiền (1.000đ)", 1_000],
    ["Chi › học bổng › ĐVT: nghìn đồng", 1_000],
    ["Quỹ của cộng đồng", undefined],
    ["Hỗ trợ (cộng đồng)", undefined],
    ["Số dư đầu kỳ", undefined],
  ];
  it.each(headings)("in the heading «%s» → %s", (text, factor) => {
    expect(moneyUnitInHeading(text)).toBe(factor);
  });
});

it("standing is told by one of two words", () => {
  expect(["Ước tính", "số ước", "Chính thức", "ước tính/chính thức", ""].map(readStanding)).toEqual([
    "estimate",
    "estimate",
    "final",
    undefined,
    undefined,
  ]);
});

it("the number of a revision stands alone or after «lần»", () => {
  expect(["2", "Lần 2", "lần nộp: 3", "lần thứ 4", "sửa", ""].map(readRevision)).toEqual([
    2,
    2,
    3,
    4,
    undefined,
    undefined,
  ]);
});
