// Old and foreign workbooks: what stands in the .xlsx stands in its twin of another format, kind by kind.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import * as SheetJS from "@e965/xlsx";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { addressText, rangeText } from "../../src/model/cell-address.js";
import { type Grid, kindAt, storedText, type WorkbookGrid } from "../../src/model/grid.js";
import { at } from "../../src/model/outcome.js";
import { OTHER_FORMAT_LIMITS } from "../../src/ooxml/limits.js";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { readOther } from "../../src/read/read-other.js";
import { createSubmissionReader } from "../../src/read/read-submission.js";
import { SheetJsThread } from "../../src/read/sheet-js-thread.js";
import { COMMUNE_ROWS } from "../kit/commune-table.js";
import { sheetJsBytes } from "../kit/sheet-js-book.js";
import { savedBySoffice, soffice } from "../kit/soffice.js";
import { zipPackage } from "../kit/zip-package.js";
import { faultText } from "./shown-cells.js";

const read = createSubmissionReader();
const made: { bytes: Buffer; book: WorkbookGrid | undefined } = { bytes: Buffer.alloc(0), book: undefined };

/** Every kind of cell, merges, hidden things, a second sheet that is hidden. */
async function sampleBook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Hội viên & quỹ");
  sheet.getCell("A1").value = "BÁO CÁO «Xã Hướng Phùng»";
  sheet.mergeCells("A1:D1");
  sheet.getCell("A2").value = "00123";
  sheet.getCell("B2").value = 1522;
  sheet.getCell("B2").numFmt = "#,##0";
  sheet.getCell("C2").value = 0.455;
  sheet.getCell("C2").numFmt = "0.00%";
  sheet.getCell("D2").value = new Date(Date.UTC(2022, 10, 30));
  sheet.getCell("D2").numFmt = "dd/mm/yyyy";
  sheet.getCell("E2").value = true;
  sheet.getCell("F2").value = -1234567.25;
  sheet.getCell("B3").value = { formula: "B2*2", result: 3044 };
  sheet.getCell("C3").value = { formula: "A2", result: "00123" };
  sheet.getCell("D3").value = { formula: "1/0", result: { error: "#DIV/0!" } };
  sheet.getCell("A4").value = "dòng ẩn";
  sheet.getRow(4).hidden = true;
  sheet.getColumn(6).hidden = true;
  sheet.getCell("A9").value = "hai\ndòng";
  sheet.getCell("D9").value = new Date(Date.UTC(2022, 10, 1));
  sheet.getCell("D9").numFmt = "mm/yyyy";
  book.addWorksheet("Ẩn", { state: "hidden" }).getCell("C5").value = "bí mật";
  return Buffer.from(await book.xlsx.writeBuffer());
}

beforeAll(async () => {
  made.bytes = await sampleBook();
  made.book = (await read(made.bytes, "goc.xlsx")).value;
});

/** Kind, value to 12 digits, formula mark; with the format's meaning where it has one. */
function shown(grid: Grid): Readonly<Record<string, string>> {
  const cells = Array.from(grid.rows, (row, index): [string, string] => {
    const number = at(grid.numbers, index);
    const { numberFormat } = at(grid.styleTable, at(grid.styles, index));
    const marks = [at(grid.formulas, index) > 0 ? "=" : "", numberFormat.includes("%") ? "%" : ""];
    if (kindAt(grid, index) === "date") marks.push(/d/i.test(numberFormat) ? "day" : "month");
    const value = Number.isNaN(number)
      ? JSON.stringify(storedText(grid, index))
      : String(Number(number.toPrecision(12)));
    return [addressText({ row, column: at(grid.columns, index) }), [kindAt(grid, index), value, ...marks].join(" ")];
  });
  return Object.fromEntries(cells);
}

/** `isOther`: cells that the writer itself gives in another kind; `withoutFormulas`: it writes results only; `hides`: it keeps what is hidden. */
function expectTwin(
  twin: WorkbookGrid | undefined,
  but: { readonly isOther?: readonly string[]; readonly withoutFormulas?: boolean; readonly hides?: boolean } = {},
): void {
  const compared = (grid: Grid): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(shown(grid))
        .filter(([place]) => but.isOther?.includes(place) !== true)
        .map(([place, cell]) => [place, but.withoutFormulas === true ? cell.replace(" =", " ") : cell]),
    );
  expect(twin?.sheets.map(({ name }) => name)).toEqual(made.book?.sheets.map(({ name }) => name));
  for (const [index, grid] of (made.book?.sheets ?? []).entries()) {
    const other = twin?.sheets[index];
    if (other === undefined) throw new Error("a sheet is missing");
    expect(compared(other)).toEqual(compared(grid));
    expect(other.merges.map(rangeText)).toEqual(grid.merges.map(rangeText));
    if (but.hides === false) continue;
    expect(other.visibility).toBe(grid.visibility);
    expect([[...other.hiddenRows], [...other.hiddenColumns]]).toEqual([[...grid.hiddenRows], [...grid.hiddenColumns]]);
  }
}

