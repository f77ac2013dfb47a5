// Cells' texts are written as UTF-8 at one go; they are the same as made safe, escaped and encoded one after the other.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeText } from "../../src/ooxml/splice-text.js";
import { safeText } from "../../src/write/safe-text.js";
import { XmlBytes } from "../../src/write/xml-bytes.js";

const slowly = (texts: readonly string[]): string => texts.map((text) => escapeText(safeText(text))).join("");

function written(texts: readonly string[]): string {
  const into = new XmlBytes();
  for (const text of texts) into.text(text);
  return Buffer.from(into.take()).toString("utf8");
}

describe("texts of cells", () => {
  it.each([
    ["Hội Khuyến học xã Hướng Phùng", "thôn\tDoa\nthôn Củ Bai"],
    ['a<b & «c» "d"', "_x0041_", "nộp_lần_2"],
    ["chuông \u0007", "hết dòng\r\n", "xoá \u007f", "\ufffe", "\ud83d\ude00", "\ud83d", "\ude00"],
    ["x".repeat(40_000), "x".repeat(40_000), `${"&".repeat(500)}_`, `${"&".repeat(500)}_`, "ngắn"],
    ["1 2 3 ".repeat(200), "chen giữa", "1 2 3 ".repeat(200), "1 2 4 ".repeat(200)],
  ])("are those that stand there: %j", (...texts) => {
    expect(written(texts)).toBe(slowly(texts));
  });

  it("are the same whatever they are", () => {
    const texts = fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme", maxLength: 900 })));
    fc.assert(fc.property(texts, (some) => written([...some, ...some]) === slowly([...some, ...some])));
  });
});
