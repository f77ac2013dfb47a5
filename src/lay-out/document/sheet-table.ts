// The table on a sheet, with its cells as they are seen: what a merged range covers is left out.

import type { CellRange } from "../../model/cell-address.js";
import type { DocumentRow, DocumentTable } from "../../model/document-plan.js";
import type { PlannedRow, PlannedSheet } from "../../model/workbook-plan.js";
import { heightOf } from "../text-size.js";

/** Rows of the sheet's table: from its repeated headings down to the first row left empty; none without headings. */
export function tableRows({ rows, print }: PlannedSheet): readonly PlannedRow[] {
  const start = rows.findIndex(({ row }) => row === print.repeatRows?.from);
  if (start < 0) return [];
  const gap = rows.findIndex(({ row }, index) => index > start && row !== (rows[index - 1]?.row ?? row) + 1);
  return rows.slice(start, gap < 0 ? rows.length : gap);
}

/** The table made of these rows of the sheet; its caption is the title above it. */
export function tableOf(sheet: PlannedSheet, rows: readonly PlannedRow[]): DocumentTable {
  const { merges, widths, print } = sheet;
  const seen = seenCells(merges, widths.length);
  const isHead = ({ row }: PlannedRow): boolean => row <= (print.repeatRows?.to ?? row);
  return {
    kind: "table",
    caption: titleOf(sheet),
    widths,
    head: rows.filter(isHead).map(seen),
    headHeights: rows.filter(isHead).map(({ height }) => height ?? heightOf(1)),
    body: rows.filter((row) => !isHead(row)).map(seen),
    bars: (sheet.bars ?? []).map(({ left }) => left),
  };
}

function titleOf({ rows, name }: PlannedSheet): string {
  const cells = rows.flatMap((row) => row.cells);
  return String(cells.find(({ look }) => look === "report-title")?.value ?? name);
}

function seenCells(merges: readonly CellRange[], columns: number): (row: PlannedRow) => DocumentRow {
  const byRow = new Map<number, CellRange[]>();
  for (const merge of merges) {
    for (let row = merge.top; row <= merge.bottom; row += 1) byRow.set(row, [...(byRow.get(row) ?? []), merge]);
  }
  return ({ row, cells }) => {
    const near = byRow.get(row) ?? [];
    const rowCells = new Map(cells.map((cell) => [cell.column, cell]));
    return Array.from({ length: columns }, (_, index) => index + 1).flatMap((column) => {
      const range = near.find(({ left, right }) => left <= column && column <= right);
      if (range !== undefined && (range.top !== row || range.left !== column)) return [];
      const { value, look } = rowCells.get(column) ?? { value: null, look: "text" as const };
      const across = range === undefined ? 1 : range.right - range.left + 1;
      const down = range === undefined ? 1 : range.bottom - range.top + 1;
      return [{ column, across, down, value, look }];
    });
  };
}
