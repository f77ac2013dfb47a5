// What is left behind for entries that are counted in one file and reported in another: the counts by branch on the one
// side, the figures of the branches on the other.

import { KeyBook } from "../checks/entry-keys.js";
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
  const data: number[] = [];
  for (let index = 0; index < table.rows.length; index += 1) {
    if (at(table.rows, index).role === "data") data.push(index);
  }
  const [first] = data;
  if (first === undefined) return undefined;
  const book = new KeyBook(data.length, KEYS_OF_BRANCH);
  for (const index of data) {
    addKeys(book, at(table.rows, index), unit);
    book.end(0);
  }
  const { keys, ends } = book.all();
  const figures = new Float64Array(PER_BRANCH_KEY * keys.length);
  let next = 0;
  for (let branch = 0; branch < data.length; branch += 1) {
    const index = at(data, branch);
    const place = index * table.fields.length + field;
    const value = at(table.states, place) === KNOWN ? at(table.values, place) : Number.NaN;
    const { row } = at(table.rows, index);
    for (; next < at(ends, branch); next += 1) {
      figures[PER_BRANCH_KEY * next] = at(keys, next);
      figures[PER_BRANCH_KEY * next + 1] = row;
      figures[PER_BRANCH_KEY * next + 2] = value;
    }
  }
  const { column } = table.place(first, field);
  const label = at(table.headings, field);
  return { unit, indicator: at(table.fields, field).code, label, sheet: table.sheet, column, figures };
}

/** Its name, and its code where it has one. */
const KEYS_OF_BRANCH = 2;

/** The mark in a branch's key is its code, or else its name as `sameText` gives it. */
function addKeys(book: KeyBook, { name, code, unit: key }: TableRow, unit: string): void {
  addKey(book, code === "" && key !== undefined ? key.slice(unit.length + 1) : sameText(name));
  if (code !== "") addKey(book, sameText(code));
}

function addKey(book: KeyBook, text: string): void {
  book.begin(0);
  book.mix(text);
  book.keep(0);
}

/** The key of a branch as an entry of a list names it. */
export function keyOfBranch(name: string): number {
  const book = new KeyBook(1);
  addKey(book, sameText(name));
  book.end(0);
  return at(book.all().keys, 0);
}
