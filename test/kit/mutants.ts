// Single faults put into a clean workbook: made from what the forms declare (which columns stand where, what they
// measure, which part belongs to which whole), never from the rules.

import type { Book, BookCell, TableSheet } from "../../fixtures/kit/book.js";
import type { Chance } from "../../fixtures/kit/random.js";
import type { Layout } from "../../fixtures/kit/submission-book.js";
import { type Field, fieldsOf } from "../../src/model/form.js";
import type { Indicator } from "../../src/model/indicator.js";
import { addressOf, sheetOf, withCell, withRowTwice, withSheet } from "./book-spot.js";

export interface Mutant {
  readonly name: string;
  readonly book: Book;
  /** Where the fault is; no cell where the whole sheet is meant. */
  readonly sheet: string;
  readonly cell: string | null;
}

export interface MutantGround {
  readonly layout: Layout;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly luck: Chance;
}

/** A table of the workbook with its form and the columns that hold figures. */
interface Table {
  readonly book: Book;
  readonly form: string;
  readonly sheet: TableSheet;
  readonly fields: readonly Field[];
  /** Rows of branches, the own fund and the total left out. */
  readonly branches: number;
}

/** Every kind of fault on every column it can befall, each in a row that chance picks. */
export function mutantsOf(book: Book, branches: number, ground: MutantGround): readonly Mutant[] {
  const { layout } = ground;
  const tables = [...layout.forms.values()].flatMap((form): readonly Table[] => {
    const sheet = book.sheets.find(({ name }) => name === form.sheet);
    if (sheet?.kind !== "table") return [];
    const headings = new Set(sheet.columns.map(({ tiers }) => tiers.join(": ")));
    const fields = fieldsOf(form, "branch").filter(({ heading }) => headings.has(heading));
    return [{ book, form: form.id, sheet, fields, branches }];
  });
  return tables.flatMap((table) => [
    ...table.fields.filter(({ role }) => role === "indicator").flatMap((field) => cellFaults(table, field, ground)),
    ...table.fields.filter(({ role }) => role === "category").flatMap((field) => categoryFaults(table, field, ground)),
    ...sheetFaults(table, ground),
  ]);
}

function cellFaults(table: Table, { code }: Field, ground: MutantGround): readonly Mutant[] {
  const { layout, indicators, luck } = ground;
  const row = luck.between(0, table.branches - 1);
  const change = (name: string, value: BookCell, at: number | "total" = row): Mutant => {
    const spot = { form: table.form, field: code, row: at };
    return {
      name: `${table.form} ${code}: ${name}`,
      book: withCell(table.book, spot, layout, value),
      ...addressOf(table.book, spot, layout),
    };
  };
  const total = numberAt(table, code, table.sheet.rows.length - 1);
  const whole = indicators.get(code)?.partOf?.whole;
  const most = whole === undefined ? undefined : numberAt(table, whole, row);
  return [
    change("words", luck.pick(["ba mươi", "có", "nhiều", "1o5"])),
    change("below zero", -luck.between(1, 90)),
    change("two readings", luck.pick(["119/127", "31/12", "7/15"])),
    ...(layout.isMoney(code) ? [] : [change("half a person", luck.between(3, 90) + 0.5)]),
    ...(total === undefined ? [] : [change("a total that is none", total + luck.between(1, 9), "total")]),
    ...(most === undefined ? [] : [change("a part above its whole", most + luck.between(1, 9))]),
  ];
}

function categoryFaults(table: Table, { code }: Field, { layout, luck }: MutantGround): readonly Mutant[] {
  const row = luck.between(0, table.branches - 1);
  const spot = { form: table.form, field: code, row };
  const isBlank = typeof table.sheet.rows[row]?.[columnOf(table, code)] !== "string";
  if (isBlank) return [];
  return [
    {
      name: `${table.form} ${code}: a kind that the form does not have`,
      book: withCell(table.book, spot, layout, "liên gia bảy sao"),
      ...addressOf(table.book, spot, layout),
    },
  ];
}

function sheetFaults(table: Table, { layout, luck }: MutantGround): readonly Mutant[] {
  const row = luck.between(0, table.branches - 1);
  const sheet = sheetOf(table.book, table.form, layout);
  const second = { form: table.form, field: "row.name", row: row + 1 };
  const faults: Mutant[] = [
    {
      name: `${table.form}: a branch twice`,
      book: withRowTwice(table.book, { form: table.form, row }, layout),
      ...addressOf(table.book, second, layout),
    },
  ];
  for (const field of table.fields) {
    if (field.required.kind !== "always" || field.role === "identity") continue;
    const columns = sheet.columns.map((one) =>
      one.tiers.join(": ") === field.heading ? { ...one, tiers: one.tiers.map(() => "Cột phụ") } : one,
    );
    const name = `${table.form} ${field.code}: its heading lost`;
    faults.push({ name, book: withSheet(table.book, { ...sheet, columns }), sheet: sheet.name, cell: null });
  }
  if (sheet.unitLine !== undefined) {
    const name = `${table.form}: no unit of money, on the cover neither`;
    faults.push({ name, book: withoutMoneyUnit(table, layout), sheet: sheet.name, cell: null });
  }
  return faults;
}

function withoutMoneyUnit({ book, sheet }: Table, layout: Layout): Book {
  const fields = [...layout.forms.values()].flatMap((form) => fieldsOf(form, "value"));
  const labels = new Set(fields.filter(({ code }) => code === "moneyUnit").map(({ heading }) => heading));
  const bare = withSheet(book, { ...sheet, unitLine: undefined });
  return {
    sheets: bare.sheets.map((one) =>
      one.kind === "cover" ? { ...one, pairs: one.pairs.filter(([label]) => !labels.has(label)) } : one,
    ),
  };
}

function columnOf({ sheet, fields }: Table, code: string): number {
  const heading = fields.find((field) => field.code === code)?.heading;
  return sheet.columns.findIndex(({ tiers }) => tiers.join(": ") === heading);
}

function numberAt(table: Table, code: string, row: number): number | undefined {
  const cell = table.sheet.rows[row]?.[columnOf(table, code)];
  const shown = typeof cell === "object" && cell !== null ? cell.result : cell;
  return typeof shown === "number" ? shown : undefined;
}
