// What a cell may hold and how it comes out of the reader: one tiny workbook per point.

import { describe, expect, it } from "vitest";
import { fromExcelSerial } from "../../src/model/iso-date.js";
import { at } from "../../src/model/outcome.js";
import { sheetPackage } from "../kit/zip-package.js";
import { readBook, readFirst, refusal, shownCells } from "./shown-cells.js";

const cellsOf = (rows: string, rest: Parameters<typeof sheetPackage>[1] = {}): readonly string[] =>
  shownCells(readFirst(sheetPackage(rows, rest)));

const STYLES = `<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0&quot; đồng&quot;"/></numFmts>
<fonts><font><sz val="12"/><name val="Times New Roman"/></font><font><name val=".VnTime"/></font></fonts>
<cellStyleXfs><xf numFmtId="9" fontId="1"/></cellStyleXfs>
<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="165" fontId="1"/><xf numFmtId="14"/></cellXfs>
<dxfs><dxf><font><name val="Arial"/></font><numFmt numFmtId="166" formatCode="yyyy"/></dxf></dxfs>`;

describe("values", () => {
  it("reads numbers, booleans, errors and texts of every way of storing", () => {
    const rows = `<row r="1"><c r="A1"><v>1522</v></c><c r="B1" t="n"><v> 31.79 </v></c><c r="C1" t="b"><v>1</v></c>
      <c r="D1" t="b"><v>0</v></c><c r="E1" t="e"><v>#REF!</v></c><c r="F1" t="s"><v>1</v></c>
      <c r="G1" t="inlineStr"><is><t>Xã Tân Phú</t></is></c><c r="H1" t="str"><v>tự do</v></c></row>`;
    expect(cellsOf(rows, { strings: "<si><t>a</t></si><si><t>Chi hội</t></si>" })).toEqual([
      "A1 number 1522",
      "B1 number 31.79",
      "C1 boolean 1",
      "D1 boolean 0",
      'E1 error "#REF!"',
      'F1 text "Chi hội"',
      'G1 text "Xã Tân Phú"',
      'H1 text "tự do"',
    ]);
  });

  it("leaves blank cells out, formatted or not", () => {
    const rows = `<row r="1" s="1"><c r="A1" s="1"/><c r="B1" s="1"><v/></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="inlineStr"><is/></c>
      <c r="E1"><v>0</v></c><c r="F1" t="s"/></row>`;
    const grid = readFirst(sheetPackage(rows, { strings: "<si><t/></si>" }));
    expect(shownCells(grid)).toEqual(["E1 number 0"]);
    expect([grid.rowCount, grid.columnCount]).toEqual([1, 5]);
  });

  it("keeps as text what is stated as a number and is none", () => {
    expect(cellsOf(`<row><c><v>1.522,5</v></c><c><v>1<!-- -->5</v></c><c><v>1e999</v></c></row>`)).toEqual([
      'A1 text "1.522,5"',
      "B1 number 15",
      'C1 text "1e999"',
    ]);
  });

  it("joins runs, leaves phonetic guides out, keeps white space and undoes escapes", () => {
    const rich = `<si><r><rPr><b/><rFont val="Arial"/></rPr><t xml:space="preserve">Hội </t></r><r><t>viên</t></r>
      <rPh sb="0" eb="1"><t>PHON</t></rPh><phoneticPr fontId="1"/></si>`;
    const strings = `${rich}<si><t xml:space="preserve">  Nữ </t></si><si><t>a_x000D__x000A_b &amp; &lt;c&gt; _x005F_x0041_</t></si>`;
    const rows = `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><r><t>Quỹ</t></r><r><t> xã</t></r></is></c></row>`;
    expect(cellsOf(rows, { strings })).toEqual([
      'A1 text "Hội viên"',
      'B1 text "  Nữ "',
      'C1 text "a\\r\\nb & <c> _x0041_"',
      'D1 text "Quỹ xã"',
    ]);
  });

  it("refuses a text that is not in the list, or a type nobody knows", () => {
    for (const cell of ['<c t="s"><v>1</v></c>', '<c t="s"><v>-1</v></c>', '<c t="s"><v>x</v></c>']) {
      expect(refusal(sheetPackage(`<row>${cell}</row>`, { strings: "<si><t>a</t></si>" }))).toBe(
        "V-K10 tệp hỏng: có ô thiếu nội dung chữ",
      );
    }
    expect(refusal(sheetPackage('<row><c t="x"><v>1</v></c></row>'))).toBe("V-K10 tệp hỏng: có ô thuộc loại không rõ");
  });
});

describe("formulas", () => {
  it("takes the stored result of every type, and tells formulas without one", () => {
    const rows = `<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>61</v></c><c r="B1" t="str"><f>A2&amp;"x"</f><v>Đạt</v></c>
      <c r="C1" t="b"><f>TRUE</f><v>1</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1"><f>SUM(1)</f></c>
      <c r="F1"><f>SUM(1)</f><v></v></c><c r="G1"><f>SUM(1)</f><v/></c><c r="H1" t="str"><f>""</f><v></v></c></row>`;
    expect(cellsOf(rows)).toEqual([
      "A1 number 61 =1",
      'B1 text "Đạt" =1',
      "C1 boolean 1 =1",
      'D1 error "#DIV/0!" =1',
      'E1 uncalculated "" =1',
      'F1 uncalculated "" =1',
      'G1 uncalculated "" =1',
      'H1 text "" =1',
    ]);
  });

  it("marks formulas that read another workbook, shared ones after the first of them", () => {
    const rows = `<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">'[2]Quỹ'!A1</f><v>2</v></c>
      <c r="C1"><f t="shared" ref="C1:C2" si="1">A1+1</f><v>2</v></c><c r="D1"><f>Bảng1[Số]</f><v>4</v></c></row>
      <row r="2"><c r="B2"><f t="shared" si="0"/><v>3</v></c><c r="C2"><f t="shared" si="1"/><v>3</v></c></row>`;
    expect(cellsOf(rows)).toEqual([
      "A1 number 1 =2",
      "B1 number 2 =2",
      "C1 number 2 =1",
      "D1 number 4 =1",
      "B2 number 3 =2",
      "C2 number 3 =1",
    ]);
  });
});

