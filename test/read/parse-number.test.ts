// Numbers are read exactly as JavaScript itself reads them.

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNumber } from "../../src/read/parse-number.js";

function parse(text: string): number {
  const bytes = Buffer.from(`<v>${text}</v>`);
  return parseNumber(bytes, 3, bytes.length - 4);
}

describe("parseNumber", () => {
  it("agrees with Number() on every double as written", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parse(String(value))).toBe(value + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it("agrees with Number() on decimals of any length", () => {
    const digits = fc.stringMatching(/^[0-9]{0,20}$/);
    fc.assert(
      fc.property(fc.constantFrom("", "-", "+"), digits, digits, (sign, whole, fraction) => {
        fc.pre(whole !== "" || fraction !== "");
        const text = `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`;
        expect(parse(text)).toBe(Number(text) + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["0", 0],
    ["007", 7],
    ["-0", 0],
    ["5.", 5],
    [".5", 0.5],
    ["1522000000", 1_522_000_000],
    ["3.1E-2", 0.031],
    ["1e21", 1e21],
    ["31.789999999999999", 31.79],
    ["9007199254740993", 9007199254740992],
    [" 12\n", 12],
  ])("%s is %d", (text, value) => {
    expect(parse(text)).toBe(value);
  });

  it.each(["", ".", "-", "1,5", "1.2.3", "0x10", "NaN", "Infinity", "1e400", "12 3", "1e", "--1", "một"])(
    "%j is no number",
    (text) => {
      expect(parse(text)).toBeNaN();
    },
  );
});
