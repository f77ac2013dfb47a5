// Files made to break a reader, and files broken by accident: each is answered, none throws, hangs or takes memory.

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/ooxml/limits.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { sheetPackage, type WorkbookParts, workbookPackage, workbookParts, zipPackage } from "../kit/zip-package.js";
import { refusal } from "./shown-cells.js";

const SMALL: WorkbookParts = {
  sheets: [
    [
      "Trang 1",
      `<cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1</f><v>1.5</v></c></row>
       <row r="2" hidden="1"><c r="A2" s="1"><v>44895</v></c><c r="B2" t="inlineStr"><is><t>Nữ</t></is></c></row></sheetData>
       <mergeCells><mergeCell ref="A1:B1"/></mergeCells>`,
    ],
  ],
  strings: "<si><r><t>Hội</t></r><rPh><t>x</t></rPh></si>",
  styles:
    '<fonts><font><name val="Arial"/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="14" fontId="0"/></cellXfs>',
};
const row = (cells: string) => `<row>${cells}</row>`;
const cell = "<c><v>1</v></c>";

describe("limits", () => {
  it.each([
    ["packageBytes", { packageBytes: 100 }, "V-K15 dung lượng của một tệp 100 byte"],
    ["parts", { parts: 3 }, "V-K15 số thành phần trong tệp 3"],
    ["partBytes", { partBytes: 1000 }, "V-K15 dung lượng của một thành phần sau khi giải nén 1.000 byte"],
    ["totalBytes", { totalBytes: 2000 }, "V-K15 dung lượng của cả tệp sau khi giải nén 2.000 byte"],
    ["cells", { cells: 9 }, "V-K15 số ô có nội dung 9"],
    ["rows", { rows: 1 }, "V-K15 số dòng của một trang tính 1"],
    ["columns", { columns: 4 }, "V-K15 số cột của một trang tính 4"],
    ["totalRows", { totalRows: 1 }, "V-K15 tổng số dòng của các trang tính 1"],
    ["merges", { merges: 1 }, "V-K15 số vùng ô gộp 1"],
    ["sharedStrings", { sharedStrings: 1 }, "V-K15 số chuỗi văn bản 1"],
    ["textLength", { textLength: 20 }, "V-K15 số ký tự trong một ô 20"],
    ["styles", { styles: 1 }, "V-K15 số định dạng ô 1"],
    ["formatLength", { formatLength: 5 }, "V-K15 số ký tự trong một định dạng số 5"],
    ["sheets", { sheets: 1 }, "V-K15 số trang tính 1"],
    ["definedNames", { definedNames: 1 }, "V-K15 số tên vùng 1"],
    ["xmlDepth", { xmlDepth: 3 }, "V-K15 số tầng lồng nhau trong tệp 3"],
  ])("%s", (_, limits, expected) => {
    const sheet = `<sheetData>${row(cell.repeat(5))}${row(cell.repeat(5))}</sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>`;
    const book = workbookPackage({
      sheets: [
        ["a", sheet + " ".repeat(3000)],
        ["b", "<sheetData/>"],
      ],
      strings: `<si><t>a</t></si><si><t>${"dài".repeat(10)}</t></si>`,
      styles:
        '<numFmts><numFmt numFmtId="170" formatCode="0.000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="1"/></cellXfs>',
      after:
        '<definedNames><definedName name="a">A1</definedName><definedName name="b">B1</definedName></definedNames>',
    });
    expect(refusal(book)).toBe("read, 0 findings");
    expect(refusal(book, limits)).toBe(expected);
  });

  it("says where and how much", () => {
    const bytes = sheetPackage('<row r="9"><c r="XFE9"><v>1</v></c></row>');
    const { findings } = readWorkbook(bytes, "2022/xa.xlsx");
    expect(findings.map(({ code, place, found, expected }) => ({ code, place, found, expected }))).toEqual([
      { code: "V-K15", place: { file: "2022/xa.xlsx", sheet: "Trang 1" }, found: "16.385", expected: "16.384" },
    ]);
    expect(findings[0]?.values.get("tệp")).toBe("xa.xlsx");
  });

  it("holds Excel's own bounds", () => {
    expect(refusal(sheetPackage('<row r="1048577"/>'))).toBe("V-K15 số dòng của một trang tính 1.048.576");
    expect(refusal(sheetPackage('<row r="99999999999999999999"/>'))).toMatch(/^V-K15 số dòng/);
    expect(refusal(sheetPackage('<row><c r="ZZZZZZZZZZ1"/></row>'))).toMatch(/^V-K15 số cột/);
    expect(refusal(sheetPackage("", { behind: '<mergeCells><mergeCell ref="A1:ZZZ1"/></mergeCells>' }))).toMatch(
      /^V-K15 số cột/,
    );
    expect(refusal(sheetPackage(row('<c r="XFD1048576"><v>1</v></c>')))).toBe("read, 0 findings");
  });
});

