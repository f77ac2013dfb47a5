// What is left behind for entries that are counted in one file and reported in another: the counts by branch on the one
// side, the figures of the branches on the other.

import { keyOfText } from "../checks/entry-keys.js";
import { type BranchFigures, type EntryCount, PER_BRANCH_KEY } from "../model/left-behind.js";
import { at } from "../model/outcome.js";
import type { CountedAcross } from "../model/rule.js";
import type { FormTable, Submission, TableRow } from "../model/submission.js";
import { sameText } from "../model/text.js";
import { KNOWN } from "./figure-columns.js";
import type { EntriesOf } from "./list-entries.js";

/** A rule that counts the entries of a form. */
export interface Counting extends CountedAcross {
  readonly id: string;
  readonly form: string;
}

/** The entries of a submission's lists, counted by branch. No word of an entry is kept but its branch. */
export function entryCounts(
  submission: Submission,
  entriesOf: EntriesOf,
  counting: readonly Counting[],
): readonly EntryCount[] {
  const unit = submission.unit?.key;
  if (unit === undefined) return [];
  return counting.flatMap(({ id, form, group, countedBy }) =>
    [...countedBy(entriesOf(form), submission).values()].flatMap((own): readonly EntryCount[] => {
      const [first] = own;
      if (first === undefined) return [];
      const { place, label } = first.cell(group);
      const { sheet, cell } = place;
      const stands = { ...(sheet !== undefined && { sheet }), ...(cell && { cell }) };
      return [{ rule: id, unit, branch: first.text(group), count: own.length, field: group, label, place: stands }];
    }),
  );
}

/** The figures that counted entries may be held against; undefined where no table of branches has one. */
export function branchFigures({ tables, unit }: Submission, counting: readonly Counting[]): BranchFigures | undefined {
  if (unit === undefined) return undefined;
  for (const { counted } of counting) {
    for (const table of tables) {
      if (table.grain !== "branch") continue;
      const field = table.fields.findIndex(({ code, role }) => role === "indicator" && code === counted);
      if (field >= 0) return figuresOf(table, field, unit.key);
    }
  }
  return undefined;
}

/** A branch is known by its name, and by its code where it has one. */
function figuresOf(table: FormTable, field: number, unit: string): BranchFigures | undefined {
  const { rows, states, values } = table;
  const figures = new Float64Array(PER_BRANCH_KEY * KEYS_OF_BRANCH * rows.length);
  let first: number | undefined;
  let end = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = at(rows, index);
    if (row.role !== "data") continue;
    first ??= index;
    const place = index * table.fields.length + field;
    const value = states[place] === KNOWN ? at(values, place) : Number.NaN;
    end = addBranch(figures, end, { key: keyOfRow(row, unit), row: row.row, value });
    if (row.code !== "") end = addBranch(figures, end, { key: keyOfText(sameText(row.code)), row: row.row, value });
  }
  if (first === undefined) return undefined;
  const { column } = table.place(first, field);
  const label = at(table.headings, field);
  const indicator = at(table.fields, field).code;
  return { unit, indicator, label, sheet: table.sheet, column, figures: figures.slice(0, end) };
}

/** Its name, and its code where it has one. */
const KEYS_OF_BRANCH = 2;

interface BranchFigure {
  readonly key: number;
  readonly row: number;
  readonly value: number;
}

/** Gives the place behind the figure. */
function addBranch(figures: Float64Array, place: number, { key, row, value }: BranchFigure): number {
  figures[place] = key;
  figures[place + 1] = row;
  figures[place + 2] = value;
  return place + PER_BRANCH_KEY;
}

/** The mark in a branch's key is its code, or else its name as `sameText` gives it. */
function keyOfRow({ name, code, unit: key }: TableRow, unit: string): number {
  return code === "" && key !== undefined ? keyOfText(key, unit.length + 1) : keyOfText(sameText(name));
}

/** The key of a branch as an entry of a list names it. */
export function keyOfBranch(name: string): number {
  return keyOfText(sameText(name));
}