describe("written by SheetJS", () => {
  // Its .ods lose what is hidden, and percentages their format.
  it.each(["biff8", "xlsb", "xlml"] as const)("%s", async (bookType) => {
    const book = SheetJS.read(made.bytes, { cellNF: true, cellStyles: true, cellDates: false });
    const bytes: Buffer = SheetJS.write(book, { type: "buffer", bookType, compression: true });
    const { value, findings } = await read(bytes, "2022/xa.xls");
    expect(findings.map(({ code, variant }) => [code, variant])).toEqual([["V-K02", "readable"]]);
    expectTwin(value, { withoutFormulas: bookType !== "xlml", hides: bookType !== "biff8" });
  });
});

describe.skipIf(soffice === undefined)("written by LibreOffice", { timeout: 240_000 }, () => {
  it("the text of a formula in a cell of text is not taken for the 0 that .xls keeps of it", async () => {
    const cells = { A1: { t: "s", v: "Thôn Doa" }, B1: { t: "s", v: "Thôn Doa", f: 'IF(A1="","",A1)', z: "@" } };
    const sheet = { "!ref": "A1:B1", ...cells };
    const book = { SheetNames: ["Trang 1"], Sheets: { "Trang 1": sheet } };
    const bytes: Buffer = SheetJS.write(book, { type: "buffer", bookType: "xlsx" });
    const { value } = await read(savedBySoffice(bytes, "xls:MS Excel 97"), "xa.xls");
    const [grid] = value?.sheets ?? [];
    expect(grid && [kindAt(grid, 0), kindAt(grid, 1)]).toEqual(["text", "uncalculated"]);
  });

  it.each(["xls:MS Excel 97", "ods:calc8", "fods:OpenDocument Spreadsheet Flat XML"])("%s", async (filter) => {
    // It turns booleans into numbers or formulas, and leaves text formulas in .xls without their result.
    expectTwin((await read(savedBySoffice(made.bytes, filter), "xa")).value, { isOther: ["C3", "E2"] });
  });

  it("html:HTML (StarCalc), as one sheet of what is seen", async () => {
    const { value } = await read(savedBySoffice(made.bytes, "html:HTML (StarCalc)"), "xa.xls");
    const cells = Object.values(shown(at(value?.sheets ?? [], 0)));
    const seen = [
      'text "BÁO CÁO «Xã Hướng Phùng»"  ',
      'text "00123"  ',
      "number 1522  ",
      "number 0.455  %",
      'text "30/11/2022"  ',
    ];
    expect(cells).toEqual(expect.arrayContaining(seen));
  });
});

describe("fonts", () => {
  it("of OpenDocument and XML 2003 are seen, so that old Vietnamese text can be told", async () => {
    const workbook = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Styles><Style ss:ID="Default"><Font ss:FontName="Arial"/></Style><Style ss:ID="s1"><Font ss:FontName=".VnTime"/></Style></Styles>
      <Worksheet ss:Name="T"><Table><Row><Cell ss:StyleID="s1"><Data ss:Type="String">Héi</Data></Cell><Cell><Data ss:Type="String">b</Data></Cell></Row></Table></Worksheet></Workbook>`;
    const content = `<office:document-content xmlns:office="o" xmlns:style="s" xmlns:table="t" xmlns:text="x"><office:automatic-styles>
      <style:style style:name="ce1" style:family="table-cell"><style:text-properties style:font-name=".VnTime"/></style:style></office:automatic-styles>
      <office:body><office:spreadsheet><table:table table:name="T"><table:table-row><table:table-cell table:style-name="ce1" office:value-type="string"><text:p>Héi</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
    const ods = zipPackage([
      ["mimetype", "application/vnd.oasis.opendocument.spreadsheet"],
      ["content.xml", content],
    ]);
    for (const bytes of [Buffer.from(workbook), ods]) {
      const grid = at((await read(bytes, "xa")).value?.sheets ?? [], 0);
      expect(at(grid.styleTable, at(grid.styles, 0)).fontName).toBe(".VnTime");
    }
  });
});

