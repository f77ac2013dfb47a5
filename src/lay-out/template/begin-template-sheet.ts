// The head of every blank sheet with rows, of forms and of lists: issuer, title, what to do, unit of money, headings; and
// how it is printed.

import type { Form } from "../../model/form.js";
import { periodInWords } from "../../model/period.js";
import type { PlannedSheet } from "../../model/workbook-plan.js";
import type { FormColumn } from "../form-columns.js";
import { addFormHeading, type HeadingRows } from "../form-heading.js";
import { addHeadingBlock } from "../heading-block.js";
import type { PageFrame } from "../page-frame.js";
import { addSpanning, beginSheet, type SheetLines } from "../sheet-lines.js";
import { sheetOf, type TemplateContext } from "./template-context.js";

export interface BlankSheet {
  readonly columns: readonly FormColumn[];
  readonly widths: readonly number[];
  readonly frame: PageFrame;
  /** What to do, in a line above the headings. */
  readonly help: string;
  /** Cell of the cover that states the unit of money. */
  readonly moneyUnit: string | undefined;
}

/** The sheet's lines so far, the rows of its headings, and what of the finished sheet is settled by them. */
export interface BegunTemplate {
  readonly lines: SheetLines;
  readonly heading: HeadingRows;
  readonly sheet: Pick<PlannedSheet, "name" | "visibility" | "widths" | "print">;
}

/** Begins the blank sheet of a form. */
export function beginTemplateSheet(form: Form, sheet: BlankSheet, context: TemplateContext): BegunTemplate {
  const { columns, widths, frame } = sheet;
  const { request, issuer, periodLine } = context;
  const name = sheetOf(form, context);
  const lines = beginSheet();
  addHeadingBlock(lines, {
    issuer,
    title: form.name,
    subtitles: [`Mã đơn vị: ${request.unit.code}`, `${periodLine}. Biểu gợi ý ${form.id}.`],
    warnings: [],
    moneyUnit: undefined,
    frame,
  });
  addSpanning(lines, { value: sheet.help, look: "note" }, frame);
  if (form.hasMoney) addMoneyUnit(lines, sheet.moneyUnit, frame);
  const heading = addFormHeading(lines, columns, widths);
  const footer = `${name} – ${periodInWords(request.period)}`;
  const print = { landscape: true, repeatRows: heading, footer, header: "", ...frame.print };
  return { lines, heading, sheet: { name, visibility: "visible", widths, print } };
}

/** «Đơn vị tính: đồng» at the right, following what the cover says. */
function addMoneyUnit(lines: SheetLines, moneyUnit: string | undefined, { left, right }: PageFrame): void {
  const formula = moneyUnit === undefined ? {} : { formula: `"Đơn vị tính: "&${moneyUnit}` };
  const row = lines.add([{ column: left, value: "Đơn vị tính: đồng", look: "money-unit", ...formula }]);
  lines.merge({ top: row, bottom: row, left, right });
}
