// What secretaries do to a blank form before it comes back, one function each, on the plan of a filled workbook. Formulas
// keep their stored results, which is what is read.

import { at } from "../../src/model/outcome.js";
import type { PlannedCell, PlannedRow, PlannedSheet, WorkbookPlan } from "../../src/model/workbook-plan.js";
import { listedFields } from "./filled-template.js";

export type Alter = (plan: WorkbookPlan) => WorkbookPlan;

/** Every sheet that is seen, changed. */
export function onSheets(change: (sheet: PlannedSheet, plan: WorkbookPlan) => PlannedSheet): Alter {
  return (plan) => ({
    ...plan,
    sheets: plan.sheets.map((sheet) => (sheet.visibility === "visible" ? change(sheet, plan) : sheet)),
  });
}

/** Rows moved down from the row that `from` gives; undefined leaves the sheet alone. */
export function rowsInserted(
  from: (sheet: PlannedSheet, plan: WorkbookPlan) => number | undefined,
  count: number,
): Alter {
  return onSheets((sheet, plan) => {
    const first = from(sheet, plan);
    return first === undefined ? sheet : shifted(sheet, first, count);
  });
}

function shifted(sheet: PlannedSheet, first: number, count: number): PlannedSheet {
  const down = (row: number): number => (row >= first ? row + count : row);
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, row: down(row.row) })),
    merges: sheet.merges.map((merge) => ({ ...merge, top: down(merge.top), bottom: down(merge.bottom) })),
  };
}

/** Rows without a name and without figures taken out, those below moved up. */
export const unusedRowsDeleted: Alter = onSheets((sheet, plan) => {
  const fields = listedFields(plan).filter((field) => field.sheet === sheet.name && field.from > 0);
  const name = fields.find(({ field }) => field.endsWith(".name"));
  if (name === undefined) return sheet;
  const isUnused = ({ row, cells }: PlannedRow): boolean => {
    const shown = cells.find(({ column }) => column === name.column);
    return (
      row >= name.from && row < name.to && shown !== undefined && (shown.value ?? "") === "" && shown.look !== "group"
    );
  };
  let left = sheet;
  for (const { row } of sheet.rows.filter(isUnused).toReversed()) {
    left = shifted({ ...left, rows: left.rows.filter((one) => one.row !== row) }, row, -1);
  }
  return left;
});

/** Columns of a sheet in another order: `order[i]` is the old column that stands at i + 1. */
function reordered(sheet: PlannedSheet, order: readonly number[]): PlannedSheet {
  const place = new Map(order.map((old, index) => [old, index + 1]));
  const moved = (column: number): number => place.get(column) ?? column;
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, column: moved(cell.column) })).sort((a, b) => a.column - b.column),
    })),
    merges: sheet.merges.filter(({ top }) => top < firstHeading(sheet)),
  };
}

function firstHeading(sheet: PlannedSheet): number {
  return sheet.rows.find(({ cells }) => cells[0]?.look === "heading")?.row ?? 0;
}

/** Column of a field on its sheet. */
export function columnOf(plan: WorkbookPlan, sheet: string, field: string): number {
  return at(
    listedFields(plan).filter((one) => one.sheet === sheet && one.field === field),
    0,
  ).column;
}

/** Two neighbours change places, in the table alone. */
export function columnsSwapped(name: string, first: string, second: string): Alter {
  return onSheets((sheet, plan) => {
    if (sheet.name !== name) return sheet;
    const [a, b] = [columnOf(plan, name, first), columnOf(plan, name, second)];
    const top = firstHeading(sheet);
    const table = { ...sheet, rows: sheet.rows.filter(({ row }) => row >= top) };
    const above = sheet.rows.filter(({ row }) => row < top);
    const swapped = reordered(
      table,
      range(40).map((column) => (column === a ? b : column === b ? a : column)),
    );
    return { ...swapped, rows: [...above, ...swapped.rows], merges: [] };
  });
}

