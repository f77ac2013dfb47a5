// A date is told by its number format, and by nothing that merely looks like one.

import { describe, expect, it } from "vitest";
import { builtInFormat, isDateFormat } from "../../src/read/number-format.js";

describe("isDateFormat", () => {
  it.each([
    "dd/mm/yyyy",
    "dd/mm/yyyy;@",
    "[$-42A]dd mmmm yyyy",
    "[$-1010000]d/m/yyyy;@",
    '"ngày" dd "tháng" mm "năm" yyyy',
    "d\\-mmm\\-yy",
    "mmm-yy",
    "h:mm",
    "hh:mm:ss.000",
    "[h]:mm:ss",
    "[mm]:ss",
    "h:mm AM/PM",
    "[Red]dd/mm",
    "General;dd/mm/yyyy",
    "yyyy",
    "e",
  ])("%s shows a date or a time", (format) => {
    expect(isDateFormat(format)).toBe(true);
  });

  it.each([
    "General",
    "GENERAL",
    "0",
    "#,##0.00",
    "0%",
    "0.00E+00",
    "##0.0E+0",
    "@",
    "",
    "[Red]-#,##0;[Blue]0",
    "[Đỏ]0",
    '#,##0 "đồng"',
    '#,##0 "hs"',
    "#,##0\\ d",
    "#,##0_d",
    "#,##0 [$₫-42A]",
    "[$Rs-420]#,##0",
    "[>=1000000]#,##0,,\\ \\t\\r;0",
    "0 đồng",
    "0 hs",
    '"ngày"',
    "# ?/?",
    '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
    '"không đóng ngoặc dd/mm',
  ])("%s does not", (format) => {
    expect(isDateFormat(format)).toBe(false);
  });
});

describe("builtInFormat", () => {
  it("knows the formats that files name by number only", () => {
    const dates = Array.from({ length: 60 }, (_, id) => id).filter((id) => isDateFormat(builtInFormat(id)));
    const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
    expect(dates).toEqual([...range(14, 22), ...range(27, 36), ...range(45, 47), ...range(50, 58)]);
    expect([builtInFormat(3), builtInFormat(10), builtInFormat(49), builtInFormat(200)]).toEqual([
      "#,##0",
      "0.00%",
      "@",
      "General",
    ]);
  });
});
