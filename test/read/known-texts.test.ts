// Texts that workbooks before had, too, are told by their bytes. Whatever came before, a list of texts is read as without.

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS, type Limits } from "../../src/ooxml/limits.js";
import { PackageFault } from "../../src/ooxml/package-fault.js";
import { PlainRows } from "../../src/read/plain-rows/plain-rows.js";
import type { PlainTexts } from "../../src/read/plain-rows/plain-texts.js";
import { readSharedStrings } from "../../src/read/read-shared-strings.js";

function listOf(items: readonly string[]): Buffer {
  return Buffer.from(`<?xml version="1.0"?><sst count="1">${items.join("")}</sst>`);
}

function plain(texts: readonly string[]): Buffer {
  return listOf(texts.map((text) => `<si><t>${text}</t></si>`));
}

/** What a list says, or why it is refused. */
function readingOf(part: Buffer, plain: PlainTexts | undefined, limits: Partial<Limits> = {}): unknown {
  try {
    const { count, texts, fonts, runs } = readSharedStrings(part, { ...DEFAULT_LIMITS, ...limits }, plain);
    return { count, texts, fonts, runs };
  } catch (fault) {
    if (fault instanceof PackageFault) return fault.message;
    throw fault;
  }
}

function expectSame(parts: readonly Buffer[], limits?: Partial<Limits>): void {
  const { texts } = new PlainRows();
  for (const part of parts) expect(readingOf(part, texts, limits)).toEqual(readingOf(part, undefined, limits));
}

const text = fc.oneof(
  fc.constantFrom(
    "",
    "Nữ",
    "Chi hội thôn 1",
    "Chi hội thôn 2",
    "a",
    "b",
    "1234567",
    "12345678",
    "Số hội viên, trong đó nữ",
  ),
  fc.string({ maxLength: 40 }).map((letters) => letters.replaceAll(/[<&]/g, "")),
  fc.constantFrom("A &amp; B", "_x000D_", "dòng 1\r\ndòng 2", " hai đầu ", "rất dài ".repeat(50)),
);
const item = fc.oneof(
  text.map((letters) => `<si><t>${letters}</t></si>`),
  text.map((letters) => `<si><t xml:space="preserve">${letters}</t></si>`),
  fc.constantFrom(
    "<si><t/></si>",
    "<si></si>",
    "<si> <t>Tên</t></si>",
    "<si><t>Tên</t ></si>",
    '<si><r><rPr><rFont val=".VnTime"/></rPr><t>Héi</t></r></si>',
    "<si><t>Tên</t><phoneticPr/></si>",
    "<si><t>dừng giữa",
  ),
);

describe("texts of workbooks before", () => {
  it("change nothing of a list, however it is written", () => {
    fc.assert(
      fc.property(fc.array(fc.array(item, { maxLength: 12 }), { minLength: 2, maxLength: 6 }), (lists) => {
        expectSame(lists.map(listOf));
      }),
      { seed: 20221130, numRuns: 300 },
    );
  });

  it("are told apart where all but one letter is the same, be it anywhere", () => {
    const long = "Chi hội khuyến học thôn, khu phố, cơ quan, trường học và dòng họ";
    const apart = Array.from(long, (_, place) => `${long.slice(0, place)}x${long.slice(place + 1)}`);
    expectSame([plain([long, ...apart]), plain([...apart, long]), plain(apart.map((each) => each.slice(0, 7)))]);
  });

  it("are forgotten where there are too many to know", () => {
    const many = (first: number): Buffer =>
      plain(Array.from({ length: 6000 }, (_, place) => `Hội viên ${first + place}`));
    expectSame([0, 3000, 9000, 15_000, 21_000, 15_000, 0].map(many));
  });

  it("are not looked for in a list that is too large", () => {
    expectSame([plain(Array.from({ length: 12_000 }, (_, place) => `Hội viên ${place}`)), plain(["Hội viên 7"])]);
  });

  it.each<[string, Partial<Limits>]>([
    ["too many", { sharedStrings: 3 }],
    ["as many as there may be", { sharedStrings: 4 }],
    ["too long", { textLength: 9 }],
  ])("do not help a list with texts that are %s", (_, limits) => {
    const list = plain(["Nữ", "Nam", "Hội viên", "Chi hội 12"]);
    expectSame([list, list], limits);
  });
});
