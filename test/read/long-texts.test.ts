// A very long list of texts is spelled by the compiled module: what it says, and what is told of its letters, is the same as
// text by text.

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS, type Limits } from "../../src/ooxml/limits.js";
import { PackageFault } from "../../src/ooxml/package-fault.js";
import { packPart, writeZip } from "../../src/ooxml/zip-writer.js";
import { isStriking, traitsOf } from "../../src/read/legacy-text/text-traits.js";
import * as layout from "../../src/read/plain-rows/layout.js";
import { PlainRows } from "../../src/read/plain-rows/plain-rows.js";
import { isLarge, readLargeWorkbook } from "../../src/read/read-large-workbook.js";
import { readSharedStrings, type SharedStrings } from "../../src/read/read-shared-strings.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { inTcvn3, inVni } from "../kit/legacy-encoders.js";
import { workbookParts } from "../kit/zip-package.js";

const { texts: PLAIN } = new PlainRows();
const NAME = "Chi hội thôn Đông Phú";

/** Items filled up to more than the module sees at a time; what comes behind them lies wherever it falls. */
function longList(items: readonly (string | Buffer)[], filler = `<si><t>${NAME}</t></si>`): Buffer {
  const fill = Buffer.from(filler.repeat(Math.ceil(layout.WINDOW_BYTES / Buffer.byteLength(filler)) - 2));
  const bytes = items.map((item) => Buffer.from(item));
  return Buffer.concat([Buffer.from("<sst>"), ...bytes, fill, ...bytes, fill, ...bytes, Buffer.from("</sst>")]);
}

function readingOf(part: Buffer, isOnShortWay: boolean, limits: Partial<Limits> = {}): SharedStrings | string {
  try {
    return readSharedStrings(part, { ...DEFAULT_LIMITS, ...limits }, isOnShortWay ? PLAIN : undefined);
  } catch (fault) {
    if (fault instanceof PackageFault) return fault.message;
    throw fault;
  }
}

function expectSame(part: Buffer, limits?: Partial<Limits>): void {
  const expected = readingOf(part, false, limits);
  const said = readingOf(part, true, limits);
  if (typeof expected === "string" || typeof said === "string") {
    expect(said).toBe(expected);
    return;
  }
  const isCalm = !expected.texts.some((text) => isStriking(traitsOf(text)));
  // Compared at once: a list of thousands is slow to compare text by text where nothing differs.
  expect(said.texts.join("\n")).toBe(expected.texts.join("\n"));
  expect(said).toEqual({ ...expected, texts: said.texts, calm: isCalm ? expected.texts.length : 0 });
}

const letters = fc.constantFrom(
  ..."aAeEoOuyxn 019.,-()àáâãèéêìíòóôõùúýÀÁÂÃÝăđĩũơưĂĐƠƯạảấầẩẫậắềểễệịọỏốộớờởợụủứừửữựỳỵỷỹẠẢỄỘỤỲ",
  ..."ñßåæçëîøÿ÷µ«»²·ÐðĀłſǹ\u0300\u0301\u0323\u0400\u07ff\u0800\u1e9f\u1efa\u2013\ud7ff\ue000\uffff😀",
);
const text = fc.oneof(
  fc.string({ unit: letters, maxLength: 12 }),
  fc.constantFrom(inVni("Xã Hòa An"), inTcvn3("Hội Khuyến học"), "A &amp; B", "_x000D_", "a\r\nb", "dài ".repeat(900)),
);
const item = fc.oneof(
  { weight: 9, arbitrary: text.map((said) => `<si><t>${said}</t></si>`) },
  text.map((said) => `<si><t xml:space="preserve">${said}</t></si>`),
  fc.constantFrom("<si><t/></si>", "<si></si>", "<si><t>Tên</t ></si>", "<si><t>Tên</t><phoneticPr/></si>", "<x/>"),
  fc.constant('<si><r><rPr><rFont val=".VnTime"/></rPr><t>Héi</t></r></si>'),
);

