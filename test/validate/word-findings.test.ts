// Drafts become sentences: order, numbers, words, causes.

import { describe, expect, it } from "vitest";
import { type FindingDraft, type FindingText, values } from "../../src/model/finding.js";
import { wordFindings } from "../../src/validate/word-findings.js";

const TEXTS = new Map<string, FindingText>([
  ["V-H03", text("V-H03", undefined, "Ô {ô} ({cột}): {a} lớn hơn {b}.")],
  ["V-H03/nu", text("V-H03", "nu", "Nữ ({a}) lớn hơn tổng số ({b}) ở tệp {tệp}.")],
]);

function text(code: string, variant: string | undefined, message: string): FindingText {
  return { code, variant, severity: "error", rule: "", message, why: "Vì {b} là tổng.", fix: "Sửa {ô}." };
}

function draft(row: number, changes: Partial<FindingDraft> = {}): FindingDraft {
  return {
    code: "V-H03",
    place: { file: "nop/a.xlsx", sheet: "01", cell: { row, column: 12 } },
    values: values({ a: "61", b: "60" }),
    label: "Nữ",
    ...changes,
  };
}

describe("wordFindings", () => {
  it("fills message, reason and remedy, with what follows from the place", () => {
    const [finding] = wordFindings([draft(9)], TEXTS);
    expect(finding).toMatchObject({
      id: "F0001",
      severity: "error",
      message: "Ô L9 (Nữ): 61 lớn hơn 60.",
      why: "Vì 60 là tổng.",
      fix: "Sửa L9.",
    });
  });

  it("takes the variant's words", () => {
    expect(wordFindings([draft(9, { variant: "nu" })], TEXTS)[0]?.message).toBe(
      "Nữ (61) lớn hơn tổng số (60) ở tệp a.xlsx.",
    );
  });

  it("numbers findings in printing order and leads an effect to its cause's number", () => {
    const cause = draft(30);
    const found = wordFindings([draft(12, { cause }), cause, draft(7)], TEXTS);
    expect(found.map((finding) => [finding.id, finding.place.cell?.row, finding.cause])).toEqual([
      ["F0001", 7, undefined],
      ["F0002", 12, "F0003"],
      ["F0003", 30, undefined],
    ]);
  });

  it("refuses a code without words: that is a mistake of the program", () => {
    expect(() => wordFindings([draft(9, { code: "V-H99" })], TEXTS)).toThrow("V-H99");
    expect(() => wordFindings([draft(9, { variant: "nam" })], TEXTS)).toThrow("V-H03/nam");
  });
});
