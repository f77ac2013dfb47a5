// Layouts worked out once and found again: the workbooks of one collection come from one template. A layout is taken
// again only where every column, heading and unit is the same, compared in full.

import type { Field, Form } from "../model/form.js";
import type { RecognisedTable } from "../model/recognised.js";
import type { TraitsOf } from "./column-traits.js";
import type { CategoryReader } from "./read-identity-words.js";
import { layOutTable, type TableLayout } from "./table-layout.js";

/** The layout of a table; `stated` is the đồng per unit that its sheet or the cover states. */
export type LayoutOf = (table: RecognisedTable, stated: number | undefined) => TableLayout;

interface KnownLayout extends Pick<RecognisedTable, "columns" | "unknownColumns" | "doubtful"> {
  readonly width: number;
  readonly stated: number | undefined;
  readonly layout: TableLayout;
}

/** More templates of one form than a collection mixes; beyond it they are learnt anew. */
const LIMIT = 24;

/** Layouts by what the declarations say; kept from one workbook to the next. */
export function createLayouts(traits: TraitsOf, readerOf: (field: Field) => CategoryReader): LayoutOf {
  const byForm = new Map<Form, KnownLayout[]>();
  return (table, stated) => {
    const { columns, unknownColumns, doubtful, grid } = table;
    const layouts = byForm.get(table.form) ?? [];
    byForm.set(table.form, layouts);
    for (const known of layouts) if (isSameTemplate(known, table, stated)) return known.layout;
    const layout = layOutTable(table, { traits, readerOf, stated });
    if (layouts.length >= LIMIT) layouts.length = 0;
    layouts.push({ columns, unknownColumns, doubtful, width: grid.columnCount, stated, layout });
    return layout;
  };
}

/** Fields belong to one grain of one form, so that the grain need not be compared. */
function isSameTemplate(known: KnownLayout, table: RecognisedTable, stated: number | undefined): boolean {
  return (
    known.stated === stated &&
    known.width === table.grid.columnCount &&
    hasSameColumns(known.columns, table.columns) &&
    hasSameUnknown(known.unknownColumns, table.unknownColumns) &&
    hasSameDoubtful(known.doubtful, table.doubtful)
  );
}

function hasSameColumns(known: RecognisedTable["columns"], columns: RecognisedTable["columns"]): boolean {
  if (known === columns) return true;
  if (known.length !== columns.length) return false;
  for (let index = 0; index < known.length; index += 1) {
    const a = known[index];
    const b = columns[index];
    if (a?.field !== b?.field || a?.column !== b?.column || a?.headingText !== b?.headingText) return false;
  }
  return true;
}

function hasSameUnknown(known: RecognisedTable["unknownColumns"], columns: RecognisedTable["unknownColumns"]): boolean {
  if (known.length !== columns.length) return false;
  return known.every(({ column, text }, index) => column === columns[index]?.column && text === columns[index]?.text);
}

function hasSameDoubtful(known: RecognisedTable["doubtful"], doubtful: RecognisedTable["doubtful"]): boolean {
  if (known === doubtful) return true;
  if (known.length !== doubtful.length) return false;
  return known.every(
    ({ field, cell }, index) => field === doubtful[index]?.field && cell.column === doubtful[index]?.cell.column,
  );
}
