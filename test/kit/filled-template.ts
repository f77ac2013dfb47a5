// A blank workbook with a commune's figures typed into it: what the office would send back. Formulas get the results
// that a spreadsheet program would give them, worked out here.

import type { CommuneReport, Figures } from "../../fixtures/kit/commune-figures.js";
import { parseAddress } from "../../src/model/cell-address.js";
import { LAYOUT_HEAD } from "../../src/model/template-layout.js";
import type { PlannedCell, PlannedRow, PlannedSheet, WorkbookPlan } from "../../src/model/workbook-plan.js";

/** One line of the very-hidden list. */
export interface ListedField {
  readonly sheet: string;
  readonly field: string;
  readonly row: number;
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** The fields that the very-hidden sheet of a blank workbook lists. */
export function listedFields(plan: WorkbookPlan): readonly ListedField[] {
  const hidden = plan.sheets.find((sheet) => sheet.visibility === "very-hidden");
  const rows = hidden?.rows.map(({ cells }) => cells.map(({ value }) => value)) ?? [];
  const head = rows.findIndex((cells) => cells[0] === LAYOUT_HEAD[0] && cells.length === LAYOUT_HEAD.length);
  return rows.slice(head + 1).map((cells) => {
    const [, , sheet, , field, , cell, from, to] = cells;
    const { row, column } = parseAddress(String(cell)) ?? { row: 0, column: 0 };
    return { sheet: String(sheet), field: String(field), row, column, from: Number(from), to: Number(to) };
  });
}

/** The workbook as the commune fills it in: cover, branches, and its own fund. */
export function filledTemplate(plan: WorkbookPlan, report: CommuneReport): WorkbookPlan {
  const fields = listedFields(plan);
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => {
      const own = fields.filter((field) => field.sheet === sheet.name);
      const [first] = own;
      if (first === undefined) return sheet;
      return first.from === 0 ? filledCover(sheet, own, report) : filledTable(sheet, own, report);
    }),
  };
}

function filledCover(sheet: PlannedSheet, fields: readonly ListedField[], report: CommuneReport): PlannedSheet {
  const byRow = new Map(fields.map(({ row, field }) => [row, report.cover.get(field)]));
  return withRows(sheet, (row) => {
    const value = byRow.get(row.row);
    return value === undefined ? row : withCells(row, ({ column }) => (column === 2 ? value : undefined));
  });
}

/** Texts and figures of one row by field. */
interface Typed {
  readonly texts: ReadonlyMap<string, string>;
  readonly figures: Figures;
}

function filledTable(sheet: PlannedSheet, fields: readonly ListedField[], report: CommuneReport): PlannedSheet {
  const { from = 0, to = 0 } = fields[0] ?? {};
  const fundTitle = sheet.rows.find(({ cells }) => cells[0]?.look === "group")?.row;
  const typed = new Map<number, Typed>(
    report.branches.map(({ name, kind, type, figures }, index) => {
      const texts = new Map([["row.name", name] as const, ["kind", kind] as const, ["type", type] as const]);
      return [from + index, { texts, figures }];
    }),
  );
  if (fundTitle !== undefined) {
    const texts = new Map([["row.name", "Quỹ khuyến học của xã"] as const, ["holder", "xã"] as const]);
    typed.set(fundTitle + 1, { texts, figures: report.ownFund });
  }
  const fieldOf = new Map(fields.map(({ column, field }) => [column, field]));
  const sums = new Map<number, number>();
  const filled = withRows(sheet, (row) => {
    const values = typed.get(row.row);
    if (values === undefined) return row;
    return withCells(row, (cell) => {
      const field = fieldOf.get(cell.column) ?? "";
      const figure = values.figures.get(field);
      if (figure !== undefined) sums.set(cell.column, (sums.get(cell.column) ?? 0) + figure);
      return figure ?? values.texts.get(field);
    });
  });
  return withRows(filled, (row) => (row.row === to ? withCells(row, ({ column }) => sums.get(column)) : row));
}

function withRows(sheet: PlannedSheet, change: (row: PlannedRow) => PlannedRow): PlannedSheet {
  return { ...sheet, rows: sheet.rows.map(change) };
}

function withCells(row: PlannedRow, typedIn: (cell: PlannedCell) => string | number | undefined): PlannedRow {
  return {
    ...row,
    cells: row.cells.map((cell) => {
      const value = typedIn(cell);
      return value === undefined ? cell : { ...cell, value };
    }),
  };
}
