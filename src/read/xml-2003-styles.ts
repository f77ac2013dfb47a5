// Styles of «XML Spreadsheet 2003»: number format and font by the style's id, each with what its parent says.

import type { CellStyle } from "../model/grid.js";
import { nameKey } from "../ooxml/name-key.js";
import { OPEN, type XmlScanner } from "../ooxml/xml-scanner.js";
import { attributeText } from "../ooxml/xml-text.js";
import type { BookBuilder } from "./book-builder.js";

const ID = nameKey("ID");
const PARENT = nameKey("Parent");
const NUMBER_FORMAT = nameKey("NumberFormat");
const FORMAT = nameKey("Format");
const FONT = nameKey("Font");
const FONT_NAME = nameKey("FontName");
const DEFAULT_ID = "Default";

/** Names that stand for format codes. */
const NAMED_FORMATS = new Map([
  ["General Number", "General"],
  ["General Date", "dd/mm/yyyy hh:mm"],
  ["Long Date", "dd/mm/yyyy"],
  ["Medium Date", "dd-mmm-yy"],
  ["Short Date", "dd/mm/yyyy"],
  ["Long Time", "h:mm:ss"],
  ["Medium Time", "h:mm AM/PM"],
  ["Short Time", "h:mm"],
  ["Fixed", "0.00"],
  ["Standard", "#,##0.00"],
  ["Percent", "0.00%"],
  ["Scientific", "0.00E+00"],
]);

export interface Xml2003Style extends CellStyle {
  /** Index among the builder's styles. */
  readonly index: number;
}
export type Xml2003Styles = Map<string, Xml2003Style>;

/** The style a cell names; the file's default where it names none. */
export function styleOf(styles: Xml2003Styles, id: string): Xml2003Style {
  return styles.get(id) ?? styles.get(DEFAULT_ID) ?? { numberFormat: "General", fontName: "", index: 0 };
}

/** Reads the current `Style` element, whose tag is OPEN; a parent stands before its children. */
export function readXml2003Style(scanner: XmlScanner, builder: BookBuilder, styles: Xml2003Styles): void {
  const depth = scanner.depth - 1;
  let id = "";
  let parent = DEFAULT_ID;
  while (scanner.nextAttribute()) {
    if (scanner.attribute === ID) id = attributeText(scanner);
    else if (scanner.attribute === PARENT) parent = attributeText(scanner);
  }
  let { numberFormat, fontName } = styleOf(styles, parent);
  while (scanner.depth > depth) {
    if (scanner.nextTag() !== OPEN) continue;
    if (scanner.name === NUMBER_FORMAT) {
      const format = attributeNamed(scanner, FORMAT) ?? numberFormat;
      numberFormat = NAMED_FORMATS.get(format) ?? format;
    } else if (scanner.name === FONT) {
      fontName = attributeNamed(scanner, FONT_NAME) ?? fontName;
    }
  }
  styles.set(id, { numberFormat, fontName, index: builder.style(numberFormat, fontName) });
}

function attributeNamed(scanner: XmlScanner, wanted: number): string | undefined {
  let found: string | undefined;
  while (scanner.nextAttribute()) if (scanner.attribute === wanted) found = attributeText(scanner);
  return found;
}
