// The head of every sheet that carries a declared form upward: issuer, title, period, and the form's own heading.

import type { Form } from "../model/form.js";
import type { FormColumn } from "./form-columns.js";
import { addFormHeading, type HeadingRows } from "./form-heading.js";
import { addHeadingBlock } from "./heading-block.js";
import type { LayoutContext } from "./layout-context.js";
import type { PageFrame } from "./page-frame.js";
import { beginSheet, type SheetLines } from "./sheet-lines.js";

/** The sheet's lines so far, and the rows of the form's heading. */
export interface BegunSheet {
  readonly lines: SheetLines;
  readonly heading: HeadingRows;
}

/** Begins a sheet of the form with these columns. */
export function beginFormSheet(
  form: Form,
  { columns, frame }: { readonly columns: readonly FormColumn[]; readonly frame: PageFrame },
  context: LayoutContext,
): BegunSheet {
  const lines = beginSheet();
  addHeadingBlock(lines, {
    issuer: context.issuer,
    title: form.name,
    subtitles: [`${context.periodLine}. Biểu gợi ý ${form.id}.`],
    warnings: context.warnings,
    moneyUnit: form.hasMoney ? "Đơn vị tính: đồng" : undefined,
    frame,
  });
  return { lines, heading: addFormHeading(lines, columns, frame.widths) };
}
