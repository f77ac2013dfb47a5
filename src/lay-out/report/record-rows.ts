// Rows of a table over the entries of a list: coordination programmes, awards. What is told there stands for itself and is
// added to nothing of the area's.

import { type Field, fieldsOf } from "../../model/form.js";
import { groupBy } from "../../model/group-by.js";
import { isMoney } from "../../model/indicator.js";
import { isInside, isSameRange } from "../../model/month-range.js";
import { addQuantities, type Quantity } from "../../model/quantity.js";
import type { UnitRecord } from "../../model/record.js";
import type { ReportColumn, ReportRows } from "../../model/report.js";
import type { Look } from "../../model/workbook-plan.js";
import { shownDay } from "../list-sheet.js";
import { cellText, EMPTY, type GridCell, type GridRow, live, spanRow } from "./grid.js";
import type { ReportContext } from "./report-context.js";
import { reportValue, totalLook } from "./shown-figure.js";

export type RecordRowsDeclared = Extract<ReportRows, { by: "records" }>;

/** What stands over entries that leave the grouping field blank. */
const UNGROUPED = "Chưa ghi";
const RANGE = "–";

/** Records that print as one row: one, or those alike in the fields that are merged. */
type RowRecords = readonly [UnitRecord, ...UnitRecord[]];

interface Place {
  readonly declared: RecordRowsDeclared;
  readonly columns: readonly ReportColumn[];
  readonly fields: ReadonlyMap<string, Field>;
  readonly context: ReportContext;
}

/** The rows; `first` is the sheet's row of the first one. Empty rows to be filled in by hand where nothing is listed. */
export function recordRows(
  declared: RecordRowsDeclared,
  columns: readonly ReportColumn[],
  { first, context }: { readonly first: number; readonly context: ReportContext },
): readonly GridRow[] {
  const form = context.catalogue.forms.get(declared.form);
  const known = form === undefined ? [] : fieldsOf(form, "record");
  const place = { declared, columns, fields: new Map(known.map((field) => [field.code, field] as const)), context };
  const records = recordsAsked(declared, context);
  if (records.length === 0) return blankRows(place);
  const rows: GridRow[] = [];
  let number = 0;
  for (const [group, own] of grouped(records, place)) {
    if (group !== undefined) rows.push(spanRow(group, "group"));
    for (const entry of alike(own, declared.merge)) {
      number += 1;
      rows.push({ kind: "data", cells: columns.map((column) => recordCell(column, { entry, number, ...place })) });
    }
  }
  if (declared.total === undefined) return rows;
  return [...rows, totalRow(declared.total, { records, first, last: first + rows.length - 1, ...place })];
}

/** The list at the end of the report's time, or all that was listed in the periods that make it up. */
export function recordsAsked(
  { form, over, where }: Pick<RecordRowsDeclared, "form" | "over" | "where">,
  context: ReportContext,
): readonly UnitRecord[] {
  const all = over === "closing" ? (context.input.basis.records ?? []) : listedInTime(context);
  return all.filter(
    (record) =>
      record.form === form && [...where].every(([field, values]) => values.includes(record.texts.get(field) ?? "")),
  );
}

/** What was listed inside the report's time; of a period and a part of it the period, so that nothing counts twice. */
function listedInTime({ input, own }: ReportContext): readonly UnitRecord[] {
  const inside = (input.listed ?? []).filter(({ range }) => isInside(range, own));
  return inside.flatMap(({ range, records }) => {
    const isPart = inside.some((other) => !isSameRange(other.range, range) && isInside(range, other.range));
    return isPart ? [] : records;
  });
}

function grouped(
  records: readonly UnitRecord[],
  { declared, fields }: Place,
): readonly (readonly [string | undefined, readonly UnitRecord[]])[] {
  const { groupBy: by } = declared;
  return by === undefined ? [[undefined, records]] : byValue(records, by, fields);
}

