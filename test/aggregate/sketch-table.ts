// A FormTable of a declared form from plain values. Row r of the sketch stands in sheet row r + 6, the f-th found
// column in column f + 4; on a cover, figures stand below each other in column 3.

import type { Catalogue } from "../../src/model/catalogue.js";
import { fieldsOf, type Grain } from "../../src/model/form.js";
import { QUANTITY_STATES, type QuantityState } from "../../src/model/quantity.js";
import type { FormTable, TableRow } from "../../src/model/submission.js";
import type { UnitKey } from "../../src/model/unit.js";

/** A number is known; nothing is blank. */
export type Figure = number | undefined | Exclude<QuantityState, "known">;

export interface SketchRow {
  readonly name?: string;
  readonly unit?: UnitKey;
  readonly role?: TableRow["role"];
  readonly categories?: Readonly<Record<string, string>>;
  readonly figures: readonly Figure[];
}

export interface TableSketch {
  readonly form: string;
  readonly grain: Grain;
  /** Codes of the columns found on the sheet; all that the form declares where absent. */
  readonly fields?: readonly string[];
  readonly rows: readonly SketchRow[];
  readonly moneyFactor?: number;
}

/** The table as normalising would give it. */
export function sketchTable(catalogue: Catalogue, sketch: TableSketch): FormTable {
  const form = catalogue.forms.get(sketch.form);
  if (form === undefined) throw new Error(`no form ${sketch.form}`);
  const measured = fieldsOf(form, sketch.grain).filter((field) => field.role === "indicator" || field.role === "check");
  const fields =
    sketch.fields === undefined
      ? measured
      : sketch.fields.flatMap((code) => measured.filter((field) => field.code === code));
  const figures = sketch.rows.flatMap((row) => fields.map((_, index) => row.figures[index]));
  const isCover = sketch.grain === "value";
  return {
    form,
    grain: sketch.grain,
    sheet: form.sheet,
    fields,
    rows: sketch.rows.map((row, index) => tableRow(row, index, isCover ? 0 : index + 6)),
    values: Float64Array.from(figures, (figure) => (typeof figure === "number" ? figure : Number.NaN)),
    states: Uint8Array.from(figures, (figure) =>
      QUANTITY_STATES.indexOf(typeof figure === "number" ? "known" : (figure ?? "blank")),
    ),
    place: (row, field) => (isCover ? { row: field + 15, column: 3 } : { row: row + 6, column: field + 4 }),
    headings: fields.map((field) => field.heading),
    typed: new Map(),
    moneyFactor: sketch.moneyFactor ?? 1,
    isMoneyDeclared: true,
  };
}

function tableRow(row: SketchRow, index: number, sheetRow: number): TableRow {
  return {
    role: row.role ?? "data",
    row: sheetRow,
    name: row.name ?? `Chi hội thôn ${index + 1}`,
    code: "",
    unit: row.unit,
    nameColumn: 3,
    categories: new Map(Object.entries(row.categories ?? {})),
    covers: undefined,
  };
}
