// Numbers and lists as a Vietnamese reader expects them.

import { describe, expect, it } from "vitest";
import { shortList, vietnameseNumber } from "../../src/model/number-text.js";

describe("vietnameseNumber", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [1522, "1.522"],
    [2_600_000, "2.600.000"],
    [656_000_000_000, "656.000.000.000"],
    [31.79, "31,79"],
    [31.7, "31,7"],
    [1522.005, "1.522,01"],
    [0.999, "1"],
    [-3, "−3"],
    [-1234.5, "−1.234,5"],
    [-0.001, "0"],
    [0.1 + 0.2, "0,3"],
  ])("%d is «%s»", (value, text) => {
    expect(vietnameseNumber(value)).toBe(text);
  });

  it("keeps as many decimals as are asked for", () => {
    expect([vietnameseNumber(2.345, 0), vietnameseNumber(2.345, 1), vietnameseNumber(1999.5, 0)]).toEqual([
      "2",
      "2,3",
      "2.000",
    ]);
  });
});

describe("shortList", () => {
  it("shows five, and counts the rest", () => {
    const names = ["A", "B", "C", "D", "E", "F", "G"];
    expect(shortList(names)).toBe("A, B, C, D, E và 2 đơn vị khác");
    expect(shortList(names.slice(0, 5))).toBe("A, B, C, D, E");
    expect(shortList(names, "cột")).toBe("A, B, C, D, E và 2 cột khác");
    expect(shortList([])).toBe("");
  });
});