describe("a very long list of texts", () => {
  it("says what it says text by text, however it is written", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), fc.boolean(), (items, isAscii) => {
        expectSame(longList(items, isAscii ? "<si><t>CH123</t></si>" : undefined));
      }),
      { seed: 20221130, numRuns: 60 },
    );
  });

  it("is told letter by letter whether any of it may be legacy text", () => {
    const pairs = [..."aeoAEÂx"].flatMap((before) => [..."àôñø\u0300ơ»x"].map((after) => before + after));
    for (const pair of pairs) expectSame(longList([`<si><t>${pair}</t></si>`, `<si><t>đ${pair}</t></si>`]));
  });

  it.each<[string, readonly number[]]>([
    ["cut short", [0xe1, 0xbb]],
    ["of a byte that only follows", [0x80]],
    ["of a letter written too long", [0xc0, 0xaf]],
    ["of a letter of three bytes written too long", [0xe0, 0x81, 0x81]],
    ["of half a pair", [0xed, 0xa0, 0x80]],
    ["of four bytes", [0xf0, 0x9f, 0x98, 0x80]],
    ["of no letter", [0xff, 0xfe]],
    ["of a letter whose end is missing", [0xc4]],
  ])("with bytes %s", (_, bytes) => {
    const odd = Buffer.concat([Buffer.from("<si><t>Xã "), Buffer.from(bytes), Buffer.from("</t></si>")]);
    expectSame(longList([odd]));
  });

  it.each<[string, Partial<Limits>]>([
    ["too many texts", { sharedStrings: 5_000 }],
    ["a text that is too long", { textLength: NAME.length - 1 }],
    ["a text as long as it may be in bytes", { textLength: Buffer.byteLength(NAME) }],
  ])("with %s", (_, limits) => {
    expectSame(longList(["<si><t>Nữ</t></si>"]), limits);
  });
});

describe("a large workbook with very many texts", () => {
  const COUNT = 20_000;

  /** As many rows as texts, `odd` in the middle. */
  function bookOf(odd: string, fontName = "Times New Roman"): Uint8Array {
    const texts = Array.from({ length: COUNT }, (_, index) => `${NAME} ${Math.imul(index + 1, 2_654_435_761) >>> 0}`);
    texts[COUNT / 2] = odd;
    const rows = texts.map((_, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>${index}</v></c></row>`);
    const parts = workbookParts({
      sheets: [["Danh sách", `<sheetData>${rows.join("")}</sheetData>`]],
      strings: texts.map((said) => `<si><t>${said}</t></si>`).join(""),
      styles: `<fonts><font><name val="${fontName}"/></font></fonts><cellXfs><xf fontId="0"/></cellXfs>`,
    });
    return writeZip([...parts].map(([name, content]) => packPart(name, Buffer.from(content), 0)));
  }

  it.each([
    ["all in Unicode", bookOf(NAME)],
    ["one with marks apart", bookOf(NAME.normalize("NFD"))],
    ["one in VNI", bookOf(inVni("Hội Khuyến học xã Hòa An, chi hội trường tiểu học"))],
    ["in a font of TCVN3", bookOf(inTcvn3("Hội Khuyến học xã Hòa An, chi hội trường tiểu học"), ".VnTime")],
  ])("says what it says as a whole: %s", async (_, bytes) => {
    expect(isLarge(bytes)).toBe(true);
    const large = await readLargeWorkbook(bytes, "xa.xlsx");
    const whole = readWorkbook(bytes, "xa.xlsx");
    expect(large.value?.sheets[0]?.rowCount).toBe(COUNT);
    expect(large.findings).toEqual(whole.findings);
    expect(large.value?.sheets[0]?.textTable.join("\n")).toBe(whole.value?.sheets[0]?.textTable.join("\n"));
    expect(large.value?.sheets[0]?.textIds).toEqual(whole.value?.sheets[0]?.textIds);
  });
});
