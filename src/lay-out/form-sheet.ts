// One sheet per form with child-unit rows: headings as declared, one row per child, own funds, «Tổng cộng».
// What is laid out here is read again one level up, so it must keep to the declared form.

import { type Field, type Form, fieldsOf } from "../model/form.js";
import type { PlannedSheet } from "../model/workbook-plan.js";
import { beginFormSheet } from "./begin-form-sheet.js";
import { figureOf } from "./child-figures.js";
import { columnWidths } from "./column-widths.js";
import { type FormColumn, figureColumns, textColumn } from "./form-columns.js";
import { type FormRow, formRows, HOLDER_FIELD, isReported } from "./form-rows.js";
import { type LayoutContext, printSetup, sheetNameOf } from "./layout-context.js";
import { type PageFrame, pageFrame } from "./page-frame.js";
import type { PlacedFigure, PlacedTotal } from "./placed-figure.js";
import { addSignatureBlock } from "./signature-block.js";
import { rowCells, type TablePlace, totalCells } from "./table-cells.js";
import { addTableNotes } from "./table-notes.js";
import { type TableValues, tableValues } from "./table-values.js";
import { heightOf, linesNeeded } from "./text-size.js";

/** A laid-out sheet with figures, and where they stand. */
export interface FormSheet {
  readonly sheet: PlannedSheet;
  readonly figures: readonly PlacedFigure[];
  /** Cells of the asked unit's totals, by indicator. */
  readonly totals: ReadonlyMap<string, PlacedTotal>;
}

/** A form's table before it is put on a sheet. */
interface FormTablePlan {
  readonly rows: readonly FormRow[];
  readonly columns: readonly FormColumn[];
  readonly values: TableValues;
  readonly frame: PageFrame;
  /** Columns at the left that say who a row is about. */
  readonly textCount: number;
}

/**
 * The form's sheet; undefined where it has no figures to show. Indicators that already stand on an earlier sheet
 * (`placed`) are left out where the form does not demand them.
 */
export function formSheet(form: Form, context: LayoutContext, placed: ReadonlySet<string>): FormSheet | undefined {
  const table = planTable(form, context, placed);
  if (table === undefined) return undefined;
  const { rows, columns, values, frame, textCount } = table;
  const name = sheetNameOf(form, context);
  const { lines, heading } = beginFormSheet(form, { columns, frame }, context);
  const { catalogue, aggregation } = context;
  const place = { columns, values, first: lines.next(), catalogue, rows, totals: aggregation.totals };
  rows.forEach((_, index) => {
    lines.add(rowCells(place, index), rowHeight(place, index, frame.widths));
  });
  lines.add(totalCells(place), heightOf(1));
  addTableNotes(lines, context, { frame, rows, indicators: columns.slice(textCount).map(({ field }) => field.code) });
  addSignatureBlock(lines, frame);
  const sheet = lines.finish({
    name,
    visibility: "visible",
    widths: frame.widths,
    freeze: { rows: heading.to, columns: textCount },
    print: { ...printSetup(context, name, heading), ...frame.print },
  });
  return { sheet, figures: placedFigures(name, place, rows), totals: placedTotals(name, place) };
}

function planTable(form: Form, context: LayoutContext, placed: ReadonlySet<string>): FormTablePlan | undefined {
  const { aggregation, catalogue } = context;
  const fields = fieldsOf(form, "upper");
  const rows = formRows(form, aggregation, catalogue);
  const shows = (field: Field) =>
    isReported(field, rows) && (field.required.kind !== "never" || !placed.has(field.code));
  const figures = figureColumns(fields, shows, catalogue);
  if (figures.length === 0) return undefined;
  const columns = [...textColumns(fields, rows), ...figures];
  const totalOf = (indicator: string) => figureOf(aggregation.totals, indicator);
  const values = tableValues(columns, rows, { totalOf, catalogue });
  const textCount = columns.length - figures.length;
  return { rows, columns, values, textCount, frame: pageFrame(columnWidths(columns, values), textCount) };
}

/** Columns that say who a row is about: number and name always, others where a row has something to say. */
function textColumns(fields: readonly Field[], rows: readonly FormRow[]): readonly FormColumn[] {
  const always = new Set(["row.number", "unit.name"]);
  return fields
    .filter((field) => field.role === "identity" || field.code === HOLDER_FIELD)
    .filter((field) => always.has(field.code) || rows.some((row) => (row.texts.get(field.code) ?? "") !== ""))
    .map(textColumn);
}

function rowHeight({ columns, values }: TablePlace, index: number, widths: readonly number[]): number {
  const needed = columns.map((column, position) => {
    const value = values.rows[index]?.[position];
    return column.kind === "text" && typeof value === "string" ? linesNeeded(value, widths[position] ?? 1) : 1;
  });
  return heightOf(Math.max(1, ...needed));
}

function placedFigures(
  sheet: string,
  { columns, first }: TablePlace,
  rows: readonly FormRow[],
): readonly PlacedFigure[] {
  return rows.flatMap((row, index) =>
    columns.flatMap(({ field }, position) => {
      if (field.role !== "indicator") return [];
      const cell = { sheet, row: first + index, column: position + 1 };
      const { unit, holder } = row;
      return [{ unit, indicator: field.code, holder, figure: row.figure(field.code), cell }];
    }),
  );
}

function placedTotals(sheet: string, { columns, values, first }: TablePlace): ReadonlyMap<string, PlacedTotal> {
  const row = first + values.rows.length;
  const totals = new Map<string, PlacedTotal>();
  columns.forEach(({ field, kind }, position) => {
    if (kind === "text") return;
    const cell = { sheet, row, column: position + 1 };
    totals.set(field.code, { cell, value: values.total[position] ?? null });
  });
  return totals;
}