describe("what cannot be read", () => {
  const reasons = async (bytes: Uint8Array, limits = {}): Promise<readonly string[]> => {
    const given = { thread: new SheetJsThread(), limits: { ...OTHER_FORMAT_LIMITS, ...limits } };
    const outcome = await readOther(bytes, "2022/xa.xls", given);
    return outcome?.value === undefined ? (outcome?.findings ?? []).map(faultText) : ["read"];
  };
  const xls = () => sheetJsBytes(COMMUNE_ROWS, "biff8");

  it("is answered: passwords, damage, size, cells", async () => {
    const ods = (manifest: string) =>
      zipPackage([
        ["mimetype", "application/vnd.oasis.opendocument.spreadsheet"],
        ["META-INF/manifest.xml", manifest],
        ["content.xml", "<x/>"],
      ]);
    expect(await reasons(ods("<manifest><encryption-data/></manifest>"))).toEqual(["V-K16"]);
    expect(await reasons(ods("<manifest/>"))).toEqual(["V-K10 tệp hỏng: không có trang tính nào"]);
    expect(await reasons(withPassword(xls()))).toEqual(["V-K16"]);
    expect(await reasons(xls().subarray(0, 2000))).toEqual(["V-K02 tệp Excel đời cũ .xls, có thể đã hỏng"]);
    expect(await reasons(xls(), { packageBytes: 1000 })).toEqual(["V-K15 dung lượng của một tệp 1.000 byte"]);
    expect(await reasons(xls(), { cells: 10 })).toEqual(["V-K15 số ô có nội dung 10"]);
  });

  it("does not end the run: time and memory are bounded, and the next file is read", { timeout: 60_000 }, async () => {
    const thread = new SheetJsThread();
    const given = (limits: object) => ({ thread, limits: { ...OTHER_FORMAT_LIMITS, ...limits } });
    const slow = await readOther(xls(), "xa.xls", given({ readSeconds: 0.001 }));
    expect(slow?.findings.map(({ code }) => code)).toEqual(["V-K15"]);
    expect((await readOther(xls(), "xa.xls", given({})))?.value).toBeDefined();
  });

  it("is left to the reader of .xlsx where it is no other format", async () => {
    for (const bytes of [Buffer.from("%PDF-1.7"), Buffer.from(""), zipPackage([["word/document.xml", "x"]])]) {
      expect(await readOther(bytes, "a", { thread: new SheetJsThread() })).toBeUndefined();
    }
    const cut = made.bytes.subarray(0, made.bytes.length - 30);
    expect((await read(cut, "xa.xlsx")).findings.map(faultText)).toEqual([
      "V-K10 tệp hỏng: thiếu phần cuối, có thể do tải về hoặc sao chép chưa xong",
    ]);
  });

  it("leaves macros, drawings and the like of an .xlsb unopened", async () => {
    const archive = new ZipPackage(sheetJsBytes(COMMUNE_ROWS, "xlsb"));
    const parts = archive.entries.map((entry): [string, Uint8Array] => [entry.name, archive.readEntry(entry)]);
    const bomb = Buffer.alloc(3_000_000);
    expect(await reasons(zipPackage([...parts, ["xl/vbaProject.bin", bomb], ["xl/media/image1.png", bomb]]))).toEqual([
      "read",
    ]);
    expect(await reasons(zipPackage([...parts, ["xl/worksheets/sheet9.bin", bomb]]))).toEqual(["V-K15 tỉ lệ nén 250"]);
  });
});

it("the thread does not keep the program from ending", { timeout: 120_000 }, () => {
  const script = `(async () => {
    const { SheetJsThread } = await import("./src/read/sheet-js-thread.ts");
    const { OTHER_FORMAT_LIMITS } = await import("./src/ooxml/limits.ts");
    const bytes = require("node:fs").readFileSync(0);
    process.stdout.write((await new SheetJsThread().read(bytes, OTHER_FORMAT_LIMITS)).kind);
  })()`;
  const said = execFileSync(process.execPath, ["--import", "tsx", "--eval", script], {
    input: sheetJsBytes(COMMUNE_ROWS, "biff8"),
    timeout: 60_000,
  });
  expect(said.toString()).toBe("read");
});

/** The workbook with a FILEPASS record behind the first record of its stream, which is what a password begins with. */
function withPassword(bytes: Buffer): Uint8Array {
  const container = SheetJS.CFB.read(bytes, { type: "buffer" });
  const stream = SheetJS.CFB.find(container, "Workbook");
  if (stream === null) throw new Error("no stream");
  const content = Buffer.from(Uint8Array.from(stream.content));
  const behindFirst = 4 + content.readUInt16LE(2);
  const record = Buffer.concat([Buffer.from("2f003600010001000100", "hex"), Buffer.alloc(48, 7)]);
  const changed = Buffer.concat([content.subarray(0, behindFirst), record, content.subarray(behindFirst)]);
  SheetJS.CFB.utils.cfb_add(container, "/Workbook", changed);
  const written: unknown = SheetJS.CFB.write(container, { type: "buffer" });
  if (!(written instanceof Uint8Array)) throw new Error("nothing was written");
  return written;
}

it("reads the fixtures' workbook saved as .xls by SheetJS as the .xlsx", async () => {
  const name = "fixtures/tinh-quang-tri-2022/bai-nop/19441-huong-phung.xlsx";
  const bytes = readFileSync(name);
  const written: Buffer = SheetJS.write(SheetJS.read(bytes, { cellNF: true }), { type: "buffer", bookType: "biff8" });
  const [own, other] = [(await read(bytes, "a")).value, (await read(written, "b")).value];
  const values = (book: WorkbookGrid | undefined) => JSON.stringify(book?.sheets.map(shown)).replaceAll(" =", " ");
  expect(values(other)).toEqual(values(own));
});
