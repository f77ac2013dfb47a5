// Sheets, merges, hidden things and the many ways in which programs lay out one and the same package.

import { describe, expect, it } from "vitest";
import { cellIndex, type Grid } from "../../src/model/grid.js";
import { at } from "../../src/model/outcome.js";
import { link, relationships, sheetPackage, workbookPackage, workbookParts, zipPackage } from "../kit/zip-package.js";
import { readBook, readFirst, refusal, shownCells } from "./shown-cells.js";

const ONE = '<sheetData><row r="2"><c r="B2"><v>1522</v></c></row></sheetData>';
const namesOf = (sheets: readonly Grid[]) => sheets.map(({ name, index, visibility }) => [name, index, visibility]);

describe("merges", () => {
  it("covers all cells of a merge but the first, and keeps what they hold", () => {
    const rows = `<row r="1"><c r="A1" t="str"><v>Tiêu đề</v></c><c r="B1"><v>9</v></c><c r="D1"><v>1</v></c></row>
      <row r="2"><c r="A2" t="str"><v>chữ ẩn</v></c><c r="B2"><f>SUM(1)</f></c><c r="C2"><v>2</v></c></row>
      <row r="3"><c r="A3"><v>3</v></c><c r="C3"><v>4</v></c></row>`;
    const merges =
      '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="C2:C3"/><mergeCell ref="hỏng"/></mergeCells>';
    const grid = readFirst(sheetPackage(rows, { behind: merges }));
    expect(shownCells(grid)).toEqual([
      'A1 text "Tiêu đề"',
      "B1 covered 9",
      "D1 number 1",
      'A2 covered "chữ ẩn"',
      'B2 covered "" =1',
      "C2 number 2",
      "A3 number 3",
      "C3 covered 4",
    ]);
    expect(grid.merges).toEqual([
      { top: 1, left: 1, bottom: 2, right: 2 },
      { top: 2, left: 3, bottom: 3, right: 3 },
    ]);
  });

  it("finds merges whose first cell is blank, and those over whole columns", () => {
    const rows = '<row r="5"><c r="B5"><v>1</v></c><c r="C5"><v>2</v></c></row>';
    const behind = '<mergeCells><mergeCell ref="C1:C1048576"/><mergeCell ref="A5:B5"/></mergeCells>';
    expect(shownCells(readFirst(sheetPackage(rows, { behind })))).toEqual(["B5 covered 1", "C5 covered 2"]);
  });
});

describe("hidden", () => {
  it("gives hidden rows, columns and sheets", () => {
    const content = `<cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="5" hidden="true"/><col min="6" max="6" hidden="0"/></cols>
      <sheetData><row r="1" hidden="1"/><row r="2"><c><v>1</v></c></row><row hidden="true"><c><v>1</v></c></row></sheetData>`;
    const book = readBook(
      workbookPackage({
        sheets: [
          ["00 Chung", content],
          ["phụ", ONE],
          ["_so-lieu", ONE],
        ],
        sheetAttributes: ["", 'state="hidden"', 'state="veryHidden"'],
      }),
    );
    const first = at(book.sheets, 0);
    expect([[...first.hiddenRows], [...first.hiddenColumns]]).toEqual([
      [1, 3],
      [2, 3, 5],
    ]);
    expect(namesOf(book.sheets)).toEqual([
      ["00 Chung", 0, "visible"],
      ["phụ", 1, "hidden"],
      ["_so-lieu", 2, "very-hidden"],
    ]);
  });
});

