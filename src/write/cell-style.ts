// A look's appearance in the terms of exceljs.

import type { Borders, Style } from "exceljs";
import type { Look } from "../model/workbook-plan.js";
import { APPEARANCES, FONT_NAME } from "./looks.js";

const LINE = { style: "thin", color: { argb: "FF7F7F7F" } } as const;
const BOX: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

/** The style of a look. */
export function cellStyle(look: Look): Partial<Style> {
  const { size, bold, italic, underline, colour, fill, border, across, down, wraps, numberFormat, isOpen } =
    APPEARANCES[look];
  return {
    font: { name: FONT_NAME, family: 1, size, bold, italic, underline, color: { argb: colour } },
    alignment: { horizontal: across, vertical: down, wrapText: wraps },
    ...(border === "thin" ? { border: BOX } : {}),
    ...(fill === undefined ? {} : { fill: { type: "pattern", pattern: "solid", fgColor: { argb: fill } } }),
    ...(isOpen === true ? { protection: { locked: false } } : {}),
    ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
  };
}
