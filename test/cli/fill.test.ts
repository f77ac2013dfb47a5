// fill: an office's own workbook and document with totals in the place of codes, everything else as it stood.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { cellIndex, shownText } from "../../src/model/grid.js";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { officeDocument, officeWorkbook } from "../kit/office-form.js";
import { type CliRun, runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { savedBySoffice, soffice } from "../kit/soffice.js";

const folder = scratchFolder();
const CLUSTER = ["fixtures/cum-4-2022/bai-nop", "--unit", "cum-4", "--config", "fixtures/cum-4-2022/khuyenhoc.yaml"];
const PROVINCES = ["Tỉnh Thanh Hóa", "Tỉnh Nghệ An", "Tỉnh Hà Tĩnh", "Tỉnh Quảng Bình", "Tỉnh Quảng Trị"];

function put(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function fill(form: string, out: string, words: readonly string[] = CLUSTER): Promise<CliRun> {
  return runCli(["fill", form, ...words, "--out", join(folder, out)]);
}

function part(path: string, name: string): string {
  return new ZipPackage(readFileSync(join(folder, path))).read(name)?.toString("utf8") ?? "";
}

/** Names of parts that are no longer byte for byte what they were. */
function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, now] = [new ZipPackage(before), new ZipPackage(after)];
  return old.entries.map(({ name }) => name).filter((name) => !now.read(name)?.equals(old.read(name) ?? Buffer.of()));
}

/** Shown texts of the cells of a saved workbook. */
function cellsOf(bytes: Uint8Array, sheet: string, addresses: readonly (readonly [number, number])[]) {
  const grid = readWorkbook(bytes, "mau.xlsx").value?.sheets.find(({ name }) => name === sheet);
  return addresses.map(([row, column]) => {
    const index = grid === undefined ? -1 : cellIndex(grid, row, column);
    const number = grid?.numbers[index];
    if (grid === undefined || index < 0) return undefined;
    return number === undefined || Number.isNaN(number) ? shownText(grid, index) : number;
  });
}

