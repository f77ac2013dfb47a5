// The columns of a blank form: who a row is about, its figures, and the check beside them.

import type { Catalogue } from "../../model/catalogue.js";
import type { Field } from "../../model/form.js";
import { CHECK_HEADING } from "../../model/template-layout.js";
import { type FormColumn, figureColumns, textColumn } from "../form-columns.js";
import { longestWord, textWidth } from "../text-size.js";
import { type PrintedOn, printedFields } from "./printed-fields.js";

const CHECK_WIDTH = 24;
const NAME_WIDTH = 28;
const NARROWEST = 8;
const MONEY_WIDTH = 14;
const HEADING_LINES = 5;
/** A row that turns red is bold: what is chosen from a list must fit then too. */
const BOLD = 1.15;

export interface TemplateColumns {
  readonly columns: readonly FormColumn[];
  readonly widths: readonly number[];
  /** Columns at the left that say who a row is about. */
  readonly textCount: number;
}

/** The columns; the last one is the check. Figures keep the order of the declaration, as the printed form has them. */
export function templateColumns(on: PrintedOn, catalogue: Catalogue): TemplateColumns {
  const fields = printedFields(on, catalogue);
  const isFigure = (field: Field): boolean => catalogue.indicators.has(field.code);
  const texts = fields.filter((field) => !isFigure(field) && field.role !== "text").map(textColumn);
  const asFigures = fields.filter(isFigure).map((field): Field => ({ ...field, role: "indicator" }));
  const figures = figureColumns(asFigures, () => true, catalogue);
  const remarks = fields.filter((field) => !isFigure(field) && field.role === "text").map(textColumn);
  const columns = [...texts, ...figures, ...remarks, textColumn(CHECK_FIELD)];
  return { columns, widths: columns.map(widthOf), textCount: texts.length };
}

export const CHECK_FIELD: Field = {
  code: "",
  role: "text",
  column: "",
  heading: CHECK_HEADING,
  synonyms: [],
  groups: [],
  required: { kind: "never" },
  values: new Map(),
  note: "",
};

/** True for the field that names what a row is about. */
export function isName(field: Field): boolean {
  return field.role === "identity" && field.code.endsWith(".name");
}

function widthOf({ field, kind, heading }: FormColumn): number {
  if (field === CHECK_FIELD) return CHECK_WIDTH;
  if (field.code === "row.number") return 5;
  if (isName(field)) return NAME_WIDTH;
  const values = [...field.values.keys()].map((value) => textWidth(value) * BOLD);
  const needed = Math.max(longestWord(heading) * 1.1 + 2, textWidth(heading) / (HEADING_LINES - 1) + 2, ...values);
  return Math.ceil(Math.max(needed, kind === "money" ? MONEY_WIDTH : NARROWEST));
}
