// The layout a blank workbook was made with, as its very-hidden sheet tells it: written by lay-out/, read by recognise/.

import { addressText, type CellAddress } from "./cell-address.js";
import type { Grain } from "./form.js";

/** How the sheet's first cell reads; sheets that begin with «khuyenhoc:» are no forms. */
export const LAYOUT_MARK = "khuyenhoc: biểu mẫu do chương trình lập";
/** Heading of the column in which live checks speak; no declared form knows it. */
export const CHECK_HEADING = "Kiểm tra (máy tự ghi)";
/** Label of the line that holds the fingerprint of its list. */
export const LAYOUT_FINGERPRINT = "fingerprint";
/** Heads of its list. */
export const LAYOUT_HEAD = ["form", "version", "sheet", "grain", "field", "heading", "cell", "from", "to"] as const;

/** One field of one form. */
export interface LayoutLine {
  readonly form: string;
  readonly version: number;
  readonly sheet: string;
  readonly grain: Grain;
  /** Indicator code, or a word of the form's own. */
  readonly field: string;
  readonly heading: string;
  /** Cell of the heading, or of the label. */
  readonly cell: CellAddress;
  /** Rows below it from the first one to be filled in to the row of sums; both 0 for a label. */
  readonly from: number;
  readonly to: number;
}

/** The layout as one text, for its fingerprint: the same for every unit that got the same forms. */
export function layoutText(lines: readonly LayoutLine[]): string {
  return lines
    .map((line) => [line.form, line.version, line.sheet, line.grain, line.field, addressText(line.cell)].join("\t"))
    .join("\n");
}
