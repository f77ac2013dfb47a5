// Laws of reading numbers: what the program writes for people it reads back, and nothing negative or doubtful passes.
import fc from "fast-check";
import { expect, it } from "vitest";
import { vietnameseNumber } from "../../src/model/number-text.js";
import { habitsOf, type NumberColumn } from "../../src/normalise/number-column.js";
import { readNumberText, readStoredNumber } from "../../src/normalise/read-number.js";

const COUNT: NumberColumn = {
  kind: "count",
  power: 0,
  times: 1,
  isShare: false,
  words: "",
  habits: () => habitsOf([]),
};
const whole = fc.integer({ min: 0, max: 2_000_000_000 });

function money(power: number, cells: readonly (string | number)[] = []): NumberColumn {
  return { ...COUNT, kind: "money", power, habits: () => habitsOf(cells) };
}

it("reads a count back as it is written", () => {
  fc.assert(
    fc.property(whole, (value) => {
      expect(readNumberText(vietnameseNumber(value), COUNT)).toEqual({ kind: "known", value });
      expect(readNumberText(` ${value} `, COUNT)).toEqual({ kind: "known", value });
      expect(readStoredNumber(value, "General", COUNT)).toEqual({ kind: "known", value });
    }),
  );
});

it("reads an amount to the đồng in any unit, as text and as a stored number", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900_000_000_000 }), fc.constantFrom(0, 3, 6, 9), (amount, power) => {
      const column = money(power);
      const inUnit = amount / 10 ** power;
      expect(readStoredNumber(inUnit, "General", column)).toEqual({ kind: "known", value: amount });
      const text = vietnameseNumber(inUnit, power);
      expect(readNumberText(text, column)).toEqual({ kind: "known", value: amount });
    }),
  );
});

it("refuses a negative number in every column", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (value) => {
      for (const column of [COUNT, money(6)]) {
        expect(readStoredNumber(-value, "General", column)).toEqual({ kind: "refused", code: "V-K07" });
        expect(readNumberText(`-${value}`, column)).toEqual({ kind: "refused", code: "V-K07" });
      }
    }),
  );
});

it("gives some reading for any text and never a number without digits, except the signs for none", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), (text) => {
      const reading = readNumberText(text, COUNT);
      const isSign = /^\s*[-–−]\s*$|^\s*không(?: có)?\s*$/iu.test(text);
      if (reading.kind === "known" && !isSign) expect(text).toMatch(/\d|[０-９]/);
    }),
  );
});

it("asks about 1.522 đồng in a cell that lost its thousands, and about đồng typed under triệu", () => {
  expect(readStoredNumber(1.522, "General", money(0))).toMatchObject({ code: "V-K06", readings: ["1.522", "1,522"] });
  expect(readStoredNumber(1_522_000_000, "General", money(6))).toMatchObject({ code: "V-K06" });
  expect(readNumberText("17,516", money(6, ["1,234,567"]))).toMatchObject({ code: "V-K06" });
});
