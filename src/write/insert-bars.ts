// Bars behind shares (conditional formatting), put into the XML of a written sheet: exceljs would draw an id for each.

import { rangeText } from "../model/cell-address.js";
import type { PlannedSheet } from "../model/workbook-plan.js";
import { element } from "../ooxml/xml-element.js";
import { beforeElements } from "./sheet-order.js";

/** Pale, so that figures are read on it and printed pages stay clear. */
const COLOUR = "FFBDD7EE";
/** The elements that may follow conditional formatting in a sheet. */
const FOLLOWING = [
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "drawing",
  "legacyDrawing",
  "tableParts",
  "extLst",
];

/** The sheet's XML with its bars from 0 to 100 %; unchanged where it has none. */
export function insertBars(xml: string, { bars = [] }: PlannedSheet): string {
  const rules = bars.map((range, index) => {
    const ends = ["0", "1"].map((val) => element("cfvo", { type: "num", val }));
    const bar = element("dataBar", { minLength: 0, maxLength: 100 }, [...ends, element("color", { rgb: COLOUR })]);
    const rule = element("cfRule", { type: "dataBar", priority: index + 1 }, [bar]);
    return element("conditionalFormatting", { sqref: rangeText(range) }, [rule]);
  });
  return rules.length === 0 ? xml : beforeElements(xml, FOLLOWING, rules.join(""));
}