/** Entries by what they hold in the field, in declared order, each value as it is printed. */
export function byValue(
  records: readonly UnitRecord[],
  by: string,
  fields: ReadonlyMap<string, Field>,
): readonly (readonly [string, readonly UnitRecord[]])[] {
  const groups = groupBy(records, ({ texts }) => texts.get(by) ?? "");
  const order = [...(fields.get(by)?.values.keys() ?? []), ...groups.keys()];
  return [...new Set(order)].flatMap((value) => {
    const own = groups.get(value);
    return own === undefined ? [] : [[value === "" ? UNGROUPED : capital(value), own] as const];
  });
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Records with the same texts in all of the fields, put together; each by itself where there are no fields. */
function alike(records: readonly UnitRecord[], merge: readonly string[]): readonly RowRecords[] {
  const [field, ...rest] = merge;
  if (field === undefined) return records.map((record) => [record]);
  return [...groupBy(records, ({ texts }) => texts.get(field) ?? "").values()].flatMap((own) => {
    const [one, ...others] = own;
    if (one === undefined) return [];
    return rest.length === 0 ? [[one, ...others] as const] : alike(own, rest);
  });
}

interface Row extends Place {
  readonly entry: RowRecords;
  readonly number: number;
}

function recordCell(column: ReportColumn, row: Row): GridCell {
  const [record] = row.entry;
  switch (column.show) {
    case "number":
      return { value: row.number, look: "centred" };
    case "name":
      return { value: row.context.catalogue.register.byKey(record.unit)?.name ?? "", look: "text" };
    case "field":
      return fieldCell(column.fields ?? [], row);
    default:
      return EMPTY;
  }
}

function fieldCell(codes: readonly string[], { entry, fields, context }: Row): GridCell {
  const [code = ""] = codes;
  const [record] = entry;
  if (record.numbers.has(code)) {
    const quantity = addQuantities(entry.flatMap(({ numbers }) => numbers.get(code)?.quantity ?? []));
    return { value: reportValue(quantity), look: numberLook(code, context) };
  }
  const texts = codes.flatMap((one) => {
    const text = record.texts.get(one);
    return text === undefined ? [] : [shownText(text, fields.get(one))];
  });
  const isShort = codes.every((one) => ["day", "year"].includes(fields.get(one)?.holds ?? ""));
  return texts.length === 0 ? EMPTY : { value: texts.join(RANGE), look: isShort ? "centred" : "text" };
}

function shownText(text: string, field: Field | undefined): string {
  return field?.holds === "day" ? shownDay(text) : text;
}

/** The look of a list's numbers. */
export function numberLook(code: string, { catalogue }: ReportContext): Look {
  const indicator = catalogue.indicators.get(code);
  return indicator !== undefined && isMoney(indicator) ? "money" : "count";
}

interface Total extends Place {
  readonly records: readonly UnitRecord[];
  readonly first: number;
  readonly last: number;
}

/** Sums of the columns that hold numbers. */
function totalRow(name: string, { records, columns, first, last, context }: Total): GridRow {
  const cells = columns.map((column, index): GridCell => {
    const code = column.show === "field" ? column.fields?.[0] : undefined;
    const quantities = records.flatMap(({ numbers }): readonly Quantity[] => {
      const quantity = code === undefined ? undefined : numbers.get(code)?.quantity;
      return quantity === undefined ? [] : [quantity];
    });
    if (code === undefined || quantities.length === 0) return { value: null, look: "total-label" };
    const value = reportValue(addQuantities(quantities));
    const formula = typeof value === "number" ? `SUM(${cellText(index, first)}:${cellText(index, last)})` : undefined;
    return live({ value, look: totalLook(numberLook(code, context)) }, formula);
  });
  const label = Math.max(
    0,
    columns.findIndex(({ show }) => show !== "number"),
  );
  return { kind: "data", cells: cells.map((cell, index) => (index === label ? { ...cell, value: name } : cell)) };
}

function blankRows({ declared, columns }: Place): readonly GridRow[] {
  return Array.from({ length: declared.blank }, (_, index): GridRow => {
    const cells = columns.map(
      ({ show }): GridCell => (show === "number" ? { value: index + 1, look: "centred" } : EMPTY),
    );
    return { kind: "data", cells };
  });
}
