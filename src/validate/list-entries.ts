// Rows of a list → entries as rules see them: numbers, texts, and the cell that a finding points at.

import { at } from "../model/outcome.js";
import type { ListEntry } from "../model/rule.js";
import { type FormTable, quantityAt, type Submission, typedAt } from "../model/submission.js";

/** The entries of every list of a form in a submission. */
export function listEntries({ records = [], unit, file }: Submission, form: string): readonly ListEntry[] {
  return records
    .filter((table) => table.form.id === form)
    .flatMap((table) => table.rows.map((_, row) => entryOf(table, row, { own: unit?.key ?? "", file: file.path })));
}

function entryOf(
  table: FormTable,
  index: number,
  { own, file }: { readonly own: string; readonly file: string },
): ListEntry {
  const row = at(table.rows, index);
  const fieldOf = (code: string): number => table.fields.findIndex((field) => field.code === code);
  const naming = { row: row.row, column: row.nameColumn };
  return {
    name: row.name,
    unit: row.unit ?? "",
    isOwn: row.unit === own,
    value: (code) => {
      const field = fieldOf(code);
      const quantity = field < 0 ? undefined : quantityAt(table, index, field);
      return quantity?.kind === "known" ? quantity.value : undefined;
    },
    text: (code) => row.texts?.get(code) ?? "",
    cell: (code) => {
      const field = fieldOf(code);
      const place = { file, sheet: table.sheet, cell: field < 0 ? naming : table.place(index, field) };
      const typed = field < 0 ? (row.texts?.get(code) ?? "") : typedAt(table, index, field);
      return { place, label: field < 0 ? code : at(table.headings, field), typed };
    },
  };
}
