// Which columns of a form the workbook shows and in which order: declared fields, percents put beside their parts,
// headings of the shape «Nhóm: phần» split into two tiers where neighbours share the group.

import type { Catalogue } from "../model/catalogue.js";
import type { Field } from "../model/form.js";
import { isMoney } from "../model/indicator.js";
import { capitalised } from "./cell-texts.js";

/** What a column shows; `text` columns say who the row is about. */
export type ColumnKind = "text" | "count" | "money" | "ratio";

export interface FormColumn {
  readonly field: Field;
  readonly kind: ColumnKind;
  /** Upper tier of the heading; undefined for a heading in one piece. */
  readonly group: string | undefined;
  /** Lower tier, or the whole heading. */
  readonly heading: string;
}

interface Measured {
  readonly field: Field;
  readonly kind: ColumnKind;
  /** Group named in the heading, also where no neighbour shares it. */
  readonly group: string | undefined;
}

/** The columns of figures, in order. `shows` says which declared fields are to be seen. */
export function figureColumns(
  fields: readonly Field[],
  shows: (field: Field) => boolean,
  catalogue: Catalogue,
): readonly FormColumn[] {
  const shown = fields.filter((field) => field.role === "indicator" && shows(field));
  const codes = new Set(shown.map((field) => field.code));
  const columns: Measured[] = shown.map((field) => ({ field, kind: kindOf(field, catalogue), group: groupOf(field) }));
  for (const field of fields) {
    const ratio = catalogue.indicators.get(field.code)?.ratio;
    if (field.role !== "check" || ratio === undefined || !codes.has(ratio.of) || !codes.has(ratio.over)) continue;
    insertBesideParts(columns, field, ratio.of);
  }
  return columns.map((column, index) => tiered(column, columns[index - 1], columns[index + 1]));
}

/** A column that says who the row is about. */
export function textColumn(field: Field): FormColumn {
  return { field, kind: "text", group: undefined, heading: field.heading };
}

function kindOf(field: Field, catalogue: Catalogue): ColumnKind {
  const indicator = catalogue.indicators.get(field.code);
  return indicator !== undefined && isMoney(indicator) ? "money" : "count";
}

function groupOf(field: Field): string | undefined {
  const colon = field.heading.indexOf(": ");
  return colon <= 0 ? undefined : field.heading.slice(0, colon);
}

/** Puts a percent behind the last neighbour of its numerator's group. */
function insertBesideParts(columns: Measured[], field: Field, of: string): void {
  const start = columns.findIndex((column) => column.field.code === of);
  const group = columns[start]?.group;
  let end = start;
  const isNeighbour = (next: Measured | undefined) =>
    next !== undefined && (group === undefined ? next.kind === "ratio" : next.group === group);
  while (isNeighbour(columns[end + 1])) end += 1;
  columns.splice(end + 1, 0, { field, kind: "ratio", group });
}

function tiered(column: Measured, before: Measured | undefined, after: Measured | undefined): FormColumn {
  const { field, kind, group } = column;
  const isShared = group !== undefined && (before?.group === group || after?.group === group);
  if (!isShared) return { field, kind, group: undefined, heading: field.heading };
  const heading = groupOf(field) === group ? field.heading.slice(group.length + 2) : field.heading;
  return { field, kind, group, heading: capitalised(heading) };
}
