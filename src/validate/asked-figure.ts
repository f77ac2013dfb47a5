// Where a figure is found in the records of a template: in one column as most are, in several, or added up from others.
// Worked out once, for all files on the template.

import type { FigureName } from "../model/rule.js";
import type { CodeColumns, ColumnSum, ColumnsByCode, FigureColumn } from "./figure-columns.js";

/** How a figure is found in the records of a template: worked out once for all files on it. */
export interface AskedFigure {
  readonly stand: CodeColumns;
  readonly form: string | undefined;
  /** The column of the rows whose figure comes before all others; undefined where none has it. */
  readonly lead: FigureColumn | undefined;
  /** True where nothing but that column may give it, as of most figures; and where nothing does. */
  readonly isLeadAlone: boolean;
  /** What it is added up from where no column gives it. */
  readonly sum: AskedSum | undefined;
  /** False for a figure that the cover surely does not say. */
  readonly isOnCover: boolean;
}

export interface AskedSum extends Pick<ColumnSum, "isAllNeeded"> {
  readonly parts: readonly (AskedFigure | undefined)[];
}

/** A figure as it is asked for among these columns; undefined where it has none, and no part of it has one. */
export function askedIn(all: ColumnsByCode, { code, form }: FigureName): AskedFigure | undefined {
  return askedOf(all.get(code), form);
}

function askedOf(stand: CodeColumns | undefined, form: string | undefined): AskedFigure | undefined {
  if (stand === undefined || !hasColumn(stand)) return undefined;
  const { columns } = stand;
  const sumOf = form === undefined ? stand.sumOf : undefined;
  const [lead, ...others] = columns.filter((column) => isAsked(column, form) && !column.isOnCover);
  const isSum = lead === undefined && sumOf !== undefined;
  const sum = isSum
    ? { parts: sumOf.parts.map((part) => askedOf(part, undefined)), isAllNeeded: sumOf.isAllNeeded }
    : undefined;
  const isLeadAlone = others.length === 0 && sumOf === undefined;
  return { stand, form, lead, isLeadAlone, sum, isOnCover: standsOnCover(stand, form) };
}

function isAsked(column: FigureColumn, form: string | undefined): boolean {
  return form === undefined || column.form === form;
}

/** True where a column of the cover has it, or a part that it may be added up from. */
function standsOnCover({ columns, sumOf }: CodeColumns, form: string | undefined): boolean {
  if (columns.some((column) => isAsked(column, form) && column.isOnCover)) return true;
  return form === undefined && sumOf?.parts.some((part) => standsOnCover(part, undefined)) === true;
}

/** False for an indicator that is only computed, where no part of it has a column either. */
export function hasColumn({ columns, sumOf }: CodeColumns): boolean {
  return columns.length > 0 || sumOf?.parts.some(hasColumn) === true;
}
