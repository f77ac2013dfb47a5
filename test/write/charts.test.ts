// Charts of a written workbook: they follow its cells, hold what these hold, and leave a gap where nothing is known.

import { describe, expect, it } from "vitest";
import { documentOf } from "../../src/lay-out/document/document-of.js";
import { layOutReport } from "../../src/lay-out/report/lay-out-report.js";
import { parseRange } from "../../src/model/cell-address.js";
import { cellIndex, type Grid, shownText, type WorkbookGrid } from "../../src/model/grid.js";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { writeDocument } from "../../src/write/docx/write-document.js";
import { writeWorkbook } from "../../src/write/write-workbook.js";
import { exampleReportCatalogue, exampleReportInput } from "../kit/example-report.js";
import { hasWriter, savedBySoffice, soffice } from "../kit/soffice.js";

const plan = layOutReport(exampleReportInput(), exampleReportCatalogue());
const bytes = await writeWorkbook(plan);

function parts(archive: Uint8Array, pattern: RegExp): readonly string[] {
  const found = new ZipPackage(archive);
  const names = found.entries.map(({ name }) => name).filter((name) => pattern.test(name));
  return names.sort().map((name) => found.read(name)?.toString("utf8") ?? "");
}

function bookOf(archive: Uint8Array): WorkbookGrid {
  const { value } = readWorkbook(archive, "thu.xlsx");
  if (value === undefined) throw new Error("the workbook cannot be read");
  return value;
}

/** Texts of the cells that a formula of a chart names, in order; empty for empty cells. */
function cellsNamed(formula: string, book: WorkbookGrid): readonly string[] {
  return [...formula.matchAll(/'((?:[^']|'')+)'!\$?([A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)/g)].flatMap(
    ([, name, range]) => {
      const grid = book.sheets.find((sheet) => sheet.name === name?.replaceAll("''", "'"));
      const area = parseRange((range ?? "").replaceAll("$", ""));
      if (grid === undefined || area === undefined) throw new Error(`no cells ${formula}`);
      const texts: string[] = [];
      for (let row = area.top; row <= area.bottom; row += 1) texts.push(textAt(grid, row, area.left));
      return texts;
    },
  );
}

function textAt(grid: Grid, row: number, column: number): string {
  const index = cellIndex(grid, row, column);
  const number = index < 0 ? Number.NaN : (grid.numbers[index] ?? Number.NaN);
  return index < 0 ? "" : Number.isNaN(number) ? shownText(grid, index) : String(number);
}

/** What a chart stores of a reference: one text a point, empty where it has none. */
function stored(reference: string): readonly string[] {
  const texts = new Array<string>(Number(/ptCount val="(\d+)"/.exec(reference)?.[1])).fill("");
  for (const [, at, text] of reference.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)/g)) texts[Number(at)] = text ?? "";
  return texts;
}

describe("charts of a workbook", () => {
  it("hold what the cells hold that they follow", () => {
    const book = bookOf(bytes);
    const charts = parts(bytes, /^xl\/charts\/chart\d+\.xml$/);
    expect(charts).toHaveLength(4);
    let gaps = 0;
    for (const chart of charts) {
      const references = chart.match(/<c:(?:str|num)Ref>.*?<\/c:(?:str|num)Ref>/g) ?? [];
      expect(references.length).toBeGreaterThan(1);
      for (const reference of references) {
        const formula = /<c:f>([^<]*)<\/c:f>/.exec(reference)?.[1] ?? "";
        expect(stored(reference)).toEqual(cellsNamed(formula, book));
        gaps += stored(reference).filter((text) => text === "").length;
      }
    }
    expect(gaps).toBe(8);
  });

  it("tell those who do not see them what they show", () => {
    expect(parts(bytes, /drawing\d+\.xml$/)[0]).toContain(
      'descr="Hội viên (người). Năm nay: Phường Đông Hà: 18.250; Xã Hướng Phùng: 1.504; Xã Lao Bảo: …',
    );
  });

  it("stand in the sheet where the format wants them, after the bars of its shares", () => {
    const sheets = parts(bytes, /^xl\/worksheets\/sheet\d+\.xml$/);
    const charted = sheets.filter((xml) => /<headerFooter.*<drawing [^>]*r:id="\w+"\/><\/worksheet>$/s.test(xml));
    expect(charted).toHaveLength(1);
    const barred = sheets.filter((xml) => /sqref="G10:G13".*<dataBar.*<(?:hyperlinks|pageMargins)/s.test(xml));
    expect(barred).toHaveLength(1);
  });

  it("are the same bytes again", async () => {
    expect(Buffer.from(await writeWorkbook(plan)).equals(Buffer.from(bytes))).toBe(true);
  });
});

/** Every figure of a chart with its place, to nine digits. */
function figures(chart: string): readonly string[] {
  return (chart.match(/<c:val>.*?<\/c:val>/gs) ?? []).flatMap((values) =>
    [...values.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)/g)].map(
      ([, at, text]) => `${at} ${Number(text).toPrecision(9)}`,
    ),
  );
}

const without = soffice === undefined ? " — NOT TRIED: no LibreOffice on this machine" : "";

describe.skipIf(soffice === undefined)(`opened by LibreOffice${without}`, () => {
  it("are all drawn in a Word document, from their own values", { timeout: 120_000 }, ({ skip }) => {
    if (!hasWriter) skip("NOT TRIED: no LibreOffice Writer on this machine");
    const document = writeDocument(documentOf(plan));
    const ours = parts(document, /^word\/charts\/[^/]+\.xml$/);
    const theirs = parts(savedBySoffice(document, "docx:MS Word 2007 XML", "docx"), /^word\/charts\/chart\d+\.xml$/);
    expect(ours).toHaveLength(4);
    expect(theirs.map(figures).toSorted()).toEqual(ours.map(figures).toSorted());
  });

  it("are all drawn, with the same figures and the same gaps", { timeout: 120_000 }, () => {
    const theirs = parts(savedBySoffice(bytes, "xlsx:Calc MS Excel 2007 XML"), /^xl\/charts\/chart\d+\.xml$/);
    const ours = parts(bytes, /^xl\/charts\/chart\d+\.xml$/);
    expect(theirs.map(figures).toSorted()).toEqual(ours.map(figures).toSorted());
  });
});
