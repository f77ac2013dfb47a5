// Vietnamese text as a key: what is the same, what is only alike.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looseText, sameText, tidyText } from "../../src/model/text.js";

const SYLLABLES = fc.constantFrom(
  "Xã",
  "Hòa",
  "Hoà",
  "Thủy",
  "Thuý",
  "Đông",
  "Đồng",
  "Tiến",
  "quý",
  "KHUYẾN",
  "giỏi",
  "–",
  "3",
);
const TEXTS = fc.array(SYLLABLES, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));

describe("sameText", () => {
  it.each([
    ["Hoà Bình", "Hòa Bình"],
    ["Thuỷ Lợi", "Thủy Lợi"],
    ["quý", "qúy"],
    ["XÃ ĐỒNG TIẾN", "xã Đồng Tiến"],
    ["  Xã\u00A0 Đồng\tTiến ", "Xã Đồng Tiến"],
    ["Ðông Hà", "Đông Hà"],
    ["Hướng\u200B Phùng", "Hướng Phùng"],
    ["Ea H’leo", "Ea H'leo"],
    ["Tổ chức – Hội viên", "Tổ chức - Hội viên"],
  ])("«%s» is «%s»", (a, b) => {
    expect(sameText(a)).toBe(sameText(b));
    expect(sameText(a.normalize("NFD"))).toBe(sameText(b));
  });

  it.each([
    ["Hòa", "Hóa"],
    ["Đồng Tiến", "Đông Tiến"],
    ["CĐHT", "CDHT"],
    ["Mỹ", "My"],
    ["Tân An", "Tân Ân"],
    ["Phường 1", "Phường 2"],
  ])("«%s» is not «%s»", (a, b) => {
    expect(sameText(a)).not.toBe(sameText(b));
  });

  it("knows a text however it is stored", () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        expect(sameText(text.normalize("NFD"))).toBe(sameText(text));
        expect(sameText(` ${text.toUpperCase()} `)).toBe(sameText(text));
      }),
    );
  });
});

describe("the quick way for usual letters", () => {
  /** A word that the quick way leaves alone, and with it the whole text it stands in. */
  const ODD = "\u3042";
  const LETTERS = fc.array(
    fc.oneof(
      fc.integer({ min: 0x20, max: 0x24f }).map((code) => String.fromCharCode(code)),
      fc.integer({ min: 0x1e00, max: 0x1f10 }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(" ", " ", "a", "\u0301", "\u031b", "1", "-", "_"),
    ),
    { maxLength: 12 },
  );

  it("gives what the slow way gives, letter by letter", () => {
    for (let code = 0x20; code < 0x2000; code++) {
      const text = `xã ${String.fromCharCode(code)}a`;
      expect(sameText(`${text} ${ODD}`), code.toString(16)).toBe(`${sameText(text)} ${ODD}`);
    }
  });

  it("gives what the slow way gives, whatever letters stand together", () => {
    fc.assert(
      fc.property(LETTERS, (letters) => {
        const text = `a${letters.join("")}a`;
        expect(sameText(`${text} ${ODD}`)).toBe(`${sameText(text)} ${ODD}`);
        expect(tidyText(`${text} ${ODD}`)).toBe(`${tidyText(text)} ${ODD}`);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("tidyText", () => {
  it("twice is once", () => {
    fc.assert(
      fc.property(fc.oneof(TEXTS, fc.string({ unit: "grapheme" })), (text) => {
        expect(tidyText(tidyText(text))).toBe(tidyText(text));
      }),
    );
  });

  it("keeps what the text says", () => {
    expect(tidyText("  Chi hội   thôn 3 \n")).toBe("Chi hội thôn 3");
  });
});

describe("looseText", () => {
  it("takes marks away, so that it may suggest", () => {
    expect(looseText("Xã Đồng-Tiến (cũ)")).toBe("xa dong tien cu");
    expect(looseText("Đông Tiến")).toBe(looseText("Đồng Tiến"));
  });

  it("is the same for what is the same", () => {
    fc.assert(
      fc.property(TEXTS, TEXTS, (a, b) => {
        if (sameText(a) === sameText(b)) expect(looseText(a)).toBe(looseText(b));
        expect(looseText(looseText(a))).toBe(looseText(a));
      }),
    );
  });
});
