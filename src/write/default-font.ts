// The font in which a workbook measures its column widths: exceljs takes Calibri, which many machines lack and replace
// by a much wider one; then every column is as much wider and nothing fits its page.

import { FONT_NAME } from "./looks.js";

const FIRST_FONT = /<fonts\b[^>]*>(<font>.*?<\/font>)/s;

/** The part of styles with its first font, the workbook's own, set to that of all cells. */
export function withDefaultFont(styles: string): string {
  const own = `<font><sz val="11"/><color theme="1"/><name val="${FONT_NAME}"/><family val="1"/></font>`;
  const first = FIRST_FONT.exec(styles)?.[1];
  if (first === undefined) throw new Error("styles were written without a font");
  return styles.replace(first, own);
}
