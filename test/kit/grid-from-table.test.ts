// The kit itself: what a test writes is the grid it gets.

import { expect, test } from "vitest";
import { cellIndex, holdsSomething, kindAt, shownText } from "../../src/model/grid.js";
import { gridFromTable, workbookFromTables } from "./grid-from-table.js";

test("kinds of cells are written briefly and stored in place", () => {
  const grid = gridFromTable(
    `| Mã | Tên | Số |
     |----|-----|----|
     | "00123" | Xã Hướng Phùng | 1.5 |
     | #REF! | @2022-11-30 | =? |`,
    { at: "C5", name: "01" },
  );
  expect(grid.rowCount).toBe(7);
  expect(grid.columnCount).toBe(5);
  const shown = (row: number, column: number) => {
    const index = cellIndex(grid, row, column);
    return [kindAt(grid, index), shownText(grid, index)];
  };
  expect(shown(5, 3)).toEqual(["text", "Mã"]);
  expect(shown(6, 3)).toEqual(["text", "00123"]);
  expect(shown(6, 5)).toEqual(["number", "1.5"]);
  expect(shown(7, 3)).toEqual(["error", "#REF!"]);
  expect(shown(7, 4)).toEqual(["date", "44895"]);
  expect(shown(7, 5)).toEqual(["uncalculated", ""]);
  expect(shown(4, 3)).toEqual(["blank", ""]);
});

test("marks in the table become merges with covered cells", () => {
  const grid = gridFromTable(`| STT | Hội viên | < |
                              | ^ | Nữ | Đảng viên |`);
  expect(grid.merges).toEqual([
    { top: 1, left: 2, bottom: 1, right: 3 },
    { top: 1, left: 1, bottom: 2, right: 1 },
  ]);
  expect(kindAt(grid, cellIndex(grid, 2, 1))).toBe("covered");
});

test("a further merge covers what stands under it", () => {
  const grid = gridFromTable("| Cộng | 12 |", { merges: ["A1:B1"] });
  expect(kindAt(grid, cellIndex(grid, 1, 2))).toBe("covered");
  expect(holdsSomething(grid, cellIndex(grid, 1, 2))).toBe(true);
});

test("a workbook numbers its sheets in the order given", () => {
  const book = workbookFromTables({ "00 Chung": "| Mã đơn vị | 44 |", "02 Quỹ": [["Tên", 3]] });
  expect(book.sheets.map(({ name, index }) => [name, index])).toEqual([
    ["00 Chung", 0],
    ["02 Quỹ", 1],
  ]);
});
