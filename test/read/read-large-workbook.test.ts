// A very large sheet is read in stretches, and nothing about it is told otherwise than of one that is read whole.

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at } from "../../src/model/outcome.js";
import { packPart, writeZip } from "../../src/ooxml/zip-writer.js";
import { isLarge, LARGE_PART, readLargeWorkbook } from "../../src/read/read-large-workbook.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { rowStretches } from "../../src/read/row-stretches.js";
import { textsOf } from "../kit/grid-texts.js";
import { workbookParts } from "../kit/zip-package.js";

const HEAD = '<?xml version="1.0"?><worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData>';
const ANCHOR = "<from><xdr:row>7</xdr:row></from>";
const TAIL = `</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells><extLst>${ANCHOR}</extLst></worksheet>`;
const ROWS = 80_000;
/** Random figures, so that the packed file is as large as large files are. */
const FIGURES = Array.from({ length: ROWS }, (_, index) => (Math.imul(index + 1, 2_654_435_761) >>> 0) / 1000);

/** A workbook of one sheet whose part has more than 16 MiB; `odd` is what its middle row holds besides. */
function largeBook(odd = "", prefix = ""): Uint8Array {
  const rows = FIGURES.map((figure, index) => {
    const pad = index % 2 === 0 ? ` ht="${"1".repeat(200)}"` : "";
    const cells = `<c r="A${index + 1}"><v>${figure}</v></c><c r="C${index + 1}" t="str"><v>dòng ${index + 1}</v></c>`;
    return `<row r="${index + 1}"${pad}${index === 9 ? ' hidden="1"' : ""}>${cells}${index === ROWS / 2 ? odd : ""}</row>`;
  });
  const blank = " "
    .repeat(220)
    .concat("\n")
    .repeat(ROWS / 4);
  const sheet = `${HEAD}${rows.join("\n")}${blank}${TAIL}`.replaceAll(
    /<(\/?)(?=(?:worksheet|sheetData|row|c|v)\b)/g,
    `<$1${prefix}`,
  );
  expect(sheet.length).toBeGreaterThan(LARGE_PART);
  const parts = workbookParts({ sheets: [["Danh sách", sheet]] });
  return writeZip([...parts].map(([name, content]) => packPart(name, Buffer.from(content), 1)));
}

describe("a large workbook", () => {
  it.each([
    ["as most programs write it", largeBook()],
    ["with prefixes", largeBook("", "x:")],
    [
      "with what looks like the end of a row",
      largeBook('<c r="D1" t="str"><v><![CDATA[</row>]]></v></c><!-- </row> -->'),
    ],
  ])("%s says what it says as a whole", async (_, bytes) => {
    expect(isLarge(bytes)).toBe(true);
    const large = await readLargeWorkbook(bytes, "xa.xlsx");
    const whole = readWorkbook(bytes, "xa.xlsx");
    expect(large.findings).toEqual(whole.findings);
    const [sheet, expected] = [at(large.value?.sheets ?? [], 0), at(whole.value?.sheets ?? [], 0)];
    expect(sheet.rowCount).toBe(ROWS);
    expect(Buffer.from(sheet.numbers.slice().buffer).equals(Buffer.from(expected.numbers.slice().buffer))).toBe(true);
    expect(sheet.columns).toEqual(expected.columns);
    expect(textsOf(sheet)).toEqual(textsOf(expected));
    expect([sheet.merges, sheet.hiddenRows, sheet.hiddenColumns]).toEqual([
      expected.merges,
      expected.hiddenRows,
      expected.hiddenColumns,
    ]);
  });

  it("is refused for the same reason", async () => {
    const broken = largeBook("</v>");
    const spoiled = Buffer.from(largeBook());
    const inside = spoiled.indexOf("xl/worksheets/sheet1.xml") + 2000;
    spoiled.fill(0xff, inside, inside + 1);
    for (const bytes of [broken, spoiled, largeBook('<c r="ZZZZ1"/>')]) {
      const large = await readLargeWorkbook(bytes, "xa.xlsx");
      expect(large.value).toBeUndefined();
      expect(large).toEqual(readWorkbook(bytes, "xa.xlsx"));
    }
  });
});

describe("rowStretches", () => {
  const PIECES = fc.array(fc.constantFrom("<row>", "</row>", "</x:row>", "<xrow>", "row>", "<c/>", "", "a".repeat(9)));

  it("gives every byte, cut behind rows only", async () => {
    await fc.assert(
      fc.asyncProperty(PIECES, fc.nat(40), async (texts, least) => {
        async function* pieces(): AsyncGenerator<Buffer> {
          for (const text of texts) yield Buffer.from(text);
        }
        const stretches: string[] = [];
        const comes: string[] = [];
        for await (const stretch of rowStretches(pieces(), least)) {
          stretches.push(stretch.bytes.toString());
          comes.push(stretch.comes);
        }
        expect(stretches.join("")).toBe(texts.join(""));
        expect(comes.lastIndexOf("no more")).toBe(comes.indexOf("no more"));
        expect(comes.at(-1)).toBe("no more");
        for (const stretch of stretches.slice(0, -1)) expect(stretch).toMatch(/<\/(?:x:)?row>$/);
      }),
    );
  });
});
