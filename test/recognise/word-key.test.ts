// Keys of texts: however a text is written, letter by letter or with marks apart, it has one key.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tidyText } from "../../src/model/text.js";
import { leadOf } from "../../src/recognise/lead-letters.js";
import { tidy } from "../../src/recognise/plain-letters.js";
import { wordKey } from "../../src/recognise/word-key.js";

const LETTERS = [..."aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ"];
const SIGNS = [..." .,:;()[]-–—/%«»“”’'`\u00A0\u200B\t½²×ÐðƉß0123456789"];
const text = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...LETTERS, ...LETTERS.map((letter) => letter.toUpperCase())) },
      { weight: 3, arbitrary: fc.constantFrom(...SIGNS) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

describe("one key", () => {
  test.each([
    ["Quỹ khuyến học:", "quy4 khuyên2 hoc5"],
    ["  HOÀ   BÌNH ", "hoa1 binh1"],
    ["Hòa Bình", "hoa1 binh1"],
    ["Tỷ lệ (%)", "ti3 lê5"],
    ["Kỳ báo cáo", "ki1 bao2 cao2"],
    ["Chuyển", "chuyên3"],
    ["– “thôn/TDP”", "thôn tdp"],
  ])("%j → %s", (written, key) => {
    expect(wordKey(written)).toBe(key);
  });

  test("CĐHT is not CDHT, and Đồng is not Đông", () => {
    expect(wordKey("CĐHT")).not.toBe(wordKey("CDHT"));
    expect(wordKey("Đồng Tiến")).not.toBe(wordKey("Đông Tiến"));
  });

  test("marks apart from their letters change nothing", () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(wordKey(written.normalize("NFD"))).toBe(wordKey(written));
      }),
    );
  });

  test("a tidied text has the key of the text, and short ways of tidying tidy alike", () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(tidy(written)).toBe(tidyText(written));
        expect(wordKey(tidyText(written))).toBe(wordKey(written));
      }),
    );
  });
});

test("first letters are compared without marks, case and what stands before them", () => {
  expect(leadOf("«Tổng cộng»")).toBe(leadOf("tong"));
  expect(leadOf("ĐƠN vị".normalize("NFD"))).toBe(leadOf("don"));
  expect(leadOf("TM. Ban")).toBe(leadOf("tm b"));
  expect(leadOf("Tổ")).not.toBe(leadOf("Tổng"));
  expect(leadOf("12")).toBe(leadOf(""));
});
