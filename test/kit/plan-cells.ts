// Looking things up in a plan: a sheet by name, a cell by address, the row that begins with a text.

import type { PlannedCell, PlannedSheet, WorkbookPlan } from "../../src/model/workbook-plan.js";

/** The sheet with this name. */
export function sheetOf(plan: WorkbookPlan, name: string): PlannedSheet {
  const sheet = plan.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name} in ${plan.sheets.map((one) => one.name).join(", ")}`);
  return sheet;
}

/** Values of the first row in which a cell is exactly this text; empty where none is. */
export function rowWith(sheet: PlannedSheet, text: string): readonly (string | number | null)[] {
  return cellsWith(sheet, text).map(({ value }) => value);
}

/** Cells of that row. */
export function cellsWith(sheet: PlannedSheet, text: string): readonly PlannedCell[] {
  return sheet.rows.find(({ cells }) => cells.some(({ value }) => value === text))?.cells ?? [];
}

/** All texts of a sheet, one per line. */
export function textsOf(sheet: PlannedSheet): string {
  return sheet.rows.flatMap(({ cells }) => cells.map(({ value }) => String(value ?? ""))).join("\n");
}
