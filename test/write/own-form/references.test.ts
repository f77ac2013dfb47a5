// Rows put into a sheet: what becomes of formulas and lists of ranges that speak of it.

import { describe, expect, it } from "vitest";
import { fillPieces } from "../../../src/write/own-form/fill-pieces.js";
import { afterInsertion, inCopy, shared } from "../../../src/write/own-form/references.js";

const AFTER_8 = { sheet: "Biểu 1", row: 8, count: 4 };

describe("four rows put in behind row 8", () => {
  it.each([
    ["SUM(C8:C8)", "SUM(C8:C12)"],
    ["SUM(C7:C9)", "SUM(C7:C13)"],
    ["SUM(C$5:C7)", "SUM(C$5:C7)"],
    ["C9+$D$10-C8", "C13+$D$14-C8"],
    ['\'Biểu 1\'!B9&" A9 "" B9"', '\'Biểu 1\'!B13&" A9 "" B9"'],
    ["'Biểu 2'!B9+LOG10(B9)", "'Biểu 2'!B9+LOG10(B13)"],
    ["SUM($1:$8)+SUM(A:A)+TONG9", "SUM($1:$12)+SUM(A:A)+TONG9"],
    ["IF(A9>0,Bang1[Cột A9],x.A9)", "IF(A13>0,Bang1[Cột A9],x.A9)"],
  ])("%s → %s", (before, after) => {
    expect(afterInsertion(before, AFTER_8, { own: "Biểu 1", single: "stays" })).toBe(after);
  });

  it("leaves formulas of other sheets alone unless they name this one", () => {
    expect(afterInsertion("A9+'Biểu 1'!A9", AFTER_8, { own: "Biểu 2", single: "stays" })).toBe("A9+'Biểu 1'!A13");
  });

  it("makes of the single cell that a chart shows the range of all copies", () => {
    expect(afterInsertion("'Biểu 1'!$B$8", AFTER_8, { own: undefined, single: "grows" })).toBe("'Biểu 1'!$B$8:$B$12");
    expect(afterInsertion("B8 D8:E8", AFTER_8, { own: "Biểu 1", single: "grows" })).toBe("B8:B12 D8:E12");
  });

  it("gives each copy its own row, and the total below where it now stands", () => {
    expect(inCopy("C8/B8+A7+C9+$B$3", AFTER_8, 2)).toBe("C10/B10+A9+C13+$B$3");
  });
});

it("tells the formula that a cell shares with its first one", () => {
  expect(shared("SUM(B5:B$6)+$A1", { rows: 1, columns: 2 })).toBe("SUM(D6:D$6)+$A2");
});

describe("codes that run over pieces", () => {
  const value = (code: string): string => `<${code}>`;
  it.each([
    [["{{HV01}}"], ["<HV01>"]],
    [
      ["Có {{HV", "01", "}} người"],
      ["Có <HV01>", "", " người"],
    ],
    [
      ["{", "{A}} và {{", "B}", "}"],
      ["<A>", " và <B>", "", ""],
    ],
    [
      ["{{A}}{{B}}", "x"],
      ["<A><B>", "x"],
    ],
    [
      ["không có mã", " {A}"],
      ["không có mã", " {A}"],
    ],
  ])("%j → %j", (pieces, filled) => {
    expect(fillPieces(pieces, value)).toEqual(filled);
  });
});