describe("styles and dates", () => {
  const rows = `<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>44895</v></c><c r="C1" s="2"><v>500000</v></c><c r="D1" s="3"><v>44895.5</v></c>
    <c r="E1" s="99"><v>7</v></c><c r="F1" s="1" t="str"><v>chữ</v></c><c r="G1" s="1"><f>B1</f><v>44896</v></c></row>`;

  it("knows dates by their number format, built in or declared", () => {
    expect(cellsOf(rows, { styles: STYLES })).toEqual([
      "A1 number 1",
      "B1 date 44895",
      "C1 number 500000",
      "D1 date 44895.5",
      "E1 number 7",
      'F1 text "chữ"',
      "G1 date 44896 =1",
    ]);
  });

  it("gives number format and font of each cell", () => {
    const grid = readFirst(sheetPackage(rows, { styles: STYLES }));
    expect(Array.from(grid.styles.slice(0, 5), (style) => at(grid.styleTable, style))).toEqual([
      { numberFormat: "General", fontName: "Times New Roman" },
      { numberFormat: "dd/mm/yyyy;@", fontName: "Times New Roman" },
      { numberFormat: '#,##0" đồng"', fontName: ".VnTime" },
      { numberFormat: "mm-dd-yy", fontName: "Times New Roman" },
      { numberFormat: "General", fontName: "Times New Roman" },
    ]);
  });

  it("lets the font of a text's runs hold before that of its cell, where they agree", () => {
    const run = (font: string, text: string) =>
      `<r><rPr><rFont val="${font}"/></rPr><t xml:space="preserve">${text}</t></r>`;
    const strings = `<si>${run(".VnTime", "Héi ")}${run(".VnTime", "viªn")}</si><si>${run(".VnTime", "Héi")}${run("Arial", " a")}</si>
      <si>${run(".VnTime", "x")}<r><t>y</t></r></si>`;
    const cells = [0, 1, 2].map((index) => `<c s="1" t="s"><v>${index}</v></c>`).join("");
    const grid = readFirst(sheetPackage(`<row>${cells}</row>`, { strings, styles: STYLES }));
    expect(Array.from(grid.styles, (style) => at(grid.styleTable, style).fontName)).toEqual([
      ".VnTime",
      "Times New Roman",
      "Times New Roman",
    ]);
    expect(at(grid.styleTable, at(grid.styles, 0)).numberFormat).toBe("dd/mm/yyyy;@");
  });

  it("reads workbooks without styles", () => {
    const grid = readFirst(sheetPackage('<row><c s="3"><v>1</v></c></row>'));
    expect(grid.styleTable).toEqual([{ numberFormat: "General", fontName: "" }]);
    expect(shownCells(grid)).toEqual(["A1 number 1"]);
  });

  it("turns ISO moments into serial numbers of the workbook's system", () => {
    const moments = `<row><c t="d"><v>2022-11-30</v></c><c t="d"><v>2022-11-30T12:00:00Z</v></c><c t="d"><v>1900-02-28</v></c><c t="d"><v>hôm nay</v></c></row>`;
    expect(cellsOf(moments)).toEqual(["A1 date 44895", "B1 date 44895.5", "C1 date 59", 'D1 text "hôm nay"']);
    for (const [before, date1904] of [
      ["", false],
      ['<workbookPr date1904="1"/>', true],
      ['<workbookPr date1904="true"/>', true],
    ] as const) {
      const book = readBook(sheetPackage(moments, { before }));
      expect(book.date1904).toBe(date1904);
      expect(fromExcelSerial(at(at(book.sheets, 0).numbers, 0), date1904)).toBe("2022-11-30");
    }
  });
});

describe("places", () => {
  it("lets cells and rows without an address follow the one before", () => {
    const rows = `<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row><row><c><v>5</v></c></row>`;
    expect(cellsOf(rows)).toEqual(["A1 number 1", "D1 number 2", "E1 number 3", "A5 number 4", "A6 number 5"]);
  });

  it("puts rows and cells in order, and lets the later of two cells hold", () => {
    const rows = `<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="C1" t="str"><v>ba</v></c><c r="AA1"><v>4</v></c></row>
      <row r="3"><c r="B3"><v>5</v></c></row>`;
    const grid = readFirst(sheetPackage(rows));
    expect(shownCells(grid)).toEqual(['C1 text "ba"', "AA1 number 4", "A3 number 2", "B3 number 5"]);
    expect(Array.from(grid.rowStarts)).toEqual([0, 0, 2, 2, 4]);
    expect([grid.rowCount, grid.columnCount]).toEqual([3, 27]);
  });

  it("refuses addresses that are none", () => {
    for (const address of ["1A", "5", "A", "A0", "A1B", "$A$1", "A-1", ""]) {
      expect(refusal(sheetPackage(`<row><c r="${address}"><v>1</v></c></row>`))).toMatch(
        /^V-K10 tệp hỏng: có (ô|dòng) ghi sai/,
      );
    }
    expect(refusal(sheetPackage('<row r="x"/>'))).toBe("V-K10 tệp hỏng: có dòng ghi sai số thứ tự");
  });
});
