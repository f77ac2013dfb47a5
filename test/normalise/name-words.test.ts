// Names of branches: what their words say does not hang on which number stands at their end.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameText } from "../../src/model/text.js";
import { createNameWords } from "../../src/normalise/name-words.js";
import { spelledName } from "../../src/normalise/unit-name-key.js";

const WORDS = [
  "Chi hội",
  "thôn",
  "số",
  "Tổ dân phố",
  "Hoà",
  "Toàn xã",
  "Tổng cộng",
  "Hội Khuyến học",
  "1.",
  "TDP",
  "(mới)",
];
const name = fc
  .tuple(
    fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }),
    fc.constantFrom(" ", "  ", "\u00A0", ""),
    fc.nat(99_999),
  )
  .map(([words, gap, number]) => `${words.join(" ")}${gap}${number}`);

describe("the words of a name with a number at its end", () => {
  it("are those of its text, whatever numbers were met before", () => {
    const wordsOf = createNameWords();
    fc.assert(
      fc.property(name, (text) => {
        const { same, spelled, isWholeArea, isSum } = wordsOf(text);
        const { isWholeArea: whole, isSum: sum } = createNameWords()(`${text}.`);
        expect([same, spelled]).toEqual([sameText(text), sameText(spelledName(text))]);
        expect([isWholeArea, isSum]).toEqual([whole, sum]);
      }),
      { numRuns: 500, seed: 12 },
    );
  });

  it("tell numbered branches apart", () => {
    const wordsOf = createNameWords();
    expect(wordsOf("Thôn Hoà 1").same).not.toBe(wordsOf("Thôn Hoà 11").same);
    expect(wordsOf("Thôn Hoà 7").same).toBe(wordsOf("thôn Hòa 7").same);
  });
});
