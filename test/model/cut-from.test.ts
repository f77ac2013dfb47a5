// Arrays cut from larger ones behave like arrays of their own.

import fc from "fast-check";
import { expect, it } from "vitest";
import { cutFrom } from "../../src/model/cut-from.js";

it("gives fresh arrays of the asked length that share no place", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: 12 }), (lengths) => {
      const cut = cutFrom((length) => new Float64Array(length).fill(Number.NaN));
      const arrays = lengths.map((length, index) => {
        const array = cut(length);
        expect(array.every((value) => Number.isNaN(value))).toBe(true);
        return array.fill(index);
      });
      expect(arrays.map(({ length }) => length)).toEqual(lengths);
      for (const [index, array] of arrays.entries()) expect(array.every((value) => value === index)).toBe(true);
    }),
  );
});
