// Text tables: separators, quotes, encodings, and text that only looks like a table.

import { stringify } from "csv-stringify/sync";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OTHER_FORMAT_LIMITS } from "../../src/ooxml/limits.js";
import { readDelimited } from "../../src/read/read-delimited.js";
import { shownCells } from "./shown-cells.js";

function cellsOf(content: string | Buffer): readonly string[] | undefined {
  const found = readDelimited(Buffer.from(content), OTHER_FORMAT_LIMITS);
  const [grid] = found?.book.sheets ?? [];
  return grid === undefined ? undefined : shownCells(grid).map((cell) => cell.replace(" text ", " "));
}

function faultOf(content: string, limits = {}): string {
  try {
    readDelimited(Buffer.from(content), { ...OTHER_FORMAT_LIMITS, ...limits });
    return "read";
  } catch (fault) {
    return fault instanceof Error ? fault.message : "";
  }
}

describe("a text table", () => {
  it("is one sheet whose cells are all text, at the places a spreadsheet would show", () => {
    const found = readDelimited(Buffer.from("Đơn vị: xã A;;\n;;\nTên;HV;Nữ\nThôn 1;1.522;06\n"), OTHER_FORMAT_LIMITS);
    const [grid] = found?.book.sheets ?? [];
    expect([found?.book.sheets.length, grid?.name, grid?.rowCount]).toEqual([1, "Bảng", 4]);
    expect(cellsOf("Đơn vị: xã A;;\n;;\nTên;HV;Nữ\nThôn 1;1.522;06\n")).toEqual([
      'A1 "Đơn vị: xã A"',
      'A3 "Tên"',
      'B3 "HV"',
      'C3 "Nữ"',
      'A4 "Thôn 1"',
      'B4 "1.522"',
      'C4 "06"',
    ]);
  });

  it("is cut by what cuts its lines alike, whatever commas stand in numbers and names", () => {
    expect(cellsOf("Tên;Tiền\nA, B;1,5\nC, D;2,5\n")).toContain('A2 "A, B"');
    expect(cellsOf("Tên\tTiền\nA;B\t1,5\nC\t2,5\n")).toContain('A2 "A;B"');
    expect(cellsOf('Tên,Tiền\nA,"1,5"\nB,"2,5"\n')).toContain('B2 "1,5"');
    expect(cellsOf("Tên|Tiền\nA|1\nB|2\n")).toContain('B3 "2"');
  });

  it("may have title lines of fewer cells", () => {
    const text = "Báo cáo năm 2022\nĐơn vị: xã A, huyện B\n\nTên;HV;Nữ\nThôn 1;5;2\nThôn 2;6;3\nTổng;11;5\n";
    expect(cellsOf(text)).toEqual(expect.arrayContaining(['A2 "Đơn vị: xã A, huyện B"', 'C7 "5"']));
  });

  it("may have more title lines than rows", () => {
    const lines = ["Đơn vị: xã A", "Mã đơn vị: 19441", "Kỳ báo cáo: Năm 2025", "Lần nộp: 1", "Tính chất: chính thức"];
    const text = [...lines, "STT;Tên;HV;Nữ", "1;Thôn 1;5;2", ""].join("\n");
    expect(cellsOf(text)).toEqual(expect.arrayContaining(['A1 "Đơn vị: xã A"', 'D7 "2"']));
  });

  it("obeys a line sep=, which is no row", () => {
    expect(cellsOf("sep=;\nA,b;c\nd,e;f\n")).toEqual(['A1 "A,b"', 'B1 "c"', 'A2 "d,e"', 'B2 "f"']);
  });

  it("keeps line ends of any kind inside quotes, and unwraps codes kept from becoming numbers", () => {
    expect(cellsOf('Tên;Mã\r\n"A\r\nB";="00123"\r\n')).toEqual(['A1 "Tên"', 'B1 "Mã"', 'A2 "A\\nB"', 'B2 "00123"']);
    expect(cellsOf("Tên;Mã\rA;1\r")).toEqual(['A1 "Tên"', 'B1 "Mã"', 'A2 "A"', 'B2 "1"']);
  });

  it("is read back as it was written, with every separator", () => {
    const cell = fc.oneof(
      fc.constantFrom("", "1.522", "1,5", "Chi hội «Đồng Tiến»", 'a"b', "x;y", "x,y", "a\nb", " "),
      fc.string({ maxLength: 6 }).map((text) => text.replace(/[\r\0]/g, "")),
    );
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom(";", "\t", "|"), (body, delimiter) => {
        const table = [["Tên", "Hội viên", "Nữ"], ...body];
        const written = stringify(table, { delimiter, quoted: true });
        const shown = table.flatMap((row, index) =>
          row.flatMap((text, column) => {
            const nfc = text.normalize("NFC").replace(/^="([^"]*)"$/, "$1");
            return text === "" || nfc === "" ? [] : [`${"ABC"[column]}${index + 1} ${JSON.stringify(nfc)}`];
          }),
        );
        expect(cellsOf(written)).toEqual(shown);
      }),
    );
  });
});

