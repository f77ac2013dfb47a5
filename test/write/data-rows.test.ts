import { describe, expect, it } from "vitest";
import { cellIndex, shownText } from "../../src/model/grid.js";
import type { PlannedSheet } from "../../src/model/workbook-plan.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
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
        return programs.texts[cell] === "" ? programs.numbers[cell] : shownText(programs, cell);
      });
      expect(read).toEqual(VALUES);
    }
  });
});
