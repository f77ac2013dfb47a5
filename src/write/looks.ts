// What each look means on paper: font, border, fill, alignment, number format. Times New Roman throughout.

import type { Look } from "../model/workbook-plan.js";

export interface Appearance {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  /** ARGB. */
  readonly colour: string;
  readonly fill: string | undefined;
  readonly border: "thin" | "none";
  readonly across: "left" | "center" | "right" | "justify";
  readonly down: "top" | "middle";
  readonly wraps: boolean;
  readonly numberFormat: string | undefined;
  /** True where something may be typed on a locked sheet. */
  readonly isOpen?: boolean;
}

export const FONT_NAME = "Times New Roman";
const BLACK = "FF000000";
const GREY = "FFE7E6E6";
const PALE = "FFF2F2F2";
const PAPER_YELLOW = "FFFFFBE6";
const RED = "FFC00000";
const WHOLE = "#,##0";
const SHARE = "0.00%";
/** Excel's format for text: a code of digits stays as typed. */
const TEXT = "@";

const PLAIN: Appearance = {
  size: 11,
  bold: false,
  italic: false,
  underline: false,
  colour: BLACK,
  fill: undefined,
  border: "none",
  across: "left",
  down: "middle",
  wraps: false,
  numberFormat: undefined,
};
const CELL: Appearance = { ...PLAIN, border: "thin", wraps: true };
const NUMBER: Appearance = { ...CELL, across: "right", wraps: false, numberFormat: WHOLE };
const ENTRY: Appearance = { ...CELL, fill: PAPER_YELLOW, isOpen: true };
const PROSE: Appearance = { ...PLAIN, size: 13, wraps: true, down: "top" };
const CENTRED: Appearance = { ...PLAIN, across: "center", wraps: true };

/** The appearance of every look. */
export const APPEARANCES: Readonly<Record<Look, Appearance>> = {
  plain: PLAIN,
  title: { ...CENTRED, size: 14, bold: true },
  subtitle: { ...CENTRED, size: 12, italic: true },
  heading: { ...CELL, bold: true, across: "center", fill: GREY },
  codes: { ...CELL, size: 9, italic: true, across: "center" },
  label: CELL,
  text: { ...CELL, numberFormat: TEXT },
  count: NUMBER,
  money: NUMBER,
  ratio: { ...NUMBER, numberFormat: SHARE },
  "total-label": { ...CELL, bold: true, fill: PALE },
  "total-count": { ...NUMBER, bold: true, fill: PALE },
  "total-money": { ...NUMBER, bold: true, fill: PALE },
  "total-ratio": { ...NUMBER, bold: true, fill: PALE, numberFormat: SHARE },
  note: { ...PLAIN, italic: true, wraps: true, down: "top" },
  warning: { ...CENTRED, size: 12, bold: true, colour: RED },
  "warning-cell": { ...CELL, bold: true, colour: RED },
  nation: { ...CENTRED, size: 12, bold: true },
  motto: { ...CENTRED, size: 13, bold: true, underline: true },
  signature: { ...CENTRED, size: 12, bold: true },
  link: { ...CELL, underline: true, colour: "FF0563C1" },
  superior: { ...CENTRED, size: 12 },
  "money-unit": { ...PLAIN, italic: true, across: "right" },
  "place-date": { ...CENTRED, size: 12, italic: true },
  group: { ...CELL, bold: true, fill: PALE },
  mark: { ...PLAIN, size: 8, italic: true, colour: "FF7F7F7F" },
  answer: { ...CELL, fill: PAPER_YELLOW, numberFormat: TEXT, isOpen: true },
  points: { ...CELL, across: "center", numberFormat: "0.00" },
  "total-points": { ...CELL, across: "center", numberFormat: "0.00", bold: true, fill: PALE },
  centred: { ...CELL, across: "center" },
  "entry-text": { ...ENTRY, numberFormat: TEXT },
  "entry-centred": { ...ENTRY, across: "center", numberFormat: TEXT },
  "entry-points": { ...ENTRY, across: "center" },
  "entry-number": { ...ENTRY, across: "right", wraps: false, numberFormat: WHOLE },
  check: { ...CELL, size: 10, italic: true },
  "report-title": { ...CENTRED, size: 14, bold: true },
  remark: { ...CENTRED, size: 11, italic: true, colour: "FF595959" },
  "number-line": { ...CENTRED, size: 13 },
  part: { ...CENTRED, size: 13, bold: true },
  section: { ...PROSE, bold: true },
  subsection: { ...PROSE, bold: true, italic: true },
  body: { ...PROSE, across: "justify" },
  guidance: { ...PROSE, italic: true, colour: "FF7F7F7F" },
  "recipients-title": { ...PLAIN, size: 12, bold: true, italic: true },
  recipients: { ...PLAIN, wraps: true, down: "top" },
  "annex-mark": { ...CENTRED, size: 13, bold: true },
  "signed-count": { ...NUMBER, numberFormat: "+#,##0;-#,##0;0" },
  "signed-ratio": { ...NUMBER, numberFormat: "+0.00%;-0.00%;0.00%" },
  unseen: { ...PLAIN, size: 1, colour: "FFFFFFFF" },
  break: { ...CELL, italic: true, across: "center", fill: PALE },
};