describe("layouts of other programs", () => {
  const parts = () => workbookParts({ sheets: [["Hội viên & quỹ", ONE]] });

  it("follows relationships, whatever the parts are called", () => {
    const renamed = zipPackage([
      ["_rels/.rels", relationships([link("x", "officeDocument", "/nội-dung/sổ.xml")])],
      ["nội-dung/sổ.xml", parts().get("xl/workbook.xml") ?? ""],
      ["nội-dung/_rels/sổ.xml.rels", relationships([link("rId1", "worksheet", "../trang/một.xml")])],
      ["trang/một.xml", parts().get("xl/worksheets/sheet1.xml") ?? ""],
      ["xl/worksheets/sheet1.xml", "không phải trang này"],
    ]);
    expect(shownCells(readFirst(renamed))).toEqual(["B2 number 1522"]);
  });

  it("takes sheets in the workbook's order, and leaves sheets of charts out", () => {
    const changed = workbookParts({
      sheets: [
        ["một", ONE],
        ["biểu đồ", ONE],
        ["ba", "<sheetData/>"],
      ],
    });
    changed.set(
      "xl/_rels/workbook.xml.rels",
      relationships([
        link("rId3", "worksheet", "/xl/worksheets/sheet3.xml"),
        link("rId2", "chartsheet", "worksheets/sheet2.xml"),
        link("rId1", "worksheet", "worksheets/sheet1.xml"),
      ]),
    );
    const { sheets } = readBook(zipPackage(changed));
    expect(namesOf(sheets)).toEqual([
      ["một", 0, "visible"],
      ["ba", 1, "visible"],
    ]);
    expect([at(sheets, 1).rowCount, Array.from(at(sheets, 1).rowStarts)]).toEqual([0, [0, 0]]);
  });

  it("reads prefixed and strict XML", () => {
    const main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    const office = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const prefixed = parts();
    const strict = (text: string) =>
      text.replaceAll("http://schemas.openxmlformats.org/officeDocument/2006/relationships", office);
    for (const [name, content] of prefixed) if (name.endsWith(".rels")) prefixed.set(name, strict(content));
    prefixed.set(
      "xl/workbook.xml",
      `<?xml version="1.0"?><x:workbook xmlns:x="${main}" xmlns:q="${office}" conformance="strict"><x:sheets><x:sheet name="Trang" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>`,
    );
    prefixed.set(
      "xl/worksheets/sheet1.xml",
      `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="1"><x:c r="A1" t="d"><x:v>2022-11-30</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>Nữ</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`,
    );
    expect(shownCells(readFirst(zipPackage(prefixed)))).toEqual(["A1 date 44895", 'B1 covered "Nữ"']);
  });

  it("does not believe the stated size, nor what stands in extensions", () => {
    const content = `<dimension ref="A1"/>${ONE}<extLst><ext><x14:c xmlns:x14="u" r="Z9"><v>5</v></x14:c><sheetData><row><c><v>7</v></c></row></sheetData><mergeCell ref="A1:Z99"/></ext></extLst>`;
    const grid = readFirst(workbookPackage({ sheets: [["a", content]] }));
    expect(shownCells(grid)).toEqual(["B2 number 1522"]);
    expect([grid.rowCount, grid.columnCount, grid.merges.length]).toEqual([2, 2, 0]);
  });

  it("gives defined names as stored, those of one sheet under its name", () => {
    const after = `<definedNames><definedName name="KyBaoCao">'00 Chung'!$B$4</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">a!$A$1:$B$2</definedName>
      <definedName name="_xlnm.Print_Area" localSheetId="1">b!$A$1</definedName><definedName name="Gộp">A1&amp;"x"</definedName></definedNames>`;
    const book = readBook(
      workbookPackage({
        sheets: [
          ["a", ONE],
          ["b", ONE],
        ],
        after,
      }),
    );
    expect([...book.definedNames]).toEqual([
      ["KyBaoCao", "'00 Chung'!$B$4"],
      ["a!_xlnm.Print_Area", "a!$A$1:$B$2"],
      ["b!_xlnm.Print_Area", "b!$A$1"],
      ["Gộp", 'A1&"x"'],
    ]);
  });

  it("treats names as names only", () => {
    const names = ["__proto__", "constructor", "../../etc/passwd", "Hội viên & «quỹ» <2022>"];
    const after = '<definedNames><definedName name="__proto__">A1</definedName></definedNames>';
    const book = readBook(workbookPackage({ sheets: names.map((name) => [name, ONE]), after }));
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(names);
    expect(book.definedNames.get("__proto__")).toBe("A1");
    const odd = parts();
    odd.set("__proto__", "x").set("../../../tmp/a.xml", "x").set("C:\\a.xml", "x");
    expect(shownCells(readFirst(zipPackage(odd)))).toEqual(["B2 number 1522"]);
  });

  it("finds cells by place", () => {
    const grid = readFirst(sheetPackage('<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row>'));
    const found = [
      cellIndex(grid, 2, 2),
      cellIndex(grid, 2, 3),
      cellIndex(grid, 2, 4),
      cellIndex(grid, 1, 1),
      cellIndex(grid, 3, 2),
    ];
    expect(found).toEqual([0, -1, 1, -1, -1]);
  });
});

describe("packages without what they must have", () => {
  it("says which kind of file it is", () => {
    const mimetype = (type: string) => zipPackage([["mimetype", `application/vnd.oasis.opendocument.${type}`]]);
    const word = [link("a", "officeDocument", "word/document.xml")];
    expect(refusal(mimetype("spreadsheet"))).toBe("V-K02 bảng tính OpenDocument .ods");
    expect(refusal(mimetype("text"))).toBe("V-K10 tệp OpenDocument");
    expect(
      refusal(
        zipPackage([
          ["_rels/.rels", relationships(word)],
          ["word/document.xml", "<w:document xmlns:w='w'/>"],
        ]),
      ),
    ).toBe("V-K10 tệp Word");
    const binary = [link("a", "officeDocument", "xl/workbook.bin")];
    expect(
      refusal(
        zipPackage([
          ["_rels/.rels", relationships(binary)],
          ["xl/workbook.bin", "x"],
        ]),
      ),
    ).toBe("V-K02 bảng tính nhị phân .xlsb");
    expect(refusal(zipPackage([["BaoCao/xa.xlsx", "x"]]))).toBe("V-K10 tệp nén .zip");
    expect(refusal(zipPackage([]))).toBe("V-K10 tệp nén trống");
    expect(refusal(zipPackage([["xl/worksheets/sheet1.xml", "<a/>"]]))).toBe(
      "V-K10 tệp hỏng: bảng tính thiếu phần chính",
    );
  });

  it("refuses the whole file where the part of one sheet is lost", () => {
    const lost = workbookParts({
      sheets: [
        ["một", ONE],
        ["hai", ONE],
      ],
    });
    lost.delete("xl/worksheets/sheet2.xml");
    expect(refusal(zipPackage(lost))).toBe("V-K10 tệp hỏng: thiếu nội dung của một trang tính");
    expect(refusal(workbookPackage({ sheets: [] }))).toBe("V-K10 tệp hỏng: không có trang tính nào");
  });
});
