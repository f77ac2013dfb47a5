// Links inside a workbook, put into the XML of a written sheet: exceljs would write each as a link to a foreign file,
// and none at all on a cell with a formula.

import { addressText } from "../model/cell-address.js";
import type { PlannedSheet } from "../model/workbook-plan.js";
import { escapeText } from "../ooxml/splice-text.js";
import { safeText } from "./safe-text.js";

/** The elements that may follow the links in a sheet, in the order of the format (ECMA-376, CT_Worksheet). */
const FOLLOWING =
  /<(?:printOptions|pageMargins|pageSetup|headerFooter|drawing|legacyDrawing|tableParts|extLst)[ />]|<\/worksheet>/;

/** The sheet's XML with its links; unchanged where it has none. */
export function insertLinks(xml: string, sheet: PlannedSheet): string {
  const links = sheet.rows.flatMap(({ row, cells }) =>
    cells.flatMap(({ column, link }) =>
      link === undefined
        ? []
        : [`<hyperlink ref="${addressText({ row, column })}" location="${escapeText(safeText(link))}"/>`],
    ),
  );
  if (links.length === 0) return xml;
  const place = FOLLOWING.exec(xml)?.index;
  if (place === undefined) throw new Error(`sheet ${sheet.name} was written without an end`);
  return `${xml.slice(0, place)}<hyperlinks>${links.join("")}</hyperlinks>${xml.slice(place)}`;
}
