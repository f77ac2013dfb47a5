// Rows of a list → entries as rules see them: numbers, texts, and the cell that a finding points at.

import { fieldsOf } from "../model/form.js";
import { at } from "../model/outcome.js";
import { ANY_LIST_WITH, type ListEntry } from "../model/rule.js";
import { type FormTable, quantityAt, type Submission, type TableRow, typedAt } from "../model/submission.js";

/** The entries of a form's lists in a submission. */
export type EntriesOf = (form: string) => readonly ListEntry[];

/** A look-up of entries; those of a form are made once, however many rules ask for them. */
export function createEntriesOf(submission: Submission): EntriesOf {
  const made = new Map<string, readonly ListEntry[]>();
  return (form) => {
    const entries = made.get(form) ?? listEntries(submission, form);
    made.set(form, entries);
    return entries;
  };
}

function listEntries({ records = [], unit, file }: Submission, form: string): readonly ListEntry[] {
  const ground = { own: unit?.key ?? "", file: file.path };
  return records
    .filter((table) => isMeant(table, form))
    .flatMap((table) => table.rows.map((row, index) => new RowEntry({ table, ...ground }, row, index)));
}

function isMeant({ form, grain }: FormTable, asked: string): boolean {
  if (!asked.startsWith(ANY_LIST_WITH)) return form.id === asked;
  return fieldsOf(form, grain).some(({ code }) => code === asked.slice(ANY_LIST_WITH.length));
}

interface EntryGround {
  readonly table: FormTable;
  /** Key of the reporting unit. */
  readonly own: string;
  readonly file: string;
}

/** One row of a list. There may be a hundred thousand: it keeps nothing but its place. */
class RowEntry implements ListEntry {
  private readonly ground: EntryGround;
  private readonly row: TableRow;
  private readonly index: number;

  constructor(ground: EntryGround, row: TableRow, index: number) {
    this.ground = ground;
    this.row = row;
    this.index = index;
  }

  get name(): string {
    return this.row.name;
  }

  get unit(): string {
    return this.row.unit ?? "";
  }

  get isOwn(): boolean {
    return this.row.unit === this.ground.own;
  }

  value(code: string): number | undefined {
    const field = this.fieldOf(code);
    const quantity = field < 0 ? undefined : quantityAt(this.ground.table, this.index, field);
    return quantity?.kind === "known" ? quantity.value : undefined;
  }

  text(code: string): string {
    return this.row.texts?.get(code) ?? "";
  }

  cell(code: string): ReturnType<ListEntry["cell"]> {
    const { table, file } = this.ground;
    const field = this.fieldOf(code);
    const naming = { row: this.row.row, column: this.row.nameColumn };
    const place = { file, sheet: table.sheet, cell: field < 0 ? naming : table.place(this.index, field) };
    const typed = field < 0 ? this.text(code) : typedAt(table, this.index, field);
    return { place, label: field < 0 ? headingOf(table, code) : at(table.headings, field), typed };
  }

  private fieldOf(code: string): number {
    return this.ground.table.fields.findIndex((field) => field.code === code);
  }
}

/** As printed on the form. */
function headingOf({ form, grain }: FormTable, code: string): string {
  return fieldsOf(form, grain).find((field) => field.code === code)?.heading ?? code;
}
