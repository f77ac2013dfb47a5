// Stretches of months: how they are called, moved and divided.

import { describe, expect, it } from "vitest";
import { moved, rangeInShort, rangeInWords, sinceNewYear, tilesOf } from "../../src/model/month-range.js";
import { type MonthRange, monthsOf, parsePeriod } from "../../src/model/period.js";

function rangeOf(text: string): MonthRange {
  const period = parsePeriod(text);
  if (period === undefined) throw new Error(`no period: ${text}`);
  return monthsOf(period);
}

describe("a stretch of months", () => {
  it.each([
    ["2022-11", "tháng 11 năm 2022", "T11/2022"],
    ["2022-Q4", "quý IV năm 2022", "Quý IV/2022"],
    ["2022-H1", "6 tháng đầu năm 2022", "6T/2022"],
    ["2022-9M", "9 tháng đầu năm 2022", "9T/2022"],
    ["2022", "năm 2022", "Năm 2022"],
    ["2019..2024", "giai đoạn 2019–2024", "2019–2024"],
  ])("%s is called as its period", (text, words, short) => {
    expect([rangeInWords(rangeOf(text)), rangeInShort(rangeOf(text))]).toEqual([words, short]);
  });

  it("since new year is called by its months", () => {
    const range = sinceNewYear(rangeOf("2022-11"));
    expect([rangeInWords(range), rangeInShort(range)]).toEqual(["11 tháng đầu năm 2022", "11T/2022"]);
    expect(rangeInWords(moved(rangeOf("2022-Q1"), 1))).toBe("từ tháng 2/2022 đến tháng 4/2022");
  });

  it("moves by years", () => {
    expect(moved(rangeOf("2024-02"), -12)).toEqual(rangeOf("2023-02"));
  });

  it("is divided by what is at hand, or not at all", () => {
    const pieces = ["2022-9M", "2022-Q1", "2022-Q2", "2022-H2"].map((text) => ({ text, range: rangeOf(text) }));
    expect(tilesOf(rangeOf("2022"), pieces)?.map(({ text }) => text)).toEqual(["2022-Q1", "2022-Q2", "2022-H2"]);
    expect(tilesOf(rangeOf("2022-Q4"), pieces)).toBeUndefined();
  });
});
