// «XML Spreadsheet 2003» in its own words: places that skip, kinds of values, merges, hiding.

import { describe, expect, it } from "vitest";
import { rangeText } from "../../src/model/cell-address.js";
import { at } from "../../src/model/outcome.js";
import { OTHER_FORMAT_LIMITS } from "../../src/ooxml/limits.js";
import { readXml2003 } from "../../src/read/read-xml-2003.js";
import { ENCODERS } from "../kit/encode-text.js";
import { textsOf } from "../kit/grid-texts.js";
import { shownCells } from "./shown-cells.js";

const HEAD = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n';
const NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet";

function workbook(table: string, before = "", options = ""): string {
  return `${HEAD}<Workbook xmlns="${NAMESPACE}" xmlns:ss="${NAMESPACE}" xmlns:x="e">${before}<Worksheet ss:Name="Hội viên">
    <Table ss:ExpandedColumnCount="1" ss:ExpandedRowCount="1">${table}</Table><x:WorksheetOptions>${options}</x:WorksheetOptions></Worksheet></Workbook>`;
}

function gridOf(...given: Parameters<typeof workbook>) {
  return at(readXml2003(Buffer.from(workbook(...given)), OTHER_FORMAT_LIMITS).sheets, 0);
}

const data = (type: string, value: string, more = "") => `<Cell ${more}><Data ss:Type="${type}">${value}</Data></Cell>`;

describe("readXml2003", () => {
  it("reads values of every kind", () => {
    const cells = [
      data("Number", "1522.5"),
      data("String", "1.522"),
      data("DateTime", "2022-11-30T00:00:00.000"),
      data("Boolean", "1"),
      data("Error", "#REF!", 'ss:Formula="=R[-1]C"'),
      data("Number", "3", 'ss:Formula="=[a.xls]T!R1C1"'),
      '<Cell ss:Formula="=RC[-1]"/>',
      `<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Xã</B> Hướng<I> Phùng</I></ss:Data><Comment><Data>ghi chú</Data></Comment></Cell>`,
      data("Number", ""),
      data("Number", "abc"),
    ];
    expect(shownCells(gridOf(`<Row>${cells.join("")}</Row>`))).toEqual([
      "A1 number 1522.5",
      'B1 text "1.522"',
      "C1 date 44895",
      "D1 boolean 1",
      'E1 error "#REF!" =1',
      "F1 number 3 =2",
      'G1 uncalculated "" =1',
      'H1 text "Xã Hướng Phùng"',
      'J1 text "abc"',
    ]);
  });

  it("follows places that skip, spans and merges", () => {
    const table = `<Column/><Column ss:Index="3" ss:Hidden="1" ss:Span="1"/><Row ss:Index="3" ss:Hidden="1">${data("Number", "1", 'ss:Index="2" ss:MergeAcross="1" ss:MergeDown="1"')}${data("Number", "2")}</Row>
      <Row ss:Span="4"/><Row>${data("Number", "3")}</Row>`;
    const grid = gridOf(table, "", "<Visible>SheetHidden</Visible>");
    expect(shownCells(grid)).toEqual(["B3 number 1", "D3 number 2", "A9 number 3"]);
    expect([grid.merges.map(rangeText), [...grid.hiddenRows], [...grid.hiddenColumns], grid.visibility]).toEqual([
      ["B3:C4"],
      [3],
      [3, 4],
      "hidden",
    ]);
  });

  it("knows formats by name, by code and from the parent, and the 1904 dates", () => {
    const styles = `<Styles><Style ss:ID="a"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="b" ss:Parent="a"/><Style ss:ID="c"><NumberFormat ss:Format="mm/yyyy"/></Style></Styles>`;
    const cells = [
      data("Number", "0.5", 'ss:StyleID="b"'),
      data("DateTime", "2022-11-01T00:00:00.000", 'ss:StyleID="c"'),
      data("DateTime", "2022-11-01T00:00:00.000", 'ss:StyleID="b"'),
    ];
    const grid = gridOf(`<Row>${cells.join("")}</Row>`, styles);
    const formats = Array.from(grid.styles, (style) => at(grid.styleTable, style).numberFormat);
    expect(formats).toEqual(["0.00%", "mm/yyyy", "dd/mm/yyyy"]);
    const from1904 = workbook(`<Row>${cells[1]}</Row>`, `<ExcelWorkbook><Date1904/></ExcelWorkbook>${styles}`);
    const book = readXml2003(Buffer.from(from1904), OTHER_FORMAT_LIMITS);
    expect([book.date1904, at(at(book.sheets, 0).numbers, 0)]).toEqual([true, 44866 - 1462]);
  });

  it.each(Object.entries(ENCODERS).filter(([name]) => name.startsWith("UTF")))("reads %s", (name, encode) => {
    const grid = at(readXml2003(encode(workbook(`<Row>${data("String", "Nữ")}</Row>`)), OTHER_FORMAT_LIMITS).sheets, 0);
    expect(at(textsOf(grid), 0)).toBe(name.includes("apart") ? "Nữ".normalize("NFD") : "Nữ");
  });

  it("refuses places that lead back or out, broken and dangerous XML", () => {
    const refusal = (table: string): string => {
      try {
        gridOf(table);
        return "read";
      } catch (fault) {
        return fault instanceof Error ? fault.message : "";
      }
    };
    expect(refusal('<Row ss:Index="5"/><Row ss:Index="2"/>')).toMatch(/^V-K10/);
    expect(refusal('<Row ss:Index="2000000"/>')).toMatch(/^V-K15 số dòng/);
    expect(refusal(`<Row>${data("Number", "1", 'ss:Index="20000"')}</Row>`)).toMatch(/^V-K15 số cột/);
    expect(refusal(`<Row>${data("Number", "1", 'ss:MergeDown="99999999"')}</Row>`)).toMatch(/^V-K15 số dòng/);
    expect(refusal("<Row><Cell></Row>")).toMatch(/^V-K10/);
    const doctype = workbook("").replace("<Workbook", '<!DOCTYPE a [<!ENTITY b "c">]><Workbook');
    expect(() => readXml2003(Buffer.from(doctype), OTHER_FORMAT_LIMITS)).toThrow("DOCTYPE");
  });
});
