// Web pages under the name of a workbook: what a person would see in their tables.

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rangeText } from "../../src/model/cell-address.js";
import { OTHER_FORMAT_LIMITS } from "../../src/ooxml/limits.js";
import { readHtml } from "../../src/read/read-html.js";
import { ENCODERS } from "../kit/encode-text.js";
import { shownCells } from "./shown-cells.js";

function gridOf(page: string | Buffer) {
  return readHtml(Buffer.from(page), OTHER_FORMAT_LIMITS)?.sheets[0];
}

function cellsOf(page: string | Buffer): readonly string[] {
  const grid = gridOf(page);
  return grid === undefined ? ["no table"] : shownCells(grid).map((cell) => cell.replace(" text ", " "));
}

describe("readHtml", () => {
  it("reads rows and cells whose ends nobody wrote", () => {
    expect(cellsOf("<TABLE><tr><th>Tên<th>HV<tr><td>Thôn 1<td>5</table>")).toEqual([
      'A1 "Tên"',
      'B1 "HV"',
      'A2 "Thôn 1"',
      'B2 "5"',
    ]);
  });

  it("gives every cell its place below and beside cells that span", () => {
    const page =
      "<table><tr><td rowspan=2>TT</td><td colspan='2'>Hội viên</td><td rowspan=\"2\">Quỹ</td></tr><tr><td>Nữ</td><td>Nam</td></tr><tr><td>1<td>2<td>3<td>4</tr></table>";
    expect(cellsOf(page)).toEqual([
      'A1 "TT"',
      'B1 "Hội viên"',
      'D1 "Quỹ"',
      'B2 "Nữ"',
      'C2 "Nam"',
      'A3 "1"',
      'B3 "2"',
      'C3 "3"',
      'D3 "4"',
    ]);
    expect(gridOf(page)?.merges.map(rangeText)).toEqual(["A1:A2", "B1:C1", "D1:D2"]);
  });

  it("shows text as a browser does", () => {
    const cell = "<td>\n  X&atilde; <b>H&#432;&#x1edb;ng</b>\n Ph&ugrave;ng&nbsp;<br/>1&lt;2 &khong; a < b </td>";
    expect(cellsOf(`<table><tr>${cell}</tr></table>`)).toEqual(['A1 "Xã Hướng Phùng\\n1<2 &khong; a < b"']);
  });

  it("leaves out what nobody sees, and marks hidden rows", () => {
    const page = `<html><head><title>t</title><style>td{x:"</table>"}</style></head><body><!-- <table><tr><td>x</td></tr></table> -->
      <script>document.write("<td>y</td>")</script><table><tr><td>a</td></tr><tr style='height:0;display:none'><td>b</td></tr></table>`;
    expect(cellsOf(page)).toEqual(['A1 "a"', 'A2 "b"']);
    expect([...(gridOf(page)?.hiddenRows ?? [])]).toEqual([2]);
  });

  it("puts lines and tables one below another, a table inside a cell as well", () => {
    const page =
      "<h3>Đơn vị: Xã A</h3><p>Năm 2022<br>Quý IV</p><table><tr><td>1</td></tr></table>cuối<table><tr><td><table><tr><td>Tên</td><td>HV</td></tr></table></td></tr></table>";
    expect(cellsOf(page)).toEqual([
      'A1 "Đơn vị: Xã A"',
      'A2 "Năm 2022"',
      'A3 "Quý IV"',
      'A5 "1"',
      'A6 "cuối"',
      'A9 "Tên"',
      'B9 "HV"',
    ]);
  });

  it("takes the number a program wrote beside the text, where the text is that number", () => {
    const cells = [
      '<td x:num="1522.5">1.522,50</td>',
      '<td sdval="606.532" sdnum="1033;">606.532</td>',
      '<td x:num="0.455">45,5%</td>',
      '<td x:num="44895">30/11/2022</td>',
      '<td x:num="44895">30.11.2022</td>',
      '<td x:num="2">1.522</td>',
      "<td x:num>1.522</td>",
    ];
    expect(cellsOf(`<table><tr>${cells.join("")}</tr></table>`)).toEqual([
      "A1 number 1522.5",
      "B1 number 606.532",
      "C1 number 0.455",
      'D1 "30/11/2022"',
      'E1 "30.11.2022"',
      'F1 "1.522"',
      'G1 "1.522"',
    ]);
  });

  it.each(Object.entries(ENCODERS))("reads pages in %s", (_, encode) => {
    expect(cellsOf(encode("<table><tr><td>Xã Hướng Phùng, hội viên nữ</td></tr></table>"))).toEqual([
      'A1 "Xã Hướng Phùng, hội viên nữ"',
    ]);
  });

  it("says where there is no table", () => {
    expect(cellsOf("<html><body><p>Trang đang bảo trì</p></body></html>")).toEqual(["no table"]);
  });
});

describe("pages made to break a reader", () => {
  it("are read in time that grows with their size", () => {
    const started = performance.now();
    for (const piece of [
      "<table>",
      "<td",
      "<!--",
      '<td x="',
      "<td style='",
      "<style>",
      "&amp",
      "<",
      "<td rowspan=9>",
      "</table><br>",
    ]) {
      const page = `<table>${piece.repeat(200_000)}`;
      try {
        readHtml(Buffer.from(page), OTHER_FORMAT_LIMITS);
      } catch (fault) {
        expect(fault instanceof Error ? fault.message : "").toMatch(/^V-K15/);
      }
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it("are held to the limits of a sheet", () => {
    const wide = `<table><tr>${"<td colspan=1000>".repeat(17)}</table>`;
    expect(() => readHtml(Buffer.from(wide), OTHER_FORMAT_LIMITS)).toThrow("V-K15 số cột");
    expect(() => readHtml(Buffer.from(wide), { ...OTHER_FORMAT_LIMITS, packageBytes: 9 })).toThrow("V-K15 dung lượng");
  });

  it("never throw anything else", () => {
    const piece = fc.constantFrom(
      "<table>",
      "</table>",
      "<tr>",
      "<td>",
      "</td>",
      "<td rowspan=3 colspan=2>",
      "a",
      "&#1;",
      "<br>",
      "<p>",
      '"',
      "<!",
      ">",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const grid = gridOf(pieces.join(""));
        if (grid !== undefined) expect(grid.rowStarts.length).toBe(grid.rowCount + 2);
      }),
    );
  });
});
