// Where a figure stands, as text: every row that was added, in as few stretches as there are.

import { describe, expect, it } from "vitest";
import { columnSource, createRunBook } from "../../src/aggregate/fact-source.js";

/** The cells of these rows in a column of a sheet. */
function cellsOf(rows: readonly number[], column: number): string {
  const book = createRunBook();
  const gathered = book.gather();
  for (const row of rows) gathered.add(row);
  return columnSource({ file: 0, sheet: "01" }, column, book.ofRows(gathered)).cells;
}

describe("the cells of some rows", () => {
  it("are one stretch where the rows stand one below the other", () => {
    expect(cellsOf([9, 10, 11], 12)).toBe("L9:L11");
    expect(cellsOf([1_048_576], 1)).toBe("A1048576");
    expect(cellsOf([], 1)).toBe("");
  });

  it("are told stretch by stretch", () => {
    expect(cellsOf([9, 11, 12, 99, 100, 101, 1_000, 1_048_575, 1_048_576], 28)).toBe(
      "AB9,AB11:AB12,AB99:AB101,AB1000,AB1048575:AB1048576",
    );
  });

  it("are all there where very many rows stand apart", () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => 10 + 3 * index);
    expect(cellsOf(rows, 16_384)).toBe(rows.map((row) => `XFD${row}`).join(","));
  });

  it("are not those gathered before", () => {
    const book = createRunBook();
    const first = book.gather();
    for (const row of [4, 6, 8]) first.add(row);
    const runs = book.ofRows(first);
    book.gather().add(50);
    expect(columnSource({ file: 0, sheet: "01" }, 2, runs).cells).toBe("B4,B6,B8");
  });
});