describe("a workbook with a chart", () => {
  const form = officeWorkbook();
  let run: CliRun;
  beforeAll(async () => {
    run = await fill(put("mau.xlsx", form), "ra.xlsx");
  });

  it("is filled, one row for each unit below, and says so", () => {
    expect(run.exit).toBe(0);
    expect(run.err).toContain("ra.xlsx");
    const names = PROVINCES.map((_, index) => [5 + index, 1] as const);
    const bytes = readFileSync(join(folder, "ra.xlsx"));
    expect([...cellsOf(bytes, "Biểu 1", names)].sort()).toEqual([...PROVINCES].sort());
    expect(
      cellsOf(bytes, "Biểu 1", [
        [1, 1],
        [2, 1],
        [10, 1],
        [13, 1],
      ]),
    ).toEqual([
      "BÁO CÁO CỦA Cụm thi đua số 4 (Bắc miền Trung)",
      "Đến 30/11/2022 có 2.612.345 hội viên",
      "Cộng",
      "5/5 tỉnh",
    ]);
    expect(part("ra.xlsx", "xl/worksheets/sheet1.xml")).not.toContain("{{");
  });

  it("writes a share as such where the cell shows percent, times a hundred elsewhere", () => {
    const [percent, plain] = cellsOf(readFileSync(join(folder, "ra.xlsx")), "Biểu 1", [
      [12, 2],
      [12, 3],
    ]).map(Number);
    expect(percent).toBeCloseTo(0.2644, 4);
    expect(plain).toBeCloseTo(26.44, 2);
  });

  it("keeps every other part byte for byte", () => {
    expect(changedParts(form, readFileSync(join(folder, "ra.xlsx")))).toEqual([
      "[Content_Types].xml",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/worksheets/sheet1.xml",
      "xl/worksheets/sheet2.xml",
      "xl/drawings/drawing1.xml",
      "xl/charts/chart1.xml",
      "xl/calcChain.xml",
    ]);
  });

  it("moves what stands below the repeated row, with all that points at it", () => {
    const sheet = part("ra.xlsx", "xl/worksheets/sheet1.xml");
    const merges = ["A1:D1", ...[5, 6, 7, 8, 9].map((row) => `E${row}:F${row}`), "A16:B16"];
    expect(sheet).toContain(`<mergeCells count="7">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}`);
    expect(sheet).toContain('sqref="B5:B9"');
    expect(sheet).toContain("<formula>$B$12</formula>");
    expect(part("ra.xlsx", "xl/charts/chart1.xml")).toContain("'Biểu 1'!$A$5:$A$9");
    expect(part("ra.xlsx", "xl/charts/chart1.xml")).toContain("<a:t>Hội viên 2022</a:t>");
    expect(part("ra.xlsx", "xl/drawings/drawing1.xml")).toContain("<xdr:row>17</xdr:row>");
    expect(part("ra.xlsx", "xl/workbook.xml")).toContain("'Biểu 1'!$B$10</definedName>");
    expect(part("ra.xlsx", "xl/worksheets/sheet2.xml")).toContain("'Biểu 1'!B10*2");
  });

  it.skipIf(soffice === undefined)("opens in LibreOffice, which reckons its formulas", () => {
    const saved = savedBySoffice(readFileSync(join(folder, "ra.xlsx")), "xlsx:Calc MS Excel 2007 XML");
    const [members, raised, mean] = cellsOf(saved, "Biểu 1", [
      [10, 2],
      [10, 3],
      [10, 4],
    ]).map(Number);
    expect(members).toBe(2_612_345);
    expect(raised).toBeCloseTo(656_400, 3);
    expect(mean).toBeCloseTo(656_400 / 2_612_345, 9);
    expect(cellsOf(saved, "Biểu 2", [[1, 1]])).toEqual([2 * 2_612_345]);
  });

  it("without a row to repeat touches the coded sheet and what depends on it alone", async () => {
    const plain = officeWorkbook((parts) => {
      const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
      parts.set("xl/worksheets/sheet1.xml", sheet.replace(/<row r="5"[\s\S]*?<\/row>/, ""));
      parts.set("xl/charts/chart1.xml", (parts.get("xl/charts/chart1.xml") ?? "").replace(/\{\{|\}\}/g, ""));
    });
    await fill(put("mau-b.xlsx", plain), "ra-b.xlsx");
    expect(changedParts(plain, readFileSync(join(folder, "ra-b.xlsx")))).toEqual([
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
      "xl/worksheets/sheet2.xml",
    ]);
  });
});

describe("a document with a table", () => {
  let form: Uint8Array;
  beforeAll(async () => {
    form = officeDocument();
    await fill(put("mau.docx", form), "ra.docx");
  });

  it("is filled in its text, its table, its head and foot", () => {
    const text = part("ra.docx", "word/document.xml")
      .replace(/<\/w:p>/g, "\n")
      .replace(/<[^>]+>/g, "");
    const [sentence, ...rest] = text.split("\n").filter((line) => line.trim() !== "");
    expect(sentence).toBe("Năm 2022, toàn cụm có hơn 2,6 triệu hội viên, vận động 656,4 tỷ đồng.");
    expect(rest.slice(4, 8)).toEqual(["1", "Tỉnh Thanh Hóa", expect.stringMatching(/^[\d.]+$/), expect.any(String)]);
    expect(rest.slice(-4)).toEqual(["Cộng", "2.612.345", "656.400", "Người lập"]);
    expect(part("ra.docx", "word/header1.xml")).toContain("Cụm thi đua số 4");
  });

  it("keeps every other part byte for byte", () => {
    expect([...changedParts(form, readFileSync(join(folder, "ra.docx")))].sort()).toEqual([
      "word/document.xml",
      "word/footer1.xml",
      "word/header1.xml",
    ]);
  });
});

