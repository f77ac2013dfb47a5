// A look's appearance in the XML of styles.xml, for sheets that are put into a sender's workbook.

import type { Look } from "../../model/workbook-plan.js";
import { APPEARANCES, FONT_NAME } from "../looks.js";

const LINE = '<color rgb="FF7F7F7F"/>';
/** The numbers of built-in formats (ECMA-376, 18.8.30). */
const BUILT_IN = new Map([
  ["#,##0", 3],
  ["0.00%", 10],
  ["@", 49],
]);

export function lookFont(look: Look): string {
  const { bold, italic, underline, size, colour } = APPEARANCES[look];
  const marks = `${bold ? "<b/>" : ""}${italic ? "<i/>" : ""}${underline ? "<u/>" : ""}`;
  return `<font>${marks}<sz val="${size}"/><color rgb="${colour}"/><name val="${FONT_NAME}"/><family val="1"/></font>`;
}

/** ARGB of the look's fill; undefined for none. */
export function lookFill(look: Look): string | undefined {
  return APPEARANCES[look].fill;
}

export function lookBorder(look: Look): string {
  if (APPEARANCES[look].border === "none") return "<border><left/><right/><top/><bottom/><diagonal/></border>";
  const side = (name: string): string => `<${name} style="thin">${LINE}</${name}>`;
  return `<border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border>`;
}

/** The format itself; `parts` are places in the lists of fonts, fills and borders. */
export function lookFormat(
  look: Look,
  parts: { readonly font: number; readonly fill: number; readonly border: number },
): string {
  const { across, down, wraps, numberFormat, isOpen } = APPEARANCES[look];
  const vertical = down === "middle" ? "center" : down;
  const format = BUILT_IN.get(numberFormat ?? "") ?? "0";
  const open = isOpen === true ? '<protection locked="0"/>' : "";
  return [
    `<xf numFmtId="${format}" fontId="${parts.font}" fillId="${parts.fill}" borderId="${parts.border}" xfId="0"`,
    ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">',
    `<alignment horizontal="${across}" vertical="${vertical}"${wraps ? ' wrapText="1"' : ""}/>${open}</xf>`,
  ].join("");
}