describe("bombs", () => {
  it("refuses a sheet that unpacks to thousands of times its size", () => {
    expect(refusal(sheetPackage("<row/>".repeat(2_000_000)))).toBe("V-K15 tỉ lệ nén 250");
  });

  it("refuses entities, which could grow, and nests, which could exhaust the stack", () => {
    const entities = workbookParts(SMALL);
    entities.set("xl/worksheets/sheet1.xml", `<!DOCTYPE worksheet [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>`);
    expect(refusal(zipPackage(entities))).toBe("V-K10 có khai báo DOCTYPE, không an toàn để đọc");
    expect(refusal(sheetPackage("<a>".repeat(100_000)))).toMatch(/^V-K15 số tầng/);
  });

  it("reads large merges and hidden ranges in no time, however many and overlapping", () => {
    const merge = '<mergeCell ref="A1:XFD1048576"/>';
    const columns = '<col min="1" max="16384" hidden="1"/>';
    const cells = Array.from(
      { length: 2000 },
      (_, index) => `<row r="${index * 500 + 1}">${cell.repeat(3)}</row>`,
    ).join("");
    const started = performance.now();
    const merged = workbookPackage({
      sheets: [["a", `<sheetData>${cells}</sheetData><mergeCells>${merge.repeat(20_000)}</mergeCells>`]],
    });
    expect(refusal(merged, { ratio: 1e9 })).toBe("read, 0 findings");
    const hidden = workbookPackage({ sheets: [["a", `<cols>${columns.repeat(100_000)}</cols><sheetData/>`]] });
    expect(refusal(hidden, { ratio: 1e9 })).toMatch(/^V-K15 số cột/);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it("reads long formulas and texts full of quotes and brackets in no time", () => {
    const started = performance.now();
    for (const piece of ["'", '"', "[", "['", "&amp;", "_x0041", "&lt;!--", "]]&gt;"]) {
      const formula = `<c><f>[${piece.repeat(5000)}</f><v>1</v></c><c t="str"><v>${piece.repeat(5000)}</v></c>`;
      expect(refusal(sheetPackage(row(formula.repeat(20))), { ratio: 1e9 })).toBe("read, 0 findings");
    }
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe("accidents", () => {
  const whole = workbookPackage(SMALL);
  const answer = (bytes: Uint8Array): string => {
    const { value, findings } = readWorkbook(bytes, "xa.xlsx", { ...DEFAULT_LIMITS, totalRows: 1_048_576 });
    return value === undefined ? findings.map((finding) => finding.code).join() : "read";
  };

  it("answers a file cut anywhere", () => {
    expect(answer(whole)).toBe("read");
    for (let length = 0; length < whole.length; length++) expect(answer(whole.subarray(0, length))).toBe("V-K10");
  });

  it("answers any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(answer(bytes)).toMatch(/^V-K(02|10)$/);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(answer(Buffer.concat([Buffer.from("PK\x03\x04"), bytes, whole.subarray(-200)]))).toMatch(/^V-K1[056]$/);
      }),
    );
  });

  it("answers a package with any bytes changed", () => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [position, byte] of changes) bytes[position] = byte;
        expect(answer(bytes)).toMatch(/^(read|V-K\d\d)$/);
      }),
      { numRuns: 1500 },
    );
  });

  it("answers any XML: parts cut, spliced and with bytes changed, in a sound package", () => {
    const parts = [...workbookParts(SMALL)];
    const edit = fc.record({
      part: fc.nat(parts.length - 1),
      from: fc.nat(900),
      length: fc.nat(40),
      insert: fc.constantFrom(
        "",
        "<",
        ">",
        '"',
        "/",
        "<c>",
        "</c>",
        "<v/>",
        " r=",
        't="s"',
        "<!--",
        "<![CDATA[",
        "&#",
        "-1",
        "\0",
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const changed = new Map(parts);
        for (const { part, from, length, insert } of edits) {
          const [name, text] = parts[part] ?? ["", ""];
          changed.set(name, text.slice(0, from) + insert + text.slice(from + length));
        }
        expect(answer(zipPackage(changed))).toMatch(/^(read|V-K\d\d)$/);
      }),
      { numRuns: 1500 },
    );
  });
});
