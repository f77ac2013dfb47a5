// The live checks of a blank form, worked out by LibreOffice: silent where figures agree, plain where one is wrong.

import { describe, expect, it } from "vitest";
import { chance } from "../../fixtures/kit/random.js";
import { createTemplateLayout } from "../../src/lay-out/template/lay-out-template.js";
import { cellIndex, type Grid, shownText, storedText } from "../../src/model/grid.js";
import { treeAt } from "../../src/model/org-tree.js";
import { at } from "../../src/model/outcome.js";
import { CHECK_HEADING } from "../../src/model/template-layout.js";
import type { WorkbookPlan } from "../../src/model/workbook-plan.js";
import { fingerprint } from "../../src/pipeline/fingerprint.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { writeWorkbook } from "../../src/write/write-workbook.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { filledTemplate, listedFields } from "../kit/filled-template.js";
import { inventedCommune } from "../kit/invented-commune.js";
import { withoutResults } from "../kit/recalculated.js";
import { savedBySoffice, soffice } from "../kit/soffice.js";

const catalogue = shippedCatalogue();
const AS_OF = "2025-12-31" as const;
const tree = treeAt(catalogue.register, AS_OF);
const unit = at(
  [...tree.units()].filter(({ level }) => level === "commune"),
  3,
);
const REQUEST = { unit, period: { kind: "year", year: 2025 }, asOf: AS_OF, rows: [], funds: [], rowCount: 8 } as const;
const blank = createTemplateLayout(
  catalogue,
  fingerprint,
)({ ...REQUEST, created: "2025-12-01T00:00:00Z", toolVersion: "0" });
const filled = filledTemplate(blank, inventedCommune(unit, tree, chance(8)));
const MEMBERS = "01 Tổ chức - Hội viên";

/** The plan with another figure in the first row of a sheet. */
function withFigure(plan: WorkbookPlan, field: string, change: (value: number) => number): WorkbookPlan {
  const { row, column } = spotOf(field);
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) =>
      sheet.name !== MEMBERS
        ? sheet
        : {
            ...sheet,
            rows: sheet.rows.map((one) =>
              one.row !== row
                ? one
                : {
                    ...one,
                    cells: one.cells.map((cell) =>
                      cell.column === column && typeof cell.value === "number"
                        ? { ...cell, value: change(cell.value) }
                        : cell,
                    ),
                  },
            ),
          },
    ),
  };
}

function spotOf(field: string) {
  const line = at(
    listedFields(blank).filter((one) => one.sheet === MEMBERS && one.field === field),
    0,
  );
  return { row: line.from, column: line.column, to: line.to };
}

async function recalculated(plan: WorkbookPlan): Promise<readonly Grid[]> {
  const bytes = savedBySoffice(withoutResults(await writeWorkbook(plan)), "xlsx:Calc MS Excel 2007 XML");
  return readWorkbook(bytes, "xa.xlsx").value?.sheets ?? [];
}

/** What the check column says, from the first row to the row of sums. */
function said(grid: Grid): readonly string[] {
  let column = 0;
  for (let index = 0; index < grid.textIds.length; index += 1) {
    if (storedText(grid, index) === CHECK_HEADING) column = at(grid.columns, index);
  }
  const own = listedFields(blank).filter(({ sheet }) => sheet === grid.name);
  const [first] = own;
  if (first === undefined || first.from === 0) return [];
  const rows = Array.from({ length: first.to - first.from + 1 }, (_, index) => first.from + index);
  return rows.map((row) => shownText(grid, cellIndex(grid, row, column)));
}

describe.skipIf(soffice === undefined)("live checks", { timeout: 150_000 }, () => {
  it("are silent where figures agree", async () => {
    const grids = await recalculated(filled);
    for (const grid of grids)
      expect([grid.name, said(grid).filter((text) => /^(?:Sai|Xem)/.test(text))]).toEqual([grid.name, []]);
    const members = at(
      grids.filter(({ name }) => name === MEMBERS),
      0,
    );
    const { to, column } = spotOf("HV01");
    const stored = at(
      filled.sheets.filter(({ name }) => name === MEMBERS),
      0,
    ).rows.find(({ row }) => row === to);
    expect(shownText(members, cellIndex(members, to, column))).toBe(
      String(stored?.cells.find((cell) => cell.column === column)?.value),
    );
  });

  it("name the columns that do not agree, and the row of sums counts them", async () => {
    const wrong = withFigure(filled, "HV04", (women) => women + 100_000);
    const members = at(
      (await recalculated(wrong)).filter(({ name }) => name === MEMBERS),
      0,
    );
    const texts = said(members);
    expect(texts[0]).toBe("Sai: cột 7 lớn hơn cột 6. ");
    expect(texts.at(-1)).toBe("Sai: 1 dòng cần sửa");
  });
});
