// The records of one list in the asked area, one row each with the unit whose record it is. What is laid out here is read
// again one level up, so it keeps to the declared form.

import { type Form, holdsNumber } from "../model/form.js";
import { type IsoDate, isIsoDate, vietnameseDate } from "../model/iso-date.js";
import type { UnitRecord } from "../model/record.js";
import type { PlannedCell } from "../model/workbook-plan.js";
import { beginFormSheet } from "./begin-form-sheet.js";
import { shownQuantity } from "./cell-texts.js";
import type { FormColumn } from "./form-columns.js";
import type { FormSheet } from "./form-sheet.js";
import { type LayoutContext, printSetup, sheetNameOf } from "./layout-context.js";
import { isWordy, leadingColumns, listColumns, listWidths } from "./list-columns.js";
import { pageFrame } from "./page-frame.js";
import { addSignatureBlock } from "./signature-block.js";
import { heightOf, linesNeeded } from "./text-size.js";

/** The list's sheet; undefined where no unit keeps it. Days as 15/03/2024, money in whole đồng. */
export function listSheet(form: Form, context: LayoutContext): FormSheet | undefined {
  const records = (context.aggregation.records ?? []).filter((record) => record.form === form.id);
  if (records.length === 0) return undefined;
  const { unit } = context.aggregation;
  const namesUnits = records.some((record) => record.unit !== unit.key);
  const columns = listColumns(form, { namesUnits }, context.catalogue);
  const rows = records.map((record, index) => columns.map((column) => recordCell(column, { record, index, context })));
  const widths = listWidths(columns, (field) => {
    const position = columns.findIndex((column) => column.field === field);
    return rows.map((cells) => String(cells[position]?.value ?? ""));
  });
  const frame = pageFrame(widths, leadingColumns(columns));
  const name = sheetNameOf(form, context);
  const { lines, heading } = beginFormSheet(form, { columns, frame }, context);
  for (const cells of rows) {
    const needed = cells.map(({ value }, index) =>
      typeof value === "string" ? linesNeeded(value, widths[index] ?? 1) : 1,
    );
    lines.add(
      cells.map((cell, index) => ({ ...cell, column: index + 1 })),
      heightOf(Math.max(1, ...needed)),
    );
  }
  addSignatureBlock(lines, frame);
  const sheet = lines.finish({
    name,
    visibility: "visible",
    widths,
    freeze: { rows: heading.to, columns: leadingColumns(columns) },
    print: { ...printSetup(context, name, heading), ...frame.print },
  });
  return { sheet, figures: [], totals: new Map() };
}

interface RecordPlace {
  readonly record: UnitRecord;
  readonly index: number;
  readonly context: LayoutContext;
}

function recordCell({ field, kind }: FormColumn, { record, index, context }: RecordPlace): Omit<PlannedCell, "column"> {
  if (field.code === "row.number") return { value: index + 1, look: "centred" };
  if (field.role === "identity") return unitCell(field.code, record, context);
  if (kind !== "text") {
    const quantity = record.numbers.get(field.code)?.quantity;
    const look = holdsNumber(field) ? "centred" : kind === "money" ? "money" : "count";
    return { value: quantity === undefined ? null : shownQuantity(quantity), look };
  }
  const text = record.texts.get(field.code);
  if (text === undefined) return { value: null, look: "text" };
  if (field.holds === "year" && /^\d{4}$/.test(text)) return { value: Number(text), look: "centred" };
  return { value: field.holds === "day" ? shownDay(text) : text, look: isWordy(field) ? "text" : "centred" };
}

function unitCell(code: string, { unit }: UnitRecord, { catalogue }: LayoutContext): Omit<PlannedCell, "column"> {
  const named = catalogue.register.byKey(unit);
  if (code === "unit.code") return { value: named?.code ?? unit.split("@")[0] ?? null, look: "centred" };
  return { value: named?.name ?? null, look: "text" };
}

/** 2024-03-15 → 15/03/2024, 2024-03 → 03/2024; what is no day as it stands. */
export function shownDay(text: string): string {
  if (isIsoDate(text)) return vietnameseDate(text satisfies IsoDate);
  const [year = text, month] = text.split("-");
  return month === undefined || !/^\d{4}-\d{2}$/.test(text) ? text : `${month}/${year}`;
}
