// A formula reads another workbook only where a bracket names one.

import { describe, expect, it } from "vitest";
import { readsOutside } from "../../src/read/outside-reference.js";

describe("readsOutside", () => {
  it.each([
    "[1]Sheet1!A1",
    "SUM([2]Quỹ!$B$2:$B$9)+1",
    "'[1]01 Tổ chức - Hội viên'!L9",
    "'C:\\Bao cao\\[xa.xlsx]Trang 1'!B2",
    'IF(A1="\'",[3]!TongQuy,0)',
    "Bang1[Số]+[1]Sheet1!A1",
  ])("%s does", (formula) => {
    expect(readsOutside(formula)).toBe(true);
  });

  it.each([
    "SUM(A1:A9)",
    'A1&" [1]Sheet1!A1"',
    "SUM(Bảng1[Số])",
    "Bảng_1[[#This Row],[1]]*Table2[1]",
    "Bảng1['[1'] lạ]",
    "[0]!TongQuy",
    "'Hội viên ''mới'''!A1",
    "",
  ])("%s does not", (formula) => {
    expect(readsOutside(formula)).toBe(false);
  });
});
