// What a recogniser keeps from earlier workbooks must never show: each workbook is read as if it were the first.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Grid } from "../../src/model/grid.js";
import { createRecogniser, type Recognise } from "../../src/recognise/create-recogniser.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { gridFromTable, workbookOf } from "../kit/grid-from-table.js";
import { formsOf, valuesOf } from "./recognised.js";

const FILE = "BC2022_HuongPhung.xlsx";

/** A cover as communes and provinces fill the same sheet: some values blank, some that are labels or years elsewhere. */
const cover = fc
  .record({
    level: fc.constantFrom("xã", "tỉnh", ""),
    name: fc.constantFrom("Xã Hướng Phùng", "Tỉnh Quảng Trị", "Dân số", "(1)", ""),
    population: fc.constantFrom("5400", "2022", "1998", "", "—"),
    further: fc.constantFrom("", "| Số hộ | 1200 |", "| Dân số | 5401 |", "| 1 | Số hộ | 2 | 1200 |"),
  })
  .map(({ level, name, population, further }) =>
    gridFromTable(
      `| Mã đơn vị | "19429" |
       | Tên đơn vị | ${name} |
       | Cấp | ${level} |
       | Kỳ báo cáo | năm 2022 |
       | Dân số | ${population} |
       ${further}`,
      { name: "00 Chung" },
    ),
  );

/** Tables whose first rows are alike: what stands above, below and beside decides. */
const table = fc
  .record({
    above: fc.constantFrom("| Năm 2022 |", "| | Đơn vị tính: đồng |", "| | | Gia đình học tập | < |"),
    name: fc.constantFrom("Tên đơn vị", "Tên chi hội, ban", "Xã, phường"),
    heading: fc.constantFrom("Gia đình học tập: tổng số (hộ)", "Tổng số", "Hội viên cuối kỳ"),
    below: fc.constantFrom(
      "| 1 | A | 5 | 4 |",
      "| | | tổng số (hộ) | công nhận |",
      "| A | B | 1 | 2 |",
      "|  |  |  |  |",
    ),
    last: fc.constantFrom("| Tổng cộng | | 12 | 7 |", "| 3 | C | 7 | 3 |"),
  })
  .map(({ above, name, heading, below, last }) =>
    gridFromTable(
      `${above}
       | STT | ${name} | ${heading} | Gia đình học tập: công nhận |
       ${below}
       | 2 | B | 5 | 4 |
       ${last}`,
      { name: "03 Mô hình" },
    ),
  );

/** Everything said of a workbook; grids by name. */
function said(recognise: Recognise, sheets: readonly Grid[]): string {
  return JSON.stringify(recognise(workbookOf(...sheets), FILE), (key, value: unknown) => {
    if (key === "grid") return sheets.findIndex((sheet) => isNamed(value, sheet.name));
    return value instanceof Map ? [...value] : value;
  });
}

function isNamed(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && "name" in value && value.name === name;
}

test("workbooks read one after another are read as each by itself", () => {
  const kept = createRecogniser(shippedCatalogue());
  fc.assert(
    fc.property(fc.array(fc.tuple(cover, table), { minLength: 4, maxLength: 8 }), (books) => {
      for (const sheets of books) expect(said(kept, sheets)).toBe(said(createRecogniser(shippedCatalogue()), sheets));
    }),
    { numRuns: 12, seed: 49 },
  );
});

describe("the same headings again", () => {
  const book = (level: string, name: string): readonly Grid[] => [
    gridFromTable(`| Mã đơn vị | "45" |\n| Tên đơn vị | ${name} |\n| Cấp | ${level} |`, { name: "00 Chung" }),
    gridFromTable(
      "| STT | Tên đơn vị | Gia đình học tập: tổng số (hộ) | Gia đình học tập: công nhận |\n| 1 | A | 5 | 4 |",
    ),
  ];

  test("are branches for a commune and child units for a province, whichever comes first", () => {
    const recognise = createRecogniser(shippedCatalogue());
    const grains = [book("xã", "Xã Hướng Phùng"), book("tỉnh", "Tỉnh Quảng Trị"), book("xã", "Xã Hướng Tân")].map(
      (sheets) => formsOf(recognise(workbookOf(...sheets), FILE)),
    );
    expect(grains).toEqual([["BM03 branch"], ["BM03 upper"], ["BM03 branch"]]);
  });

  test("belong to the workbook at hand, cover and table", () => {
    const recognise = createRecogniser(shippedCatalogue());
    for (const name of ["Xã Hướng Phùng", "Xã Hướng Tân"]) {
      const sheets = workbookOf(...book("xã", name));
      const { value } = recognise(sheets, FILE);
      expect(value.pairs.map(({ grid }) => grid)).toEqual([sheets.sheets[0]]);
      expect(value.tables.map(({ grid }) => grid)).toEqual([sheets.sheets[1]]);
      expect(valuesOf(value.pairs[0])).toContain("unit.name B2");
    }
  });
});
