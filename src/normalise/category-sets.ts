// The categories of rows (kind, type, holder): the same map for the same values, whatever row and file they stand in.

import type { FindingDraft } from "../model/finding.js";
import { FindingList } from "../model/finding-list.js";
import { cellIndex, type Grid, shownText } from "../model/grid.js";
import type { FormTable, TableRow } from "../model/submission.js";
import { categoriesAt, roleAt, rowAt, rowCount } from "../model/table-rows.js";
import { reasonMark, type SheetMarks } from "./cell-tally.js";
import type { CategoryReader } from "./read-identity-words.js";
import { trimmed } from "./trimmed.js";

export interface CategoryColumn {
  readonly code: string;
  readonly column: number;
  /** As it stands on the form. */
  readonly heading: string;
  readonly read: CategoryReader;
  /** Finding where another value stands; absent: the row stays unsorted. */
  readonly otherwise?: string | undefined;
}

/** A set of categories, and the sets it grows to with a further value, by column. */
export interface CategorySet {
  readonly values: ReadonlyMap<string, string>;
  readonly larger: Map<string, CategorySet>[];
}

const UNDECLARED = "giá trị không có trong danh mục của biểu";

/** The set of a row that says nothing. */
export function noCategories(columns: readonly CategoryColumn[]): CategorySet {
  return { values: new Map(), larger: columns.map(() => new Map()) };
}

/** Canonical values of a row's categories by field code, as far as the columns declare them; grown from `none`. */
export function readCategories(
  columns: readonly CategoryColumn[],
  none: CategorySet,
  { grid, row }: { readonly grid: Grid; readonly row: number },
): ReadonlyMap<string, string> {
  let found = none;
  for (let index = 0; index < columns.length; index += 1) {
    const category = columns[index];
    if (category === undefined) continue;
    const text = shownText(grid, cellIndex(grid, row, category.column));
    const value = text === "" ? undefined : category.read(text);
    if (value !== undefined) found = withValue(found, index, { columns, code: category.code, value });
  }
  return found.values;
}

function withValue(
  set: CategorySet,
  index: number,
  {
    columns,
    code,
    value,
  }: { readonly columns: readonly CategoryColumn[]; readonly code: string; readonly value: string },
): CategorySet {
  const known = set.larger[index]?.get(value);
  if (known !== undefined) return known;
  const larger: CategorySet = { ...noCategories(columns), values: new Map([...set.values, [code, value]]) };
  set.larger[index]?.set(value, larger);
  return larger;
}

/** A category written in a way that is not declared is kept out and listed. */
export function listUnread(
  columns: readonly CategoryColumn[],
  sheet: SheetMarks,
  { row, values }: { readonly row: number; readonly values: ReadonlyMap<string, string> },
): void {
  if (values.size === columns.length) return;
  for (const { code, column } of columns) {
    const index = values.has(code) ? -1 : cellIndex(sheet.grid, row, column);
    if (index >= 0) sheet.marks[index] = reasonMark(sheet, UNDECLARED);
  }
}

/**
 * V-T03 at each category of a figure row that is written in a way the form does not declare (the row stays unsorted), or
 * the finding that the form declares for it.
 */
export function unsortedRows(
  columns: readonly CategoryColumn[],
  table: Pick<FormTable, "rows" | "long">,
  { grid, file }: { readonly grid: Grid; readonly file: string },
): readonly FindingDraft[] {
  const drafts = new FindingList();
  const isComplete = (categories: TableRow["categories"]): boolean => columns.every(({ code }) => categories.has(code));
  if (table.long?.categorySets.every(isComplete) === true) return [];
  const complete = new Set<TableRow["categories"]>();
  const count = rowCount(table);
  for (let index = 0; index < count; index += 1) {
    const categories = categoriesAt(table, index);
    if (roleAt(table, index) !== "data" || complete.has(categories)) continue;
    if (isComplete(categories)) complete.add(categories);
    else for (const draft of unsortedCells(rowAt(table, index), columns, { grid, file })) drafts.add(draft);
  }
  return drafts.all();
}

function unsortedCells(
  { row, unit, name, categories }: TableRow,
  columns: readonly CategoryColumn[],
  { grid, file }: { readonly grid: Grid; readonly file: string },
): readonly FindingDraft[] {
  let drafts: FindingDraft[] | undefined;
  for (const { code, column, heading, otherwise } of columns) {
    const found = categories.has(code) ? "" : trimmed(shownText(grid, cellIndex(grid, row, column)));
    if (found === "") continue;
    const place = { file, sheet: grid.name, cell: { row, column } };
    const of = unit === undefined ? {} : { unit, unitName: name };
    const said = otherwise === undefined ? { code: "V-T03", variant: "chưa rõ loại" } : { code: otherwise };
    drafts ??= [];
    drafts.push({ ...said, place, values: new Map(), label: heading, found, ...of });
  }
  return drafts ?? NO_FINDINGS;
}

const NO_FINDINGS: readonly FindingDraft[] = [];
