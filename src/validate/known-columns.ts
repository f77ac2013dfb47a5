// Columns by code, worked out once for each template: submissions whose tables have the very same lists of fields share
// them.

import type { Indicator } from "../model/indicator.js";
import type { FormTable } from "../model/submission.js";
import { type TemplateColumns, templateColumns } from "./figure-columns.js";

export type ColumnsOf = (tables: readonly FormTable[]) => TemplateColumns;

interface KnownColumns {
  readonly tables: readonly Pick<FormTable, "form" | "fields">[];
  readonly columns: TemplateColumns;
}

/** More templates than a collection mixes; beyond it they are learnt anew. */
const LIMIT = 24;

/** Columns of the tables of any submission, kept from one to the next. */
export function createColumnsOf(indicators: ReadonlyMap<string, Indicator>): ColumnsOf {
  const templates: KnownColumns[] = [];
  return (tables) => {
    for (const known of templates) if (isSameTemplate(known.tables, tables)) return known.columns;
    const columns = templateColumns(tables, indicators);
    if (templates.length >= LIMIT) templates.length = 0;
    templates.push({ tables: tables.map(({ form, fields }) => ({ form, fields })), columns });
    return columns;
  };
}

/** True where forms and lists of fields are the same objects, so that every column is. */
function isSameTemplate(known: KnownColumns["tables"], tables: KnownColumns["tables"]): boolean {
  if (known.length !== tables.length) return false;
  for (let index = 0; index < known.length; index += 1) {
    if (known[index]?.fields !== tables[index]?.fields || known[index]?.form !== tables[index]?.form) return false;
  }
  return true;
}
