// OpenDocument tables in their own words: repeats, spans, kinds of values, what is no content.

import { describe, expect, it } from "vitest";
import { rangeText } from "../../src/model/cell-address.js";
import { at } from "../../src/model/outcome.js";
import { type Limits, OTHER_FORMAT_LIMITS } from "../../src/ooxml/limits.js";
import { readFlatOds, readOds } from "../../src/read/read-ods.js";
import { zipPackage } from "../kit/zip-package.js";
import { shownCells } from "./shown-cells.js";

const NAMES = 'xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:number="n" xmlns:calcext="c"';

function document(table: string, styles = "", root = "document-content"): string {
  const list = `<office:automatic-styles>${styles}</office:automatic-styles>`;
  return `<?xml version="1.0"?><office:${root} ${NAMES}>${list}<office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:${root}>`;
}

function book(table: string, styles = "", limits: Partial<Limits> = {}) {
  const bytes = zipPackage([
    ["mimetype", "application/vnd.oasis.opendocument.spreadsheet"],
    ["content.xml", document(table, styles)],
  ]);
  return readOds(bytes, { ...OTHER_FORMAT_LIMITS, ...limits });
}

const sheet = (rows: string) => `<table:table table:name="T">${rows}</table:table>`;
const row = (cells: string, attributes = "") => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const number = (value: string, more = "") =>
  `<table:table-cell office:value-type="float" office:value="${value}" ${more}/>`;
const text = (content: string) => `<table:table-cell office:value-type="string">${content}</table:table-cell>`;
const cellsOf = (...given: Parameters<typeof book>) => shownCells(at(book(...given).sheets, 0));

describe("values", () => {
  it("come from the attributes, whatever text is shown", () => {
    const cells = [
      '<table:table-cell office:value-type="float" office:value="1522.5"><text:p>1.522,50</text:p></table:table-cell>',
      number("7"),
      '<table:table-cell office:value-type="percentage" office:value="0.455"><text:p>45,5%</text:p></table:table-cell>',
      '<table:table-cell office:value-type="date" office:date-value="2022-11-30"><text:p>30/11/22</text:p></table:table-cell>',
      '<table:table-cell office:value-type="time" office:time-value="PT12H00M00S"><text:p>12:00</text:p></table:table-cell>',
      '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>',
      '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
      `<table:table-cell table:formula="of:='file:///C:/a.ods'#$T.A1" office:value-type="float" office:value="3"/>`,
      '<table:table-cell table:formula="of:=[.A1]"/>',
      '<table:table-cell table:formula="of:=&quot;&quot;"><text:p/></table:table-cell>',
    ];
    expect(cellsOf(sheet(row(cells.join(""))))).toEqual([
      "A1 number 1522.5",
      "B1 number 7",
      "C1 number 0.455",
      "D1 date 44895",
      "E1 date 0.5",
      "F1 boolean 1",
      'G1 error "#DIV/0!" =1',
      "H1 number 3 =2",
      'I1 uncalculated "" =1',
      'J1 text "" =1',
    ]);
  });

  it("keep the format that tells a percent and a month", () => {
    const styles = `<number:date-style style:name="N1"><number:month number:style="long"/><number:text>/</number:text><number:year/></number:date-style>
      <style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>`;
    const cells = `<table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="2022-11-01"/><table:table-cell office:value-type="percentage" office:value="1"/>`;
    const grid = at(book(sheet(row(cells)), styles).sheets, 0);
    expect(Array.from(grid.styles, (style) => at(grid.styleTable, style).numberFormat)).toEqual(["mm/yyyy", "0.00%"]);
  });

  it("are texts with their lines, blanks and marked words, without comments", () => {
    const content =
      '<office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>Xã <text:span>Hướng</text:span><text:s text:c="2"/>Phùng<text:line-break/>b</text:p><text:p>dòng&amp;hai</text:p>';
    expect(cellsOf(sheet(row(text(content))))).toEqual(['A1 text "Xã Hướng  Phùng\\nb\\ndòng&hai"']);
  });
});

describe("places", () => {
  it("count repeats, groups and covered cells", () => {
    const rows = [
      `<table:table-header-rows>${row(text("<text:p>a</text:p>"))}</table:table-header-rows>`,
      row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="3"'),
      `<table:table-row-group>${row(`<table:table-cell table:number-columns-repeated="2"/>${number("5", 'table:number-columns-repeated="2"')}`, 'table:number-rows-repeated="2"')}</table:table-row-group>`,
      row(`<table:table-cell table:number-columns-spanned="3" table:number-rows-spanned="2" office:value-type="string"><text:p>gộp</text:p></table:table-cell>
        <table:covered-table-cell table:number-columns-repeated="2"/>${number("6")}`),
      row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048569"'),
    ];
    const grid = at(book(sheet(rows.join(""))).sheets, 0);
    expect(shownCells(grid)).toEqual([
      'A1 text "a"',
      "C5 number 5",
      "D5 number 5",
      "C6 number 5",
      "D6 number 5",
      'A7 text "gộp"',
      "D7 number 6",
    ]);
    expect([grid.rowCount, grid.merges.map(rangeText)]).toEqual([7, ["A7:C8"]]);
  });

  it("say what is hidden", () => {
    const styles =
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const columns = `<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>`;
    const tables = `<table:table table:name="Ẩn" table:style-name="ta1">${columns}${row(number("1"), 'table:visibility="filter"')}${row(number("2"))}</table:table>`;
    const grid = at(book(tables, styles).sheets, 0);
    expect([grid.name, grid.visibility, [...grid.hiddenRows], [...grid.hiddenColumns]]).toEqual([
      "Ẩn",
      "hidden",
      [1],
      [2, 3],
    ]);
  });
});

describe("limits", () => {
  const filled = (rows: number, columns: number) =>
    sheet(row(number("1", `table:number-columns-repeated="${columns}"`), `table:number-rows-repeated="${rows}"`));

  it("hold for cells that are only said to repeat", () => {
    const started = performance.now();
    expect(() => book(filled(1_048_576, 16_384))).toThrow("V-K15 số ô có nội dung 2.000.000");
    expect(() => book(filled(1, 20_000))).toThrow("V-K15 số cột");
    expect(() => book(filled(1_048_577, 1))).toThrow("V-K15 số dòng");
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("refuse repeats that are no number, entities, and documents without a sheet", () => {
    expect(() => book(filled(0, 1))).toThrow("V-K10");
    expect(() => book(filled(1, -1))).toThrow("V-K10");
    expect(() => book("")).toThrow("V-K10 tệp hỏng: không có trang tính nào");
    const flat = `<!DOCTYPE a [<!ENTITY b "c">]>${document(sheet(row(number("1"))), "", "document").slice(21)}`;
    expect(() => readFlatOds(Buffer.from(flat), OTHER_FORMAT_LIMITS)).toThrow("DOCTYPE");
  });

  it("are the same for a document in one file", () => {
    const flat = Buffer.from(document(sheet(row(number("5"))), "", "document"));
    expect(shownCells(at(readFlatOds(flat, OTHER_FORMAT_LIMITS).sheets, 0))).toEqual(["A1 number 5"]);
    expect(() => readFlatOds(flat, { ...OTHER_FORMAT_LIMITS, packageBytes: 10 })).toThrow("V-K15");
  });
});
