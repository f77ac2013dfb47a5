// The control total: whatever stands on a sheet, cells seen = cells used + cells listed with a reason.
import fc from "fast-check";
import { expect, it } from "vitest";
import { createMarkRoom, reasonMark, tallyCells, USED } from "../../src/normalise/cell-tally.js";
import { gridFromTable } from "../kit/grid-from-table.js";
import { cover, normalised } from "./normalised.js";

const REASON = "ghi chú";

it("joins listed cells into ranges, one for each reason and block", () => {
  const grid = gridFromTable("| a | b | c |\n| a | b | c |\n| a | b | |\n| a | | b |");
  const sheet = createMarkRoom()(grid);
  for (const [index, column] of grid.columns.entries()) {
    sheet.marks[index] = column === 1 ? USED : reasonMark(sheet, REASON);
  }
  const tally = tallyCells([sheet], []);
  expect([tally.seen, tally.used]).toEqual([10, 4]);
  expect(tally.listed.map(({ cells, count }) => [cells, count])).toEqual([
    ["B1:C2", 4],
    ["B3", 1],
    ["C4", 1],
  ]);
});

const cell = fc.oneof(
  fc.integer({ min: -3, max: 5000 }).map(String),
  fc.constantFrom(
    "",
    "",
    "-",
    "x",
    "…",
    '"1.522"',
    "l2",
    "()",
    "=?",
    "#REF!",
    "Ghi chú",
    "Tổng cộng",
    "Cộng",
    "Người lập",
    "<",
  ),
);
const line = fc.array(cell, { minLength: 5, maxLength: 5 });

it("counts every cell once, on any sheet", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.array(line, { maxLength: 3 }), (rows, above) => {
      const head = ["STT", "Tên chi hội, ban", "Loại", "Hội viên cuối kỳ", "Cột lạ"];
      const table = [...above, head, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
      const { submission } = normalised({ "00 Chung": cover(), "01 Tổ chức - Hội viên": table, Nháp: "| 1 |" });
      const { seen, used, listed } = submission.cells;
      expect(seen).toBe(used + listed.reduce((sum, { count }) => sum + count, 0));
      expect(listed.every(({ reason, count }) => reason !== "" && count > 0)).toBe(true);
    }),
    { numRuns: 150 },
  );
});
