// Rows of a table that counts the entries of a list by one of its fields: programmes by state.

import { fieldsOf } from "../../model/form.js";
import { addQuantities } from "../../model/quantity.js";
import type { UnitRecord } from "../../model/record.js";
import { ENTRIES, type ReportColumn, type ReportRows } from "../../model/report.js";
import { cellText, EMPTY, type GridCell, type GridRow, live, spanRow } from "./grid.js";
import { byValue, numberLook, recordsAsked } from "./record-rows.js";
import type { ReportContext } from "./report-context.js";
import { reportValue, totalLook } from "./shown-figure.js";

/** One row for each value of the field, in declared order, then all. */
export function tallyRows(
  { form, field }: Extract<ReportRows, { by: "tally" }>,
  columns: readonly ReportColumn[],
  { first, context }: { readonly first: number; readonly context: ReportContext },
): readonly GridRow[] {
  const records = recordsAsked({ form, over: "closing", where: new Map() }, context);
  if (records.length === 0) return [spanRow(NOTHING, "break")];
  const list = context.catalogue.forms.get(form);
  const known = list === undefined ? [] : fieldsOf(list, "record");
  const groups = byValue(records, field, new Map(known.map((one) => [one.code, one] as const)));
  const rows = groups.map(([name, own], index): GridRow => {
    const cells = columns.map((column): GridCell => {
      if (column.show === "number") return { value: index + 1, look: "centred" };
      return column.show === "name" ? { value: name, look: "text" } : tallyCell(column, own, context);
    });
    return { kind: "data", cells, subject: name };
  });
  return [...rows, tallyTotal(columns, records, { first, last: first + rows.length - 1, context })];
}

const TOTAL = "Cộng";
const NOTHING = "Chưa có mục nào trong danh sách.";

/** How many entries, or their numbers added up. */
function tallyCell({ fields }: ReportColumn, records: readonly UnitRecord[], context: ReportContext): GridCell {
  const [code = ""] = fields ?? [];
  if (code === ENTRIES) return { value: records.length, look: "count" };
  const quantities = records.flatMap(({ numbers }) => numbers.get(code)?.quantity ?? []);
  if (quantities.length === 0) return EMPTY;
  return { value: reportValue(addQuantities(quantities)), look: numberLook(code, context) };
}

function tallyTotal(
  columns: readonly ReportColumn[],
  records: readonly UnitRecord[],
  { first, last, context }: { readonly first: number; readonly last: number; readonly context: ReportContext },
): GridRow {
  const cells = columns.map((column, index): GridCell => {
    if (column.show === "name") return { value: TOTAL, look: "total-label" };
    if (column.show !== "field") return { value: null, look: "total-label" };
    const cell = tallyCell(column, records, context);
    const isSum = typeof cell.value === "number" && last >= first;
    const formula = isSum ? `SUM(${cellText(index, first)}:${cellText(index, last)})` : undefined;
    return live({ ...cell, look: totalLook(cell.look) }, formula);
  });
  return { kind: "data", cells };
}
