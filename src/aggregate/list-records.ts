// Lists of a submission → its records, each with its unit, texts and numbers. Nothing is added up here.

import type { UnitRecord } from "../model/record.js";
import { type FormTable, quantityAt, type Submission } from "../model/submission.js";

const NO_TEXTS: UnitRecord["texts"] = new Map();

/** The records whose unit is known, in sheet order, those of persons left out; undefined where there are no lists. */
export function listRecords({ records }: Submission, file: number): readonly UnitRecord[] | undefined {
  return records?.flatMap((table) => (table.form.isPrivate === true ? [] : recordsOn(table, file)));
}

function recordsOn(table: FormTable, file: number): readonly UnitRecord[] {
  return table.rows.flatMap((row, index) => {
    if (row.unit === undefined) return [];
    const numbers = table.fields.map(
      ({ code }, field) =>
        [code, { quantity: quantityAt(table, index, field), cell: table.place(index, field) }] as const,
    );
    const { form, sheet } = table;
    const cell = { row: row.row, column: row.nameColumn };
    const texts = row.texts ?? NO_TEXTS;
    return [{ form: form.id, unit: row.unit, name: row.name, texts, numbers: new Map(numbers), file, sheet, cell }];
  });
}
