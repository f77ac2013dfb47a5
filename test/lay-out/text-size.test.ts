// Estimates of room: on the safe side, and never a cut word.

import fc from "fast-check";
import { expect, test } from "vitest";
import { sheetName } from "../../src/lay-out/sheet-name.js";
import { linesNeeded, longestWord, numberWidth, textWidth } from "../../src/lay-out/text-size.js";

test.each([
  ["Hội viên", 20, 1],
  ["Số xã có Chủ tịch hoặc Phó Chủ tịch Hội tham gia quản lý TTHTCĐ", 18, 4],
  ["một\nhai\nba", 40, 3],
  ["", 10, 1],
])("«%s» in %i characters takes %i lines", (text, width, lines) => {
  expect(linesNeeded(text, width)).toBe(lines);
});

test("numbers have room for their dots and sign", () => {
  expect(numberWidth(1_522)).toBe(5);
  expect(numberWidth(-4_114_210_500)).toBe(14);
  expect(numberWidth(0)).toBe(1);
});

test("a wider column never needs more lines, and a word longer than the column is broken, not lost", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 60 }), (text, width) => {
      expect(linesNeeded(text, width + 5)).toBeLessThanOrEqual(linesNeeded(text, width));
      expect(linesNeeded(text, width) * width).toBeGreaterThanOrEqual(longestWord(text) - 1);
    }),
  );
  expect(textWidth("HỘI")).toBeGreaterThan(textWidth("hội"));
});

test("any name becomes one that Excel takes, and no two are alike", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 50 }), { maxLength: 6 }), (wanted) => {
      const taken: string[] = [];
      for (const name of wanted) taken.push(sheetName(name, taken));
      expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(wanted.length);
      for (const name of taken) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[\\/?*[\]:]|^'|'$/);
      }
    }),
  );
});

test("every Vietnamese capital is wider than its small letter, however it is composed", () => {
  for (const letter of "aăâbcdđeêghiklmnoôơpqrstuưvxy") {
    for (const tone of ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]) {
      const [small, capital] = [letter + tone, letter.toUpperCase() + tone];
      expect(textWidth(capital), capital).toBeGreaterThan(textWidth(small));
      expect(textWidth(capital.normalize("NFC")), capital).toBe(textWidth(capital));
    }
  }
  expect(textWidth("–…𐐀")).toBe(textWidth("aaA"));
});
