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
