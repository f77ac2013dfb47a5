// The cells of a finished workbook as plain data, so that a process can write them again without reading a workbook.

import { writeFileSync } from "node:fs";
import type { CellValue, Style } from "exceljs";
import exceljs from "exceljs";

export interface SavedSheet {
  readonly name: string;
  /** Each look once; cells name it by its index. */
  readonly styles: readonly Partial<Style>[];
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly value: CellValue;
    readonly style: number;
  }[];
}

/** Writes the cells of the workbook at `source` as JSON to `target`. */
export async function saveCells(source: string, target: string): Promise<void> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(source);
  writeFileSync(target, JSON.stringify(book.worksheets.map(savedSheet)));
}

function savedSheet(sheet: exceljs.Worksheet): SavedSheet {
  const styles: Partial<Style>[] = [];
  const known = new Map<string, number>();
  const cells: SavedSheet["cells"][number][] = [];
  sheet.eachRow((line, row) => {
    line.eachCell((cell, column) => {
      const look = JSON.stringify(cell.style);
      const style = known.get(look) ?? styles.push(cell.style) - 1;
      known.set(look, style);
      cells.push({ row, column, value: cell.value, style });
    });
  });
  return { name: sheet.name, styles, cells };
}
