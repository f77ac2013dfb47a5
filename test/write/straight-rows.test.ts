import exceljs from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellIndex, shownText, storedText } from "../../src/model/grid.js";
import type { Look, PlannedCell, PlannedRow, PlannedSheet } from "../../src/model/workbook-plan.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { safeText } from "../../src/write/safe-text.js";
import { writeWorkbook } from "../../src/write/write-workbook.js";

const VALUES = [
  "  hai dấu cách ",
  'a<b & «c» "d"',
  "dòng 1\ndòng 2",
  "=SUM(A1)",
  "_x0041_",
  0,
  -1.5,
  656_400_000_000,
] as const;

function sheet(name: string, isForPrograms: boolean): PlannedSheet {
  const cells = VALUES.map((value, index) => ({ column: index + 1, value, look: "plain" as const }));
  const rows = Array.from({ length: 2_500 }, (_, index) => ({ row: index + 1, cells }));
  return {
    name,
    visibility: "visible",
    widths: [14],
    rows,
    merges: [],
    freeze: { rows: 0, columns: 0 },
    print: { landscape: false, repeatRows: undefined, footer: "", header: "" },
    ...(isForPrograms ? { isForPrograms } : {}),
  };
}

describe("a sheet for programs", () => {
  it("reads back as one that the library writes", async () => {
    const sheets = [sheet("cho người", false), sheet("cho máy", true)];
    const plan = { title: "x", creator: "x", created: "2022-12-05T02:00:00.000Z", sheets };
    const [people, programs] = readWorkbook(await writeWorkbook(plan), "x.xlsx").value?.sheets ?? [];
    if (people === undefined || programs === undefined) throw new Error("not read");
    expect([programs.rowCount, programs.kinds]).toEqual([2_500, people.kinds]);
    for (const row of [1, 1_000, 1_001, 2_500]) {
      const read = VALUES.map((_, index) => {
        const cell = cellIndex(programs, row, index + 1);
        return storedText(programs, cell) === "" ? programs.numbers[cell] : shownText(programs, cell);
      });
      expect(read).toEqual(VALUES);
    }
  });
});

describe("texts of a sheet for programs", () => {
  async function readBack(texts: readonly string[]): Promise<readonly string[]> {
    const rows = texts.map((value, index) => ({
      row: index + 1,
      cells: [{ column: 1, value, look: "plain" as const }],
    }));
    const sheets = [{ ...sheet("cho máy", true), rows }];
    const plan = { title: "x", creator: "x", created: "2022-12-05T02:00:00.000Z", sheets };
    const [page] = readWorkbook(await writeWorkbook(plan), "x.xlsx").value?.sheets ?? [];
    if (page === undefined) throw new Error("not read");
    return texts.map((_, index) => storedText(page, cellIndex(page, index + 1, 1)).normalize("NFC"));
  }

  /** What a workbook can hold of a text; the reader takes Excel's escapes back and composes some letters. */
  const held = (text: string): string => safeText(text).replaceAll("_x005F_", "_").normalize("NFC");

  const LONG = "1 2 3 & ".repeat(100);
  it.each([
    ["Hội Khuyến học xã Hướng Phùng", "thôn\tDoa\nthôn Củ Bai", "nộp_lần_2", "_x0041_"],
    ["chuông \u0007", "hết dòng\r\nnữa", "xoá \u007f", "a\ufffeb", "a\ud83d\ude00", "a\ud83d", "a\ude00"],
    ["x".repeat(40_000), "x".repeat(40_000), "ngắn"],
    [LONG, LONG, "chen giữa", LONG, `${LONG}.`, `${LONG}.`],
  ])("are read as they stood: %j", async (...texts) => {
    expect(await readBack(texts)).toEqual(texts.map(held));
  });

  it("are read as they stood, whatever they are", async () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme", maxLength: 900 }));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 40 }), async (some) => {
        expect(await readBack([...some, ...some])).toEqual([...some, ...some].map(held));
      }),
    );
  });
});

describe("a long table", () => {
  const LOOKS: readonly Look[] = ["centred", "text", "count", "ratio", "total-money", "link"];

  function line(row: number): PlannedRow {
    const cells = LOOKS.map((look, index): PlannedCell => {
      const column = index + 1;
      if (look === "text") return { column, value: `Xã <${row}> & Phường`, look };
      if (look === "ratio") return { column, value: row / 7, formula: `A${row}/7`, look };
      if (look === "link") return { column, value: row % 2 === 0 ? "…" : null, look, link: "'Trang'!A1" };
      return { column, value: row, look };
    });
    return { row, cells, height: 18 + (row % 3) };
  }

  /** A heading, its rows below an empty one, a note over all columns; a page ends in the middle. */
  function table(name: string, count: number): PlannedSheet {
    const heading = {
      row: 1,
      cells: LOOKS.map((_, index) => ({ column: index + 1, value: "Cột", look: "heading" as const })),
    };
    const note = { row: count + 4, cells: [{ column: 1, value: "Ghi chú", look: "note" as const }] };
    const rows = [heading, ...Array.from({ length: count }, (_, index) => line(index + 3)), note];
    const base = sheet(name, false);
    const merges = [{ top: count + 4, left: 1, bottom: count + 4, right: LOOKS.length }];
    return { ...base, rows, merges, print: { ...base.print, breaks: [30] } };
  }

  /** Value, formula, style, link of every cell, and the heights of rows, as the library reads them. */
  function readAs(page: exceljs.Worksheet | undefined, rows: readonly PlannedRow[]): readonly unknown[] {
    return rows.map(({ row, cells }) => {
      const found = page?.getRow(row);
      const read = cells.map(({ column }) => {
        const cell = found?.getCell(column);
        return [cell?.text, cell?.formula, cell?.result, cell?.style, cell?.isMerged];
      });
      return [found?.height, read];
    });
  }

  it("is written as a short one is, cell by cell", async () => {
    const [short, long] = [table("ngắn", 50), table("dài", 300)];
    const plan = { title: "x", creator: "x", created: "2022-12-05T02:00:00.000Z", sheets: [short, long] };
    const book = new exceljs.Workbook();
    await book.xlsx.load(Buffer.from(await writeWorkbook(plan)).buffer);
    const common = short.rows.slice(0, -1);
    expect(readAs(book.getWorksheet("dài"), common)).toEqual(readAs(book.getWorksheet("ngắn"), common));
    const [last, end] = [short.rows.slice(-1), long.rows.slice(-1)];
    expect(readAs(book.getWorksheet("dài"), end)).toEqual(readAs(book.getWorksheet("ngắn"), last));
    const page = book.getWorksheet("dài");
    for (const { row, cells } of long.rows) {
      for (const { column, value } of cells) expect(page?.getCell(row, column).text).toBe(String(value ?? ""));
    }
    expect([page?.rowCount, page?.getCell("C250").numFmt]).toEqual([304, "#,##0"]);
  });
});
