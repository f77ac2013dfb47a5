// Large numbers in sentences: the word before tells the direction of rounding, or there is none.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compactNumber } from "../../src/model/compact-number.js";

describe("a number as it is said", () => {
  it.each([
    [0, "0"],
    [1522, "1.522"],
    [999_999, "999.999"],
    [2_612_345, "hơn 2,6 triệu"],
    [2_960_000, "gần 3 triệu"],
    [500_000_000, "500 triệu"],
    [656_400_000_000, "hơn 656 tỉ"],
    [999_960_000, "gần 1 tỉ"],
    [-2_612_345, "hơn −2,6 triệu"],
  ])("%d is %s", (value, said) => {
    expect(compactNumber(value)).toBe(said);
  });

  it("is greater than what is said after «hơn», less after «gần», and the same without", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (value) => {
        const [, word, number = "", unit] = /^(hơn |gần )?([\d.,]+)(?: (triệu|tỉ))?$/.exec(compactNumber(value)) ?? [];
        const times = unit === "tỉ" ? 1e9 : unit === "triệu" ? 1e6 : 1;
        const said = Math.round(Number(number.replaceAll(".", "").replace(",", ".")) * times);
        expect(Math.sign(value - said)).toBe(word === "hơn " ? 1 : word === "gần " ? -1 : 0);
        expect(Math.abs(value - said)).toBeLessThanOrEqual(value * 0.05);
      }),
    );
  });
});
