// Calendar dates as text; nothing here may depend on a clock or a zone.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  daysInMonth,
  fromExcelSerial,
  type IsoDate,
  isIsoDate,
  isoDate,
  partsOf,
  vietnameseDate,
} from "../../src/model/iso-date.js";

const DATES: fc.Arbitrary<IsoDate> = fc
  .tuple(fc.integer({ min: 1901, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.nat(30))
  .map(([year, month, day]) => isoDate(year, month, (day % daysInMonth(year, month)) + 1));

describe("isIsoDate", () => {
  it.each(["2022-11-30", "2024-02-29", "2000-02-29"])("takes %s", (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  it.each(["2022-11-31", "2023-02-29", "1900-02-29", "2022-13-01", "2022-00-10", "2022-1-1", "30/11/2022", ""])(
    "refuses «%s»",
    (text) => {
      expect(isIsoDate(text)).toBe(false);
    },
  );
});

describe("days", () => {
  it("go forth and back", () => {
    fc.assert(
      fc.property(DATES, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(isIsoDate(moved)).toBe(true);
        expect(addDays(moved, -days)).toBe(date);
        if (days > 0) expect(moved > date).toBe(true);
      }),
    );
  });

  it("cross months and years", () => {
    expect([addDays("2024-02-28", 1), addDays("2025-12-31", 1), addDays("2025-07-01", -1)]).toEqual([
      "2024-02-29",
      "2026-01-01",
      "2025-06-30",
    ]);
  });

  it("keep their parts", () => {
    fc.assert(
      fc.property(DATES, (date) => {
        expect(isoDate(...partsOf(date))).toBe(date);
      }),
    );
  });

  it("are written the Vietnamese way", () => {
    expect(vietnameseDate("2025-07-01")).toBe("01/07/2025");
  });

  it("of a month that does not exist are none", () => {
    expect([daysInMonth(2022, 0), daysInMonth(2022, 13)]).toEqual([0, 0]);
  });
});

describe("Excel's serial numbers", () => {
  it.each([
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [61, "1900-03-01"],
    [44_895, "2022-11-30"],
    [44_895.75, "2022-11-30"],
  ])("%d is %s", (serial, date) => {
    expect(fromExcelSerial(serial, false)).toBe(date);
  });

  it("begin in 1904 where the workbook says so", () => {
    expect(fromExcelSerial(0, true)).toBe("1904-01-01");
    expect(fromExcelSerial(44_895 - 1462, true)).toBe("2022-11-30");
  });

  it("below the first and beyond the last day are none", () => {
    expect([0, -1, 2_958_466, Number.NaN].map((serial) => fromExcelSerial(serial, false))).toEqual(
      Array(4).fill(undefined),
    );
  });

  it("count days", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 100_000 }), fc.nat(5000), (serial, days) => {
        const date = fromExcelSerial(serial, false);
        expect(date === undefined ? undefined : addDays(date, days)).toBe(fromExcelSerial(serial + days, false));
      }),
    );
  });
});
