// Every finding has its words in English, with the same values to fill in.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadEnglishWords, loadPhrases } from "../../src/catalogue/load-english.js";
import { shippedCatalogue, shippedFiles } from "../kit/catalogue.js";

/** Letters that only Vietnamese has. */
const LETTERS = /[ăâđêôơưàáạảãèéẹẻẽìíịỉĩòóọỏõùúụủũỳýỵỷỹ]/i;

const english = loadEnglishWords(shippedFiles());
const { findingTexts } = shippedCatalogue();
const TEXTS = [...findingTexts].map(([key, text]) => [key, text] as const);

function placeholders(text: string): readonly string[] {
  return [...new Set(text.match(/\{[^{}]+\}/g) ?? [])].sort();
}

describe("english/findings.yaml", () => {
  it("words every finding and nothing else", () => {
    expect([...findingTexts.keys()].filter((key) => !english.has(key))).toEqual([]);
    expect([...english.keys()].filter((key) => !findingTexts.has(key))).toEqual([]);
  });

  it.each(TEXTS)("%s says what the Vietnamese says: message with the same values", (key, { message }) => {
    expect(placeholders(english.get(key)?.message ?? "")).toEqual(placeholders(message));
  });

  it.each(TEXTS)("%s gives ground and way out in one English sentence each, in 60 words", (key, text) => {
    const words = english.get(key) ?? { message: "", why: "", fix: "" };
    const said = `${words.message} ${words.why} ${words.fix}`;
    const known = placeholders(`${text.message} ${text.why} ${text.fix} {tệp}{sheet}{ô}{n}{cột}{giá trị}`);
    expect(placeholders(said).filter((name) => !known.includes(name))).toEqual([]);
    expect(said.split(/\s+/).length).toBeLessThanOrEqual(60);
    for (const sentence of [words.why, words.fix]) expect(sentence).toMatch(/^[A-Z"{].*\.$/);
  });
});

describe("english/phrases.yaml", () => {
  const translate = loadPhrases(shippedFiles());

  it.each([
    ["tệp PDF", "a PDF file"],
    ["tệp hỏng: nội dung XML viết sai", "a damaged file: its XML is malformed"],
    ["Xã A Dơi, Xã Ba Lòng và 3 đơn vị khác", "Xã A Dơi, Xã Ba Lòng and 3 other units"],
    ["quý IV năm 2022", "quarter IV of 2022"],
    ["Xã Hướng Phùng", "Xã Hướng Phùng"],
    [
      "cột «Nữ» và «Đảng viên, nữ» đổi chỗ, tiêu đề «Nữ» ghi thành «Số nữ», thêm cột «Ghi chú» và 2 thay đổi khác",
      "the columns «Nữ» and «Đảng viên, nữ» were moved, the heading «Nữ» was changed to «Số nữ», the column «Ghi chú» was added and 2 other changes",
    ],
    [
      "{{HV0R}}: không có chỉ tiêu nào mang mã «HV0R»; gần nhất: HV01",
      "{{HV0R}}: no indicator has the code «HV0R»; nearest: HV01",
    ],
    ["Không hiểu kỳ «2022-13».", "The period «2022-13» is not understood."],
  ])("%s → %s", (vietnamese, said) => {
    expect(translate(vietnamese)).toBe(said);
  });
});

describe("refusals", () => {
  const folder = fileURLToPath(new URL("../../src/catalogue/", import.meta.url));
  const translate = loadPhrases(shippedFiles());
  /** Whole sentences in Vietnamese that the loaders say, their values filled with «X». */
  const sentences = readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .flatMap(
      (name) =>
        readFileSync(join(folder, name), "utf8")
          .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")
          .match(/"[^"\n]*\."|`[^`]*\.`/g) ?? [],
    )
    .map((literal) => literal.slice(1, -1).replace(/\$\{[^}]*\}(?:[^`]*\}`?\)\})?/g, "X"))
    .filter((sentence) => LETTERS.test(sentence) && sentence.includes(" "));

  it.each([...new Set(sentences)].map((sentence) => [sentence]))("%s", (sentence) => {
    expect(translate(sentence)).not.toBe(sentence);
  });
});
