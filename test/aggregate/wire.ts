// What a summary workbook says when it is read one level up: rows of children in its upper forms, own funds, the
// cover, and beside each visible cell the facts that its fact sheet carries. Stands in for lay-out, write, read and
// normalise, so that the law of closure speaks of adding up alone.

import type { Aggregation } from "../../src/model/aggregation.js";
import type { Catalogue } from "../../src/model/catalogue.js";
import type { CellAddress } from "../../src/model/cell-address.js";
import type { Total, TotalsByIndicator } from "../../src/model/fact.js";
import { type Form, fieldsOf, type Grain } from "../../src/model/form.js";
import type { CarriedFact, FormTable, Submission } from "../../src/model/submission.js";
import type { Unit, UnitKey } from "../../src/model/unit.js";
import { submissionWith } from "../kit/submission.js";
import { type Figure, type SketchRow, sketchTable } from "./sketch-table.js";

/** A row to be written: who it is about, what stands in it. */
interface WiredRow extends Omit<SketchRow, "figures"> {
  readonly unit: UnitKey;
  readonly totals: TotalsByIndicator;
}

/** The summary as the submission of `unit`, or of a grouping. */
export function wire(aggregation: Aggregation, unit: Unit | undefined, catalogue: Catalogue): Submission {
  const children = aggregation.children.flatMap((child): readonly WiredRow[] => {
    const key = catalogue.register.byKey(child.unit.key)?.key;
    return key === undefined ? [] : [{ unit: key, totals: child.totals }];
  });
  const funds = aggregation.ownFunds.flatMap(({ holder, name, totals }): readonly WiredRow[] =>
    unit === undefined ? [] : [{ unit: unit.key, role: "own", name, categories: { holder }, totals }],
  );
  const cover: readonly WiredRow[] = unit === undefined ? [] : [{ unit: unit.key, totals: aggregation.totals }];
  const written = [...catalogue.forms.values()].flatMap((form) => [
    ...sheet(catalogue, form, { grain: "upper", rows: declaresHolder(form) ? [...children, ...funds] : children }),
    ...sheet(catalogue, form, { grain: "value", rows: cover }),
  ]);
  return submissionWith(
    written.map(({ table }) => table),
    {
      unit,
      grouping: unit === undefined ? String(aggregation.unit.key) : undefined,
      carried: written.flatMap(({ carried }) => carried),
    },
  );
}

function sheet(
  catalogue: Catalogue,
  form: Form,
  { grain, rows }: { readonly grain: Grain; readonly rows: readonly WiredRow[] },
): readonly { readonly table: FormTable; readonly carried: readonly CarriedFact[] }[] {
  const fields = fieldsOf(form, grain).filter((field) => field.role === "indicator");
  if (fields.length === 0 || rows.length === 0) return [];
  const codes = fields.map((field) => field.code);
  const table = sketchTable(catalogue, {
    form: form.id,
    grain,
    fields: codes,
    rows: rows.map((row) => ({ ...row, figures: codes.map((code) => shown(row.totals.get(code))) })),
  });
  const carried = rows.flatMap((row, r) =>
    codes.flatMap((code, f) => {
      const total = row.totals.get(code);
      return total === undefined ? [] : carry(total, row.unit, { sheet: table.sheet, cell: table.place(r, f) });
    }),
  );
  return [{ table, carried }];
}

/** A printed cell knows only a number, «…» (missing) and «x» (not applicable). */
function shown(total: Total | undefined): Figure {
  if (total === undefined || total.quantity.kind === "missing") return "blank";
  return total.quantity.kind === "known" ? total.quantity.value : "not-on-form";
}

function carry(
  total: Total,
  unit: UnitKey,
  at: { readonly sheet: string; readonly cell: CellAddress },
): readonly CarriedFact[] {
  const { indicator, coverage, estimate, quantity } = total;
  const fact = { unit, indicator, coverage, estimate, explanation: "", ...at };
  if (total.byHolder.size === 0) return [{ ...fact, holder: undefined, quantity }];
  return [...total.byHolder].map(([holder, share]) => ({ ...fact, holder, quantity: share }));
}

function declaresHolder(form: Form): boolean {
  return fieldsOf(form, "upper").some((field) => field.code === "holder");
}
