// Workbooks packed for another thread come out as they were.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Grid, WorkbookGrid } from "../../src/model/grid.js";
import { BookPacker, BookUnpacker } from "../../src/read/packed-books.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { tableOf, textsOf } from "../kit/grid-texts.js";

const FIXTURES = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const books = ["loi", "bo-cuc", "tinh-quang-tri-2022", "cum-4-2022"].flatMap((folder) =>
  readdirSync(join(FIXTURES, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".xlsx"))
    .flatMap((name) => readWorkbook(readFileSync(join(FIXTURES, folder, name)), name).value ?? []),
);

/** As it arrives in another thread. */
function sent<T>(message: T): T {
  return structuredClone(message);
}

describe("workbooks packed", () => {
  it("come out cell for cell, with merges, styles and hidden rows", () => {
    const all = books.flatMap(({ sheets }) => sheets);
    expect(all.some(({ merges }) => merges.length > 0)).toBe(true);
    expect(all.some(({ hiddenRows, hiddenColumns }) => hiddenRows.size + hiddenColumns.size > 0)).toBe(true);
    const [packer, unpacker] = [new BookPacker(), new BookUnpacker()];
    for (let first = 0; first < books.length; first += 8) {
      const some = books.slice(first, first + 8);
      expect(unpacker.unpack(sent(packer.pack(some))).map(cellByCell)).toEqual(some.map(cellByCell));
    }
  });

  it("keep the fonts inside a text", () => {
    const book = bookOfTexts(["Xã Hướng Phùng"]);
    const runs = new Map([
      [
        "A1",
        [
          { text: "Xã ", fontName: "" },
          { text: "Hướng Phùng", fontName: ".VnTime" },
        ],
      ],
    ]);
    const inFonts = { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, runs })) };
    const [arrived] = new BookUnpacker().unpack(sent(new BookPacker().pack([inFonts])));
    expect([arrived].map((one) => one && cellByCell(one))).toEqual([cellByCell(inFonts)]);
  });

  it("send a text once, and forget the texts when they have become too many", () => {
    const [packer, unpacker] = [new BookPacker(), new BookUnpacker()];
    const numbered = (from: number, count: number): WorkbookGrid =>
      bookOfTexts(Array.from({ length: count }, (_, index) => `Chi hội ${from + index}`));
    const steps = [numbered(0, 70_000), numbered(0, 70_000), numbered(70_000, 70_000), numbered(0, 10)];
    const packages = steps.map((book) => packer.pack([book]));
    expect(packages.map(({ texts, isAnew }) => [texts.length, isAnew])).toEqual([
      [70_000, false],
      [0, false],
      [70_000, false],
      [10, true],
    ]);
    const arrived = packages.flatMap((one) => unpacker.unpack(sent(one)));
    expect(arrived.map(cellByCell)).toEqual(steps.map(cellByCell));
  });
});

/** A workbook with its texts instead of numbers into a table, which is another one after the way. */
function cellByCell({ sheets, ...book }: WorkbookGrid): unknown {
  return {
    ...book,
    sheets: sheets.map(({ textIds, textTable, ...sheet }) => [sheet, textsOf({ ...sheet, textIds, textTable })]),
  };
}

function bookOfTexts(texts: readonly string[]): WorkbookGrid {
  const count = texts.length;
  const rows = Uint32Array.from(texts, (_, index) => index + 1);
  const sheet: Grid = {
    name: "Danh sách",
    index: 0,
    visibility: "visible",
    rowCount: count,
    columnCount: 1,
    rows,
    columns: new Uint32Array(count).fill(1),
    kinds: new Uint8Array(count).fill(2),
    numbers: new Float64Array(count).fill(Number.NaN),
    ...tableOf(texts),
    styles: new Uint32Array(count),
    formulas: new Uint8Array(count),
    rowStarts: Uint32Array.from({ length: count + 2 }, (_, row) => Math.max(0, row - 1)),
    styleTable: [{ numberFormat: "General", fontName: "" }],
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
  return { sheets: [sheet], date1904: false, definedNames: new Map() };
}
