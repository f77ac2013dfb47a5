// The cover of the workbook as label–value pairs: who reports which period, then the asked unit's own totals.
// It is read again one level up: labels as declared, the value in the next column.

import { type Field, type Form, fieldsOf } from "../model/form.js";
import { vietnameseDate } from "../model/iso-date.js";
import { periodInWords } from "../model/period.js";
import type { PlannedCell } from "../model/workbook-plan.js";
import { capitalised, LEVEL_TEXTS, STANDING_TEXTS, shownQuantity } from "./cell-texts.js";
import { type Figure, figureOf } from "./child-figures.js";
import type { FormSheet } from "./form-sheet.js";
import { addHeadingBlock } from "./heading-block.js";
import { parentOf } from "./issuer.js";
import { type LayoutContext, printSetup, sheetNameOf } from "./layout-context.js";
import { pageFrame } from "./page-frame.js";
import type { PlacedFigure, PlacedTotal } from "./placed-figure.js";
import { beginSheet, referenceText } from "./sheet-lines.js";
import { addSignatureBlock } from "./signature-block.js";
import { heightOf, linesNeeded } from "./text-size.js";

const WIDTHS = [58, 54];
const FRAME = pageFrame(WIDTHS);
/** What a first copy of the workbook says; who sends it again raises it by hand. */
const FIRST_REVISION = 1;

/** The cover; a total that stands on another sheet is a live reference to it. */
export function coverSheet(form: Form, context: LayoutContext, totals: ReadonlyMap<string, PlacedTotal>): FormSheet {
  const fields = fieldsOf(form, "value");
  const identity = identityTexts(context);
  const name = sheetNameOf(form, context);
  const lines = beginSheet();
  addHeadingBlock(lines, {
    issuer: context.issuer,
    title: form.name,
    subtitles: [`Biểu gợi ý ${form.id}.`],
    warnings: context.warnings,
    moneyUnit: undefined,
    frame: FRAME,
  });
  for (const field of fields.filter((candidate) => candidate.role === "identity")) {
    const value = identity.get(field.code) ?? null;
    const cells: readonly PlannedCell[] = [label(field), { column: 2, value, look: "text" }];
    lines.add(cells, heightOf(linesNeeded(String(value ?? ""), WIDTHS[1] ?? 1)));
  }
  const figures: PlacedFigure[] = [];
  for (const field of fields) {
    const figure = shownFigure(field, context);
    if (figure === undefined) continue;
    const cell = { sheet: name, row: lines.next(), column: 2 };
    lines.add(figureCells(field, { figure, elsewhere: totals.get(field.code) }), labelHeight(field));
    figures.push({ unit: context.aggregation.unit.key, indicator: field.code, holder: undefined, figure, cell });
  }
  addSignatureBlock(lines, FRAME);
  const sheet = lines.finish({
    name,
    visibility: "visible",
    widths: WIDTHS,
    freeze: { rows: 0, columns: 0 },
    print: { ...printSetup(context, name, undefined), landscape: false },
  });
  const own = figures.map(
    ({ indicator, cell, figure }) => [indicator, { cell, value: shownQuantity(figure.quantity) }] as const,
  );
  return { sheet, figures, totals: new Map(own) };
}

/** Values of the identity fields by their words; a field without one stays empty, to be filled in by hand. */
function identityTexts(context: LayoutContext): ReadonlyMap<string, string | number> {
  const { unit, period, asOf, standing } = context.aggregation;
  return new Map<string, string | number>(
    [
      ["unit.code", unit.code],
      ["unit.name", unit.name],
      ["unit.level", capitalised(LEVEL_TEXTS[unit.level])],
      ["unit.parent", parentOf(context.aggregation, context.catalogue)?.name ?? ""],
      ["period", capitalised(periodInWords(period))],
      ["asOf", vietnameseDate(asOf)],
      ["standing", standing === undefined ? "" : STANDING_TEXTS[standing]],
      ["moneyUnit", "đồng"],
      ["revision", FIRST_REVISION],
    ].filter((entry): entry is [string, string | number] => entry[1] !== ""),
  );
}

/** The asked unit's figure where the field is one and has anything but «not on the form». */
function shownFigure(field: Field, { aggregation }: LayoutContext): Figure | undefined {
  if (field.role !== "indicator") return undefined;
  const figure = figureOf(aggregation.totals, field.code);
  if (figure?.quantity.kind === "not-applicable" && figure.quantity.why === "not-on-form") return undefined;
  return figure;
}

function figureCells(
  field: Field,
  at: {
    readonly figure: Figure;
    readonly elsewhere: PlacedTotal | undefined;
  },
): readonly PlannedCell[] {
  const value = shownQuantity(at.figure.quantity);
  const isLive = typeof value === "number" && at.elsewhere?.value === value;
  const formula = isLive && at.elsewhere !== undefined ? { formula: referenceText(at.elsewhere.cell) } : {};
  return [label(field), { column: 2, value, ...formula, look: "count", total: at.figure.total }];
}

function label(field: Field): PlannedCell {
  return { column: 1, value: field.heading, look: "label" };
}

function labelHeight(field: Field): number {
  return heightOf(linesNeeded(field.heading, WIDTHS[0] ?? 1));
}