describe("cells that a comma has split", () => {
  const heading = "TT,Tên,Hội viên,Nữ\n";

  it("are refused, for their figures would stand under a wrong heading", () => {
    expect(faultOf(`${heading}1,Thôn 1,1,522,30\n2,Thôn 2,40,12\n`)).toMatch(/^V-K10 bảng chữ lệch cột: dòng 2 /);
    expect(faultOf(`${heading}1,Thôn 1,40,12\n2,Thôn 2, Thôn 3,40,12\n`)).toMatch(/dòng 3 /);
    expect(faultOf(`TT,Tên,Hội viên,Nữ,Ghi chú\n1,A,40,12,\n2,B,1,522,30,\n`)).toMatch(/dòng 3 /);
  });

  it("are not suspected where every line of figures ends with one blank more, or notes are longer", () => {
    expect(faultOf(`${heading}1,Thôn 1,40,12,\n2,Thôn 2,50,13,\n`)).toBe("read");
    expect(faultOf(`${heading}I,Khối thôn\n1,Thôn 1,40,12\nGhi chú: a, b, c, d, e\n2,Thôn 2,1,2\n`)).toBe("read");
  });
});

describe("text that is no table", () => {
  it("is not made one", () => {
    const letter = "Kính gửi: Hội Khuyến học tỉnh.\nChúng tôi xin báo cáo như sau, mong được xem xét.\nTrân trọng.\n";
    for (const text of ["", "Xã Tân Phú", "một dòng;hai ô\n", letter]) expect(cellsOf(text), text).toBeUndefined();
  });

  it("is refused where a quote never ends", () => {
    expect(faultOf('Tên;HV\nThôn 1;3\nThôn 2;4\n"Thôn 3;5\nThôn 4;6\n')).toMatch(
      /^V-K10 bảng chữ viết sai: .* sau dòng 3$/,
    );
  });
});

describe("limits", () => {
  it.each([
    [{ packageBytes: 20 }, "V-K15 dung lượng của một tệp 20 byte"],
    [{ rows: 2 }, "V-K15 số dòng của một trang tính 2"],
    [{ columns: 2 }, "V-K15 số cột của một trang tính 2"],
    [{ cells: 4 }, "V-K15 số ô có nội dung 4"],
    [{ textLength: 5 }, "V-K15 số ký tự trong một ô 5"],
  ])("%j", (limits, expected) => {
    expect(faultOf("Tên;HV;Nữ\nThôn 1;2;1\nThôn Đồng;3;2\n", limits)).toBe(expected);
  });

  it("takes time in proportion to the text, however it is quoted", () => {
    const started = performance.now();
    for (const piece of ['"', '""', ';"', '"\n', ";", "a;b\n"]) faultOf(piece.repeat(300_000));
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
