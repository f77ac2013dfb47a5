// Periods: text at the edges, months inside.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isSamePeriod,
  lastDayOf,
  monthsOf,
  type Period,
  parsePeriod,
  periodInWords,
  printPeriod,
} from "../../src/model/period.js";

const YEAR = fc.integer({ min: 1996, max: 2099 });
const PERIODS: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ kind: fc.constant("month" as const), year: YEAR, month: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant("quarter" as const), year: YEAR, quarter: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant("half" as const), year: YEAR, half: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ kind: fc.constant("nine-months" as const), year: YEAR }),
  fc.record({ kind: fc.constant("year" as const), year: YEAR }),
  fc
    .tuple(YEAR, fc.integer({ min: 1, max: 9 }))
    .map(([from, years]): Period => ({ kind: "span", from, to: from + years })),
);

function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (parsed === undefined) throw new Error(`${text} is no period`);
  return parsed;
}

describe("parsePeriod", () => {
  it("reads what printPeriod writes", () => {
    fc.assert(
      fc.property(PERIODS, (one) => {
        expect(parsePeriod(printPeriod(one))).toEqual(one);
      }),
    );
  });

  it.each(["", "22", "2022-13", "2022-0", "2022-Q5", "2022-H3", "2022-9m", "2024..2019", "2022..2022", "2022-11-30"])(
    "refuses «%s»",
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );
});

describe("the months of a period", () => {
  it.each([
    ["2022-11", 1, "2022-11-30"],
    ["2024-02", 1, "2024-02-29"],
    ["2022-Q4", 3, "2022-12-31"],
    ["2022-H1", 6, "2022-06-30"],
    ["2022-9M", 9, "2022-09-30"],
    ["2022", 12, "2022-12-31"],
    ["2019..2024", 72, "2024-12-31"],
  ])("%s are %i and end on %s", (text, count, lastDay) => {
    const { first, last } = monthsOf(period(text));
    expect([last - first + 1, lastDayOf(period(text))]).toEqual([count, lastDay]);
  });

  it("of the four quarters are those of the year, without gap or overlap", () => {
    fc.assert(
      fc.property(YEAR, (year) => {
        const quarters = [1, 2, 3, 4].map((quarter) => monthsOf({ kind: "quarter", year, quarter }));
        const whole = monthsOf({ kind: "year", year });
        expect(quarters.flatMap(({ first, last }) => [first, first + 1, last])).toEqual(
          Array.from({ length: 12 }, (_, month) => whole.first + month),
        );
      }),
    );
  });
});

describe("two periods", () => {
  it("are the same where they say the same", () => {
    expect(isSamePeriod(period("2022-H1"), { kind: "half", year: 2022, half: 1 })).toBe(true);
    expect(isSamePeriod(period("2022"), period("2022-9M"))).toBe(false);
  });

  it.each([
    ["2022-11", "tháng 11 năm 2022"],
    ["2022-Q4", "quý IV năm 2022"],
    ["2022-H2", "6 tháng cuối năm 2022"],
    ["2022-9M", "9 tháng đầu năm 2022"],
    ["2022", "năm 2022"],
    ["2019..2024", "giai đoạn 2019–2024"],
  ])("%s is read out as «%s»", (text, words) => {
    expect(periodInWords(period(text))).toBe(words);
  });
});
