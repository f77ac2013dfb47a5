// Links inside a workbook, put into the XML of a written sheet: exceljs would write each as a link to a foreign file,
// and none at all on a cell with a formula.

import { addressText } from "../model/cell-address.js";
import type { PlannedSheet } from "../model/workbook-plan.js";
import { escapeText } from "../ooxml/splice-text.js";
import { safeText } from "./safe-text.js";
import { beforeElements } from "./sheet-order.js";

/** The elements that may follow the links in a sheet. */
const FOLLOWING = [
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "drawing",
  "legacyDrawing",
  "tableParts",
  "extLst",
];

/** The sheet's XML with its links; unchanged where it has none. */
export function insertLinks(xml: string, sheet: PlannedSheet): string {
  const links: string[] = [];
  for (const { row, cells } of sheet.rows) {
    for (const { column, link } of cells) {
      if (link === undefined) continue;
      links.push(`<hyperlink ref="${addressText({ row, column })}" location="${escapeText(safeText(link))}"/>`);
    }
  }
  if (links.length === 0) return xml;
  return beforeElements(xml, FOLLOWING, `<hyperlinks>${links.join("")}</hyperlinks>`);
}