describe("figures of other times", () => {
  it("come from the other files given; what is lacking is «…», never 0", async () => {
    const sentence = ["{{HV01}}; {{HV01|2023}}; {{HV01 | năm trước}}; {{HV01|2010}}; {{Q02|2010|triệu}}"];
    const form = put("nam.docx", officeDocument(sentence));
    const words = ["fixtures/binh-thuan-2018-2024/bai-nop", "--period", "2024"];
    const run = await fill(form, "nam-ra.docx", words);
    expect(run.err).toContain("HV01, Q02");
    const text = part("nam-ra.docx", "word/document.xml").replace(/<[^>]+>/g, " ");
    const [now, then, before, none] = text
      .trim()
      .split(";")
      .map((one) => one.trim());
    expect(now).toMatch(/^\d{2,3}\.\d{3}$/);
    expect(then).toBe(before);
    expect(then).not.toBe(now);
    expect(none).toBe("…");
  });
});

describe("the form among the figures", () => {
  it("is no report, and an aggregate's output serves as well as what it was made from", async () => {
    const mixed = join(folder, "chung");
    mkdirSync(mixed);
    const whole = join(mixed, "tong-hop.xlsx");
    await runCli(["aggregate", ...CLUSTER, "--out", whole]);
    const form = put("chung/mau.docx", officeDocument());
    const run = await fill(form, "chung-ra.docx", [mixed, ...CLUSTER.slice(1)]);
    expect([run.exit, run.out]).toEqual([0, ""]);
    expect(part("chung-ra.docx", "word/document.xml")).toBe(part("ra.docx", "word/document.xml"));
  });
});

describe("a form that cannot be filled", () => {
  it("is refused with every wrong code, its place and the nearest ones; nothing is written", async () => {
    const form = officeWorkbook((parts) => {
      const strings = parts.get("xl/sharedStrings.xml") ?? "";
      parts.set(
        "xl/sharedStrings.xml",
        strings
          .replace("<t>{{HV01}}</t>", "<t>{{HV0I}}</t>")
          .replace("{{Q02|triệu}}", "{{HV02|triệu}} {{Q2")
          .replace("{{phủ}}", "{{stt}}"),
      );
    });
    const run = await fill(put("sai.xlsx", form), "sai-ra.xlsx");
    expect(run.exit).toBe(2);
    for (const said of ["Biểu 1 › B5", "HV0I", "gần nhất: HV0", "không phải số tiền", "không đóng", "mỗi đơn vị"]) {
      expect(run.err.replace(/\s+/g, " ")).toContain(said);
    }
    expect(existsSync(join(folder, "sai-ra.xlsx"))).toBe(false);
  });

  it("without codes, of another kind, or under another ending is refused", async () => {
    const other = put("khong.txt", Buffer.from("không phải mẫu"));
    expect((await fill(other, "a.xlsx")).exit).toBe(2);
    const form = put("mau-c.docx", officeDocument(["không có mã"]));
    expect((await fill(form, "a.xlsx")).err).toContain(".docx");
  });

  it("that could not say that units are lacking is not filled with figures that lack some", async () => {
    const form = officeWorkbook((parts) => {
      parts.set("xl/sharedStrings.xml", (parts.get("xl/sharedStrings.xml") ?? "").replace("{{phủ}}", "Năm {{năm}}"));
    });
    const [file = ""] = ["fixtures/cum-4-2022/bai-nop/38-thanh-hoa.xlsx"].filter(existsSync);
    const run = await fill(put("thieu.xlsx", form), "thieu-ra.xlsx", [file, ...CLUSTER.slice(1)]);
    expect(run.exit).toBe(1);
    expect(run.err).toContain("{{phủ}}");
    expect(existsSync(join(folder, "thieu-ra.xlsx"))).toBe(false);
  });
});
