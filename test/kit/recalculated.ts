// A workbook as LibreOffice gives it back after it was made to compute every formula anew.

import { expect } from "vitest";
import { cellIndex, type Grid, shownText, type WorkbookGrid } from "../../src/model/grid.js";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { packPart, writeZip } from "../../src/ooxml/zip-writer.js";
import { readWorkbook } from "../../src/read/read-workbook.js";
import { savedBySoffice } from "./soffice.js";

/** Expects every value of every sheet to be the same after a recalculation; gives the number of formulas met. */
export function expectRecalculatedAlike(bytes: Uint8Array): number {
  const ours = gridsOf(bytes);
  const theirs = gridsOf(savedBySoffice(withoutResults(bytes), "xlsx:Calc MS Excel 2007 XML"));
  let formulas = 0;
  for (const grid of ours.sheets) {
    const other = theirs.sheets.find(({ name }) => name === grid.name);
    grid.rows.forEach((row, index) => {
      const column = grid.columns[index] ?? 0;
      if (grid.formulas[index] === 1) formulas += 1;
      const where = `${grid.name} ${row}:${column}`;
      expect(other === undefined ? undefined : valueAt(other, row, column), where).toEqual(valueAt(grid, row, column));
    });
  }
  return formulas;
}

/** The same workbook without a stored result of a formula. */
export function withoutResults(bytes: Uint8Array): Uint8Array {
  const archive = new ZipPackage(bytes);
  const parts = archive.entries.map((entry) => {
    const content = archive.readEntry(entry);
    if (!entry.name.startsWith("xl/worksheets/")) return packPart(entry.name, content);
    return packPart(entry.name, Buffer.from(content.toString("utf8").replace(/<\/f><v>[^<]*<\/v>/g, "</f>"), "utf8"));
  });
  return writeZip(parts);
}

function gridsOf(bytes: Uint8Array): WorkbookGrid {
  const { value } = readWorkbook(bytes, "thu.xlsx");
  if (value === undefined) throw new Error("the workbook cannot be read");
  return value;
}

/** A number to 12 digits, which is what programs agree on; else the text. */
function valueAt(grid: Grid, row: number, column: number): string {
  const index = cellIndex(grid, row, column);
  const number = index < 0 ? Number.NaN : (grid.numbers[index] ?? Number.NaN);
  return Number.isNaN(number) ? shownText(grid, index) : number.toPrecision(12);
}
