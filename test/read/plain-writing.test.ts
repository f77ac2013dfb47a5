// The usual way of writing cells is read on a short way of its own, every other way by the scanner. This page holds the two
// together: whatever is written, and however, the sheet that comes out is the same.

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnLetters } from "../../src/model/cell-address.js";
import { DEFAULT_LIMITS } from "../../src/ooxml/limits.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { textsOf } from "../kit/grid-texts.js";
import { sheetPackage, workbookParts, zipPackage } from "../kit/zip-package.js";
import { gridTraits, readFirst, refusal, shownCells } from "./shown-cells.js";

const STRINGS = `<si><t>Chi hội thôn 1</t></si><si><t/></si><si><t xml:space="preserve"> Nữ </t></si><si><r><rPr><rFont val=".VnTime"/></rPr><t>Héi</t></r></si>`;
const STYLES = `<fonts><font><name val="Arial"/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="3"/></cellXfs>`;

interface WrittenCell {
  readonly row: number;
  readonly column: number;
  readonly style: number | undefined;
  readonly type: "s" | "n" | undefined;
  readonly formula: string | undefined;
  readonly value: string | undefined;
}

const written: fc.Arbitrary<WrittenCell> = fc.record({
  row: fc.integer({ min: 1, max: 12 }),
  column: fc.constantFrom(1, 2, 3, 26, 27, 703),
  style: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
  type: fc.constantFrom("s", "n", undefined),
  formula: fc.option(fc.constantFrom("SUM(A1:B2)", "[1]Trang1!A1", "A1&amp;B1", ""), { nil: undefined }),
  value: fc.option(
    fc.constantFrom("0", "1", "2", "3", "0012", "-4", "1.5", "1E3", "123456789012345678", "-0", " 2 ", ""),
    { nil: undefined },
  ),
});

/** The cell as nearly every program writes it. */
function plainly(cell: WrittenCell): string {
  const style = cell.style === undefined ? "" : ` s="${cell.style}"`;
  const type = cell.type === undefined ? "" : ` t="${cell.type}"`;
  const formula = cell.formula === undefined ? "" : `<f>${cell.formula}</f>`;
  const value = cell.value === undefined ? "" : `<v>${cell.value}</v>`;
  const tag = `<c r="${columnLetters(cell.column)}${cell.row}"${style}${type}`;
  return formula === "" && value === "" ? `${tag}/>` : `${tag}>${formula}${value}</c>`;
}

/** The same in writings that mean the same and that no program uses everywhere. */
const REWRITINGS: Readonly<Record<string, (plain: string) => string>> = {
  prefixed: (plain) => plain.replaceAll(/<(\/?)([cfv])\b/g, "<$1x:$2"),
  "in single quotes": (plain) => plain.replaceAll('"', "'"),
  spaced: (plain) => plain.replaceAll("<c ", "<c  "),
  "with foreign attributes": (plain) => plain.replaceAll("<c ", '<c x:q="7" '),
  "with a comment": (plain) => plain.replaceAll("<v>", "<!-- giá trị --><v>"),
  "type before style": (plain) => plain.replaceAll(/( s="\d+")( t="\w+")/g, "$2$1"),
};

/** What a sheet of these cells gives: its grid, or why it is refused. Blanks behind it keep its end far away. */
function outcome(cells: string): unknown {
  const bytes = sheetPackage(`<row r="1">${cells}</row>`, {
    strings: STRINGS,
    styles: STYLES,
    behind: " ".repeat(200),
  });
  const { value, findings } = readWorkbook(bytes, "a.xlsx");
  const sheet = value?.sheets[0];
  return sheet === undefined ? findings : gridTraits(sheet);
}

describe("however cells are written, the same sheet comes out", () => {
  it.each(Object.entries(REWRITINGS))("%s", (_, rewrite) => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 12 }), (cells) => {
        const plain = cells.map(plainly).join("");
        expect(outcome(rewrite(plain))).toEqual(outcome(plain));
      }),
      { seed: 20221130, numRuns: 60 },
    );
  });

  it("even with the end of the part close behind", () => {
    const row = '<row r="1"><c r="A1" s="2" t="s"><v>0</v></c><c r="B1" s="1"><v>44895</v></c></row>';
    const near = readFirst(sheetPackage(row, { strings: STRINGS, styles: STYLES }));
    const far = readFirst(sheetPackage(row, { strings: STRINGS, styles: STYLES, behind: " ".repeat(200) }));
    expect(shownCells(near)).toEqual(['A1 text "Chi hội thôn 1"', "B1 date 44895"]);
    expect(gridTraits(near)).toEqual(gridTraits(far));
  });

  it("a cell without an address stands behind a plain one, blank or not", () => {
    const rows = `<row r="2"><c r="C2" s="1"/><c><v>5</v></c><c r="H2"><v>6</v></c><c t="b"><v>1</v></c></row>`;
    expect(shownCells(readFirst(sheetPackage(rows, { behind: " ".repeat(200) })))).toEqual([
      "D2 number 5",
      "H2 number 6",
      "I2 boolean 1",
    ]);
  });
});

