// A FormTable from plain values, for tests of what comes after normalising. Row r of the sketch stands in sheet row
// r + 6, field f in column f + 4.

import type { Field, Form, Grain } from "../../src/model/form.js";
import { QUANTITY_STATES } from "../../src/model/quantity.js";
import type { FormTable, TableRow } from "../../src/model/submission.js";
import type { UnitKey } from "../../src/model/unit.js";

/** A number is known; nothing is blank. */
export type SketchedFigure = number | undefined | "rejected";

export interface SketchedRow {
  readonly name?: string;
  readonly unit?: UnitKey;
  readonly role?: TableRow["role"];
  readonly categories?: Readonly<Record<string, string>>;
  /** First and last row a total covers, from 0. */
  readonly covers?: readonly [number, number];
  readonly figures: readonly SketchedFigure[];
}

export interface SketchedTable {
  readonly form: string;
  readonly grain?: Grain;
  readonly sheet?: string;
  /** Indicator codes; `DS01?` marks a column that is only compared. */
  readonly fields: readonly string[];
  readonly rows: readonly SketchedRow[];
  readonly moneyFactor?: number;
}

/** The table; grain `branch` unless said otherwise. Values are whole đồng for money, whatever the factor. */
export function formTable(sketch: SketchedTable): FormTable {
  const grain = sketch.grain ?? "branch";
  const fields = sketch.fields.map(fieldOf);
  const figures = sketch.rows.flatMap((row) => fields.map((_, index) => row.figures[index]));
  return {
    form: formOf(sketch, fields, grain),
    grain,
    sheet: sketch.sheet ?? sketch.form,
    fields,
    rows: sketch.rows.map((row, index) => rowOf(row, index, grain)),
    values: Float64Array.from(figures, (figure) => (typeof figure === "number" ? figure : Number.NaN)),
    states: Uint8Array.from(figures, (figure) =>
      QUANTITY_STATES.indexOf(typeof figure === "number" ? "known" : (figure ?? "blank")),
    ),
    place: (row, field) => ({ row: row + 6, column: field + 4 }),
    headings: fields.map((field) => field.heading),
    typed: new Map(),
    moneyFactor: sketch.moneyFactor ?? 1,
    isMoneyDeclared: true,
  };
}

function fieldOf(text: string): Field {
  const isCheck = text.endsWith("?");
  const code = isCheck ? text.slice(0, -1) : text;
  return {
    code,
    role: isCheck ? "check" : "indicator",
    column: "",
    heading: `Cột ${code}`,
    synonyms: [],
    groups: [],
    required: { kind: "never" },
    values: new Map(),
    note: "",
  };
}

function formOf(sketch: SketchedTable, fields: readonly Field[], grain: Grain): Form {
  const sheet = sketch.sheet ?? sketch.form;
  const grains = [{ grain, fields }];
  return { id: sketch.form, version: 1, name: sheet, sheet, titles: [], hasMoney: false, grains };
}

function rowOf(row: SketchedRow, index: number, grain: Grain): TableRow {
  const [first, last] = row.covers ?? [];
  return {
    role: row.role ?? "data",
    row: grain === "value" ? 0 : index + 6,
    name: row.name ?? `Chi hội thôn ${index + 1}`,
    code: "",
    unit: row.unit,
    nameColumn: 3,
    categories: new Map(Object.entries(row.categories ?? {})),
    covers: first === undefined || last === undefined ? undefined : { first, last },
  };
}
