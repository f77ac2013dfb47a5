// Addresses as Excel shows them.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressText, columnLetters, parseAddress, parseRange, rangeText } from "../../src/model/cell-address.js";

const ROW = fc.integer({ min: 1, max: 1_048_576 });
const COLUMN = fc.integer({ min: 1, max: 16_384 });

describe("addresses", () => {
  it.each([
    [1, "A"],
    [26, "Z"],
    [27, "AA"],
    [702, "ZZ"],
    [703, "AAA"],
    [16_384, "XFD"],
  ])("column %i is %s", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  it("are read as they are written", () => {
    fc.assert(
      fc.property(ROW, COLUMN, (row, column) => {
        expect(parseAddress(addressText({ row, column }))).toEqual({ row, column });
      }),
    );
  });

  it("may be absolute and in small letters", () => {
    expect([parseAddress("$L$9"), parseAddress("l9")]).toEqual(Array(2).fill({ row: 9, column: 12 }));
  });

  it.each(["", "9", "L", "L0", "9L", "L9:L10", "ABCD1", "Đ1", "L9 "])("«%s» is none", (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });
});

describe("ranges", () => {
  it("are read as they are written", () => {
    fc.assert(
      fc.property(ROW, ROW, COLUMN, COLUMN, (a, b, c, d) => {
        const range = { top: Math.min(a, b), bottom: Math.max(a, b), left: Math.min(c, d), right: Math.max(c, d) };
        expect(parseRange(rangeText(range))).toEqual(range);
      }),
    );
  });

  it("of one cell are one address, and corners may stand in any order", () => {
    expect(rangeText({ top: 9, bottom: 9, left: 12, right: 12 })).toBe("L9");
    expect(parseRange("L41:A9")).toEqual({ top: 9, bottom: 41, left: 1, right: 12 });
  });

  it.each(["", "A1:", ":A1", "A1:B2:C3", "A:B"])("«%s» is none", (text) => {
    expect(parseRange(text)).toBeUndefined();
  });
});