describe("what is refused is refused on either way", () => {
  it.each([
    ["a row beyond the last", '<c r="A1048577"><v>1</v></c>', "V-K15 số dòng của một trang tính 1.048.576"],
    ["a column beyond the last", '<c r="XFE1"><v>1</v></c>', "V-K15 số cột của một trang tính 16.384"],
    ["row nought", '<c r="A0"><v>1</v></c>', "V-K10 tệp hỏng: có dòng ghi sai số thứ tự"],
    ["no column", '<c r="12"><v>1</v></c>', "V-K10 tệp hỏng: có ô ghi sai địa chỉ"],
    ["a text that is not there", '<c r="A1" t="s"><v>99</v></c>', "V-K10 tệp hỏng: có ô thiếu nội dung chữ"],
    ["an unknown type", '<c r="A1" t="z"><v>9</v></c>', "V-K10 tệp hỏng: có ô thuộc loại không rõ"],
  ])("%s", (_, cell, expected) => {
    const bytes = sheetPackage(`<row r="1">${cell}</row>`, { strings: STRINGS, behind: " ".repeat(200) });
    expect(refusal(bytes)).toBe(expected);
  });

  it.each(["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])("%s cut short anywhere", (name) => {
    const cells = '<c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="2"><f>SUM(A1:A9)</f><v>15</v></c><c r="C1" s="1"/>';
    const strings = `${STRINGS}<si><t>${"dài ".repeat(40)}</t></si>`;
    const parts = workbookParts({ sheets: [["a", `<sheetData><row>${cells}</row></sheetData>`]], strings });
    const part = parts.get(name) ?? "";
    for (let length = part.indexOf("<", 50); length < part.length; length++) {
      parts.set(name, part.slice(0, length));
      expect(refusal(zipPackage(parts)), part.slice(0, length)).toContain("V-K10");
    }
  });

  it("elements too deep", () => {
    const bytes = sheetPackage('<row r="1"><c r="A1"><v>1</v></c></row>', { behind: " ".repeat(200) });
    const refused = readWorkbook(bytes, "a.xlsx", { ...DEFAULT_LIMITS, xmlDepth: 4 });
    expect(refused.findings.map((finding) => finding.code)).toEqual(["V-K15"]);
  });
});

describe("shared texts", () => {
  it("are the same with and without xml:space, entities, escapes, long and at the end of the part", () => {
    const items = [
      "<t>Quỹ</t>",
      '<t xml:space="preserve"> Quỹ </t>',
      "<t>A &amp; B</t>",
      "<t>a_x0041_</t>",
      "<t>a_b</t>",
      `<t>${"dài ".repeat(300)}</t>`,
      "<t/>",
      "<t>cuối</t>",
    ];
    const strings = items.map((item) => `<si>${item}</si>`).join("");
    const rows = `<row r="1">${items.map((_, index) => `<c t="s"><v>${index}</v></c>`).join("")}</row>`;
    const grid = readFirst(sheetPackage(rows, { strings }));
    expect(textsOf(grid)).toEqual(["Quỹ", " Quỹ ", "A & B", "aA", "a_b", "dài ".repeat(300), "cuối"]);
  });

  it("are counted, however many are plain", () => {
    const strings = `<si><t>a</t></si>`.repeat(50);
    expect(refusal(sheetPackage("<row/>", { strings }), { sharedStrings: 49 })).toContain("V-K15");
    expect(refusal(sheetPackage("<row/>", { strings }), { sharedStrings: 50 })).toBe("read, 0 findings");
  });
});

describe("merged ranges", () => {
  it.each([["A1:B2"], ["B2:A1"], ["$A$1:$B$2"], ["a1:b2"], ["A1:&#66;2"]])(
    "%s covers all but the first cell",
    (reference) => {
      const rows =
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="B2"><v>3</v></c></row>';
      const grid = readFirst(
        sheetPackage(rows, { behind: `<mergeCells><mergeCell ref="${reference}"/></mergeCells>` }),
      );
      expect(grid.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }]);
      expect(shownCells(grid).map((cell) => cell.split(" ")[1])).toEqual(["number", "covered", "covered"]);
    },
  );

  it.each([["A0:B2"], ["A1:B2:C3"], ["A1B2"], [""]])("%s merges nothing", (reference) => {
    const behind = `<mergeCells><mergeCell ref="${reference}"/></mergeCells>`;
    expect(readFirst(sheetPackage('<row r="1"/>', { behind })).merges).toEqual([]);
  });
});