/** A column of the office's own before the one of a field. */
export function columnInserted(name: string, before: string, heading: string): Alter {
  return onSheets((sheet, plan) => {
    if (sheet.name !== name) return sheet;
    const place = columnOf(plan, name, before);
    const top = firstHeading(sheet);
    const rows = sheet.rows.map((row): PlannedRow => {
      if (row.row < top) return row;
      const cells = row.cells.map((cell) => (cell.column >= place ? { ...cell, column: cell.column + 1 } : cell));
      const own: PlannedCell = { column: place, value: row.row === top ? heading : null, look: "text" };
      return { ...row, cells: [...cells, own].sort((a, b) => a.column - b.column) };
    });
    return { ...sheet, rows, merges: [] };
  });
}

/** The cells of a field's column taken out of the table. */
export function columnDeleted(name: string, field: string): Alter {
  return onSheets((sheet, plan) => {
    if (sheet.name !== name) return sheet;
    const place = columnOf(plan, name, field);
    const top = firstHeading(sheet);
    const rows = sheet.rows.map((row) => {
      if (row.row < top) return row;
      const cells = row.cells.filter(({ column }) => column !== place);
      return {
        ...row,
        cells: cells.map((cell) => (cell.column > place ? { ...cell, column: cell.column - 1 } : cell)),
      };
    });
    return { ...sheet, rows, merges: [] };
  });
}

/** A field's column a second time, behind the last one. */
export function columnDoubled(name: string, field: string): Alter {
  return onSheets((sheet, plan) => {
    if (sheet.name !== name) return sheet;
    const place = columnOf(plan, name, field);
    const top = firstHeading(sheet);
    const last = Math.max(
      ...sheet.rows.flatMap(({ row, cells }) => (row < top ? [] : cells.map(({ column }) => column))),
    );
    const rows = sheet.rows.map((row) => {
      const copied = row.row < top ? undefined : row.cells.find(({ column }) => column === place);
      return copied === undefined ? row : { ...row, cells: [...row.cells, { ...copied, column: last + 1 }] };
    });
    return { ...sheet, rows };
  });
}

/** Sheets under other names. */
export function sheetsRenamed(nameOf: (name: string, index: number) => string): Alter {
  return (plan) => ({
    ...plan,
    sheets: plan.sheets.map((sheet, index) =>
      sheet.visibility === "visible" ? { ...sheet, name: nameOf(sheet.name, index) } : sheet,
    ),
  });
}

export const sheetsTurned: Alter = (plan) => ({ ...plan, sheets: plan.sheets.toReversed() });

/** What is seen, copied into a new workbook: hidden sheets and names stay behind, formulas become values. */
export const copiedOut: Alter = (plan) => {
  const { sheets } = pastedOver(plan);
  return { ...plan, sheets: sheets.filter(({ visibility }) => visibility === "visible") };
};

/** Every formula of the visible sheets replaced by its result. */
export const pastedOver: Alter = onSheets((sheet) => ({
  ...sheet,
  rows: sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map(
      ({ formula: _, ...cell }): PlannedCell => ({ ...cell, value: cell.value === "" ? null : cell.value }),
    ),
  })),
}));

/** One text wherever it is a heading on a sheet. */
export function headingReworded(name: string, from: string, to: string): Alter {
  return onSheets((sheet) =>
    sheet.name !== name
      ? sheet
      : {
          ...sheet,
          rows: sheet.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) =>
              cell.look === "heading" && cell.value === from ? { ...cell, value: to } : cell,
            ),
          })),
        },
  );
}

/** One sheet as Excel saves it in CSV: values alone. */
export function sheetAsCsv(plan: WorkbookPlan, name: string): Uint8Array {
  const rows = at(
    plan.sheets.filter((sheet) => sheet.name === name),
    0,
  ).rows;
  const last = Math.max(...rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const lines: string[] = [];
  for (const { row, cells } of rows) {
    while (lines.length < row - 1) lines.push(",".repeat(last - 1));
    const texts = range(last).map((column) => quoted(cells.find((cell) => cell.column === column)?.value ?? ""));
    lines.push(texts.join(","));
  }
  return Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`, "utf8");
}

function quoted(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
