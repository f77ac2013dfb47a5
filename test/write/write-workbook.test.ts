// What is in the plan is in the file: read back with exceljs, and with the program's own reader.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import exceljs from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { layOutAggregate } from "../../src/lay-out/lay-out-aggregate.js";
import { addressText } from "../../src/model/cell-address.js";
import { cellIndex, shownText } from "../../src/model/grid.js";
import { LOOKS, type PlannedCell, type PlannedSheet, type WorkbookPlan } from "../../src/model/workbook-plan.js";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { writeWorkbook } from "../../src/write/write-workbook.js";
import { exampleReport } from "../kit/example-aggregation.js";
import { exampleCatalogue } from "../kit/example-catalogue.js";
import { hashOf, writeExample } from "./write-example.js";

const PLAN = layOutAggregate(exampleReport(), exampleCatalogue());

function onePage(cells: readonly PlannedCell[], changes: Partial<PlannedSheet> = {}): WorkbookPlan {
  const sheet: PlannedSheet = {
    name: "Trang 1",
    visibility: "visible",
    widths: [20],
    rows: [{ row: 1, cells }],
    merges: [],
    freeze: { rows: 0, columns: 0 },
    print: { landscape: true, repeatRows: undefined, footer: "", header: "" },
    ...changes,
  };
  return { title: "Thử", creator: "khuyenhoc", created: "2025-12-05T02:30:00.000Z", sheets: [sheet] };
}

async function readBack(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(Buffer.from(bytes).buffer);
  return book;
}

async function firstCell(plan: WorkbookPlan): Promise<exceljs.Cell> {
  const sheet = (await readBack(await writeWorkbook(plan))).worksheets[0];
  if (sheet === undefined) throw new Error("no sheet was written");
  return sheet.getCell("A1");
}

test("every value, formula and link of the example reads back", async () => {
  const book = await readBack(await writeExample());
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(PLAN.sheets.map((sheet) => sheet.name));
  for (const planned of PLAN.sheets) {
    const sheet = book.getWorksheet(planned.name);
    for (const { row, cells } of planned.rows) {
      for (const cell of cells) {
        const found = sheet?.getCell(row, cell.column);
        const where = `${planned.name}!${addressText({ row, column: cell.column })}`;
        if (cell.value !== null)
          expect(found?.formula === undefined ? found?.text : String(found.result), where).toBe(String(cell.value));
        expect(found?.formula, where).toBe(cell.formula);
      }
    }
  }
});

test("sheets are hidden, frozen and set up for A4 as planned", async () => {
  const book = await readBack(await writeExample());
  expect(book.getWorksheet("_so-lieu")?.state).toBe("veryHidden");
  expect(book.getWorksheet("Tổng hợp")?.state).toBe("visible");
  const fund = book.getWorksheet("02 Quỹ");
  expect(fund?.views[0]).toMatchObject({ state: "frozen", xSplit: 4, ySplit: 9 });
  expect(fund?.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToWidth: 1, fitToHeight: 0 });
  expect(fund?.pageSetup.printTitlesRow).toBe("7:9");
  expect(fund?.headerFooter.oddFooter).toContain("Trang &P/&N");
  expect(fund?.getCell("E7").master.address).toBe("E7");
  expect(fund?.getCell("F7").master.address).toBe("E7");
  expect(fund?.getColumn(1).width).toBeCloseTo(5);
});

test("figures have the number format of their kind, codes stay text, the font is Times New Roman", async () => {
  const book = await readBack(await writeExample());
  expect(book.getWorksheet("02 Quỹ")?.getCell("E10").numFmt).toBe("#,##0");
  expect(book.getWorksheet("03 Mô hình học tập")?.getCell("F9").numFmt).toBe("0.00%");
  expect(book.getWorksheet("02 Quỹ")?.getCell("B10").type).toBe(exceljs.ValueType.String);
  const fonts = new Set(LOOKS.map((_, index) => book.worksheets[index]?.getCell("A1").font?.name));
  expect([...fonts].filter((name) => name !== undefined)).toEqual(["Times New Roman"]);
});

test("links lead inside the workbook, also from cells with a formula", async () => {
  const plan = onePage([{ column: 1, value: 3, formula: "1+2", look: "count", link: "'Trang & 1'!A1" }]);
  const bytes = await writeWorkbook(plan);
  const archive = new ZipPackage(bytes);
  expect(archive.read("xl/worksheets/sheet1.xml")?.toString("utf8")).toContain(
    `<hyperlink ref="A1" location="'Trang &amp; 1'!A1"/>`,
  );
  expect(archive.entries.map((entry) => entry.name).filter((name) => name.includes("worksheets/_rels"))).toEqual([]);
});

test.each(["=1+1", "+84 912", "-5", "@SUM(A1)", "0044", "_x0041_", " hai  đầu ", "dòng 1\ndòng 2", "<b>&amp;</b>"])(
  "the text «%s» stays that text",
  async (text) => {
    const cell = await firstCell(onePage([{ column: 1, value: text, look: "text" }]));
    expect(cell.formula).toBeUndefined();
    expect(cell.type).toBe(exceljs.ValueType.String);
    const book = readWorkbook(await writeWorkbook(onePage([{ column: 1, value: text, look: "text" }])), "thu.xlsx");
    const grid = book.value?.sheets[0];
    expect(grid === undefined ? undefined : shownText(grid, cellIndex(grid, 1, 1))).toBe(text);
  },
);

test("characters that a workbook cannot hold are left out, all others are kept", async () => {
  const cell = await firstCell(
    onePage([{ column: 1, value: "Xã\u0000 Hướng\u0007 Phùng\ud800\uffff 𝄞", look: "text" }]),
  );
  expect(cell.text).toBe("Xã Hướng Phùng 𝄞");
});

test("any text gives a workbook that opens", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (text) => {
      const bytes = await writeWorkbook(
        onePage([{ column: 1, value: text, look: "text" }], {
          print: { landscape: true, repeatRows: undefined, header: "", footer: text },
        }),
      );
      const outcome = readWorkbook(bytes, "thu.xlsx");
      expect(outcome.findings).toEqual([]);
      expect(outcome.value?.sheets).toHaveLength(1);
    }),
    { numRuns: 40 },
  );
});

test("a text longer than a cell takes is cut and says so", async () => {
  const cell = await firstCell(onePage([{ column: 1, value: "a".repeat(40_000), look: "text" }]));
  expect(cell.text).toHaveLength(32_767);
  expect(cell.text.endsWith("…")).toBe(true);
});

test("the same plan gives the same bytes, in every process and time zone", async () => {
  const here = hashOf(await writeExample());
  expect(hashOf(await writeExample())).toBe(here);
  const script = fileURLToPath(new URL("write-example.ts", import.meta.url));
  for (const zone of ["UTC", "Asia/Ho_Chi_Minh"]) {
    const env = { ...process.env, TZ: zone };
    const there = execFileSync(process.execPath, ["--import", "tsx", script, "print-hash"], { env, encoding: "utf8" });
    expect(there, zone).toBe(here);
  }
});

test("a sheet name that Excel refuses is our mistake", async () => {
  await expect(writeWorkbook(onePage([], { name: "a/b" }))).rejects.toThrow("a/b");
  await expect(writeWorkbook(onePage([], { name: "x".repeat(32) }))).rejects.toThrow();
});
