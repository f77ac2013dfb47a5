// Of very long lists, texts that end in a number are kept as two numbers. Each is the text that was written all the same.

import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { textsOf } from "../kit/grid-texts.js";
import { workbookParts, zipPackage } from "../kit/zip-package.js";

/** A workbook whose only column has these texts, given as they are written between `<si>` and `</si>`. */
function bookOf(items: readonly string[]): Uint8Array {
  const rows = items.map((_, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>${index}</v></c></row>`);
  const sheet = `<sheetData>${rows.join("")}</sheetData>`;
  const strings = items.map((item) => `<si>${item}</si>`).join("");
  return zipPackage(workbookParts({ sheets: [["Danh sách", sheet]], strings }));
}

function read(texts: readonly string[], write: (text: string) => string = (text) => `<t>${text}</t>`) {
  const [grid] = readWorkbook(bookOf(texts.map(write)), "xa.xlsx").value?.sheets ?? [];
  if (grid === undefined) throw new Error("not read");
  return { texts: textsOf(grid), numbered: grid.textTable.filter((text) => text === undefined).length };
}

const COUNT = 60_000;
const listOf = (textOf: (n: number) => string): readonly string[] =>
  Array.from({ length: COUNT }, (_, n) => textOf(n + 1));

describe("texts that end in a number", () => {
  it("are those that were written, and nearly all are kept as numbers", () => {
    const texts = listOf((n) => (n % 2 === 0 ? `CH${n}` : `Chi hội thôn số ${n}`));
    const found = read(texts);
    expect(found.texts).toEqual(texts);
    expect(found.numbered).toBeGreaterThan(COUNT - 10);
  });

  it.each<[string, (n: number) => string]>([
    ["with noughts before the number", (n) => `Chi hội ${"0".repeat(n % 12)}${n % 1000}`],
    ["with very long numbers", (n) => `Chi hội số ${"123456789012".slice(0, n % 13)}${n}`],
    ["with a stem of one letter, of digits, of none", (n) => ["Q", "1.", "", "0", "Ấ"][n % 5] + String(n)],
    ["with more stems than are tried", (n) => `Ngày ${(n * 7) % 2000} tháng ${n % 12} năm 20${n % 20}`],
    ["with others between them", (n) => (n % 3 === 0 ? `Chi hội số ${n}` : `Chi hội số ${n} thôn`)],
    ["with what only looks like a number", (n) => `Chi hội thôn số ${n % 7 === 0 ? "" : n}${n % 5 === 0 ? "a" : ""}`],
  ])("%s", (_, textOf) => {
    const texts = listOf(textOf).map((text) => (text === "" ? "–" : text));
    expect(read(texts).texts).toEqual(texts);
  });

  it("are read in any other writing", () => {
    const texts = listOf((n) => `Chi hội thôn số ${n}`);
    const writings = [
      (text: string) => `<t xml:space="preserve">${text}</t>`,
      (text: string) => `<r><t>${text}</t></r>`,
      (text: string) => `<t>${text}</t><phoneticPr fontId="1"/>`,
      (text: string) => `<t>${text.replace("ô", "&#244;")}</t>`,
      (text: string) => `<t>${text}</t>`,
    ];
    expect(read(texts, (text) => writings[text.length % writings.length]?.(text) ?? "").texts).toEqual(texts);
  });

  it("are composed where a stem is not", () => {
    const texts = listOf((n) => `Chi hội số ${n}`);
    expect(read(texts.map((text) => text.normalize("NFD"))).texts).toEqual(texts);
  });
});
